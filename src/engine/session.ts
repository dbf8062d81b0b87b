/** The session: a module and its journal, and what follows from them. Pure. */
import type { Code, Module, Unit } from '../content/module.js';
import type { CompetenceId } from '../content/vocabulary.js';
import { type Action, RefusedAction, SEEN } from './action.js';
import { decodeJournal, encodeActions, type Journal, type Run, type UnitJournal } from './journal.js';
import { runSeed } from './random.js';
import { toScore } from './reducer.js';
import { hasScore, playUnit, type UnitState } from './units.js';

export interface Session {
  readonly module: Module;
  readonly journal: Journal;
}

/** What happened, for tracking. `actions` = the run's actions up to and including this one, encoded. */
export interface SessionEvent {
  readonly kind: 'unit-started' | 'acted' | 'unit-finished' | 'module-completed';
  readonly unit: Code;
  readonly run: number;
  readonly mode: Run['mode'];
  readonly actions: string;
}

export interface UnitProgress {
  readonly status: 'new' | 'busy' | 'finished';
  /** Finished and its debrief (or result) seen: what completion asks. A lesson has no debrief: finished is seen. */
  readonly seen: boolean;
  /** Best unit score, 0..100; null: not finished, or a unit without a score. */
  readonly best: number | null;
  readonly first: number | null;
  /** Decisions or answers so far in the running run. */
  readonly step: number;
}

export interface ModuleProgress {
  readonly completed: boolean;
  /** Share of required units finished and seen, 0..1. */
  readonly progress: number;
  /** 0..100, can never go down; null: nothing scored yet. Unfinished units count as 0. */
  readonly score: number | null;
  readonly passed: boolean | null;
  /** Best evidence per competence over the finished units, 0..100. */
  readonly competences: Readonly<Partial<Record<CompetenceId, number>>>;
}

export type Command =
  | { readonly kind: 'start'; readonly unit: Code }
  | { readonly kind: 'act'; readonly unit: Code; readonly action: Action }
  /** Ends the running run of a unit without result. */
  | { readonly kind: 'stop'; readonly unit: Code }
  /** 'Probeer vanaf hier': a new run that takes over the first `from` actions of the given finished run. */
  | { readonly kind: 'from-here'; readonly unit: Code; readonly run: Run; readonly from: number }
  | { readonly kind: 'seen'; readonly unit: Code };

/** How much of a stored journal held: `part` when the content changed under it. */
export type Kept = 'all' | 'part' | 'none';

/** A session in which nothing was done yet. `attempt`: 32 random hex characters. */
export function newSession(module: Module, attempt: string): Session {
  return { module, journal: { content: module.contentVersion, attempt, units: {} } };
}

/**
 * The session that a stored journal tells of, as far as its codes still hold in this content: unknown units go, a run ends
 * before its first action that is refused. Throws `JournalError` when the text is no whole journal.
 */
export function resume(module: Module, text: string): { readonly session: Session; readonly kept: Kept } {
  const journal = decodeJournal(text);
  const entries = Object.entries(journal.units);
  const kept: [Code, UnitJournal][] = [];
  for (const [code, stored] of entries) {
    const unit = module.units.find((candidate) => candidate.code === code);
    const held = unit && holdOn(module, journal.attempt, unit, stored);
    if (held) kept.push([code, held]);
  }
  const units = Object.fromEntries(kept);
  const whole = kept.length === entries.length && kept.every(([code, unit]) => unit === journal.units[code]);
  const none = entries.length > 0 && kept.length === 0;
  return {
    session: { module, journal: { content: module.contentVersion, attempt: journal.attempt, units } },
    kept: whole ? 'all' : none ? 'none' : 'part',
  };
}

/** Carries out a command. Throws `RefusedAction` when it is not possible now; the session given stands in any case. */
export function run(
  session: Session,
  command: Command,
): { readonly session: Session; readonly events: readonly SessionEvent[] } {
  const unit = findUnit(session.module, command.unit);
  const before = journalOf(session, unit.code);
  switch (command.kind) {
    case 'start':
      return start(session, unit, before);
    case 'act':
      return act(session, unit, before, command.action);
    case 'stop':
      return { session: withUnit(session, unit.code, stopped(unit, before)), events: [] };
    case 'from-here':
      return startFromHere(session, unit, before, command);
    case 'seen':
      return seen(session, unit, before);
  }
}

