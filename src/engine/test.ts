/** A knowledge test: one of two forms; every answer may be changed, or taken back (''), until all are handed in. */
import type { Code, QuizItem, Test } from '../content/module.js';
import { type Action, RefusedAction } from './action.js';
import { formOf } from './forms.js';
import { type Answers, evidenceOf, itemShare, meanShare } from './item-share.js';
import { shuffled } from './random.js';
import { type Reducer, toScore } from './reducer.js';

export interface TestState {
  /** The learner's form, in the order in which this run shows it. */
  readonly items: readonly QuizItem[];
  readonly answers: Answers;
  readonly isHandedIn: boolean;
}

export const test: Reducer<Test, TestState> = {
  start: (unit, { seed }) => ({
    items: shuffled(`${seed}/vragen`, formOf(unit, seed)),
    answers: {},
    isHandedIn: false,
  }),
  apply,
  isFinished: (_unit, state) => state.isHandedIn,
  score: (_unit, { items, answers, isHandedIn }) => (isHandedIn ? toScore(meanShare(items, answers)) : null),
  evidence: (_unit, { items, answers, isHandedIn }) => (isHandedIn ? evidenceOf(items, answers) : {}),
};

/** Is this an answer that may still change? */
export const isAnswer = ({ forms }: Test, code: Code): boolean =>
  [...forms.A, ...forms.B].some((item) => item.code === code);

/** The answers so far as the actions that they will be. */
export const answersOf = ({ answers }: TestState): readonly Action[] =>
  Object.entries(answers).map(([code, { response }]) => ({ code, response }));

function apply(unit: Test, state: TestState, { code, response = '' }: Action): TestState {
  if (code === unit.handIn) return { ...state, isHandedIn: true };
  const item = state.items.find((candidate) => candidate.code === code);
  const others =
    state.answers[code] === undefined
      ? state.answers
      : Object.fromEntries(Object.entries(state.answers).filter(([one]) => one !== code));
  if (item && response === '') return { ...state, answers: others };
  if (!item) throw new RefusedAction(`this form has no item ${code}`);
  const share = itemShare(item, response);
  if (share === null) throw new RefusedAction(`'${response}' is no answer to item ${code}`);
  return { ...state, answers: { ...others, [code]: { response, share } } };
}
