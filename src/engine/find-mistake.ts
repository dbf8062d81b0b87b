import type { FindMistake } from '../content/module.js';
import type { Reducer } from './reducer.js';
export interface FindMistakeState {
  readonly done: boolean;
}
export const findMistake: Reducer<FindMistake, FindMistakeState> = {
  start: () => ({ done: false }),
  apply: (_unit, state) => state,
  isFinished: (_unit, state) => state.done,
  score: () => null,
  evidence: () => ({}),
};
