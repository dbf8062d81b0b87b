/** Chance from a seed, so that a run can be played again. */

export interface Chance {
  /** [0, 1) */
  readonly next: () => number;
  /** A whole number from 0 up to and without `limit`. */
  readonly below: (limit: number) => number;
  /** True in so many cases of a hundred. */
  readonly percent: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly hex: (length: number) => string;
}

/** Mulberry32: small, and good enough to choose among faults. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    percent: (share) => next() * 100 < share,
    pick: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('Nothing to pick from.');
      return found;
    },
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
  };
}
