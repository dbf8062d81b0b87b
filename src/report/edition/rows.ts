/** What each measure gives, read once from the database. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { measure } from './measure.js';

const count = z.number();
const figure = z.number().nullable();
const place = { grp: z.string(), period: z.string() };
const inUnit = { ...place, module: z.string(), unit: z.string() };
/** Points; less is what adding up fractions leaves of no spread at all, which the privacy rules must know. */
const LEAST_SPREAD = 1e-4;
const deviation = figure.transform((sd) => (sd !== null && sd < LEAST_SPREAD ? 0 : sd));
const spread = { n: count, mean: z.number(), sd: deviation };

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

const MEASURES = {
  score,
  growth,
  funnel,
  stops,
  runs,
  places,
  routes,
  options,
  outcomes,
  practice,
  items,
  forms,
  distractors,
  groups,
  versions,
  totals,
  classes,
};
export type MeasureName = keyof typeof MEASURES;
export type RowOf<N extends MeasureName> = z.infer<(typeof MEASURES)[N]>;
export type Rows = { readonly [N in MeasureName]: readonly RowOf<N>[] };
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[];

/** Runs every measure. The database must be prepared. */
export async function readMeasures(connection: DuckDBConnection): Promise<Rows> {
  const read = <N extends MeasureName>(name: N) =>
    measure(connection, name, MEASURES[name] as unknown as z.ZodType<RowOf<N>>);
  // One after the other: DuckDB uses all cores for each, and memory for one at a time.
  const rows = {
    score: await read('score'),
    growth: await read('growth'),
    funnel: await read('funnel'),
    stops: await read('stops'),
    runs: await read('runs'),
    places: await read('places'),
    routes: await read('routes'),
    options: await read('options'),
    outcomes: await read('outcomes'),
    practice: await read('practice'),
    items: await read('items'),
    forms: await read('forms'),
    distractors: await read('distractors'),
    groups: await read('groups'),
    versions: await read('versions'),
    totals: await read('totals'),
    classes: await read('classes'),
  };
  return rows;
}
