/** An item as a choice between options that are each worth something: what tricks and balances look at. */
import { optionsOf } from '../../../engine/item-share.js';
import type { Banked } from '../../compile/bank.js';
import type { ItemOption } from '../../schema/items.js';

/** What the best option is worth: right, or a judgement's highest key above its lowest. */
const BEST = 3;

export interface Choice {
  readonly banked: Banked;
  readonly options: readonly ItemOption[];
  /** Per option 0..3. */
  readonly worth: readonly number[];
  /** How many options a learner would pick. */
  readonly asked: number;
}

/** Null for what is no choice between options: an order, groups, a number. */
export function choiceOf(banked: Banked): Choice | null {
  const { item } = banked;
  const options = optionsOf(item);
  switch (item.soort) {
    case 'enkel':
      return { banked, options, worth: options.map(({ id }) => (id === item.goed ? BEST : 0)), asked: 1 };
    case 'meer': {
      const worth = options.map(({ id }) => (item.goed.includes(id) ? BEST : 0));
      return { banked, options, worth, asked: item.goed.length };
    }
    case 'beoordelen':
      return { banked, options, worth: item.opties.map(({ sleutel }) => sleutel - 1), asked: 1 };
    case 'volgorde':
    case 'koppelen':
    case 'getal':
      return null;
  }
}
