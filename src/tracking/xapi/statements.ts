/** Recorded events -> xAPI statements. Pure: the same event of the same module gives the same statements, ids included. */
import type { Activity, Agent, Result, Statement, StatementObject } from '@xapi/xapi';
import type { Module, Unit } from '../../content/module.js';
import type { Action } from '../../engine/action.js';
import { decodeActions, encodeActions, type Run } from '../../engine/journal.js';
import { runSeed } from '../../engine/random.js';
import type { Context } from '../../engine/reducer.js';
import { playUnit, type UnitState } from '../../engine/units.js';
import type { PackageConfig } from '../config.js';
import { Activities } from './activities.js';
import { actorOf } from './actor.js';
import type { RecordedEvent, RunEvent } from './event.js';
import type { Launch } from './launch.js';
import { registrationOf, statementId, type Sha1 } from './statement-id.js';
import { actedDrafts } from './acted.js';
import { finishedDrafts } from './finished.js';
import { ownIris, verb, type OwnIris, type VerbName } from './vocabulary.js';

export interface StatementOptions {
  readonly module: Module;
  readonly config: PackageConfig;
  /** '' when the LMS did not say. */
  readonly learnerId: string;
  readonly launch: Pick<Launch, 'registration' | 'activityId'>;
  /** For who tells of many learners: those of this module, course and launch, made before; and a quicker SHA-1. */
  readonly activities?: Activities;
  readonly sha1?: Sha1;
}

/** A run before and after its last action, for who has just played it. */
export interface Played {
  readonly before: UnitState;
  readonly after: UnitState;
}

/** What is particular to one statement; the rest follows from its event. */
export interface Draft {
  /** Tells the statements of one action apart, within its id. */
  readonly kind: string;
  readonly verb: VerbName;
  readonly object: StatementObject;
  readonly result?: Result;
  /** Absent for what stands on its own (the module). */
  readonly parent?: Activity;
}

/** A run before and after the action that the event is about. */
export interface Replay {
  readonly unit: Unit;
  readonly run: Run;
  readonly before: UnitState;
  readonly after: UnitState;
  readonly module: Module;
  readonly activities: Activities;
  readonly iris: OwnIris;
}

/**
 * Makes the statements of events; an event that this version of the content no longer knows gives none. Without `played` the run
 * is played again. What statements have in common they share: nobody may change it.
 */
export function statementMaker(
  options: StatementOptions,
): (event: RecordedEvent, played?: Played) => readonly Statement[] {
  const { module, config, learnerId } = options;
  const iris = ownIris(config.iri);
  const activities = options.activities ?? activitiesOf(options);
  const contexts = new Contexts(options, activities, iris);
  const replays = new Replays(module, activities, iris);
  // A pseudonym takes longer than all else of a statement.
  const actors = new Map<string, Agent>();
  return (event, played) => {
    const actor = actors.get(event.attempt) ?? actorOf(config, learnerId, event.attempt);
    actors.set(event.attempt, actor);
    return draftsOf(event, replays, played).map((draft) => ({
      id: statementId(event.attempt, nameOf(draft, event), options.sha1),
      actor,
      verb: verb(draft.verb),
      object: draft.object,
      ...(draft.result === undefined ? {} : { result: draft.result }),
      context: contexts.of(event, draft.parent),
      timestamp: event.at,
    }));
  };
}

export function activitiesOf({
  module,
  config,
  launch,
}: Pick<StatementOptions, 'module' | 'config' | 'launch'>): Activities {
  const { course, iri } = config;
  return new Activities(module, ownIris(iri), { course, moduleId: launch.activityId });
}

function draftsOf({ attempt, what }: RecordedEvent, replays: Replays, played?: Played): readonly Draft[] {
  const { activities } = replays;
  switch (what.kind) {
    case 'opened':
      return [{ kind: 'initialized', verb: 'initialized', object: activities.module }];
    case 'closed': {
      const duration = `PT${Math.max(0, what.seconds).toFixed(2)}S`;
      return [{ kind: 'terminated', verb: 'terminated', object: activities.module, result: { duration } }];
    }
    case 'module-completed':
      return moduleDrafts(what, activities);
    case 'unit-started':
    case 'acted':
    case 'unit-finished': {
      const replay = replays.of(attempt, what, played);
      return replay ? runDrafts(what.kind, replay) : [];
    }
  }
}

function runDrafts(kind: 'unit-started' | 'acted' | 'unit-finished', replay: Replay): readonly Draft[] {
  const { activities, unit } = replay;
  switch (kind) {
    case 'unit-started':
      return [{ kind, verb: 'initialized', object: activities.unit(unit), parent: activities.module }];
    case 'acted':
      return actedDrafts(replay);
    case 'unit-finished':
      return finishedDrafts(replay);
  }
}

