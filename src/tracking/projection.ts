/** A session as an LMS may store it. Pure: the same journal gives the same snapshot. */
import { COMPETENCES, type CompetenceId } from '../content/vocabulary.js';
import type { Module, Quiz, QuizItem, Test, Unit } from '../content/module.js';
import { SEEN } from '../engine/action.js';
import { encodeActions, encodeJournal, type Run } from '../engine/journal.js';
import { formOf } from '../engine/forms.js';
import { moduleProgress, unitProgress } from '../engine/progress.js';
import { hasScore } from '../engine/unit-rules.js';
import type { Session } from '../engine/session.js';
import { quizAnswers, type QuizAnswer } from './quiz-answers.js';
import type { DetailLevel, Interaction, InteractionResult, Objective, Snapshot } from './snapshot.js';

export function snapshot(session: Session, detail: DetailLevel): Snapshot {
  const { module, journal } = session;
  const { completed, progress, score, passed, competences } = moduleProgress(session);
  const isScored = module.units.some(hasScore);
  return {
    journal: encodeJournal(journal),
    // An LMS grades `completed` without a score as 0.
    score: !isScored && completed ? 100 : score,
    completed,
    passed,
    progress: completed ? 1 : progress,
    interactions: module.units.flatMap((unit) => interactionsOf(session, unit, detail)),
    objectives: shownCompetences(module, detail).map((id): Objective => ({
      id,
      description: module.world.competences[id].label,
      score: competences[id] ?? null,
    })),
  };
}

/** An LMS shows names: what a measurement says per competence is for the report, unless the build asks for all. */
const shownCompetences = (module: Module, detail: DetailLevel): readonly CompetenceId[] =>
  detail === 'score' && module.units.some(({ kind }) => kind === 'test') ? [] : competencesOf(module);

/** The competences that this module gives evidence for, in the fixed order: the same list for every learner. */
export function competencesOf(module: Module): CompetenceId[] {
  const found = new Set(module.units.flatMap(unitCompetences));
  return COMPETENCES.filter((id) => found.has(id));
}

function unitCompetences(unit: Unit): readonly CompetenceId[] {
  switch (unit.kind) {
    case 'lesson':
      return [];
    case 'conversation':
      return unit.proof.competences;
    case 'find-mistake':
      return unit.mistakes.map((mistake) => mistake.competence);
    case 'quiz':
      return unit.items.map((item) => item.competentie);
    case 'test':
      return unit.forms.A.map((item) => item.competentie);
  }
}

function interactionsOf(session: Session, unit: Unit, detail: DetailLevel): Interaction[] {
  switch (unit.kind) {
    case 'lesson':
      return [];
    case 'conversation':
    case 'find-mistake':
      return [routeOf(session, unit, detail)];
    case 'quiz':
      return itemsOf(session, unit, detail);
    case 'test':
      return slotsOf(session, unit, detail);
  }
}

/** A whole run in one interaction: the score of the best one, and how it went. */
function routeOf(session: Session, unit: Unit, detail: DetailLevel): Interaction {
  const best = session.journal.units[unit.code]?.best;
  const score = unitProgress(session, unit.code).best;
  return {
    id: unit.id,
    description: unit.title,
    response: 'route',
    result: score === null ? null : { kind: 'score', value: score },
    given: detail === 'route' && best ? [routeCodes(best)] : null,
  };
}

function routeCodes(run: Run): string {
  return encodeActions(run.actions.filter((action) => action.code !== SEEN));
}

/** The answers that make the score: those of the best run, and before that of the first one as it grows. */
function itemsOf(session: Session, unit: Quiz, detail: DetailLevel): Interaction[] {
  const journal = session.journal.units[unit.code];
  const answers = quizAnswers(session, unit, journal?.best ?? journal?.running ?? journal?.first);
  return unit.items.map((item) => interaction(item, answers.get(item.code), `${unit.id}.${item.id}`, detail));
}

/**
 * One per place in the blueprint, whichever form the learner has: its number from 1 and the code of the item drawn. The answers
 * of the measurement, and none before they are handed in. Which item it was is for who asked for all.
 */
function slotsOf(session: Session, unit: Test, detail: DetailLevel): Interaction[] {
  const { first, best } = session.journal.units[unit.code] ?? {};
  const answers = quizAnswers(session, unit, first ?? best);
  return formOf(unit, session.journal.attempt).map((item, index) => {
    const id = `${unit.id}.${String(index + 1).padStart(2, '0')}.${item.code}`;
    const made = interaction(item, answers.get(item.code), id, detail);
    return detail === 'route' ? made : { ...made, description: `${unit.title} ${index + 1}` };
  });
}

function interaction(
  item: QuizItem,
  answer: QuizAnswer | undefined,
  id: string,
  detail: DetailLevel,
): Interaction {
  return {
    id,
    description: item.vraag,
    response: KINDS[item.soort],
    result: answer ? resultOf(answer.share) : null,
    given: answer && detail === 'route' ? answer.given : null,
  };
}

const KINDS = {
  enkel: 'choice',
  meer: 'choice',
  volgorde: 'sequencing',
  beoordelen: 'rating',
  koppelen: 'matching',
  getal: 'numeric',
} as const;

function resultOf(share: number): InteractionResult {
  if (share >= 1) return { kind: 'right' };
  return share <= 0 ? { kind: 'wrong' } : { kind: 'score', value: share * 100 };
}
