/** Two copies of one attempt, the LMS's and this browser's: which one goes on? */
import type { Code } from '../../content/module.js';
import {
  decodeJournal,
  encodeJournal,
  type Journal,
  type Run,
  type UnitJournal,
} from '../../engine/journal.js';
import { runWith } from '../../engine/unit-state.js';
import type { LocalCopies, LocalCopy } from './copies.js';

export interface Start {
  /** What to resume with; '' = a new attempt. */
  readonly journal: string;
  /** Both held something the other had not; the LMS's goes on and the learner must be told. */
  readonly lostCopy: boolean;
}

/** The longer wins when it extends the other, else the LMS's. `isAnyone`: copies of other attempts may be another learner's. */
export function chooseStart(fromLms: string, copies: LocalCopies, isAnyone = false): Start {
  const lms = tryDecode(fromLms);
  if (lms === null) return { journal: isAnyone ? fromLms : rescue(fromLms, copies), lostCopy: false };
  const unsent = isAnyone ? null : copies.findUnsent();
  if (unsent && unsent.attempt !== lms.attempt) return goOnWithout(unsent, fromLms, copies);
  return compare(fromLms, lms, copies);
}

/**
 * An attempt that never arrived, and elsewhere another one was begun since. If nothing was done in that one, nothing is lost by
 * going on with the first; else it goes, and the learner hears it once.
 */
function goOnWithout(unsent: LocalCopy, fromLms: string, copies: LocalCopies): Start {
  const mine = tryDecode(unsent.journal);
  const lms = tryDecode(fromLms);
  const isMore = mine !== null && Object.keys(mine.units).length > 0;
  if (isMore && lms && Object.keys(lms.units).length === 0)
    return { journal: unsent.journal, lostCopy: false };
  copies.drop(unsent.attempt);
  const start = chooseStart(fromLms, copies);
  return isMore ? { ...start, lostCopy: true } : start;
}

function compare(fromLms: string, lms: Journal, copies: LocalCopies): Start {
  const copy = copies.find(lms.attempt);
  const local = copy && tryDecode(copy.journal);
  if (!copy || !local || copy.journal === fromLms) return { journal: fromLms, lostCopy: false };
  // What this copy came from is in it, whatever it looks like by now: runs shrink to a count, a letter goes once it is sent.
  if (copy.behind.includes(checkSumOf(fromLms))) return { journal: copy.journal, lostCopy: false };
  if (differInDrafts(local, lms)) return { journal: fromLms, lostCopy: false };
  if (extendsJournal(lms, local)) return { journal: fromLms, lostCopy: false };
  if (extendsJournal(local, lms, 'whole')) return { journal: copy.journal, lostCopy: false };
  return { journal: fromLms, lostCopy: true };
}

/**
 * The LMS is empty: a new attempt, unless this browser holds one that never arrived. Or what it has is cut off: then this
 * browser's copy of that attempt; the attempt's id stands near the start.
 */
function rescue(fromLms: string, copies: LocalCopies): string {
  const copy = fromLms === '' ? copies.findUnsent() : copies.find(fromLms.split(';')[2] ?? '');
  return copy && tryDecode(copy.journal) ? copy.journal : fromLms;
}

/** Is the letter that is being written all that is different? */
function differInDrafts(one: Journal, other: Journal): boolean {
  return withoutDrafts(one) === withoutDrafts(other);
}

function withoutDrafts({ units, ...journal }: Journal): string {
  const kept = Object.entries(units).map(([code, { running, ...unit }]): [Code, UnitJournal] => {
    if (!running) return [code, unit];
    return [code, { ...unit, running: runWith(running, running.actions) }];
  });
  return encodeJournal({ ...journal, units: Object.fromEntries(kept) });
}

/** Tells one journal from another. */
export function checkSumOf(journal: string): string {
  return journal.slice(journal.lastIndexOf(';') + 1);
}

/**
 * Does `longer` hold all that `shorter` holds, and perhaps more? A run of which only the count is left may have been any run,
 * and a letter that is not sent does not count. `whole`: where one of these is in `shorter`, nobody knows, so no.
 */
export function extendsJournal(
  longer: Journal,
  shorter: Journal,
  runs: 'counted' | 'whole' = 'counted',
): boolean {
  if (longer.attempt !== shorter.attempt) return false;
  return Object.entries(shorter.units).every(([code, unit]) => {
    const other = longer.units[code];
    return other === undefined ? unit.runs === 0 : extendsUnit(other, unit, runs);
  });
}

function extendsUnit(longer: UnitJournal, shorter: UnitJournal, left: 'counted' | 'whole'): boolean {
  if (longer.runs < shorter.runs) return false;
  const kept = [longer.first, longer.best, longer.running].filter((run) => run !== undefined);
  const runs = [shorter.first, shorter.best, shorter.running].filter((run) => run !== undefined);
  return runs.every((run) => {
    const same = kept.find((other) => other.number === run.number);
    if (same) return startsWith(same, run) && (left === 'counted' || run.draft === undefined);
    // A run that is neither first nor best nor latest any more has shrunk to a count.
    const isLater = run !== shorter.first && (longer.running?.number ?? Infinity) > run.number;
    return isLater && left === 'counted';
  });
}

function startsWith(longer: Run, shorter: Run): boolean {
  return (
    longer.mode === shorter.mode &&
    longer.actions.length >= shorter.actions.length &&
    shorter.actions.every(
      (action, index) =>
        longer.actions[index]?.code === action.code && longer.actions[index].response === action.response,
    )
  );
}

/** Null for '' and for a text that is cut off or not ours. */
export function tryDecode(text: string): Journal | null {
  if (text === '') return null;
  try {
    return decodeJournal(text);
  } catch {
    return null;
  }
}
