/** What each measure gives, read once from the database. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { ask, rowsOf } from './measure.js';

const count = z.number();
const figure = z.number().nullable();
const place = { grp: z.string(), period: z.string() };
const inUnit = { ...place, module: z.string(), unit: z.string() };
const spread = { n: count, mean: z.number(), sd: figure };

const score = z.object({
  ...place,
  subject: z.string(),
  ...spread,
  at_end: count,
  workday_n: count,
  workday_mean: figure,
  workday_sd: figure,
  test_mean: z.number(),
  test_sd: figure,
  versions: z.string(),
});
const growth = z.object({
  ...place,
  subject: z.string(),
  ...spread,
  baseline_mean: z.number(),
  baseline_sd: figure,
  final_mean: z.number(),
  final_sd: figure,
  first_a: count,
  b_easier: z.number(),
  versions: z.string(),
});
const funnel = z.object({
  ...place,
  module: z.string(),
  version: z.string().nullable(),
  n: count,
  completed: count,
  passed: count,
  judged: count,
  timed: count,
  quarter: figure,
  median: figure,
  three_quarters: figure,
  versions: z.string(),
});
const stops = z.object({ ...inUnit, begun: count, finished: count, stopped: count });
const runs = z.object({
  ...inUnit,
  n: count,
  best: count,
  goed: count,
  voldoende: count,
  slecht: count,
  versions: z.string(),
});
const places = z.object({ ...inUnit, turn: z.string(), persons: count });
const routes = z.object({
  ...inUnit,
  turn: z.string(),
  option: z.string().nullable(),
  target: z.string(),
  persons: count,
});
const options = z.object({
  ...inUnit,
  turn: z.string(),
  option: z.string(),
  persons: count,
  lost: z.number(),
  klanttevredenheid: z.number(),
  minutes: z.number(),
  wait_days: z.number(),
  euro: z.number(),
});
const outcomes = z.object({
  ...inUnit,
  scale: z.enum(['outcome', 'competence']),
  name: z.string(),
  ...spread,
});
const practice = z.object({ ...place, module: z.string(), competence: z.string(), ...spread });
const items = z.object({
  item: z.string(),
  competence: z.string(),
  form: z.string(),
  n: count,
  facility: z.number(),
  discrimination: figure,
  efficiency: figure,
  versions: z.string(),
});
const forms = z.object({
  form: z.string(),
  n: count,
  items: count,
  mean: z.number(),
  sd: figure,
  alpha: figure,
  sem: figure,
});
const distractors = z.object({ item: z.string(), option: z.string(), persons: count });
const groups = z.object({
  team: z.string().nullable(),
  department: z.string().nullable(),
  role: z.string().nullable(),
});
const versions = z.object({ module: z.string(), version: z.string(), first_seen: z.string() });
const totals = z.object({
  persons: count,
  known: count,
  members: count,
  statements: count,
  demo: z.boolean(),
});
const classes = z.object({ space: z.string(), history: z.string(), n: count });

/** In the order in which they are read: first what the privacy rules need, as those take their time. */
const MEASURES = {
  score,
  classes,
  routes,
  options,
  growth,
  funnel,
  stops,
  runs,
  places,
  outcomes,
  practice,
  items,
  forms,
  distractors,
  groups,
  versions,
  totals,
};
export type MeasureName = keyof typeof MEASURES;
export type RowOf<N extends MeasureName> = z.infer<(typeof MEASURES)[N]>;
export type Rows = { readonly [N in MeasureName]: readonly RowOf<N>[] };
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[];

/** Rows on their way, each measure's apart. */
export type Reading = { readonly [N in MeasureName]: Promise<Rows[N]> };

/**
 * Runs every measure; the database must be prepared. One after the other, as DuckDB uses all cores for each, and memory for one at a
 * time; the rows of one are read while the next one runs. Await all of it in one go (`allRows`): each of the promises may fail.
 */
export function readMeasures(connection: DuckDBConnection): Reading {
  let before: Promise<unknown> = Promise.resolve();
  const read = async (name: MeasureName): Promise<readonly unknown[]> => {
    const asked = before.then(() => ask(connection, name));
    before = asked;
    return rowsOf(await asked, MEASURES[name] as z.ZodType);
  };
  return Object.fromEntries(MEASURE_NAMES.map((name) => [name, read(name)])) as unknown as Reading;
}

export async function allRows(reading: Reading): Promise<Rows> {
  const rows = await Promise.all(MEASURE_NAMES.map(async (name) => [name, await reading[name]] as const));
  return Object.fromEntries(rows) as unknown as Rows;
}
