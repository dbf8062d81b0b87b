/** A quiz: every item is answered once a run, in any order; partial credit where an item has parts. */
import type { Quiz } from '../content/module.js';
import { type Action, RefusedAction } from './action.js';
import { type Answers, evidenceOf, itemShare, meanShare } from './item-share.js';
import { type Reducer, toScore } from './reducer.js';

export interface QuizState {
  /** Response and share earned (0..1) per item answered, keyed by the item's code. */
  readonly answers: Answers;
}

export const quiz: Reducer<Quiz, QuizState> = {
  start: () => ({ answers: {} }),
  apply,
  isFinished,
  score: (unit, state) => (isFinished(unit, state) ? toScore(meanShare(unit.items, state.answers)) : null),
  evidence: (unit, state) => (isFinished(unit, state) ? evidenceOf(unit.items, state.answers) : {}),
};

function apply(unit: Quiz, state: QuizState, { code, response = '' }: Action): QuizState {
  const item = unit.items.find((candidate) => candidate.code === code);
  if (!item) throw new RefusedAction(`this quiz has no item ${code}`);
  if (state.answers[code]) throw new RefusedAction(`item ${code} was answered already`);
  const share = itemShare(item, response);
  if (share === null) throw new RefusedAction(`'${response}' is no answer to item ${code}`);
  return { answers: { ...state.answers, [code]: { response, share } } };
}

function isFinished(unit: Quiz, state: QuizState): boolean {
  return unit.items.every((item) => state.answers[item.code] !== undefined);
}
