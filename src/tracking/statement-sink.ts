/** Where events go for statements. */
import type { Session, SessionEvent } from '../engine/session.js';

/** `record` before their actions are kept, `release` once those are stored. */
export interface StatementSink {
  open(start: StatementStart): void;
  /** `change`: number of the change that these events belong to. */
  record(session: Session, events: readonly SessionEvent[], change: number): void;
  /** Everything up to that change is stored; `sendNow` false: `leave` follows at once. */
  release(change: number, sendNow: boolean): void;
  /** The page is hidden (`isEnd` false) or goes away: send what may be sent while that is possible. */
  leave(isEnd: boolean): void;
}

export interface StatementStart {
  readonly session: Session;
  /** '' when nobody knows. */
  readonly learnerId: string;
  /** Start of the keys of what this learner keeps here. */
  readonly scope: string;
  /** The attempt is over: nothing new is told, only sent what waited. */
  readonly isReview: boolean;
  /** The LMS's launch data; '' when there are none. */
  readonly launchData: string;
}
