import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { release, type Candidate, type Verdict } from '../../../src/report/privacy/release.js';
import type { Sum } from '../../../src/report/privacy/ledger.js';

const K = 10;

/** A person's place: what cells of the cube can be made of. */
interface Place {
  readonly team: number;
  readonly role: number;
  readonly month: number;
}
interface Someone extends Place {
  readonly n: number;
}
type Cell = readonly [id: string, holds: (place: Place) => boolean];

/** Two departments of three teams, two roles, two months; by team for the months together and apart. */
const CELLS: readonly Cell[] = [
  ['whole', () => true],
  ...[0, 1].map((department): Cell => [
    `department ${department}`,
    ({ team }) => Math.floor(team / 3) === department,
  ]),
  ...[0, 1, 2, 3, 4, 5].map((team): Cell => [`team ${team}`, (place) => place.team === team]),
  ...[0, 1].map((role): Cell => [`role ${role}`, (place) => place.role === role]),
  ...[0, 1].flatMap((month): Cell[] => [
    [`whole, month ${month}`, (place) => place.month === month],
    ...[0, 1].map((department): Cell => [
      `department ${department}, month ${month}`,
      (place) => place.month === month && Math.floor(place.team / 3) === department,
    ]),
    ...[0, 1, 2, 3, 4, 5].map((team): Cell => [
      `team ${team}, month ${month}`,
      (place) => place.month === month && place.team === team,
    ]),
  ]),
];

const sumOf = (classes: readonly Someone[], holds: Cell[1]): Sum => {
  const terms = new Map(
    classes.flatMap((each, index) => (each.n > 0 && holds(each) ? [[index, 1] as const] : [])),
  );
  return { terms, n: [...terms.keys()].reduce((sum, index) => sum + classes[index]!.n, 0) };
};
const candidatesOf = (classes: readonly Someone[]): readonly Candidate[] =>
  CELLS.map(([id, holds]) => {
    const sum = sumOf(classes, holds);
    return { id, n: sum.n, sums: [sum] };
  });
const shownSums = (
  candidates: readonly Candidate[],
  verdicts: ReadonlyMap<string, Verdict>,
): readonly Sum[] => candidates.filter(({ id }) => verdicts.get(id) === 'shown').flatMap(({ sums }) => sums);

/** Exact elimination in whole numbers (fractions kept apart by cross-multiplying), independent of the ledger's. */
function rank(rows: readonly (readonly number[])[]): number {
  let left = rows.map((row) => row.map(BigInt));
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.find((row) => row[column] !== 0n);
    if (!pivot) continue;
    found += 1;
    left = left
      .filter((row) => row !== pivot)
      .map((row) => row.map((value, at) => value * pivot[column]! - row[column]! * pivot[at]!));
  }
  return found;
}

/**
 * Everything that a reader can do with sums and differences: a set of classes under k can be told apart when the rows lose rank as soon
 * as the other classes are all that is looked at. Tries each such set.
 */
function attack(classes: readonly { readonly n: number }[], sums: readonly Sum[]): readonly number[] | null {
  const matrix = sums.map(({ terms }) => classes.map((_, index) => terms.get(index) ?? 0));
  const whole = rank(matrix);
  const small = classes.flatMap(({ n }, index) => (n > 0 && n < K ? [index] : []));
  for (let set = 1; set < 2 ** small.length; set += 1) {
    const hidden = small.filter((_, bit) => (set >> bit) % 2 === 1);
    if (hidden.reduce((sum, index) => sum + classes[index]!.n, 0) >= K) continue;
    const others = matrix.map((row) => row.filter((_, index) => !hidden.includes(index)));
    if (rank(others) < whole) return hidden;
  }
  return null;
}

