/** How somebody of a known skill answers an item: who knows it answers right, who does not answers at random. */
import type { QuizItem } from '../content/module.js';
import { optionsOf } from '../engine/item-share.js';
import { chance, shuffled } from '../engine/random.js';
import { rightResponse } from '../engine/right-response.js';
import { normal } from './dice.js';

/** `skill` in logits: 0 knows half of the items of middling difficulty. How hard an item is, is drawn once per item. */
export function responseOf(item: QuizItem, learner: string, skill: number): string {
  const difficulty = 0.8 * normal(`item/${item.id}`);
  const knows = 1 / (1 + Math.exp(difficulty - skill));
  const seed = `${learner}/${item.id}`;
  return chance(`${seed}/knows`) < knows ? rightResponse(item) : guess(item, seed);
}

function guess(item: QuizItem, seed: string): string {
  const letters = optionsOf(item).map(({ id }) => id);
  const pick = (at: number, list: readonly string[]): string => shuffled(`${seed}/${at}`, list)[0] ?? '';
  switch (item.soort) {
    case 'enkel':
      return pick(0, letters);
    case 'meer':
      return shuffled(seed, letters).slice(0, item.goed.length).join('');
    case 'volgorde':
      return shuffled(seed, letters).join('');
    case 'beoordelen':
      return letters.map((_, at) => pick(at, ['1', '2', '3', '4'])).join('');
    case 'koppelen':
      return letters
        .map((_, at) =>
          pick(
            at,
            item.groepen.map(({ id }) => id),
          ),
        )
        .join('');
    case 'getal': {
      const mistakes = item.vergissingen.map(({ getal }) => getal);
      return pick(0, (mistakes.length > 0 ? mistakes : [item.antwoord + item.marge + 1]).map(String));
    }
  }
}
