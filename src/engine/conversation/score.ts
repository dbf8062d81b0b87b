/** Competence evidence and score of one run of a conversation (design: scoring). */
import type { Conversation } from '../../content/module.js';
import type { CompetenceId } from '../../content/vocabulary.js';
import type { RunMode } from '../journal.js';
import { type CompetenceEvidence, type Evidence, toScore } from '../reducer.js';
import type { ConversationState } from './state.js';

/** A competence with fewer decisions on a route than this scores 0 there, so that hanging up early gains nothing. */
export const LEAST_DECISIONS = 2;

export interface CompetenceResult extends Evidence {
  /** Decisions that gave evidence. */
  readonly decisions: number;
  /** 0..1; 0 with fewer than two decisions. */
  readonly share: number;
}

/** All competences that the decisions gave evidence for. In the scored run, asking the coach halves what that turn earned. */
export function competencesOf(
  state: ConversationState,
  mode: RunMode,
): Readonly<Partial<Record<CompetenceId, CompetenceResult>>> {
  // Asked several times an action: sums are added to, not made anew.
  const sums = new Map<string, { got: number; max: number; decisions: number }>();
  for (const decision of state.decisions) {
    const part = decision.coached && mode === 'scored' ? 0.5 : 1;
    for (const [name, { got, max }] of Object.entries(decision.evidence)) {
      const sum = sums.get(name) ?? { got: 0, max: 0, decisions: 0 };
      sum.got += got * part;
      sum.max += max;
      sum.decisions += 1;
      sums.set(name, sum);
    }
  }
  const results: Partial<Record<CompetenceId, CompetenceResult>> = {};
  for (const [name, sum] of sums) {
    const share = sum.decisions < LEAST_DECISIONS ? 0 : sum.got / sum.max;
    results[name as CompetenceId] = { ...sum, share };
  }
  return results;
}

/** Mean (0..1) over the competences that count; null when none does. */
export function meanOf(
  competences: readonly CompetenceId[],
  results: Readonly<Partial<Record<CompetenceId, CompetenceResult>>>,
): number | null {
  if (competences.length === 0) return null;
  return (
    competences.reduce((sum, competence) => sum + (results[competence]?.share ?? 0), 0) / competences.length
  );
}

/** 0..100, where the best single path that exists in this draw is 100; null until an ending. */
export function scoreOfRun(unit: Conversation, state: ConversationState, mode: RunMode): number | null {
  if (state.ending === null) return null;
  const mean = meanOf(unit.proof.competences, competencesOf(state, mode));
  const bestMean = unit.proof.draws[state.draw]?.bestMean ?? 1;
  return mean === null ? null : toScore(bestMean > 0 ? mean / bestMean : 0);
}

/** Evidence of the competences that count; empty until an ending. */
export function evidenceOfRun(
  unit: Conversation,
  state: ConversationState,
  mode: RunMode,
): CompetenceEvidence {
  if (state.ending === null) return {};
  const results = competencesOf(state, mode);
  return Object.fromEntries(
    unit.proof.competences.map((competence) => {
      const { share = 0, got = 0, max = 1 } = results[competence] ?? {};
      return [competence, { got: share > 0 ? got : 0, max }];
    }),
  );
}
