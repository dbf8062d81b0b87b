import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COHORTS, cohort, deviation, finalTest, mean } from '../../scripts/known-learners.js';
import { loadContent } from '../../src/content/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}docs/kennistoets.md`, 'utf8');
const number = (text: string): number => Number(text.replace(',', '.'));

/** The table as it stands on the page: cohort -> score A, score B, spread, and half the interval at 30, 100 and 300 people. */
const rows = new Map(
  page
    .split('\n')
    .filter((line) => /^\| (?:startend|gemiddeld|sterk) /.test(line))
    .map((line) => {
      const [name = '', ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [name, cells.map(number)] as const;
    }),
);
const [module] = loadContent(`${root}modules`, ['kennistoets']).modules;
const unit = module && finalTest(module);

describe('the table of the kennistoets in the docs', () => {
  it('has a row for each cohort', () => {
    expect([...rows.keys()]).toEqual(Object.keys(COHORTS));
  });

  it('is what the learners of known skill come to', () => {
    // A tenth of them: the first of the same learners, so a rule of scoring that changes shows at once.
    for (const [name, middle] of Object.entries(COHORTS)) {
      const taken = cohort(module!, unit!, { name, middle, learners: 100 });
      const [a = NaN, b = NaN, spread = NaN] = rows.get(name) ?? [];
      const off = (3 * spread) / Math.sqrt(taken.length);
      expect(Math.abs(mean(taken.map(({ A }) => A)) - a)).toBeLessThan(off);
      expect(Math.abs(mean(taken.map(({ B }) => B)) - b)).toBeLessThan(off);
      expect(deviation(taken.map(({ A }) => A))).toBeGreaterThan(spread / 1.4);
      expect(deviation(taken.map(({ A }) => A))).toBeLessThan(spread * 1.4);
    }
  });

  it('is exact where a whole cohort takes one form', () => {
    const taken = cohort(
      module!,
      { ...unit!, forms: { A: unit!.forms.A, B: [] } },
      { name: 'sterk', middle: COHORTS.sterk },
    );
    expect(mean(taken.map(({ A }) => A)).toFixed(1)).toBe(rows.get('sterk')?.[0]?.toFixed(1));
  });

  it('has the intervals that follow from its spread', () => {
    for (const [, , spread = NaN, ...halves] of rows.values())
      for (const [at, people] of [30, 100, 300].entries())
        // Both are rounded to one decimal.
        expect(Math.abs((halves[at] ?? NaN) - (1.96 * spread) / Math.sqrt(people))).toBeLessThan(0.07);
  });
});