/**
 * What a run comes down to: its state, whether it is finished, its score and evidence. Without `run` the unit's running run,
 * or a fresh start when there is none.
 */
export function unitState(session: Session, unitCode: Code, run?: Run): UnitState {
  const unit = findUnit(session.module, unitCode);
  return replay(session.module, session.journal.attempt, unit, run ?? journalOf(session, unitCode).running);
}

export function unitProgress(session: Session, unitCode: Code): UnitProgress {
  const unit = findUnit(session.module, unitCode);
  const { first, best, running } = journalOf(session, unitCode);
  const scoreOf = (run: Run | undefined) => (run ? unitState(session, unitCode, run).score : null);
  const step = running
    ? running.actions.slice(running.from ?? 0).filter((action) => action.code !== SEEN).length
    : 0;
  return {
    status: best ? 'finished' : running || first ? 'busy' : 'new',
    seen: best !== undefined && (unit.kind === 'lesson' || [first, best, running].some(isSeen)),
    best: scoreOf(best),
    first: scoreOf(first),
    step,
  };
}

export function moduleProgress(session: Session): ModuleProgress {
  const { units, passMark } = session.module;
  const required = units.filter((unit) => unit.required);
  const done = required.filter((unit) => unitProgress(session, unit.code).seen);
  const score = moduleScore(session);
  return {
    completed: done.length === required.length,
    progress: required.length === 0 ? 1 : done.length / required.length,
    score,
    passed: passMark === undefined ? null : score !== null && score >= passMark,
    competences: competencesOf(session),
  };
}

/** sum(weight x best, 0 if unfinished) / sum(weight), over the units that have a score (design: scoring). */
function moduleScore(session: Session): number | null {
  const scored = session.module.units.filter(hasScore);
  const bests = scored.map((unit) => unitProgress(session, unit.code).best);
  if (bests.every((best) => best === null)) return null;
  const weights = scored.reduce((sum, unit) => sum + unit.weight, 0);
  const points = scored.reduce((sum, unit, at) => sum + unit.weight * (bests[at] ?? 0), 0);
  return toScore(points / weights / 100);
}

/** Mean over the finished units that give evidence; a unit counts with the better of its first and its best run. */
function competencesOf(session: Session): ModuleProgress['competences'] {
  const shares = new Map<CompetenceId, number[]>();
  for (const unit of session.module.units) {
    for (const [competence, share] of bestShares(session, unit.code)) {
      shares.set(competence, [...(shares.get(competence) ?? []), share]);
    }
  }
  return Object.fromEntries(
    [...shares].map(([competence, list]) => [
      competence,
      toScore(list.reduce((a, b) => a + b) / list.length),
    ]),
  );
}

function bestShares(session: Session, unitCode: Code): Map<CompetenceId, number> {
  const { first, best } = journalOf(session, unitCode);
  const shares = new Map<CompetenceId, number>();
  for (const run of new Set([first, best])) {
    if (!run) continue;
    for (const [name, { got, max }] of Object.entries(unitState(session, unitCode, run).evidence)) {
      const competence = name as CompetenceId;
      if (max > 0) shares.set(competence, Math.max(shares.get(competence) ?? 0, got / max));
    }
  }
  return shares;
}

type Result = ReturnType<typeof run>;

function start(session: Session, unit: Unit, before: UnitJournal): Result {
  const { running } = before;
  // A second click on 'start' must neither throw nor begin another run.
  if (running?.actions.length === 0) return { session, events: [] };
  if (running && !isOver(session, unit, running)) throw new RefusedAction(`a run of ${unit.id} is going on`);
  const number = before.runs + 1;
  const run: Run = { number, mode: before.first ? 'again' : 'scored', actions: [] };
  return begun(session, unit, { ...before, running: run, runs: number }, run);
}

