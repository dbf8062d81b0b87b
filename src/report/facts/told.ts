/** What of a statement the facts are made of. Read by hand: a schema for each would take longer than all else together. */
import { createHash } from 'node:crypto';
import { UNIT_TYPES } from '../../tracking/xapi/vocabulary.js';
import { irisAmong, NOBODYS, type Iris } from './iris.js';
import { isThere, listOf, member, numberOf, textOf } from './json.js';
import { datingOf, momentOf } from './moment.js';
import { resultOf, type Result } from './result.js';

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

/** Where in the content; null: not there. */
export interface Where {
  /** Of what may be a whole module, and its id in the content, if it is one of ours. */
  readonly activity: string | null;
  readonly module_path: string | null;
  /** The object is a unit; then `holder` is its module, as the LMS may call it. */
  readonly is_unit: boolean;
  readonly holder: string | null;
  /** What follows the unit in the object's path, or the bank of a test. */
  readonly part: string | null;
  readonly in_bank: boolean;
  /** What was scored. */
  readonly scale: 'competence' | 'outcome' | null;
  readonly name: string | null;
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

/** Something that content has a name for. */
export interface Defined {
  readonly id: string | null;
  /** Without the base of the IRIs; null: not of ours. */
  readonly path: string | null;
  readonly definition: unknown;
}

/** What a statement is to the report; `defined`: its object, and what holds it. */
export type Reading =
  | { readonly standing: 'malformed' | 'foreign' }
  | { readonly standing: 'voiding'; readonly voided: string | null }
  | { readonly standing: 'ours'; readonly told: Told; readonly defined: readonly Defined[] };

const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const ADL_VERBS = 'http://adlnet.gov/expapi/verbs/';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const PSEUDONYM = /^[0-9a-f]{32}$/;
/** What has two parts as the id of a unit has, but is none. */
const NO_UNIT = /^(competence|outcome|course)\//;
const SCALES = [
  { name: 'competence', start: 'competence/' },
  { name: 'outcome', start: 'outcome/' },
] as const;
const BANK = '/vraag/';
/** Of an INTEGER. */
const MOST_RUNS = 2 ** 31 - 1;
/** An assessment may be a quiz, a test or a find-mistake: its answers tell. */
const KINDS: ReadonlyMap<unknown, Run['kind']> = new Map([
  [UNIT_TYPES.conversation, 'conversation'],
  [UNIT_TYPES.lesson, 'lesson'],
  [UNIT_TYPES.quiz, 'quiz'],
] as const);

/** `stored`: when the LRS stored it; `now`: of this computer; both in microseconds since 1970. */
export function readStatement(statement: unknown, stored: number | null, now: number): Reading {
  const id = member(statement, 'id');
  const verb = member(member(statement, 'verb'), 'id');
  const actor = member(statement, 'actor');
  const isWhole = typeof id === 'string' && UUID.test(id) && typeof actor === 'object' && actor !== null;
  if (!isWhole || typeof verb !== 'string') return { standing: 'malformed' };
  if (verb === `${ADL_VERBS}voided`)
    return { standing: 'voiding', voided: textOf(member(member(statement, 'object'), 'id')) };
  const context = member(statement, 'context');
  const activities = member(context, 'contextActivities');
  const categories = listOf(member(activities, 'category'));
  const iris = irisAmong(categories);
  if (iris === NOBODYS && !categories.some((one) => member(one, 'id') === CMI5))
    return { standing: 'foreign' };
  const extensions = member(context, 'extensions');
  const said = momentOf(member(extensions, iris.happened)) ?? momentOf(member(statement, 'timestamp'));
  const dating = datingOf(said, stored, now);
  const person = personOf(actor);
  if (dating === null || person === null) return { standing: 'malformed' };
  const object = definedOf(member(statement, 'object'), iris);
  const holder = holderOf(listOf(member(activities, 'parent')), iris);
  const isUnit = object.path !== null && isUnitPath(object.path);
  const told: Told = {
    statement: id.toLowerCase(),
    happened: dating.happened,
    is_misdated: dating.isMisdated,
    is_demo: isThere(member(extensions, iris.demo)),
    verb: verb.startsWith(ADL_VERBS) ? verb.slice(ADL_VERBS.length) : '',
    run: runOf(isUnit ? object : holder, context, { person, said: member(extensions, iris.run) }),
    where: whereOf(object, holder, isUnit),
    result: resultOf(member(statement, 'result'), iris),
  };
  return { standing: 'ours', told, defined: [object, holder] };
}

interface Runner {
  readonly person: string;
  /** What the package says of the run. */
  readonly said: unknown;
}

function runOf(unit: Defined, context: unknown, { person, said }: Runner): Run {
  const [module, id] = !isThere(said) || unit.path === null ? [null, null] : halves(unit.path);
  const number = numberOf(member(said, 'number'));
  return {
    person,
    attempt: (textOf(member(context, 'registration')) ?? '').toLowerCase(),
    version: textOf(member(context, 'revision')) ?? '',
    module,
    unit: id,
    kind: KINDS.get(member(unit.definition, 'type')) ?? null,
    run: Number.isInteger(number) && Math.abs(number ?? 0) <= MOST_RUNS ? number : null,
    mode: textOf(member(said, 'mode')),
  };
}

function whereOf({ id, path }: Defined, holder: Defined, isUnit: boolean): Where {
  const isModule = path === null || !path.includes('/');
  const part = path === null ? null : partOf(path, isUnit ? path : holder.path);
  const item = path === null || part !== null ? null : bankItemOf(path);
  const scale = SCALES.find(({ start }) => path?.startsWith(start));
  return {
    activity: isModule ? id : null,
    module_path: isModule ? path : null,
    is_unit: isUnit,
    holder: isUnit ? holder.id : null,
    part: part ?? item,
    in_bank: item !== null,
    scale: scale?.name ?? null,
    name: scale && path !== null ? path.slice(scale.start.length) : null,
  };
}

/** The module, and the unit in it; '' of a module itself. */
function halves(path: string): readonly [module: string, unit: string] {
  const slash = path.indexOf('/');
  if (slash < 0) return [path, ''];
  const end = path.indexOf('/', slash + 1);
  return [path.slice(0, slash), path.slice(slash + 1, end < 0 ? undefined : end)];
}

/** A unit's id has two parts; what it holds has it for parent. */
function isUnitPath(path: string): boolean {
  const slash = path.indexOf('/');
  return slash > 0 && slash < path.length - 1 && !path.includes('/', slash + 1) && !NO_UNIT.test(path);
}

function partOf(path: string, unitPath: string | null): string | null {
  const isIn = unitPath !== null && path.startsWith(unitPath) && path[unitPath.length] === '/';
  return isIn ? path.slice(unitPath.length + 1) : null;
}

/** An item of a test belongs to its bank, whichever package it is in. */
function bankItemOf(path: string): string | null {
  const slash = path.indexOf('/');
  return slash > 0 && path.startsWith(BANK, slash) ? path.slice(slash + BANK.length) : null;
}

function definedOf(activity: unknown, { activities }: Iris): Defined {
  const id = textOf(member(activity, 'id'));
  const path = id?.startsWith(activities) ? id.slice(activities.length) : null;
  return { id, path, definition: member(activity, 'definition') };
}

/** Where an LMS adds a parent of its own (cmi5's context template), ours comes after it. */
function holderOf(parents: readonly unknown[], iris: Iris): Defined {
  let holder: Defined = { id: null, path: null, definition: null };
  for (const parent of parents) {
    const one = definedOf(parent, iris);
    if (one.path !== null || holder.path === null) holder = one;
  }
  return holder;
}

/** What names an agent, in the order of xAPI 1.0.3, Data 2.4.2.3; a team needs no more than that it is the same each time. */
function personOf(actor: unknown): string | null {
  const name =
    textOf(member(member(actor, 'account'), 'name')) ??
    textOf(member(actor, 'mbox')) ??
    textOf(member(actor, 'mbox_sha1sum')) ??
    textOf(member(actor, 'openid'));
  if (name === null || PSEUDONYM.test(name)) return name;
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}
