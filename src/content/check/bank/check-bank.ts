/** What only shows when all items of a bank are seen together. */
import type { Banked } from '../../compile/bank.js';
import { checkAlike } from './alike.js';
import { checkElsewhere } from './elsewhere.js';
import { checkGiveAway } from './give-away.js';
import { checkKeys } from './keys.js';

/** Reports items that are nearly the same, that give themselves or another away, and keys that are not spread. */
export function checkBank(items: readonly Banked[]): void {
  checkAlike(items);
  checkElsewhere(items);
  checkGiveAway(items);
  checkKeys(items);
}
