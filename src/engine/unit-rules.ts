/**
 * Where the rules of the unit kinds are plugged in. An overview on which nothing was done yet needs none of them, so the page
 * shows its first screen before they have come.
 */
import type { Unit } from '../content/module.js';
import type { Action } from './action.js';
import type { Context } from './reducer.js';
import type { UnitState } from './units.js';

type PlayUnit = (unit: Unit, actions: readonly Action[], context: Context, before?: UnitState) => UnitState;

let rules: PlayUnit | undefined;

/** Called by `units.ts` as it loads. */
export function plugIn(play: PlayUnit): void {
  rules = play;
}

/** Plays actions by the rules of the unit's kind. Throws when `session.ts` (which brings `units.ts`) was not loaded yet. */
export const playByRules: PlayUnit = (unit, actions, context, before) => {
  if (!rules)
    throw new Error('A unit was played before the rules of its kind had come: load engine/session.ts first.');
  return rules(unit, actions, context, before);
};

/** Does this unit ever have a score? */
export const hasScore = (unit: Unit): boolean => unit.kind !== 'lesson' && unit.weight > 0;
