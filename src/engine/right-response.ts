import type { QuizItem } from '../content/module.js';

/** The answer to an item that earns everything, as the journal writes it. */
export function rightResponse(item: QuizItem): string {
  switch (item.soort) {
    case 'enkel':
      return item.goed;
    case 'meer':
      return [...item.goed].sort().join('');
    case 'volgorde':
      return item.opties.map(({ id }) => id).join('');
    case 'beoordelen':
      return item.opties.map(({ sleutel }) => sleutel).join('');
    case 'koppelen':
      return item.opties.map(({ bij }) => bij).join('');
    case 'getal':
      return String(item.antwoord);
  }
}
