import type { Lesson } from '../content/module.js';
import type { Reducer } from './reducer.js';
export interface LessonState {
  readonly done: boolean;
}
export const lesson: Reducer<Lesson, LessonState> = {
  start: () => ({ done: false }),
  apply: (_unit, state) => state,
  isFinished: (_unit, state) => state.done,
  score: () => null,
  evidence: () => ({}),
};
