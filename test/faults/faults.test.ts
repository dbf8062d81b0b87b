/** Proof by fault injection: whatever goes wrong, nothing that was acknowledged is lost, missing or doubled. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MUTATIONS, type Mutation } from './mutations.js';
import { openPool, type Pool } from './pool.js';

let pool: Pool;
beforeAll(async () => {
  pool = await openPool('modules/', ['hostmanship', 'welkom']);
}, 120_000);
afterAll(() => pool.close());

it('sixty random learners lose nothing, whatever goes wrong', { timeout: 600_000 }, async () => {
  const outcomes = await pool.play({ seeds: Array.from({ length: 60 }, (_, n) => n + 1) });
  expect(outcomes).toHaveLength(60);
  expect(outcomes.filter(({ problems }) => problems.length > 0)).toEqual([]);
  // The runs are worth something only when much happens in them.
  expect(outcomes.reduce((sum, { clicks }) => sum + clicks, 0)).toBeGreaterThan(1_000);
});

/**
 * Seeds that showed it before; should the runs change, those from `first` on follow. No seed is played twice: the same attempts
 * would come to one LRS again, and that looks like a fault.
 */
const SHOWN: Readonly<Record<Mutation, { readonly first: number; readonly seeds: readonly number[] }>> = {
  'no resend': { first: 101, seeds: [129, 102] },
  'no retry': { first: 201, seeds: [229, 218] },
  'random ids': { first: 301, seeds: [305, 304] },
};

it.each(MUTATIONS)('the runs notice %s', { timeout: 600_000 }, async (mutation) => {
  const { first, seeds: shown } = SHOWN[mutation];
  const others = Array.from({ length: 60 }, (_, n) => first + n).filter((seed) => !shown.includes(seed));
  const outcomes = await pool.play({ seeds: [...shown, ...others], mutation, stopsAtFirst: true });
  expect(outcomes.some(({ problems }) => problems.length > 0)).toBe(true);
});
