import { describe, expect, it } from 'vitest';
import { changeWithin, studentT, toMean, toShare } from '../../../src/report/privacy/rounding.js';

describe('rounding', () => {
  it("knows the 95 % points of Student's t", () => {
    // From a printed table.
    const table = { 4: 2.776, 9: 2.262, 29: 2.045, 99: 1.984, 1000: 1.962 };
    for (const [degrees, t] of Object.entries(table)) expect(studentT(Number(degrees))).toBeCloseTo(t, 2);
  });

  it('gives a mean with its interval in whole points, within the scale', () => {
    // 2.262 x 10 / sqrt(10) = 7.15
    expect(toMean({ n: 10, mean: 96.4, sd: 10 })).toEqual({ mean: 96, low: 89, high: 100 });
  });

  it('tells a share in steps of at least two persons, and neither nobody nor everybody', () => {
    expect(toShare(0, 10)).toEqual({ percent: 20, bound: 'at-most' });
    expect(toShare(10, 10)).toEqual({ percent: 80, bound: 'at-least' });
    expect(toShare(4, 10)).toEqual({ percent: 40, bound: 'about' });
    expect(toShare(127, 400)).toEqual({ percent: 32, bound: 'about' });
    expect(toShare(400, 400)).toEqual({ percent: 99, bound: 'at-least' });
  });

  it('gives the same share for one person more or less, but at the edge of a step', () => {
    for (const n of [5, 10, 17, 40, 99, 250]) {
      const told = new Set(Array.from({ length: n + 1 }, (_, count) => JSON.stringify(toShare(count, n))));
      expect(told.size, String(n)).toBeLessThanOrEqual(n / 2 + 1);
    }
  });

  it('says when a difference may be chance', () => {
    expect(changeWithin(4, 5).mayBeChance).toBe(true);
    expect(changeWithin(4, 3)).toEqual({ difference: 4, low: 1, high: 7, mayBeChance: false });
  });
});
