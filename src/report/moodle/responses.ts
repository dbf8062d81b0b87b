/** What Moodle shows of an answer -> the response that the journal has. */
import type { QuizItem } from '../../content/module.js';
import { itemShare, optionsOf } from '../../engine/item-share.js';

/** Null: it does not fit the item as the content has it now. */
export function journalResponse(item: QuizItem, shown: string): string | null {
  const parts = shown.split(',').map((part) => part.trim());
  const response = joined(item, parts);
  return response === null || itemShare(item, response) === null ? null : response;
}

function joined(item: QuizItem, parts: readonly string[]): string | null {
  switch (item.soort) {
    case 'enkel':
    case 'meer':
    case 'volgorde':
      return parts.join('');
    case 'getal':
      return parts[0] ?? null;
    case 'beoordelen':
    case 'koppelen': {
      // Pairs of an option with what it got, in whatever order.
      const given = new Map(
        parts.map((pair) => [pair.slice(0, pair.indexOf('.')), pair.slice(pair.indexOf('.') + 1)]),
      );
      const letters = optionsOf(item).map(({ id }) => given.get(id));
      return letters.includes(undefined) ? null : letters.join('');
    }
  }
}
