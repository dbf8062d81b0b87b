/** What somebody does next in a unit, and how long he takes over it. */
import type { FindMistake, Lesson, Module, Quiz, Test } from '../content/module.js';
import type { Action } from '../engine/action.js';
import type { FindMistakeState } from '../engine/find-mistake.js';
import type { LessonState } from '../engine/lesson.js';
import type { QuizState } from '../engine/quiz.js';
import type { TestState } from '../engine/test.js';
import type { UnitState } from '../engine/units.js';
import { nextInConversation, type Mind } from './conversation-player.js';
import { responseOf } from './item-answer.js';

export interface Learner extends Mind {
  /** Fixes what he answers to an item at this moment. */
  readonly name: string;
}

export interface Step {
  readonly action: Action;
  readonly seconds: number;
}

/** Undefined: the run is over, or nothing can be done. */
export function nextStep(module: Module, played: UnitState, learner: Learner): Step | undefined {
  if (played.finished) return undefined;
  const { dice } = learner;
  switch (played.kind) {
    case 'conversation': {
      const action = nextInConversation(played.unit, module.world, played.state, learner);
      const isSaid = action?.response !== undefined || !isDesk(module, action);
      return action && { action, seconds: dice.seconds(action.response ? 110 : isSaid ? 28 : 14) };
    }
    case 'quiz':
      return quizStep(played.unit, played.state, learner);
    case 'test':
      return testStep(played.unit, played.state, learner);
    case 'find-mistake': {
      const code = mistakeCode(played.unit, played.state, learner);
      return code === undefined ? undefined : { action: { code }, seconds: dice.seconds(22) };
    }
    case 'lesson': {
      const code = lessonCode(played.unit, played.state, learner);
      return code === undefined ? undefined : { action: { code }, seconds: dice.seconds(20) };
    }
  }
}

const isDesk = ({ world }: Module, action: Action | undefined): boolean =>
  action !== undefined && Object.values(world.deskCodes).includes(action.code);

function quizStep(unit: Quiz, { answers }: QuizState, { dice, name, skills }: Learner): Step | undefined {
  const item = unit.items.find(({ code }) => answers[code] === undefined);
  if (!item) return undefined;
  const response = responseOf(item, name, skills[item.competentie]);
  return { action: { code: item.code, response }, seconds: dice.seconds(45) };
}

function testStep(unit: Test, { items, answers }: TestState, { dice, name, skills }: Learner): Step {
  const item = items.find(({ code }) => answers[code] === undefined);
  if (!item) return { action: { code: unit.handIn }, seconds: dice.seconds(30) };
  const response = responseOf(item, name, skills[item.competentie]);
  return { action: { code: item.code, response }, seconds: dice.seconds(48) };
}

function mistakeCode(
  unit: FindMistake,
  { asked, marks }: FindMistakeState,
  { dice, skills }: Learner,
): string | undefined {
  if (asked) {
    const skill = skills[asked.mistake.competence];
    const options = asked.mistake[asked.question];
    return dice.choose(options, ({ good }) => (good ? 1.6 * Math.exp(0.6 * skill) : 0))?.code;
  }
  const lines = unit.lines.flatMap(({ code }) => (code === undefined || marks.includes(code) ? [] : [code]));
  return dice.choose(lines, (line) => {
    const mistake = unit.mistakes.find((one) => one.line === line);
    return mistake ? 2.2 * Math.exp(0.6 * skills[mistake.competence]) : 0;
  });
}

function lessonCode(unit: Lesson, state: LessonState, { dice }: Learner): string | undefined {
  const page = unit.pages.find(({ code }) => !state.pages.includes(code));
  for (const block of page?.blocks ?? []) {
    if (block.kind === 'spots') {
      const spot = block.spots.find(({ code }) => !state.spots.includes(code));
      if (spot && dice.happens(0.93)) return spot.code;
    }
    if (block.kind === 'question' && state.answers[block.code] === undefined && dice.happens(0.96))
      return dice.choose(block.options, ({ good }) => (good ? 1.5 : 0))?.code;
  }
  return page?.code;
}
