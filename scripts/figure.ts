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

/** Prints all figures as a table; the exit code. */
export function printFigures(figures: readonly Figure[]): number {
  const width = Math.max(...figures.map((figure) => figure.name.length));
  let over = 0;
  for (const { name, value, unit, budget } of figures) {
    const within = budget === undefined || value <= budget;
    if (!within) over += 1;
    const limit = budget === undefined ? '' : `budget ${budget} ${unit} ${within ? 'ok' : 'OVER'}`;
    const decimals = DECIMALS[unit] ?? (value < 100 && !Number.isInteger(value) ? 1 : 0);
    console.log(`${name.padEnd(width)}  ${value.toFixed(decimals).padStart(8)} ${unit.padEnd(3)} ${limit}`);
  }
  if (over > 0) console.error(`${over} figure(s) over budget.`);
  return over === 0 ? 0 : 1;
}
