import type { QuizItem, Test } from '../content/module.js';
import { groupOf } from './random.js';

/**
 * The form of a learner, in the order of the blueprint: group 0 meets A at the baseline and B at the end, group 1 the other way
 * round, so that nobody sees an item twice. `attempt`: its id, or a seed that begins with it.
 */
export function formOf({ moment, forms }: Test, attempt: string): readonly QuizItem[] {
  return groupOf(attempt) === (moment === 'baseline' ? 0 : 1) ? forms.A : forms.B;
}
