/** The tables that a batch is handed over in: they live as long as the connection. Times are microseconds since 1970. */
import { BOOLEAN, DOUBLE, INTEGER, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import type { Columns } from '../../duckdb/append.js';
import type { Numbered, ToldRow } from './gather.js';
import type { Called } from './names.js';
import type { Where } from './parts.js';
import type { Result } from './result.js';
import type { Run } from './told.js';

export const RUNS: Columns<Numbered<Run>> = {
  nth: [INTEGER, (row) => row.nth],
  person: [VARCHAR, ({ value }) => value.person],
  attempt: [VARCHAR, ({ value }) => value.attempt],
  version: [VARCHAR, ({ value }) => value.version],
  module: [VARCHAR, ({ value }) => value.module],
  unit: [VARCHAR, ({ value }) => value.unit],
  kind: [VARCHAR, ({ value }) => value.kind],
  run: [INTEGER, ({ value }) => value.run],
  mode: [VARCHAR, ({ value }) => value.mode],
};

export const PLACES: Columns<Numbered<Where>> = {
  nth: [INTEGER, (row) => row.nth],
  activity: [VARCHAR, ({ value }) => value.activity],
  module_path: [VARCHAR, ({ value }) => value.module_path],
  is_unit: [BOOLEAN, ({ value }) => value.is_unit],
  holder: [VARCHAR, ({ value }) => value.holder],
  part: [VARCHAR, ({ value }) => value.part],
  in_bank: [BOOLEAN, ({ value }) => value.in_bank],
  scale: [VARCHAR, ({ value }) => value.scale],
  name: [VARCHAR, ({ value }) => value.name],
};

export const RESULTS: Columns<Numbered<Result>> = {
  nth: [INTEGER, (row) => row.nth],
  response: [VARCHAR, ({ value }) => value.response],
  share: [DOUBLE, ({ value }) => value.share],
  scaled: [DOUBLE, ({ value }) => value.scaled],
  raw: [DOUBLE, ({ value }) => value.raw],
  best: [DOUBLE, ({ value }) => value.best],
  seconds: [DOUBLE, ({ value }) => value.seconds],
  klanttevredenheid: [DOUBLE, ({ value }) => value.klanttevredenheid],
  minutes: [DOUBLE, ({ value }) => value.minutes],
  wait_days: [DOUBLE, ({ value }) => value.wait_days],
  kosten: [DOUBLE, ({ value }) => value.kosten],
  got: [DOUBLE, ({ value }) => value.got],
  max: [DOUBLE, ({ value }) => value.max],
  ending: [VARCHAR, ({ value }) => value.ending],
  ending_quality: [VARCHAR, ({ value }) => value.ending_quality],
  route: [VARCHAR, ({ value }) => value.route],
};

export const TOLD: Columns<ToldRow> = {
  run_nth: [INTEGER, (row) => row.run],
  place_nth: [INTEGER, (row) => row.place],
  result_nth: [INTEGER, (row) => row.result],
  statement: [VARCHAR, ({ told }) => told.statement],
  happened: [DOUBLE, ({ told }) => told.happened],
  is_misdated: [BOOLEAN, ({ told }) => told.is_misdated],
  is_demo: [BOOLEAN, ({ told }) => told.is_demo],
  verb: [VARCHAR, ({ told }) => told.verb],
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
