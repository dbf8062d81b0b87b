/** The session: a module and its journal, and what follows from them. Pure. */
import type { Code, Module } from '../content/module.js';
import type { CompetenceId } from '../content/vocabulary.js';
import type { Action } from './action.js';
import type { Journal, Run } from './journal.js';

export { run } from './commands.js';
export { newSession } from './new-session.js';
export { moduleProgress, unitProgress } from './progress.js';
export { resume } from './resume.js';
export { foresee, unitState } from './unit-state.js';
// The rules come with the session.
import './units.js';

export interface Session {
  readonly module: Module;
  readonly journal: Journal;
}

/** What happened, for tracking. `actions` = the run's actions up to and including this one, encoded. A pick is no event. */
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
