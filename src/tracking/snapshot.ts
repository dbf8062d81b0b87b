/** What an LMS stores of a session, in no standard's dialect. The adapters in `lms/` translate it. */

/** `score`: results only, because an LMS shows names. `route`: also the answers and the routes taken. */
export type DetailLevel = 'score' | 'route';

export interface Snapshot {
  /** The encoded journal; ASCII, far inside SCORM 1.2's 4,096 characters. */
  readonly journal: string;
  /** 0..100; null: nothing scored yet. */
  readonly score: number | null;
  readonly completed: boolean;
  /** null: no pass rule, or not known yet. */
  readonly passed: boolean | null;
  /** 0..1; 1 only when completed. */
  readonly progress: number;
  /** A fixed list per module: same interactions in the same order for every learner, from the first commit on. */
  readonly interactions: readonly Interaction[];
  readonly objectives: readonly Objective[];
}

export interface Interaction {
  /** Only [A-Za-z0-9_.]: the strictest LMS takes it. */
  readonly id: string;
  /** What it asked, one line, for standards that can show it. */
  readonly description: string;
  readonly response: ResponseKind;
  /** null: not answered yet. */
  readonly result: InteractionResult | null;
  /** In the order shown; only at detail `route`. */
  readonly given: readonly string[] | null;
}

/**
 * `choice` and `sequencing`: letters; `matching`: `a.p` pairs; `rating`: `a.3` pairs;
 * `numeric`: a number; `route`: codes of a whole run, one string.
 */
export type ResponseKind = 'choice' | 'sequencing' | 'matching' | 'rating' | 'numeric' | 'route';

/** `right`/`wrong` for an item; `score` (0..100) for a unit or a partly right item. */
export type InteractionResult =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'score'; readonly value: number };

export interface Objective {
  /** Only [A-Za-z0-9_.]. */
  readonly id: string;
  readonly description: string;
  /** 0..100; null: no evidence yet. */
  readonly score: number | null;
}
