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
/** After all columns. */
const END = 0x3fffffff;

/** Only what is not 0: of thousands of classes a row mostly names some dozens. */
interface Row {
  /** Columns, from small to large. */
  readonly at: Int32Array;
  readonly values: Float64Array;
}

export class Ledger {
  private rows: readonly Row[] = [];
  /** Groups that must never be worked out, reduced by the rows; and those of them that are out already are left alone. */
  private secrets: readonly Row[] = [];
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
    const secret = this.reduce(sum);
    if (!isEmpty(secret)) this.secrets = [...this.secrets, secret];
  }

  /** What was told before, and cannot be taken back. */
  tell(sum: Sum): void {
    const reduced = this.reduce(sum);
    if (!isEmpty(reduced)) this.insert(normal(reduced));
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
    const reduced = this.reduce(sum);
    if (isEmpty(reduced)) return true;
    const row = normal(reduced);
    if (this.secrets.some((secret) => isEmpty(without(secret, row)))) return false;
    const changed = this.insert(row);
    return [row, ...changed].every((each) => this.isSafe(each)) && this.isSafeBeside(row);
  }

  /** Puts a reduced row among the others; gives those that it changed. */
  private insert(row: Row): readonly Row[] {
    const changed: Row[] = [];
    const rows = this.rows.map((other) => {
      const next = without(other, row);
      if (next !== other) changed.push(next);
      return next;
    });
    this.rows = [...rows, row];
    this.secrets = this.secrets.map((secret) => without(secret, row)).filter((secret) => !isEmpty(secret));
    return changed;
  }

  /** Two rows may share what is big in both and differ in little. */
  private isSafeBeside(row: Row): boolean {
    const own = this.weights[pivotOf(row)]?.n ?? 0;
    return this.rows.every((other) => {
      if (other === row || own + (this.weights[pivotOf(other)]?.n ?? 0) >= this.k) return true;
      return [...factorsBetween(other, row)].every((factor) => this.isSafe(minus(other, row, factor)));
    });
  }

  /** Is it about k persons, or more? */
  private isSafe({ at }: Row): boolean {
    const persons = [0, 0];
    for (const column of at) {
      const { n, kind = 0 }: PersonClass = this.weights[column] ?? { n: 0 };
      const together = (persons[kind] ?? 0) + n;
      if (together >= this.k) return true;
      persons[kind] = together;
    }
    return false;
  }

  private reduce({ terms }: Sum): Row {
    const values = new Float64Array(this.weights.length);
    for (const [index, times] of terms) values[this.column[index] ?? 0] = times;
    for (const row of this.rows) {
      const factor = values[pivotOf(row)] ?? 0;
      if (factor === 0) continue;
      for (let place = 0; place < row.at.length; place += 1) {
        const column = row.at[place] ?? 0;
        values[column] = rounded((values[column] ?? 0) - factor * (row.values[place] ?? 0));
      }
    }
    return sparse(values);
  }
}

/** A number that looks drawn, the same for the same index and order. */
function shuffle(index: number, order: number): number {
  const mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(order + 1, 0x85ebca6b);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0) / 0x100000000;
}

const pivotOf = ({ at }: Row): number => at[0] ?? -1;
const isEmpty = ({ at }: Row): boolean => at.length === 0;
const rounded = (value: number): number => (Math.abs(value) < TINY ? 0 : value);

function sparse(dense: Float64Array): Row {
  const at: number[] = [];
  for (let column = 0; column < dense.length; column += 1) if (dense[column] !== 0) at.push(column);
  return { at: Int32Array.from(at), values: Float64Array.from(at, (column) => dense[column] ?? 0) };
}

/** Its first value becomes 1. */
function normal({ at, values }: Row): Row {
  const lead = values[0] ?? 1;
  return { at, values: values.map((value) => value / lead) };
}

/** Takes off as often a row as makes its pivot 0; the same object when that is 0 already. */
function without(one: Row, row: Row): Row {
  const factor = one.values[placeOf(one, pivotOf(row))] ?? 0;
  return Math.abs(factor) < TINY ? one : minus(one, row, factor);
}

/** Where a column stands in a row; -1: its value is 0. */
function placeOf({ at }: Row, column: number): number {
  let low = 0;
  let high = at.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = at[middle] ?? 0;
    if (found === column) return middle;
    if (found < column) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** `one` - `factor` x `other`. */
function minus(one: Row, other: Row, factor: number): Row {
  const at = new Int32Array(one.at.length + other.at.length);
  const values = new Float64Array(at.length);
  let length = 0;
  walk(one, other, (column, value, theirs) => {
    const left = rounded(value - factor * theirs);
    if (left === 0) return;
    at[length] = column;
    values[length] = left;
    length += 1;
  });
  return { at: at.slice(0, length), values: values.slice(0, length) };
}

/** How often `other` goes into `one`, in each column that both have. */
function factorsBetween(one: Row, other: Row): ReadonlySet<number> {
  const factors = new Set<number>();
  walk(one, other, (_column, value, theirs) => {
    if (Math.abs(value) > TINY && Math.abs(theirs) > TINY) factors.add(value / theirs);
  });
  return factors;
}

/** Each column that either row has, from small to large, with the value of both. */
function walk(one: Row, other: Row, visit: (column: number, value: number, theirs: number) => void): void {
  let first = 0;
  let second = 0;
  while (first < one.at.length || second < other.at.length) {
    const mine = one.at[first] ?? END;
    const theirs = other.at[second] ?? END;
    const column = Math.min(mine, theirs);
    visit(
      column,
      mine === column ? (one.values[first] ?? 0) : 0,
      theirs === column ? (other.values[second] ?? 0) : 0,
    );
    if (mine === column) first += 1;
    if (theirs === column) second += 1;
  }
}
