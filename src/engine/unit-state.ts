/** What a session says of one unit, and of one run of it: the journal replayed. */
import type { Code, Module, Unit } from '../content/module.js';
import { type Action, RefusedAction, SEEN } from './action.js';
import type { Run, UnitJournal } from './journal.js';
import { runSeed } from './random.js';
import type { Session } from './session.js';
import type { Context } from './reducer.js';
import { playByRules } from './unit-rules.js';
import type { UnitState } from './units.js';

/**
 * What a run comes down to: its state, whether it is finished, its score and evidence. Without `run` the unit's running run,
 * or a fresh start when there is none.
 */
export function unitState(session: Session, unitCode: Code, run?: Run): UnitState {
  const unit = findUnit(session.module, unitCode);
  return replay(session.module, session.journal.attempt, unit, run ?? journalOf(session, unitCode).running);
}

interface Replayed {
  readonly module: Module;
  readonly attempt: string;
  readonly unit: Unit;
  readonly state: UnitState;
}
/** Runs never change, and one click asks for the same ones many times over. */
const replayed = new WeakMap<Run, Replayed>();

/** Plays a run from its start; without a run, a fresh start. */
export function replay(module: Module, attempt: string, unit: Unit, run: Run | undefined): UnitState {
  const known = run && replayed.get(run);
  if (known?.module === module && known.attempt === attempt && known.unit === unit) return known.state;
  const state = play(module, attempt, unit, run ?? { number: 1, mode: 'scored', actions: [] });
  if (run) replayed.set(run, { module, attempt, unit, state });
  return state;
}

/** What a run comes to with one more action, picks counted as actions: only that one is played. */
export function playOn(session: Session, unit: Unit, run: Run, action: Action): UnitState {
  const { module, journal } = session;
  const before = replay(module, journal.attempt, unit, run);
  const known = foreseen.get(before);
  if (known?.action.code === action.code && known.action.response === action.response) return known.state;
  // A run that no longer holds as a whole is refused where it breaks.
  if (before.refused !== undefined) return before;
  return playByRules(unit, [action], contextOf(module, journal.attempt, unit, run), before);
}

/** What a state comes to with one more action: of each the last that was asked for. */
const foreseen = new WeakMap<UnitState, { readonly action: Action; readonly state: UnitState }>();

/**
 * What the running run of a unit comes to with one more action, if it is done: worked out before, it costs nothing when it comes
 * to that. Changes nothing; undefined when no run is going on.
 */
export function foresee(session: Session, unitCode: Code, action: Action): UnitState | undefined {
  const unit = findUnit(session.module, unitCode);
  const { running } = journalOf(session, unitCode);
  if (!running) return undefined;
  const before = replay(session.module, session.journal.attempt, unit, running);
  const state = playOn(session, unit, running, action);
  foreseen.set(before, { action, state });
  return state;
}

/** Notes what a run comes to, where it was just played, if these are its actions. */
export function note({ module, journal }: Session, unit: Unit, run: Run, state: UnitState): void {
  const actions = [...run.actions, ...picksOf(run)];
  const isSame =
    actions.length === state.actions.length &&
    actions.every(({ code, response }, at) => {
      const other = state.actions[at];
      return other?.code === code && other.response === response;
    });
  if (isSame) replayed.set(run, { module, attempt: journal.attempt, unit, state });
}

function play(module: Module, attempt: string, unit: Unit, played: Run): UnitState {
  const context = contextOf(module, attempt, unit, played);
  return playByRules(unit, [...played.actions, ...picksOf(played)], context);
}

function contextOf(module: Module, attempt: string, unit: Unit, played: Run): Context {
  return { world: module.world, seed: runSeed(attempt, unit.code, played), mode: played.mode };
}

/** What may still change of a run, as the actions it is. */
export const picksOf = ({ draft = [] }: Run): readonly Action[] => draft;

/** The same run with other actions and another draft. */
export function runWith(
  { number, mode, from, of }: Run,
  actions: readonly Action[],
  draft: readonly Action[] = [],
): Run {
  return {
    number,
    mode,
    actions,
    ...(draft.length > 0 && { draft }),
    ...(from !== undefined && { from }),
    ...(of !== undefined && { of }),
  };
}

export const isSeen = (run: Run | undefined): boolean => run?.actions.at(-1)?.code === SEEN;

export function isOver(session: Session, unit: Unit, run: Run): boolean {
  return replay(session.module, session.journal.attempt, unit, run).finished;
}

export function findUnit(module: Module, code: Code): Unit {
  const unit = module.units.find((candidate) => candidate.code === code);
  if (!unit) throw new RefusedAction(`this module has no unit ${code}`);
  return unit;
}

export function journalOf(session: Session, code: Code): UnitJournal {
  return session.journal.units[code] ?? { runs: 0 };
}

export interface Roles {
  readonly first: Run | undefined;
  readonly best: Run | undefined;
  readonly running: Run | undefined;
}

/** A unit journal without the runs that are undefined. */
export function unitJournal({ first, best, running }: Roles, runs: number): UnitJournal {
  return { ...(first && { first }), ...(best && { best }), ...(running && { running }), runs };
}
