/**
 * The one door between a session and whatever launched the page. SCORM 1.2 and SCORM 2004 are behind it.
 * Promises, because other standards answer over the network; an adapter that can do its work at once must
 * do it before its first `await`, as nothing after that runs while the page goes away.
 * Nothing here throws or rejects.
 */
import type { Snapshot } from '../snapshot.js';

export interface Lms {
  /** Opens the session; null: the LMS refused, so nothing can be stored. */
  open(): Promise<LmsEntry | null>;
  /** Hands the state over; it is safe only after `commit`. */
  write(snapshot: Snapshot): void;
  commit(occasion: Occasion): Promise<Stored>;
  /**
   * Ends the session with the last written state. A second call does nothing. An adapter that knows at once answers at
   * once: in a frame that a script takes away, no promise is kept any more.
   */
  finish(): Stored | Promise<Stored>;
}

/** `leaving`: the page is hidden or going away, so that an LMS may answer without knowing. */
export type Occasion = 'playing' | 'leaving';

/** `unsure`: the LMS said yes, but could not know (offline, page going away). It is sent anew when there is time. */
export type Stored = 'stored' | 'unsure' | 'failed';

export interface LmsEntry {
  /** In `review` and `browse` an adapter stores nothing, whatever is written. */
  readonly mode: 'normal' | 'review' | 'browse';
  readonly learner: Learner;
  /** What was handed over as `Snapshot.journal` last time; '' for a new attempt. */
  readonly journal: string;
  readonly launchData: string;
}

export interface Learner {
  /** Personal data: an LMS may use the user name. '' when it says nothing. */
  readonly id: string;
  readonly name: string;
}
