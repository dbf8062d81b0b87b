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

/** A sum that is told: which classes, how often each (mostly 1). `n`: over how many persons the mean is that is told. */
export interface Sum {
  readonly n: number;
  readonly terms: ReadonlyMap<number, number>;
}

/** Figures are told in whole points, so a sum over n persons is known to half a point times n. */
const ROUNDING = 0.5;
/** A mean of a small group that is known no better than this many points either way tells nothing that was not known of everybody. */
const BLUR = 25;
const TINY = 1e-9;

interface Row {
  readonly pivot: number;
  readonly values: Float64Array;
  /** How the row is made of what was told: sum of |factor| x n. An upper bound of the factors is enough for a lower bound of doubt. */
  readonly mix: ReadonlyMap<number, number>;
}

export class Ledger {
  private rows: readonly Row[] = [];
  /** Groups that must never be worked out, reduced by the rows; and those of them that are out already are left alone. */
  private secrets: readonly Float64Array[] = [];
  private readonly told: number[] = [];
  private readonly column: readonly number[];
  private readonly weights: readonly PersonClass[];

  /** `blur`: see BLUR; Infinity lets nothing pass however blurred. */
  constructor(
    classes: readonly PersonClass[],
    private readonly k: number,
    private readonly blur = BLUR,
  ) {
    // Big classes first: a row whose first class is big can be no secret, so little is left to compare.
    const order = classes
      .map((_, index) => index)
      .sort((a, b) => (classes[b]?.n ?? 0) - (classes[a]?.n ?? 0));
    const column = new Array<number>(classes.length).fill(0);
    order.forEach((index, at) => (column[index] = at));
    this.column = column;
    this.weights = order.map((index) => classes[index] ?? { n: 0 });
  }

  /** A group that may never be worked out, however many figures blur it: a named group that is withheld. Before any `admit`. */
  protect(sum: Sum): void {
    const { values } = this.reduce(sum, -1);
    if (!isZero(values)) this.secrets = [...this.secrets, values];
  }

  /** What was told before, and cannot be taken back. */
  tell(sum: Sum): void {
    const id = this.told.push(sum.n) - 1;
    const row = this.reduce(sum, id);
    const pivot = firstOf(row.values);
    if (pivot !== -1) this.insert(normal(row.values, row.mix, pivot));
  }

  /** Tells all of these sums, or none: false when a small group could be worked out with them. */
  admit(sums: readonly Sum[]): boolean {
    const before = { rows: this.rows, secrets: this.secrets, told: this.told.length };
    if (sums.every((sum) => this.admitOne(sum))) return true;
    this.rows = before.rows;
    this.secrets = before.secrets;
    this.told.length = before.told;
    return false;
  }

  private admitOne(sum: Sum): boolean {
    const id = this.told.push(sum.n) - 1;
    const { values, mix } = this.reduce(sum, id);
    const pivot = firstOf(values);
    if (pivot === -1) return true;
    const row = normal(values, mix, pivot);
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

  private isSafe({ values, mix }: Pick<Row, 'values' | 'mix'>): boolean {
    const persons = [0, 0];
    let sum = 0;
    for (let at = 0; at < values.length; at += 1) {
      const value = Math.abs(values[at] ?? 0);
      if (value < TINY) continue;
      const { n, kind = 0 } = this.weights[at] ?? { n: 0 };
      persons[kind] = (persons[kind] ?? 0) + n;
      if ((persons[kind] ?? 0) >= this.k) return true;
      sum += value * n;
    }
    let doubt = 0;
    for (const [id, factor] of mix) doubt += Math.abs(factor) * ROUNDING * (this.told[id] ?? 0);
    return doubt / sum >= this.blur;
  }

  private reduce({ terms }: Sum, id: number): { values: Float64Array; mix: Map<number, number> } {
    const values = new Float64Array(this.weights.length);
    for (const [index, times] of terms) values[this.column[index] ?? 0] = times;
    const mix = new Map<number, number>(id < 0 ? [] : [[id, 1]]);
    for (const row of this.rows) {
      const factor = values[row.pivot] ?? 0;
      if (Math.abs(factor) < TINY) continue;
      subtract(values, row.values, factor);
      for (const [told, times] of row.mix) mix.set(told, (mix.get(told) ?? 0) - factor * times);
    }
    return { values, mix };
  }
}

function normal(values: Float64Array, mix: ReadonlyMap<number, number>, pivot: number): Row {
  const lead = values[pivot] ?? 1;
  return {
    pivot,
    values: values.map((value) => value / lead),
    mix: new Map([...mix].map(([told, times]) => [told, times / lead])),
  };
}

function minus(one: Row, other: Row, factor: number): Row {
  const values = one.values.slice();
  subtract(values, other.values, factor);
  const mix = new Map(one.mix);
  for (const [told, times] of other.mix) mix.set(told, (mix.get(told) ?? 0) - factor * times);
  return { pivot: one.pivot, values, mix };
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
