/** What blind picking comes to, exactly: to tell a pattern from luck. */

/** An item in which some options are picked: what every option is worth, in whole points from 0, and the places of those picked. */
export interface Draw {
  readonly worth: readonly number[];
  readonly picked: readonly number[];
}

export interface Odds {
  readonly got: number;
  /** Mean of blind picks. */
  readonly expected: number;
  /** Chance (0..1) that blind picks come to as much or more. */
  readonly asMuch: number;
  /** Chance (0..1) that blind picks come to as little or less. */
  readonly asLittle: number;
}

/** Compares the picks with as many options taken blindly from the same items. */
export function oddsOf(draws: readonly Draw[]): Odds {
  const chances = draws.map(({ worth, picked }) => blindSums(worth, picked.length)).reduce(together, [1]);
  const got = sum(draws.flatMap(({ worth, picked }) => picked.map((at) => worth[at] ?? 0)));
  return {
    got,
    expected: sum(chances.map((chance, points) => points * chance)),
    asMuch: sum(chances.slice(got)),
    asLittle: sum(chances.slice(0, got + 1)),
  };
}

/** Chances by number of points. */
type Chances = readonly number[];

/** Of so many options taken at random. */
function blindSums(worth: readonly number[], many: number): Chances {
  let ways = [{ points: 0, left: many }];
  for (const [at, points] of worth.entries()) {
    const after = worth.length - at - 1;
    ways = ways
      .flatMap((way) => [way, { points: way.points + points, left: way.left - 1 }])
      .filter(({ left }) => left >= 0 && left <= after);
  }
  const chances = Array.from({ length: sum(worth) + 1 }, () => 0);
  for (const { points } of ways) chances[points] = (chances[points] ?? 0) + 1 / ways.length;
  return chances;
}

/** Of two that have nothing to do with each other, added up. */
function together(one: Chances, other: Chances): Chances {
  const chances = Array.from({ length: one.length + other.length - 1 }, () => 0);
  for (const [points, chance] of one.entries())
    for (const [more, factor] of other.entries())
      if (factor > 0) chances[points + more] = (chances[points + more] ?? 0) + chance * factor;
  return chances;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