const people = fc.array(
  fc.record({
    team: fc.integer({ min: 0, max: 5 }),
    role: fc.integer({ min: 0, max: 1 }),
    month: fc.integer({ min: 0, max: 1 }),
    n: fc.integer({ min: 1, max: 14 }),
  }),
  { minLength: 3, maxLength: 9 },
);
/** Many classes of a few persons: what is shown overlaps in many ways. */
const scattered = fc.array(
  fc.record({
    team: fc.integer({ min: 0, max: 5 }),
    role: fc.integer({ min: 0, max: 1 }),
    month: fc.integer({ min: 0, max: 1 }),
    n: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 12, maxLength: 14 },
);

describe('what is shown of a cube', () => {
  it('lets nobody work out a group under k from all that is shown', () => {
    fc.assert(
      fc.property(people, (classes) => {
        const candidates = candidatesOf(classes);
        const verdicts = release({ classes, candidates, told: [], k: K });
        expect(attack(classes, shownSums(candidates, verdicts))).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it('lets nobody work out a group under k where many small classes overlap', () => {
    fc.assert(
      fc.property(scattered, (classes) => {
        const candidates = candidatesOf(classes);
        const verdicts = release({ classes, candidates, told: [], k: K });
        expect(attack(classes, shownSums(candidates, verdicts))).toBeNull();
      }),
      { numRuns: 8 },
    );
  });

  it('lets nobody work out a group under k from two editions, between which people came and moved to another team', () => {
    const moved = fc.array(
      fc.record({ before: fc.boolean(), after: fc.boolean(), team: fc.integer({ min: 0, max: 5 }) }),
      {
        minLength: 9,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(people, moved, (classes, changes) => {
        const now = (first: boolean) =>
          classes.map((each, index): Someone => {
            const { before, after, team } = changes[index]!;
            if (first) return { ...each, n: before ? each.n : 0 };
            return { ...each, n: after || before ? each.n : 0, team: after ? each.team : team };
          });
        const earlier = candidatesOf(now(true));
        const told = shownSums(earlier, release({ classes: now(true), candidates: earlier, told: [], k: K }));
        const later = candidatesOf(now(false));
        const verdicts = release({ classes, candidates: later, told, k: K });
        expect(attack(classes, [...told, ...shownSums(later, verdicts)])).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  const team = (number: number, n: number): Someone => ({ team: number, role: 0, month: 0, n });
  const decide = (classes: readonly Someone[], ids: readonly string[], told: readonly Sum[] = []) => {
    const candidates = candidatesOf(classes).filter(({ id }) => ids.includes(id));
    const verdicts = release({ classes, candidates, told, k: K });
    return ids.map((id) => verdicts.get(id));
  };

  it('withholds a second team where the total would give the first one away', () => {
    const classes = [team(0, 24), team(1, 11), team(2, 6)];
    expect(decide(classes, ['department 0', 'team 0', 'team 1', 'team 2'])).toEqual([
      'shown',
      'shown',
      'complement',
      'too-few',
    ]);
  });

  it('withholds no more where the small teams are k together', () => {
    const classes = [team(0, 24), team(1, 7), team(2, 6)];
    expect(decide(classes, ['department 0', 'team 0', 'team 1', 'team 2'])).toEqual([
      'shown',
      'shown',
      'too-few',
      'too-few',
    ]);
  });

  it('shows again what did not change, and waits where fewer than k persons came', () => {
    const before = [
      { ...team(0, 24), n: 24 },
      { ...team(0, 3), month: 1, n: 3 },
    ];
    const told = [sumOf([before[0]!], () => true)];
    expect(decide([before[0]!], ['team 0'], told)).toEqual(['shown']);
    expect(decide(before, ['team 0'], told)).toEqual(['complement']);
    expect(decide([before[0]!, { ...before[1]!, n: 12 }], ['team 0'], told)).toEqual(['shown']);
  });

  it('never tells a group in which everybody scored the same, nor lets it be worked out', () => {
    const classes = [team(0, 24), team(1, 12)];
    const candidates = candidatesOf(classes)
      .filter(({ id }) => ['department 0', 'team 0', 'team 1'].includes(id))
      .map((each) => ({ ...each, allEqual: each.id === 'team 1' }));
    expect([...release({ classes, candidates, told: [], k: K }).values()]).toEqual([
      'shown',
      'complement',
      'all-equal',
    ]);
  });
});