function startFromHere(
  session: Session,
  unit: Unit,
  before: UnitJournal,
  { run: source, from }: { readonly run: Run; readonly from: number },
): Result {
  if (before.running && !isOver(session, unit, before.running)) {
    throw new RefusedAction(`a run of ${unit.id} is going on`);
  }
  const played = replay(session.module, session.journal.attempt, unit, source);
  if (!played.finished) throw new RefusedAction('only from a finished run');
  const number = before.runs + 1;
  const actions = source.actions.slice(0, from);
  const run: Run = {
    number,
    mode: 'from-here',
    actions,
    from: actions.length,
    of: source.of ?? source.number,
  };
  if (from < 0 || replay(session.module, session.journal.attempt, unit, run).finished) {
    throw new RefusedAction('there is nothing left to try from here');
  }
  return begun(session, unit, { ...before, running: run, runs: number }, run);
}

function begun(session: Session, unit: Unit, journal: UnitJournal, run: Run): Result {
  return { session: withUnit(session, unit.code, journal), events: [eventOf('unit-started', unit, run)] };
}

function act(session: Session, unit: Unit, before: UnitJournal, action: Action): Result {
  const { running } = before;
  if (!running) throw new RefusedAction(`no run of ${unit.id} is going on`);
  if (action.code === SEEN) return seen(session, unit, before);
  const run: Run = { ...running, actions: [...running.actions, action] };
  const played = replay(session.module, session.journal.attempt, unit, run);
  if (played.refused !== undefined) throw new RefusedAction(played.refused);
  const acted = eventOf('acted', unit, run);
  if (!played.finished) {
    return { session: withUnit(session, unit.code, { ...before, running: run }), events: [acted] };
  }
  const after = withUnit(session, unit.code, finishedWith(session, unit, { ...before, running: run }, run));
  return {
    session: after,
    events: [acted, eventOf('unit-finished', unit, run), ...completion(session, after, unit, run)],
  };
}

function seen(session: Session, unit: Unit, before: UnitJournal): Result {
  const { running } = before;
  if (!running || !isOver(session, unit, running))
    throw new RefusedAction(`no run of ${unit.id} has just ended`);
  if (isSeen(running)) return { session, events: [] };
  const run: Run = { ...running, actions: [...running.actions, { code: SEEN }] };
  const same = (other: Run | undefined) => (other?.number === run.number ? run : other);
  const journal = unitJournal(
    { first: same(before.first), best: same(before.best), running: run },
    before.runs,
  );
  // A run that is neither first nor best goes at the next start: the best one keeps that the unit was seen.
  const kept = run.mode === 'from-here' ? journal : keepSeen(journal);
  const after = withUnit(session, unit.code, kept);
  return { session: after, events: [eventOf('acted', unit, run), ...completion(session, after, unit, run)] };
}

/** Banks a finished run: first scored run at once, best only when it is better. */
function finishedWith(session: Session, unit: Unit, before: UnitJournal, run: Run): UnitJournal {
  if (run.mode === 'from-here') return before;
  const first = run.mode === 'scored' ? run : before.first;
  const score = (candidate: Run) =>
    replay(session.module, session.journal.attempt, unit, candidate).score ?? 0;
  const best = !before.best || score(run) > score(before.best) ? run : before.best;
  const after = unitJournal({ first, best, running: run }, before.runs);
  return [before.first, before.best].some(isSeen) ? keepSeen(after) : after;
}

/** A stopped first run stays the first: stopping must not buy a second 'first' run. One without actions never was a run. */
function stopped(unit: Unit, before: UnitJournal): UnitJournal {
  const { first, best, running, runs } = before;
  if (!running) throw new RefusedAction(`no run of ${unit.id} is going on`);
  const ended = running.mode === 'scored' && !first && running.actions.length > 0 ? running : first;
  return unitJournal({ first: ended, best, running: undefined }, runs);
}

function completion(before: Session, after: Session, unit: Unit, run: Run): SessionEvent[] {
  const completed = !moduleProgress(before).completed && moduleProgress(after).completed;
  return completed ? [eventOf('module-completed', unit, run)] : [];
}

