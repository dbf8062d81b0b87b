/** Runs the measures' SQL over a database of facts. The one place that knows the driver. */
import { readFileSync, readdirSync } from 'node:fs';
import type { DuckDBConnection, DuckDBResultReader } from '@duckdb/node-api';
import { z } from 'zod';

const FOLDER = new URL('../measures/', import.meta.url);

/** What the content says of its tests and conversations, and the periods: rows of the tables of `prepare/1-reference.sql`. */
export interface Reference {
  readonly period: readonly PeriodRow[];
  readonly content_test: readonly TestRow[];
  readonly content_item: readonly ItemRow[];
  readonly content_unit: readonly UnitRow[];
  readonly content_best: readonly BestRow[];
}
interface PeriodRow {
  readonly id: string;
  readonly kind: string;
  /** First day, and the first day after: '2026-09-01'. */
  readonly first: string;
  readonly until: string;
}
interface TestRow {
  readonly module: string;
  readonly unit: string;
  readonly instrument: 'kennistoets' | 'werkdag';
  readonly moment: 'baseline' | 'final';
}
interface ItemRow {
  readonly item: string;
  /** 'A' or 'B'; of a quiz 'module/unit'. */
  readonly form: string;
  readonly competence: string;
  readonly single: boolean;
}
interface UnitRow {
  readonly module: string;
  readonly unit: string;
  readonly kind: string;
  readonly position: number;
}
interface BestRow {
  readonly module: string;
  readonly unit: string;
  readonly turn: string;
  readonly option: string;
}

/** Makes the tables that the measures read, from the facts and the reference. Leaves the facts as they are. */
export async function prepareMeasures(connection: DuckDBConnection, reference: Reference): Promise<void> {
  const files = readdirSync(new URL('prepare/', FOLDER)).sort();
  for (const file of files) {
    await connection.run(textOf(`prepare/${file.replace('.sql', '')}`));
    if (file.startsWith('1-'))
      for (const [table, rows] of tablesOf(reference)) await insert(connection, table, rows);
  }
}

function tablesOf(reference: Reference): readonly (readonly [table: string, rows: readonly object[]])[] {
  return Object.entries(reference);
}

/** The rows of one measure (`score` for `score.sql`), as its schema says. */
export async function measure<T>(
  connection: DuckDBConnection,
  name: string,
  schema: z.ZodType<T>,
): Promise<readonly T[]> {
  return rowsOf(await ask(connection, name), schema);
}

/** What one measure gives, until its rows are read: that may be done while the database is at work on the next one. */
export const ask = (connection: DuckDBConnection, name: string): Promise<DuckDBResultReader> =>
  connection.runAndReadAll(textOf(name));

export const rowsOf = <T>(result: DuckDBResultReader, schema: z.ZodType<T>): readonly T[] =>
  z.array(schema).parse(result.getRowObjectsJS());

/** Runs a file that gives no rows; `values`: of its $1 and so on. */
export async function runSql(
  connection: DuckDBConnection,
  name: string,
  values: readonly number[],
): Promise<void> {
  await connection.run(textOf(name), [...values]);
}

const textOf = (name: string): string => readFileSync(new URL(`${name}.sql`, FOLDER), 'utf8');

/** Rows of plain values into a table, column by name; the values travel as one parameter. */
export async function insert(
  connection: DuckDBConnection,
  table: string,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const shape = `[{${columns.map((column) => `"${column}":"VARCHAR"`).join(',')}}]`;
  await connection.run(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.map((column) => `row.${column}`).join(', ')}
     FROM (SELECT unnest(from_json($1, '${shape}')) AS row)`,
    [JSON.stringify(rows)],
  );
}
