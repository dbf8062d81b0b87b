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
  if (differInDrafts(local, lms)) {
    // Nobody knows which letter is the newer one: the fuller one goes on, and nothing is lost that was sent.
    const journal = copy.journal.length > fromLms.length ? copy.journal : fromLms;
    return { journal, lostCopy: false };
  }
  if (extendsJournal(lms, local)) return { journal: fromLms, lostCopy: false };
  if (extendsJournal(local, lms)) return { journal: copy.journal, lostCopy: false };
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

/** Does `longer` hold all that `shorter` holds, and perhaps more? A letter that is not sent does not count. */
export function extendsJournal(longer: Journal, shorter: Journal): boolean {
  if (longer.attempt !== shorter.attempt) return false;
  return Object.entries(shorter.units).every(([code, unit]) => {
    const other = longer.units[code];
    return other === undefined ? unit.runs === 0 : extendsUnit(other, unit);
  });
}

function extendsUnit(longer: UnitJournal, shorter: UnitJournal): boolean {
  if (longer.runs < shorter.runs) return false;
  const kept = [longer.first, longer.best, longer.running].filter((run) => run !== undefined);
  const runs = [shorter.first, shorter.best, shorter.running].filter((run) => run !== undefined);
  return runs.every((run) => {
    const same = kept.find((other) => other.number === run.number);
    if (same) return startsWith(same, run);
    // A run that is neither first nor best nor latest any more has shrunk to a count.
    return run !== shorter.first && (longer.running?.number ?? Infinity) > run.number;
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
