/**
 * What a reader can work out from everything that was released.
 *
 * Persons who stand in the same cells are one class. A released mean with its n is a sum over classes, a row of ones; whoever reads
 * the report can add and subtract rows. The ledger keeps all rows in reduced echelon form, so that what can be worked out stands there
 * plainly, and admits a new row only if no small group can be worked out with it. No SQL, no names.
 */

/** Persons with the same place everywhere. */
export interface PersonClass {
  readonly n: number;
  /** Classes of another kind may be the same persons again (their nulmeting and their eindmeting); default 0. */
  readonly kind?: 0 | 1;
}

/** A sum that is told: which classes, how often each (mostly 1). `n`: over how many persons. */
export interface Sum {
  readonly n: number;
  readonly terms: ReadonlyMap<number, number>;
}

const TINY = 1e-9;

interface Row {
  readonly pivot: number;
  readonly values: Float64Array;
}

export class Ledger {
  private rows: readonly Row[] = [];
  /** Groups that must never be worked out, reduced by the rows; and those of them that are out already are left alone. */
  private secrets: readonly Float64Array[] = [];
  private readonly column: readonly number[];
  private readonly weights: readonly PersonClass[];

  /** `order`: in which small classes are eliminated; what hides as a sum of rows in one order stands plainly in another. */
  constructor(
    classes: readonly PersonClass[],
    private readonly k: number,
    order?: number,
  ) {
    // Big classes first: a row whose first class is big can be no secret, so little is left to compare.
    const rank = ({ n }: PersonClass, index: number): number =>
      order === undefined || n >= k ? n : -shuffle(index, order);
    const ranks = classes.map(rank);
    const sorted = classes.map((_, index) => index).sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0));
    const column = new Array<number>(classes.length).fill(0);
    sorted.forEach((index, at) => (column[index] = at));
    this.column = column;
    this.weights = sorted.map((index) => classes[index] ?? { n: 0 });
  }

  /** A group that may never be worked out, though it may be big enough. Before any `admit`. */
  protect(sum: Sum): void {
    const values = this.reduce(sum);
    if (!isZero(values)) this.secrets = [...this.secrets, values];
  }

  /** What was told before, and cannot be taken back. */
  tell(sum: Sum): void {
    const values = this.reduce(sum);
    const pivot = firstOf(values);
    if (pivot !== -1) this.insert(normal(values, pivot));
  }

  /** Tells all of these sums, or none: null when a small group could be worked out with them. Gives what takes it back. */
  admit(sums: readonly Sum[]): (() => void) | null {
    const { rows, secrets } = this;
    const undo = (): void => {
      this.rows = rows;
      this.secrets = secrets;
    };
    if (sums.every((sum) => this.admitOne(sum))) return undo;
    undo();
    return null;
  }

  private admitOne(sum: Sum): boolean {
    const values = this.reduce(sum);
    const pivot = firstOf(values);
    if (pivot === -1) return true;
    const row = normal(values, pivot);
    const left = this.secrets.map((secret) => without(secret, row));
    if (left.some((secret) => isZero(secret))) return false;
    const changed = this.insert(row);
    return [row, ...changed].every((each) => this.isSafe(each)) && this.isSafeBeside(row);
  }

  /** Puts a reduced row among the others; gives those that it changed. */
  private insert(row: Row): readonly Row[] {
    const changed: Row[] = [];
    this.rows = [
      ...this.rows.map((other) => {
        const factor = other.values[row.pivot] ?? 0;
        if (Math.abs(factor) < TINY) return other;
        const next = minus(other, row, factor);
        changed.push(next);
        return next;
      }),
      row,
    ];
    this.secrets = this.secrets.map((secret) => without(secret, row)).filter((secret) => !isZero(secret));
    return changed;
  }

  /** Two rows may share what is big in both and differ in little. */
  private isSafeBeside(row: Row): boolean {
    const own = this.weights[row.pivot]?.n ?? 0;
    return this.rows.every((other) => {
      if (other === row || own + (this.weights[other.pivot]?.n ?? 0) >= this.k) return true;
      const factors = new Set<number>();
      other.values.forEach((value, at) => {
        const mine = row.values[at] ?? 0;
        if (Math.abs(value) > TINY && Math.abs(mine) > TINY) factors.add(value / mine);
      });
      return [...factors].every((factor) => this.isSafe(minus(other, row, factor)));
    });
  }

  /** Is it about k persons, or more? */
  private isSafe({ values }: Row): boolean {
    const persons = [0, 0];
    for (let at = 0; at < values.length; at += 1) {
      if (values[at] === 0) continue;
      const { n, kind = 0 }: PersonClass = this.weights[at] ?? { n: 0 };
      const together = (persons[kind] ?? 0) + n;
      if (together >= this.k) return true;
      persons[kind] = together;
    }
    return false;
  }

  private reduce({ terms }: Sum): Float64Array {
    const values = new Float64Array(this.weights.length);
    for (const [index, times] of terms) values[this.column[index] ?? 0] = times;
    for (const row of this.rows) {
      const factor = values[row.pivot] ?? 0;
      if (factor !== 0) subtract(values, row.values, factor);
    }
    return values;
  }
}

/** A number that looks drawn, the same for the same index and order. */
function shuffle(index: number, order: number): number {
  const mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(order + 1, 0x85ebca6b);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0) / 0x100000000;
}

function normal(values: Float64Array, pivot: number): Row {
  const lead = values[pivot] ?? 1;
  return { pivot, values: values.map((value) => value / lead) };
}

function minus(one: Row, other: Row, factor: number): Row {
  const values = one.values.slice();
  subtract(values, other.values, factor);
  return { pivot: one.pivot, values };
}

function without(values: Float64Array, row: Row): Float64Array {
  const factor = values[row.pivot] ?? 0;
  if (Math.abs(factor) < TINY) return values;
  const left = values.slice();
  subtract(left, row.values, factor);
  return left;
}

function subtract(values: Float64Array, row: Float64Array, factor: number): void {
  for (let at = 0; at < values.length; at += 1) {
    const value = (values[at] ?? 0) - factor * (row[at] ?? 0);
    values[at] = Math.abs(value) < TINY ? 0 : value;
  }
}

const firstOf = (values: Float64Array): number => values.findIndex((value) => value !== 0);
const isZero = (values: Float64Array): boolean => firstOf(values) === -1;
