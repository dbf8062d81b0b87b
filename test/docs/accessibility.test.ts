/** The accessibility annex names every criterion of WCAG 2.2 A and AA once, and only tests that exist. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const annex = readFileSync(file('docs/toegankelijkheid.md'), 'utf8');
const rows = annex.split('\n').filter((line) => /^\| \d\.\d+\.\d+ .*\((A|AA)\) \|/.test(line));

/** How many success criteria of level A and AA each guideline has (WCAG 2.2, 4.1.1 left out as obsolete). */
const CRITERIA = {
  '1.1': 1,
  '1.2': 5,
  '1.3': 5,
  '1.4': 9,
  '2.1': 3,
  '2.2': 2,
  '2.3': 1,
  '2.4': 8,
  '2.5': 6,
  '3.1': 2,
  '3.2': 5,
  '3.3': 6,
  '4.1': 2,
};

it('has a row for every criterion of level A and AA', () => {
  const numbers = rows.map((row) => row.split(' ')[1] ?? '');
  expect(new Set(numbers).size).toBe(numbers.length);
  const counted = Object.fromEntries(
    Object.keys(CRITERIA).map((guideline) => [
      guideline,
      numbers.filter((number) => number.startsWith(`${guideline}.`)).length,
    ]),
  );
  expect(counted).toEqual(CRITERIA);
});

it('names a test or a reading for all that it says is met, and only tests that exist', () => {
  const names = [...annex.matchAll(/^\| \*\*(\w+)\*\* \|/gm)].map(([, name]) => name);
  for (const row of rows) {
    const cells = row.split('|').map((cell) => cell.trim());
    const tests = (cells[4] ?? '').split(', ').filter(Boolean);
    expect({ row, met: cells[2] === 'V' }).toEqual({ row, met: tests.length > 0 });
    for (const test of tests) expect([...names, 'eigen lezing']).toContain(test);
  }
  for (const [, path = ''] of annex.matchAll(/`(test\/[^`]+)`/g))
    expect({ path, there: existsSync(file(path)) }).toEqual({ path, there: true });
});
