/** A table as a reader wants it: what is the same in every row goes to the caption, what is empty goes. */
import type { Table, Value } from '../../edition/table.js';

export interface FoldedTable extends Table {
  /** What holds for every row: 'Hele organisatie · oktober – december 2026'. */
  readonly caption: string;
}

const PLACE = new Set(['Groep', 'Periode', 'Module', 'Onderdeel']);

export function folded(table: Table): FoldedTable {
  const values = (at: number): ReadonlySet<Value> => new Set(table.rows.map((row) => row[at] ?? null));
  const columns = table.columns.map((name, at) => ({ name, at, values: values(at) }));
  const same = columns.filter(({ name, values }) => PLACE.has(name) && values.size === 1);
  const left = columns.filter(
    (each) => !same.includes(each) && !(each.values.size === 1 && each.values.has(null)),
  );
  return {
    id: table.id,
    title: table.title,
    caption: same.map(({ values }) => [...values].join('')).join(' · '),
    columns: left.map(({ name }) => name),
    rows: table.rows.map((row) => left.map(({ at }) => row[at] ?? null)),
  };
}
