/** What a proof may find, as data: the checker turns it into findings with a line and words for the author. */
import type { CompetenceId, OutcomeId, TestedOutcome } from '../vocabulary.js';

/** Script ids and desk actions as an author writes them (`zaak Z-2041`, `a1`, `verstuur`): `playScript` plays them again. */
export type Path = readonly string[];

export const LIMITS = { facts: 8, steps: 6, outcomes: 2, states: 200_000 } as const;

export type ProofProblem = ProofError | ProofWarning;

export type ProofError =
  /** `path`: where a way to it stands that is not taken; absent when none can be played. */
  | {
      readonly severity: 'error';
      readonly kind: 'turn-unreachable';
      readonly turn: string;
      readonly path?: Path;
    }
  | {
      readonly severity: 'error';
      readonly kind: 'ending-unreachable';
      readonly ending: string;
      readonly path?: Path;
    }
  /** Nothing is offered here, or (with `option`) no way leads on after this choice. */
  | {
      readonly severity: 'error';
      readonly kind: 'dead-end';
      readonly turn: string;
      readonly option?: string;
      readonly path: Path;
    }
  /** `path` goes round once, by `round` at its end: the learner can do so for ever. */
  | {
      readonly severity: 'error';
      readonly kind: 'loop';
      readonly turn: string;
      readonly path: Path;
      readonly round: Path;
    }
  | {
      readonly severity: 'error';
      readonly kind: 'option-never-offered';
      readonly turn: string;
      readonly option: string;
      /** To the turn in which it is missed. */
      readonly path: Path;
    }
  /** No path has all four outcomes sufficient; `path` is the best one in competences, `misses` what falls short on it. */
  | {
      readonly severity: 'error';
      readonly kind: 'not-sufficient';
      readonly path: Path;
      readonly misses: readonly Miss[];
    }
  /** Options name this competence, but nowhere do they differ on it. `option`: the first that names it, with the way to its turn. */
  | {
      readonly severity: 'error';
      readonly kind: 'no-evidence';
      readonly competence: CompetenceId;
      readonly turn: string;
      readonly option: string;
      readonly path?: Path;
    }
  /** No competence meets two decisions on every route to an ending that is not `slecht`: the unit would have no score. */
  | { readonly severity: 'error'; readonly kind: 'no-competence-counts' }
  /** More facts in conditions than can be proved: drop conditions on some of them. */
  | {
      readonly severity: 'error';
      readonly kind: 'too-many-facts';
      readonly facts: readonly string[];
      readonly max: number;
    }
  | {
      readonly severity: 'error';
      readonly kind: 'too-many-steps';
      readonly steps: readonly string[];
      readonly max: number;
    }
  /** Conditions look at more outcomes than can be proved together. */
  | {
      readonly severity: 'error';
      readonly kind: 'too-many-outcomes';
      readonly outcomes: readonly TestedOutcome[];
      readonly max: number;
    }
  /** Too many situations differ: `drop` names what multiplies them, heaviest first. */
  | {
      readonly severity: 'error';
      readonly kind: 'too-many-states';
      readonly max: number;
      readonly drop: readonly string[];
    };

export type ProofWarning =
  /** A weaker option at its best gives no more than `by` at its worst, and no VERLEIDING says why one would choose it. */
  | {
      readonly severity: 'warning';
      readonly kind: 'dominated';
      readonly turn: string;
      readonly option: string;
      readonly by: string;
      readonly path: Path;
    }
  | { readonly severity: 'warning'; readonly kind: 'best-without-desk'; readonly path: Path }
  /** This competence stays under 70 % on the best path (share 0..1). */
  | {
      readonly severity: 'warning';
      readonly kind: 'weak-on-best';
      readonly competence: CompetenceId;
      readonly share: number;
      readonly path: Path;
    };

/** An outcome that falls short of the norms: `werkdagen` and `minuten` are the two sides of doorlooptijd. */
export interface Miss {
  readonly outcome: OutcomeId;
  readonly measure: 'klanttevredenheid' | 'minuten' | 'werkdagen' | 'kosten' | 'proces';
  readonly value: number;
  readonly norm: number;
}
