/** Rows into a table that lives as long as the connection, by the columns of a chunk: many times faster than values in a query. */
import {
  BOOLEAN,
  DOUBLE,
  DuckDBDataChunk,
  INTEGER,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
} from '@duckdb/node-api';
import type { Called } from './names.js';
import type { NumberedRun, ToldInRun } from './gather.js';

/** Rows of a chunk; DuckDB allows no more. */
const CHUNK = 2_048;

type Value = string | number | boolean | null;
/** The columns of a table, in their order, and their values in a row. Times are microseconds since 1970. */
export type Columns<R> = Readonly<Record<string, readonly [type: DuckDBType, value: (row: R) => Value]>>;

export const RUNS: Columns<NumberedRun> = {
  nth: [INTEGER, (row) => row.nth],
  person: [VARCHAR, ({ run }) => run.person],
  attempt: [VARCHAR, ({ run }) => run.attempt],
  version: [VARCHAR, ({ run }) => run.version],
  module: [VARCHAR, ({ run }) => run.module],
  unit: [VARCHAR, ({ run }) => run.unit],
  kind: [VARCHAR, ({ run }) => run.kind],
  run: [INTEGER, ({ run }) => run.run],
  mode: [VARCHAR, ({ run }) => run.mode],
};

export const TOLD: Columns<ToldInRun> = {
  run_nth: [INTEGER, (row) => row.nth],
  statement: [VARCHAR, ({ told }) => told.statement],
  happened: [DOUBLE, ({ told }) => told.happened],
  is_misdated: [BOOLEAN, ({ told }) => told.is_misdated],
  is_demo: [BOOLEAN, ({ told }) => told.is_demo],
  verb: [VARCHAR, ({ told }) => told.verb],
  activity: [VARCHAR, ({ told }) => told.where.activity],
  module_path: [VARCHAR, ({ told }) => told.where.module_path],
  is_unit: [BOOLEAN, ({ told }) => told.where.is_unit],
  holder: [VARCHAR, ({ told }) => told.where.holder],
  part: [VARCHAR, ({ told }) => told.where.part],
  in_bank: [BOOLEAN, ({ told }) => told.where.in_bank],
  scale: [VARCHAR, ({ told }) => told.where.scale],
  name: [VARCHAR, ({ told }) => told.where.name],
  response: [VARCHAR, ({ told }) => told.result.response],
  share: [DOUBLE, ({ told }) => told.result.share],
  scaled: [DOUBLE, ({ told }) => told.result.scaled],
  raw: [DOUBLE, ({ told }) => told.result.raw],
  best: [DOUBLE, ({ told }) => told.result.best],
  seconds: [DOUBLE, ({ told }) => told.result.seconds],
  klanttevredenheid: [DOUBLE, ({ told }) => told.result.klanttevredenheid],
  minutes: [DOUBLE, ({ told }) => told.result.minutes],
  wait_days: [DOUBLE, ({ told }) => told.result.wait_days],
  kosten: [DOUBLE, ({ told }) => told.result.kosten],
  got: [DOUBLE, ({ told }) => told.result.got],
  max: [DOUBLE, ({ told }) => told.result.max],
  ending: [VARCHAR, ({ told }) => told.result.ending],
  ending_quality: [VARCHAR, ({ told }) => told.result.ending_quality],
  route: [VARCHAR, ({ told }) => told.result.route],
};

export const CALLED: Columns<Called> = {
  activity: [VARCHAR, (row) => row.activity],
  path: [VARCHAR, (row) => row.path],
  part: [VARCHAR, (row) => row.part],
  name: [VARCHAR, (row) => row.name],
  description: [VARCHAR, (row) => row.description],
  correct: [VARCHAR, (row) => row.correct],
  language: [VARCHAR, (row) => row.language],
  happened: [DOUBLE, (row) => row.happened],
};

export const IDS: Columns<string> = { id: [VARCHAR, (row) => row] };

/** Makes the table, empty, whether there was one or not. */
export async function emptyTable<R>(
  connection: DuckDBConnection,
  table: string,
  columns: Columns<R>,
): Promise<void> {
  const list = Object.entries(columns).map(([name, [type]]) => `${name} ${type.toString()}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} (${list.join(', ')})`);
}

/** Adds rows to a table that `emptyTable` made. */
export async function append<R>(
  connection: DuckDBConnection,
  table: string,
  { columns, rows }: { readonly columns: Columns<R>; readonly rows: readonly R[] },
): Promise<void> {
  if (rows.length === 0) return;
  const appender = await connection.createAppender(table, 'main', 'temp');
  const all = Object.values(columns);
  const types = all.map(([type]) => type);
  for (let at = 0; at < rows.length; at += CHUNK) {
    const some = rows.slice(at, at + CHUNK);
    const chunk = DuckDBDataChunk.create(types, some.length);
    for (const [place, [, value]] of all.entries()) chunk.setColumnValues(place, some.map(value));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
