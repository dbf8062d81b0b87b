import type { Quiz } from '../content/module.js';
import type { Reducer } from './reducer.js';
export interface QuizState {
  readonly done: boolean;
}
export const quiz: Reducer<Quiz, QuizState> = {
  start: () => ({ done: false }),
  apply: (_unit, state) => state,
  isFinished: (_unit, state) => state.done,
  score: () => null,
  evidence: () => ({}),
};
