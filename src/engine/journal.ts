/**
 * An attempt is a journal of actions; everything else is derived from it.
 * Per unit: the first scored run, the best, and the running one; older ones shrink to a count.
 */
import type { Code } from '../content/module.js';
import type { Action } from './action.js';

/** `scored`: the first whole run. `again`: a later whole run. `from-here`: starts in the middle, counts for nothing. */
export type RunMode = 'scored' | 'again' | 'from-here';

export interface Run {
  /** 1 = first run of this unit; also names the run in statement ids and seeds. */
  readonly number: number;
  readonly mode: RunMode;
  readonly actions: readonly Action[];
  /** For `from-here`: how many of the actions were taken over from an earlier run. */
  readonly from?: number;
}

export interface UnitJournal {
  readonly first?: Run;
  readonly best?: Run;
  readonly running?: Run;
  /** Runs started so far. */
  readonly runs: number;
}

export interface Journal {
  /** `Module.contentVersion` it was last written with. */
  readonly content: string;
  /** Random id of this attempt, 32 hex characters: seeds and statement ids hang on it. */
  readonly attempt: string;
  readonly units: Readonly<Record<Code, UnitJournal>>;
}