function moduleDrafts(event: RunEvent, activities: Activities): readonly Draft[] {
  const { score = null, passed = null } = event;
  const result: Result = {
    completion: true,
    ...(score === null ? {} : { score: { scaled: fraction(score / 100), raw: score, min: 0, max: 100 } }),
  };
  const completed: Draft = { kind: 'module-completed', verb: 'completed', object: activities.module, result };
  if (passed === null) return [completed];
  const name = passed ? 'passed' : 'failed';
  return [
    completed,
    { kind: name, verb: name, object: activities.module, result: { ...result, success: passed } },
  ];
}

/** What a run came to, and which run that was. */
interface Replayed extends Played {
  readonly seed: string;
  readonly mode: Run['mode'];
}

const isSame = (one: readonly Action[], other: readonly Action[]): boolean =>
  one.length === other.length && encodeActions(one) === encodeActions(other);

/** Plays runs again; the events of a run come one by one, so what the last one came to is where the next one starts. */
class Replays {
  private last: Replayed | undefined;

  constructor(
    private readonly module: Module,
    readonly activities: Activities,
    private readonly iris: OwnIris,
  ) {}

  /** Null: this version of the content does not know the run. */
  of(attempt: string, event: RunEvent, played?: Played): Replay | null {
    const { module, activities, iris } = this;
    const unit = module.units.find((candidate) => candidate.code === event.unit);
    if (!unit) return null;
    const isOfThis = played && encodeActions(played.after.actions) === event.actions;
    const actions = isOfThis ? played.after.actions : decodeActions(event.actions);
    const run: Run = {
      number: event.run,
      mode: event.mode,
      actions,
      ...(event.from === undefined ? {} : { from: event.from }),
      ...(event.of === undefined ? {} : { of: event.of }),
    };
    const context = { world: module.world, seed: runSeed(attempt, unit.code, run), mode: run.mode };
    const { before, after } = isOfThis ? played : (this.last = this.played(unit, actions, context));
    return after.actions.length < actions.length
      ? null
      : { unit, run, before, after, module, activities, iris };
  }

  private played(unit: Unit, actions: readonly Action[], context: Context): Replayed {
    const { seed, mode } = context;
    const last = this.last?.seed === seed && this.last.mode === mode ? this.last : undefined;
    // That a run is finished is told of the same actions as its last one.
    if (last && isSame(last.after.actions, actions)) return last;
    const earlier = actions.slice(0, -1);
    const before =
      last && isSame(last.after.actions, earlier) ? last.after : playUnit(unit, earlier, context);
    const isHeld = before.actions.length === earlier.length;
    const after = isHeld ? playUnit(unit, actions.slice(-1), context, before) : before;
    return { seed, mode, before, after };
  }
}

/** The contexts of statements: what a learner does one after another has the same. */
class Contexts {
  private readonly made = new Map<string, NonNullable<Statement['context']>>();
  private visit = '';

  constructor(
    private readonly options: StatementOptions,
    private readonly activities: Activities,
    private readonly iris: OwnIris,
  ) {}

  of(
    { attempt, visit, what }: RecordedEvent,
    parent: Activity | undefined,
  ): NonNullable<Statement['context']> {
    if (visit !== this.visit) this.made.clear();
    this.visit = visit;
    const run = 'run' in what ? { number: what.run, mode: what.mode } : undefined;
    const key = [attempt, parent?.id, run?.number, run?.mode].join(' ');
    const before = this.made.get(key);
    if (before) return before;
    const { activities, iris, options } = this;
    const { module, launch } = options;
    const context = {
      registration: launch.registration ?? registrationOf(attempt),
      contextActivities: {
        ...(parent === undefined ? {} : { parent: [parent] }),
        grouping: [activities.course, ...(parent === undefined ? [] : [activities.module])].map(bare),
        category: [bare(activities.profile)],
      },
      revision: module.contentVersion,
      platform: 'Zeventerpen',
      language: module.language === 'en' ? 'en-US' : 'nl-NL',
      extensions: { [iris.extensions.visit]: visit, ...(run && { [iris.extensions.run]: run }) },
    };
    this.made.set(key, context);
    return context;
  }
}

/** The actions are in the name, so another choice at the same place is another statement. */
function nameOf(draft: Draft, { what, visit }: RecordedEvent): string {
  return 'run' in what
    ? [what.unit, what.run, what.actions, draft.kind].join('\n')
    : ['visit', visit, draft.kind].join('\n');
}

/** Definitions travel once, with the statement's object and parent. */
function bare({ id }: Activity): Activity {
  return { objectType: 'Activity', id };
}

/** Four decimals: enough for any score, and never an exponent. */
export function fraction(value: number): number {
  return Number(Math.min(1, Math.max(0, value)).toFixed(4));
}
