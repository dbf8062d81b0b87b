/** What a unit kind is to the engine: how it starts, what an action does to it, when it is done and what it is worth. */
import type { World } from '../content/module.js';
import type { CompetenceId } from '../content/vocabulary.js';
import type { Action } from './action.js';
import type { RunMode } from './journal.js';

export interface Context {
  readonly world: World;
  /** `runSeed` of the run: fixes what is left to chance. */
  readonly seed: string;
  readonly mode: RunMode;
}

/** Points got above the lowest possible, and what could be got; got/max is the share shown. */
export interface Evidence {
  readonly got: number;
  readonly max: number;
}
export type CompetenceEvidence = Readonly<Partial<Record<CompetenceId, Evidence>>>;

export interface Reducer<U, S> {
  readonly start: (unit: U, context: Context) => S;
  /** Throws `RefusedAction` when the action is not possible now. */
  readonly apply: (unit: U, state: S, action: Action, context: Context) => S;
  readonly isFinished: (unit: U, state: S) => boolean;
  /** 0..100, one decimal; null: not finished, or a kind without a score. */
  readonly score: (unit: U, state: S, context: Context) => number | null;
  /** Evidence that counts, per competence; empty while not finished. */
  readonly evidence: (unit: U, state: S, context: Context) => CompetenceEvidence;
}

/** A share (0..1) as a score of 0..100 with one decimal, as it is shown and reported. */
export const toScore = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
