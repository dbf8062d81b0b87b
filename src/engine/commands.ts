/** What each command does to a session. */
import type { Code, Unit } from '../content/module.js';
import { type Action, RefusedAction, SEEN } from './action.js';
import { isBlock } from './conversation/draft.js';
import { turnNow } from './conversation/reduce.js';
import { encodeActions, type Run, type UnitJournal } from './journal.js';
import { isCompleted } from './progress.js';
import type { Command, Session, SessionEvent } from './session.js';
import {
  findUnit,
  isOver,
  isSeen,
  journalOf,
  note,
  picksOf,
  playOn,
  replay,
  runWith,
  unitJournal,
} from './unit-state.js';
import { answersOf, isAnswer } from './test.js';
import type { UnitState } from './units.js';

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

type Result = ReturnType<typeof run>;

function start(session: Session, unit: Unit, before: UnitJournal): Result {
  const { running } = before;
  // A second click on 'start' must neither throw nor begin another run.
  if (running?.actions.length === 0 && running.mode !== 'from-here') return { session, events: [] };
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
  const played = playOn(session, unit, running, action);
  if (played.refused !== undefined) throw new RefusedAction(played.refused);
  const draft = draftOf(played);
  if (isPick(unit, action.code)) {
    const run = runWith(running, running.actions, draft);
    note(session, unit, run, played);
    return { session: withUnit(session, unit.code, { ...before, running: run }), events: [] };
  }
  // What is handed in is done for good: the draft of a test becomes actions.
  const settled = unit.kind === 'test' ? picksOf(running) : [];
  const run = runWith(running, [...running.actions, ...settled, action], draft);
  note(session, unit, run, played);
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
  note(session, unit, run, playOn(session, unit, running, { code: SEEN }));
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
  const ended =
    running.mode === 'scored' && !first && running.actions.length > 0
      ? runWith(running, running.actions)
      : first;
  return unitJournal({ first: ended, best, running: undefined }, runs);
}

function completion(before: Session, after: Session, unit: Unit, run: Run): SessionEvent[] {
  const completed = !isCompleted(before) && isCompleted(after);
  return completed ? [eventOf('module-completed', unit, run)] : [];
}

function keepSeen(journal: UnitJournal): UnitJournal {
  const { first, best, running, runs } = journal;
  if (!best || isSeen(first) || isSeen(best)) return journal;
  const seenBest: Run = { ...best, actions: [...best.actions, { code: SEEN }] };
  const same = (other: Run | undefined) => (other?.number === best.number ? seenBest : other);
  return unitJournal({ first: same(first), best: seenBest, running: same(running) }, runs);
}

function withUnit(session: Session, code: Code, unit: UnitJournal): Session {
  const { module, journal } = session;
  return { module, journal: { ...journal, units: { ...journal.units, [code]: unit } } };
}

function eventOf(kind: SessionEvent['kind'], unit: Unit, run: Run): SessionEvent {
  return { kind, unit: unit.code, run: run.number, mode: run.mode, actions: encodeActions(run.actions) };
}

/** Does this action only change the draft? */
const isPick = (unit: Unit, code: Code): boolean =>
  unit.kind === 'test' ? isAnswer(unit, code) : isBlock(unit, code);

/** The draft that a run comes to: blocks picked for the letter that is being written, or answers not handed in. */
function draftOf(played: UnitState): readonly Action[] {
  if (played.kind === 'test') return played.finished ? [] : answersOf(played.state);
  if (played.kind !== 'conversation') return [];
  const turn = turnNow(played.unit, played.state);
  return turn?.kind === 'compose' ? turn.slots.flatMap(({ id }) => toAction(played.state.draft[id])) : [];
}

const toAction = (code: Code | undefined): readonly Action[] => (code === undefined ? [] : [{ code }]);
