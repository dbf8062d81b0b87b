/** How one SCORM edition spells what all editions have. */
import type { ScormEdition } from '../config.js';
import type { Interaction, Objective, Snapshot } from '../snapshot.js';
import type { Nudge, Pair } from './elements.js';

export interface Dialect {
  readonly edition: ScormEdition;
  readonly names: ElementNames;
  /** Elements without which the attempt is not safe. */
  readonly essential: readonly string[];
  /** Can ids of interactions be read back? If not, the place in the fixed list is the index. */
  readonly readsInteractions: boolean;
  /** Does ending the session store by itself, so that a commit before it is one request too many? */
  readonly finishStores: boolean;
  readonly nudge: Nudge;
  sessionTime(milliseconds: number): string;
  /** Status, score and progress. */
  state(snapshot: Snapshot): readonly Pair[];
  /** Pairs relative to `cmi.interactions.N.`; `id` is not among them. */
  interaction(interaction: Interaction): readonly Pair[];
  interactionTime(at: Date): Pair;
  /** Spelling of its result, also to see that it changed. */
  result(interaction: Interaction): string;
  /** Pairs relative to `cmi.objectives.N.`; `id` is not among them. */
  objective(objective: Objective, isCompleted: boolean): readonly Pair[];
}

export interface ElementNames {
  readonly mode: string;
  readonly credit: string;
  readonly learnerId: string;
  readonly learnerName: string;
  readonly launchData: string;
  readonly journal: string;
  readonly status: string;
  readonly success: string | null;
  readonly score: string;
  readonly exit: string;
  readonly sessionTime: string;
}
