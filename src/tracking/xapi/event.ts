/** What the outbox keeps: enough to make the statements of one event later, from the module and these few words. */
import type { SessionEvent } from '../../engine/session.js';

export interface RecordedEvent {
  /** Order within a browser; later events have higher numbers. */
  readonly seq: number;
  readonly attempt: string;
  /** Random id of this stay on the page. */
  readonly visit: string;
  /** ISO 8601, when it happened. */
  readonly at: string;
  /** Its action is stored; only then may a statement leave. */
  readonly released: boolean;
  readonly what: Happening;
}

export type Happening =
  | { readonly kind: 'opened' }
  /** `seconds` since `opened`. */
  | { readonly kind: 'closed'; readonly seconds: number }
  | RunEvent;

/** A session event, with what a replay of a run 'from here' needs. */
export interface RunEvent extends SessionEvent {
  readonly from?: number;
  readonly of?: number;
  /** What the module comes to at this moment, for `module-completed`. */
  readonly score?: number | null;
  readonly passed?: boolean | null;
}
