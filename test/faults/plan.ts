/** What goes wrong in one visit. */
import type { Chance } from './chance.js';

export interface Plan {
  /** Killed at this effect of the page on the world; Infinity: not. */
  readonly killAt: number;
  readonly storage: 'there' | 'blocked';
  readonly place: 'parent' | 'opener' | 'behind a stranger';
  /** Milliseconds until the LMS's object is there. */
  readonly late: number;
  /** Of a hundred commits, so many go wrong: they fail, or only their answer does. */
  readonly commitTrouble: number;
  /** Of a hundred commits, so many say 'true' and store nothing. */
  readonly lies: number;
  readonly networkTrouble: number;
  readonly failedImports: number;
  readonly isSlow: boolean;
  /** From this click on the login is no good any more. */
  readonly expiresAt: number;
  readonly offline: { readonly from: number; readonly to: number };
  readonly clicks: number;
  /** `crash`: no goodbye; `gone`: the frame is taken away, nothing after the handlers runs. */
  readonly end: 'leave' | 'gone' | 'crash' | 'hide and crash';
}

/** Nothing goes wrong, nothing is clicked: time for all that waited. */
export const CALM: Plan = {
  killAt: Infinity,
  storage: 'there',
  place: 'parent',
  late: 0,
  commitTrouble: 0,
  lies: 0,
  networkTrouble: 0,
  failedImports: 0,
  isSlow: false,
  expiresAt: Infinity,
  offline: { from: Infinity, to: Infinity },
  clicks: 0,
  end: 'leave',
};

export function randomPlan(chance: Chance): Plan {
  const some = <T>(percent: number, value: T, otherwise: T): T =>
    chance.percent(percent) ? value : otherwise;
  const from = some(20, chance.below(20), Infinity);
  const isBlocked = chance.percent(8);
  return {
    // Without storage nothing is durable at once, so that a kill may take the last click.
    killAt: some(isBlocked ? 0 : 35, 1 + chance.below(chance.pick([40, 150, 600])), Infinity),
    storage: isBlocked ? 'blocked' : 'there',
    place: chance.pick(['parent', 'parent', 'opener', 'behind a stranger']),
    late: some(15, 2_000, 0),
    commitTrouble: chance.pick([0, 0, 10, 40, 100]),
    lies: chance.pick([0, 0, 0, 20]),
    networkTrouble: chance.pick([0, 0, 15, 60]),
    failedImports: some(10, 2, 0),
    isSlow: chance.percent(5),
    expiresAt: some(10, chance.below(25), Infinity),
    offline: { from, to: from + 2 + chance.below(12) },
    clicks: 3 + chance.below(chance.pick([8, 25, 70])),
    end: isBlocked ? 'leave' : chance.pick(['leave', 'leave', 'gone', 'crash', 'hide and crash']),
  };
}
