/** The words of the options that cost most: what the page and the table are made of. */
import type { Choice, Edition, MistakesCell, Shown } from './edition.js';

type Option = Shown<MistakesCell>['options'][number];

/** Looks up what an option says; its code where the edition does not have the words. */
export function wordsOf({ choices }: Pick<Edition, 'choices'>): (option: Option) => Choice {
  const known = new Map(choices.map((choice) => [choice.id, choice]));
  return ({ choice, option, turn }) =>
    known.get(choice) ?? { id: choice, situation: turn, text: option, better: null };
}
