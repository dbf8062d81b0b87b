/** Taking up a stored journal, also after the content changed under it. */
import type { Code, Module, Unit } from '../content/module.js';
import { decodeJournal, type Run, type UnitJournal } from './journal.js';
import type { Kept, Session } from './session.js';
import { picksOf, replay, runWith, unitJournal } from './unit-state.js';

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

/** The part of a stored unit journal that still holds; the same object when all of it does. */
function holdOn(module: Module, attempt: string, unit: Unit, stored: UnitJournal): UnitJournal | undefined {
  const held = new Map<number, { run: Run; whole: boolean; finished: boolean }>();
  for (const run of [stored.first, stored.best, stored.running]) {
    if (!run || held.has(run.number)) continue;
    const { actions, finished } = replay(module, attempt, unit, run);
    const whole = actions.length === run.actions.length + picksOf(run).length;
    held.set(run.number, { run: whole ? run : cut(run, actions.length), whole, finished });
  }
  const all = [...held.values()];
  const bestHeld = stored.best && held.get(stored.best.number);
  if (all.every(({ whole }) => whole) && (bestHeld?.finished ?? true)) return stored;
  return rebuilt(stored, held);
}

/** The first `length` actions of a run, the picks of a letter counted as the last of them. */
function cut(run: Run, length: number): Run {
  const { actions, draft = [], from } = run;
  const kept = runWith(run, actions.slice(0, length), draft.slice(0, Math.max(0, length - actions.length)));
  return from === undefined ? kept : { ...kept, from: Math.min(from, kept.actions.length) };
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
