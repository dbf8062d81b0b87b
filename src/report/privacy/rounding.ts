/** From exact figures to those that may be told. */
import type { Change, Mean, Share } from '../edition/figures.js';

/** Steps in percent; the smallest that is worth at least two persons is taken. */
const STEPS = [1, 2, 5, 10, 20, 25, 50] as const;

/** Part of n persons, in steps of at least two of them. The ends of the scale stay open: neither 'nobody' nor 'everybody' is told. */
export function toShare(count: number, n: number): Share {
  const step = STEPS.find((each) => (each * n) / 100 >= 2) ?? 50;
  const percent = Math.round((100 * count) / n / step) * step;
  if (percent <= step) return { percent: step, bound: 'at-most' };
  if (percent >= 100 - step) return { percent: 100 - step, bound: 'at-least' };
  return { percent, bound: 'about' };
}

/** Mean and its 95 % interval over persons, in whole points 0-100. `sd`: of the persons, n - 1. */
export function toMean({
  n,
  mean,
  sd,
}: {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}): Mean {
  const margin = marginOf(n, sd);
  return { mean: points(mean), low: points(mean - margin), high: points(mean + margin) };
}

/** A mean difference of pairs, with its interval. */
export function toChange({
  n,
  mean,
  sd,
}: {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}): Change {
  return changeWithin(mean, marginOf(n, sd));
}

export function changeWithin(difference: number, margin: number): Change {
  const [low, high] = [Math.round(difference - margin), Math.round(difference + margin)];
  return {
    difference: Math.round(difference),
    low: Math.max(-100, low),
    high: Math.min(100, high),
    mayBeChance: difference - margin <= 0 && difference + margin >= 0,
  };
}

/** Half the width of the 95 % interval of a mean. */
export function marginOf(n: number, sd: number): number {
  return (studentT(n - 1) * sd) / Math.sqrt(n);
}

/** Two-sided 95 % point of Student's t; right to three decimals from 4 degrees of freedom (Abramowitz and Stegun 26.7.5). */
export function studentT(degrees: number): number {
  const z = 1.959963985;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, index) => sum + term / degrees ** (index + 1), z);
}

export function points(value: number): number {
  return Math.min(100, Math.max(0, Math.round(value)));
}

export function decimals(value: number, count: number): number {
  return Number(value.toFixed(count));
}
