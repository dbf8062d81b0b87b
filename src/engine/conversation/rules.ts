/** The rules of a conversation, shared by play and proof so that the two cannot differ: conditions, effects, evidence. */
import type { Condition, Conversation, Effects, Option, Route, Step } from '../../content/module.js';
import { COMPETENCES, type CompetenceId, type TestedOutcome } from '../../content/vocabulary.js';
import type { CompetenceEvidence } from '../reducer.js';
import type { ConversationState } from './state.js';

/** A conversation as the script says it, before (or without) its proof. */
export type Script = Omit<Conversation, 'proof'>;

/** The part of the state that rules look at. */
export type Situation = Pick<
  ConversationState,
  | 'facts'
  | 'steps'
  | 'opened'
  | 'tried'
  | 'visits'
  | 'topics'
  | 'klanttevredenheid'
  | 'minutes'
  | 'waitDays'
  | 'otherCost'
  | 'followUps'
>;

export function startSituation(script: Script): Situation {
  return {
    facts: [],
    steps: [],
    opened: [],
    tried: [],
    visits: {},
    topics: [],
    klanttevredenheid: clampSatisfaction(script.startSatisfaction),
    minutes: 0,
    waitDays: 0,
    otherCost: 0,
    followUps: 0,
  };
}

/** Do all conditions hold? An empty list always does. */
export function holds(conditions: readonly Condition[], situation: Situation): boolean {
  return conditions.every((condition) => isTrue(condition, situation) !== (condition.not ?? false));
}

function isTrue(condition: Condition, situation: Situation): boolean {
  switch (condition.kind) {
    case 'opened':
      return situation.opened.includes(condition.key);
    case 'knows':
      return situation.facts.includes(condition.fact);
    case 'step':
      return situation.steps.includes(condition.step);
    case 'below':
      return outcomeOf(condition.outcome, situation) < condition.value;
  }
}

function outcomeOf(outcome: TestedOutcome, situation: Situation): number {
  switch (outcome) {
    case 'klanttevredenheid':
      return situation.klanttevredenheid;
    case 'minuten':
      return situation.minutes;
    case 'werkdagen':
      return situation.waitDays;
  }
}

/** The options that stand in a turn now, offered or not: a topic that was taken is gone. */
export function standingOptions(options: readonly Option[], { topics }: Situation): readonly Option[] {
  return topics.length === 0 ? options : options.filter((option) => !topics.includes(option.code));
}

/** What choosing this option does now: its own effects, then each conditional group that holds before the choice. */
export function effectsOf(option: Option, situation: Situation): readonly Effects[] {
  if (option.conditional.length === 0) return [option.effects];
  const extra = option.conditional
    .filter((group) => holds(group.if, situation))
    .map((group) => group.effects);
  return [option.effects, ...extra];
}

/** The situation after these effects, one by one: klanttevredenheid is clamped after each. */
export function withEffects(
  situation: Situation,
  list: readonly Effects[],
  steps: readonly Step[],
): Situation {
  let { facts, steps: done, minutes, waitDays } = situation;
  for (const effects of list) {
    for (const fact of effects.facts ?? []) facts = facts.includes(fact) ? facts : [...facts, fact];
    for (const step of effects.steps ?? []) done = withStep(done, step, steps);
    minutes += effects.minutes ?? 0;
    waitDays += effects.waitDays ?? 0;
  }
  const { opened, tried, visits, topics, otherCost, followUps } = situation;
  return {
    facts,
    steps: done,
    opened,
    tried,
    visits,
    topics,
    klanttevredenheid: satisfactionAfter(situation.klanttevredenheid, list),
    minutes,
    waitDays,
    otherCost,
    followUps,
  };
}

/** Klanttevredenheid (0..10) after these effects, clamped after each. */
export function satisfactionAfter(before: number, list: readonly Effects[]): number {
  let now = before;
  for (const effects of list) now = clampSatisfaction(now + (effects.klanttevredenheid ?? 0));
  return now;
}

const clampSatisfaction = (value: number) => Math.min(10, Math.max(0, value));

/** A step is written down again when it was first done too early: then it counts from now on. */
function withStep(done: readonly string[], id: string, steps: readonly Step[]): readonly string[] {
  if (!done.includes(id)) return [...done, id];
  const step = steps.find((candidate) => candidate.id === id);
  const isLate = step?.after !== undefined && done.includes(step.after) && !isInOrder(step, done);
  return isLate ? [...done, id] : done;
}

/** Was the step done after the step that must go before it? */
export function isInOrder(step: Step, done: readonly string[]): boolean {
  return (
    step.after === undefined ||
    (done.includes(step.after) && done.indexOf(step.after) < done.lastIndexOf(step.id))
  );
}

/** Where the first route leads whose conditions hold; null is a dead end, which the checker refuses. */
export function routeTo(routes: readonly Route[], situation: Situation): string | null {
  return routes.find((route) => holds(route.if, situation))?.to ?? null;
}

/** Points of an option per competence, with the conditional effects that hold. */
function pointsOf(option: Option, situation: Situation, competence: CompetenceId): number {
  return effectsOf(option, situation).reduce(
    (sum, effects) => sum + (effects.competences?.[competence] ?? 0),
    0,
  );
}

/**
 * Evidence of one decision: chosen - lowest of highest - lowest, over all options written there, offered or not, so that not
 * looking something up costs (design: scoring). Competences on which the options do not differ are absent.
 */
export function evidenceOf(
  options: readonly Option[],
  chosen: Option,
  situation: Situation,
): CompetenceEvidence {
  const evidence: Partial<Record<CompetenceId, { got: number; max: number }>> = {};
  for (const competence of COMPETENCES) {
    const points = options.map((option) => pointsOf(option, situation, competence));
    const lowest = Math.min(...points);
    const max = Math.max(...points) - lowest;
    if (max > 0) evidence[competence] = { got: pointsOf(chosen, situation, competence) - lowest, max };
  }
  return evidence;
}
