/** What of a statement the facts are made of. Read by hand: a schema for each would take longer than all else together. */
import { UNIT_TYPES } from '../../tracking/xapi/vocabulary.js';
import type { Iris } from './iris.js';
import { member, textOf } from './json.js';
import { datingOf, momentOf } from './moment.js';
import { Once } from './once.js';
import {
  definedOf,
  halves,
  personOf,
  settingOf,
  whereOf,
  type Defined,
  type Setting,
  type Where,
} from './parts.js';
import { resultOf, type Result } from './result.js';
import { SharedJson } from '../../shared-json.js';

/** Whose run of what: the same for many statements. Null: it does not say. */
export interface Run {
  /** A pseudonym: 32 hexadecimal digits. */
  readonly person: string;
  readonly attempt: string;
  readonly version: string;
  readonly module: string | null;
  readonly unit: string | null;
  readonly kind: 'conversation' | 'lesson' | 'quiz' | null;
  readonly run: number | null;
  readonly mode: string | null;
}

/** A statement of ours. */
export interface Told {
  readonly statement: string;
  /** Microseconds since 1970. */
  readonly happened: number;
  readonly is_misdated: boolean;
  readonly is_demo: boolean;
  /** Of ADL's vocabulary, without its base; '' of another. */
  readonly verb: string;
  readonly run: Run;
  readonly where: Where;
  readonly result: Result;
}

/** What a statement is to the report; `defined`: its object, and what holds it. */
export type Reading =
  | { readonly standing: 'malformed' | 'foreign' }
  | { readonly standing: 'voiding'; readonly voided: string | null }
  | { readonly standing: 'ours'; readonly told: Told; readonly defined: readonly Defined[] };

const ADL_VERBS = 'http://adlnet.gov/expapi/verbs/';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** An assessment may be a quiz, a test or a find-mistake: its answers tell. */
const KINDS: ReadonlyMap<unknown, Run['kind']> = new Map([
  [UNIT_TYPES.conversation, 'conversation'],
  [UNIT_TYPES.lesson, 'lesson'],
  [UNIT_TYPES.quiz, 'quiz'],
] as const);

/** What is read by the IRIs of one build. */
interface OfBuild {
  readonly objects: Once<Defined>;
  readonly results: Once<Result>;
}

/** Where an object was, the last time. */
interface Place {
  holder: Defined | null;
  where: Where | null;
}

/** Whose run a context was of, the last time. */
interface RunsOf {
  unit: Defined | null;
  run: Run | null;
}

/** Reads statements; what follows from a part that many of them share is worked out once. */
export class StatementReader {
  readonly json = new SharedJson();
  private readonly actors = new Once(personOf);
  private readonly settings = new Once(settingOf);
  private readonly builds = new Once<OfBuild>((iris) => ofBuild(iris as Iris));
  private readonly places = new Once<Place>(() => ({ holder: null, where: null }));
  private readonly runs = new Once<RunsOf>(() => ({ unit: null, run: null }));

  /** `stored`: when the LRS stored it; `now`: of this computer; both in microseconds since 1970. */
  read(statement: unknown, stored: number | null, now: number): Reading {
    const id = member(statement, 'id');
    const verb = member(member(statement, 'verb'), 'id');
    const actor = member(statement, 'actor');
    const isWhole = typeof id === 'string' && UUID.test(id) && typeof actor === 'object' && actor !== null;
    if (!isWhole || typeof verb !== 'string') return { standing: 'malformed' };
    if (verb === `${ADL_VERBS}voided`)
      return { standing: 'voiding', voided: textOf(member(member(statement, 'object'), 'id')) };
    const setting = this.settings.of(member(statement, 'context'));
    if (!setting.isOurs) return { standing: 'foreign' };
    const said = setting.happened ?? momentOf(member(statement, 'timestamp'));
    const dating = datingOf(said, stored, now);
    const person = this.actors.of(actor);
    if (dating === null || person === null) return { standing: 'malformed' };
    const { holder } = setting;
    const { objects, results } = this.builds.of(setting.iris);
    const object = objects.of(member(statement, 'object'));
    const told: Told = {
      statement: id.toLowerCase(),
      happened: dating.happened,
      is_misdated: dating.isMisdated,
      is_demo: setting.isDemo,
      verb: verb.startsWith(ADL_VERBS) ? verb.slice(ADL_VERBS.length) : '',
      run: this.run(person, setting, object.is_unit ? object : holder),
      where: this.where(object, holder),
      result: results.of(member(statement, 'result')),
    };
    return { standing: 'ours', told, defined: [object, holder] };
  }

  /** One context is nearly always of one run. */
  private run(person: string, setting: Setting, unit: Defined): Run {
    const last = this.runs.of(setting);
    if (last.run?.person === person && last.unit === unit) return last.run;
    last.unit = unit;
    return (last.run = runOf(person, setting, unit));
  }

  /** What is about the same thing has nearly always the same holder. */
  private where(object: Defined, holder: Defined): Where {
    const place = this.places.of(object);
    if (place.where !== null && place.holder?.path === holder.path && place.holder.id === holder.id)
      return place.where;
    place.holder = holder;
    const where = whereOf(object, holder);
    // What is in no unit has the same place, whatever holds it.
    return (place.where = isSamePlace(place.where, where) ? place.where : where);
  }
}

/** Of the same object. */
function isSamePlace(one: Where | null, other: Where): one is Where {
  return one?.part === other.part && one.in_bank === other.in_bank && one.holder === other.holder;
}

const ofBuild = (iris: Iris): OfBuild => ({
  objects: new Once((activity) => definedOf(activity, iris)),
  results: new Once((result) => resultOf(result, iris)),
});

function runOf(person: string, { attempt, version, isRun, run, mode }: Setting, unit: Defined): Run {
  const [module, id] = !isRun || unit.path === null ? [null, null] : halves(unit.path);
  const kind = KINDS.get(member(unit.definition, 'type')) ?? null;
  return { person, attempt, version, module, unit: id, kind, run, mode };
}