function keepSeen(journal: UnitJournal): UnitJournal {
  const { first, best, running, runs } = journal;
  if (!best || isSeen(first) || isSeen(best)) return journal;
  const seenBest: Run = { ...best, actions: [...best.actions, { code: SEEN }] };
  const same = (other: Run | undefined) => (other?.number === best.number ? seenBest : other);
  return unitJournal({ first: same(first), best: seenBest, running: same(running) }, runs);
}

/** The part of a stored unit journal that still holds; the same object when all of it does. */
function holdOn(module: Module, attempt: string, unit: Unit, stored: UnitJournal): UnitJournal | undefined {
  const held = new Map<number, { run: Run; whole: boolean; finished: boolean }>();
  for (const run of [stored.first, stored.best, stored.running]) {
    if (!run || held.has(run.number)) continue;
    const { actions, finished } = replay(module, attempt, unit, run);
    const whole = actions.length === run.actions.length;
    const from = run.from === undefined ? {} : { from: Math.min(run.from, actions.length) };
    held.set(run.number, { run: whole ? run : { ...run, ...from, actions }, whole, finished });
  }
  const all = [...held.values()];
  const bestHeld = stored.best && held.get(stored.best.number);
  if (all.every(({ whole }) => whole) && (bestHeld?.finished ?? true)) return stored;
  return rebuilt(stored, held);
}

type Held = ReadonlyMap<number, { readonly run: Run; readonly whole: boolean; readonly finished: boolean }>;

/** A best run that no longer reaches an end becomes the running one, so that the learner can end it. */
function rebuilt(stored: UnitJournal, held: Held): UnitJournal | undefined {
  const get = (run: Run | undefined) => (run ? held.get(run.number) : undefined);
  const first = get(stored.first);
  const best = [get(stored.best), first].find((candidate) => candidate?.finished);
  const broken = [get(stored.running), get(stored.best), first].find((candidate) => candidate !== undefined);
  const running = get(stored.running) ?? (best ? undefined : broken);
  // A first run that goes on is first only once it has ended.
  const goesOn = first !== undefined && running?.run.number === first.run.number && !first.finished;
  const journal = unitJournal(
    { first: goesOn ? undefined : first?.run, best: best?.run, running: running?.run },
    stored.runs,
  );
  const empty = ![journal.first, journal.best, journal.running].some((run) => run && run.actions.length > 0);
  return empty ? undefined : journal;
}

function replay(module: Module, attempt: string, unit: Unit, run: Run | undefined): UnitState {
  const played: Run = run ?? { number: 1, mode: 'scored', actions: [] };
  return playUnit(unit, played.actions, {
    world: module.world,
    seed: runSeed(attempt, unit.code, played),
    mode: played.mode,
  });
}

const isSeen = (run: Run | undefined): boolean => run?.actions.at(-1)?.code === SEEN;

function isOver(session: Session, unit: Unit, run: Run): boolean {
  return replay(session.module, session.journal.attempt, unit, run).finished;
}

function findUnit(module: Module, code: Code): Unit {
  const unit = module.units.find((candidate) => candidate.code === code);
  if (!unit) throw new RefusedAction(`this module has no unit ${code}`);
  return unit;
}

function journalOf(session: Session, code: Code): UnitJournal {
  return session.journal.units[code] ?? { runs: 0 };
}

function withUnit(session: Session, code: Code, unit: UnitJournal): Session {
  const { module, journal } = session;
  return { module, journal: { ...journal, units: { ...journal.units, [code]: unit } } };
}

interface Roles {
  readonly first: Run | undefined;
  readonly best: Run | undefined;
  readonly running: Run | undefined;
}

function unitJournal({ first, best, running }: Roles, runs: number): UnitJournal {
  return { ...(first && { first }), ...(best && { best }), ...(running && { running }), runs };
}

function eventOf(kind: SessionEvent['kind'], unit: Unit, run: Run): SessionEvent {
  return { kind, unit: unit.code, run: run.number, mode: run.mode, actions: encodeActions(run.actions) };
}
