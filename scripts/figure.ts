/** A measured figure of the bench, and how it is printed. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Largest value that is still within the budget; absent: told, not judged. */
  readonly budget?: number;
}

/** Decimals that say something. */
const DECIMALS: Readonly<Record<string, number>> = { kB: 1, x: 2, MB: 1 };

const isWithin = ({ value, budget }: Figure): boolean => budget === undefined || value <= budget;

/** One figure with its budget, its name as wide as `width`. */
export function figureLine(figure: Figure, width = 0): string {
  const { name, value, unit, budget } = figure;
  const limit = budget === undefined ? '' : `budget ${budget} ${unit} ${isWithin(figure) ? 'ok' : 'OVER'}`;
  const decimals = DECIMALS[unit] ?? (value < 100 && !Number.isInteger(value) ? 1 : 0);
  return `${name.padEnd(width)}  ${value.toFixed(decimals).padStart(8)} ${unit.padEnd(3)} ${limit}`.trimEnd();
}

/** Takes figures as they come and prints each at once, so that a bench that is interrupted has told what it knew. */
export async function gather(
  ...sources: readonly (() => Iterable<Figure> | AsyncIterable<Figure> | Promise<Iterable<Figure>>)[]
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const source of sources)
    for await (const figure of await source()) {
      figures.push(figure);
      console.log(`  ${figureLine(figure)}`);
    }
  return figures;
}

/** Prints all figures as a table; the exit code. */
export function printFigures(figures: readonly Figure[]): number {
  const width = Math.max(...figures.map((figure) => figure.name.length));
  for (const figure of figures) console.log(figureLine(figure, width));
  const over = figures.filter((figure) => !isWithin(figure)).length;
  if (over > 0) console.error(`${over} figure(s) over budget.`);
  return over === 0 ? 0 : 1;
}
