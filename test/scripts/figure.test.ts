import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gather, printFigures, type Figure } from '../../scripts/figure.js';

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const SIZE: Figure = { name: 'code', value: 36.84, unit: 'kB', budget: 40 };
const TIME: Figure = { name: 'an edition', value: 12, unit: 's', budget: 10 };

it('prints each figure as it comes, so that a bench that breaks off has told what it knew', async () => {
  async function* breaking(): AsyncGenerator<Figure> {
    yield await Promise.resolve(TIME);
    throw new Error('no room');
  }
  await expect(gather(() => [SIZE], breaking)).rejects.toThrow('no room');
  expect(lines.map((line) => line.trim())).toEqual([
    expect.stringMatching(/^code +36\.8 kB +budget 40 kB ok$/),
    expect.stringMatching(/^an edition +12 s +budget 10 s OVER$/),
  ]);
});

it('ends with all figures in the order of their sources, and says how many are over budget', async () => {
  const figures = await gather(
    () => Promise.resolve([SIZE]),
    () => [TIME],
  );
  lines = [];
  expect(printFigures(figures)).toBe(1);
  expect(lines.at(-1)).toBe('1 figure(s) over budget.');
  expect(lines).toHaveLength(3);
});
