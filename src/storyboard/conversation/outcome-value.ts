/** Values of outcomes as a reader sees them. */
import type { OutcomeId } from '../../content/vocabulary.js';
import { decimal, euro, minutes, percent } from '../words/numbers.js';

/** One outcome with its unit; lead time as minutes in which waiting is counted. */
export function outcomeValue(outcome: OutcomeId, value: number): string {
  switch (outcome) {
    case 'klanttevredenheid':
      return decimal(value);
    case 'doorlooptijd':
      return `${minutes(value)}, wachten meegeteld`;
    case 'kosten':
      return euro(value);
    case 'proces':
      return percent(value);
  }
}
