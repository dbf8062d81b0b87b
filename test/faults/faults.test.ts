/** Proof by fault injection: whatever goes wrong, nothing that was acknowledged is lost, missing or doubled. */
import { expect, it } from 'vitest';
import { MUTATIONS } from './mutations.js';
import { playRuns } from './pool.js';

const modules = { modulesDir: 'modules/', ids: ['hostmanship', 'welkom'] };
const seeds = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

it('sixty random learners lose nothing, whatever goes wrong', { timeout: 600_000 }, async () => {
  const outcomes = await playRuns({ ...modules, seeds: seeds(60) });
  expect(outcomes).toHaveLength(60);
  expect(outcomes.filter(({ problems }) => problems.length > 0)).toEqual([]);
  // The runs are worth something only when much happens in them.
  expect(outcomes.reduce((sum, { clicks }) => sum + clicks, 0)).toBeGreaterThan(1_000);
});

it.each(MUTATIONS)('the runs notice %s', { timeout: 600_000 }, async (mutation) => {
  const outcomes = await playRuns({ ...modules, seeds: seeds(40), mutation, stopsAtFirst: true });
  expect(outcomes.some(({ problems }) => problems.length > 0)).toBe(true);
});
