/** Makes an edition: measures the facts, decides what may be told, and remembers what was told. */
import { setImmediate } from 'node:timers/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { packagesOf } from '../../content/package-parts.js';
import type { Module } from '../../content/module.js';
import { COMPETENCES, OUTCOMES } from '../../content/vocabulary.js';
import { K_FLOOR } from '../privacy/release.js';
import { evidenceIn, groupAxis, moduleAxis } from './axes.js';
import { indexBy, type Cube } from './cube.js';
import { edition as schema, EDITION_VERSION, type Edition, type Period } from './edition.js';
import { keepOld, lastEdition, refuseOtherPeople, remember, toldBefore } from './history.js';
import { measure, prepareMeasures } from './measure.js';
import { funnelCells, outcomeCells, practiceCells } from './module-cells.js';
import { periodsOf } from './periods.js';
import { planCells } from './plan-cells.js';
import { bankOf, conversationsOf, referenceOf } from './reference.js';
import { mistakeCells } from './mistake-cells.js';
import { charted, routeCells } from './route-cells.js';
import { allRows, readMeasures, type Reading, type Rows } from './rows.js';
import { growthCells, scoreCells } from './score-cells.js';
import { cellId, decide, type ToldRow } from './space.js';
import { testFigures } from './test-figures.js';

export interface EditionOptions {
  /** All modules of the content, compiled. */
  readonly modules: readonly Module[];
  /** Smallest group to show. */
  readonly k: number;
  /** When it is made. */
  readonly now: Date;
}

/** Nothing to report on; the message says what to do. */
export class NothingToReport extends Error {
  override readonly name = 'NothingToReport';
}

/**
 * The edition of the facts behind `connection` (see `src/report/facts/tables.sql`), as a reader may have it.
 * Keeps beside the facts what it told, so that the next edition does not let somebody be worked out from the two.
 * @throws RangeError when k is under the floor; NothingToReport when there are no facts or no content; OtherPeople.
 */
export async function makeEdition(connection: DuckDBConnection, options: EditionOptions): Promise<Edition> {
  const { modules, k, now } = options;
  if (k < K_FLOOR) throw new RangeError(`k is at least ${K_FLOOR}: smaller groups are persons`);
  const [town] = modules;
  const [span] = await measure(
    connection,
    'span',
    z.object({ first: z.string().nullable(), last: z.string().nullable() }),
  );
  if (!town) throw new NothingToReport('there is no module to report on: look at `npm run check`');
  if (!span?.first || !span.last)
    throw new NothingToReport(
      'nothing of this course is in what was read. Packages tell an LRS something when they are built with --lrs and somebody has opened one; and a key sees only what it may read',
    );
  const periods = periodsOf(span.first, span.last, now.toISOString().slice(0, 10));
  await prepareMeasures(connection, referenceOf(modules, periods));
  await refuseOtherPeople(connection);
  const last = await lastEdition(connection);
  const told = await toldBefore(connection);
  const reading = readMeasures(connection);
  const [decisions, rows, before] = await Promise.all([
    decideAll(reading, told, { periods, k }),
    allRows(reading),
    last.read(),
  ]);
  const cube: Cube = { groups: groupAxis(rows.groups), periods, k, decisions };
  const number = last.number + 1;
  return remember(connection, { decisions, number }, () => {
    const fresh = assemble(rows, cube, options, number);
    return schema.parse(before ? keepOld(fresh, before) : fresh);
  });
}

/** A space at a time, so that the database gets its next question meanwhile. */
async function decideAll(
  reading: Pick<Reading, 'score' | 'classes'>,
  told: readonly ToldRow[],
  { periods, k }: { readonly periods: readonly Period[]; readonly k: number },
): Promise<Cube['decisions']> {
  const [score, classes] = await Promise.all([reading.score, reading.classes]);
  const before = indexBy(told, ({ space }) => space);
  const allEqual = new Set(
    score
      .filter(({ subject, sd }) => subject === 'total' && sd === 0)
      .map(({ grp, period }) => cellId('score', grp, period)),
  );
  const decisions = new Map<string, ReturnType<typeof decide>>();
  for (const [name, members] of indexBy(classes, ({ space }) => space)) {
    await setImmediate();
    decisions.set(
      name,
      decide({ name, classes: members, told: before.get(name) ?? [], periods, k, allEqual }),
    );
  }
  return decisions;
}

function assemble(rows: Rows, cube: Cube, options: EditionOptions, number: number): Edition {
  const { modules, k, now } = options;
  const world = modules[0]?.world;
  const axis = moduleAxis(modules, rows.versions);
  const labels = (world?.norms.schaal ?? []).map(({ vanaf, label }) => ({ from: vanaf, label }));
  const evidence = new Map(modules.flatMap(packagesOf).map((module) => [module.id, evidenceIn(module)]));
  const played = modules
    .flatMap(packagesOf)
    .filter(({ id }) => axis.some((each) => each.id === id))
    .flatMap((module) => conversationsOf(module).map((unit) => charted({ module, unit })));
  const score = scoreCells(rows, cube, labels);
  const funnel = funnelCells(rows, cube, axis);
  const outcomes = outcomeCells(rows, cube, played);
  return {
    editionVersion: EDITION_VERSION,
    number,
    made: now.toISOString(),
    organisation: world?.name ?? '',
    k,
    read: readOf(rows, k),
    labels: labels.length > 0 ? labels : [{ from: 0, label: '' }],
    competences: COMPETENCES.map((id) => ({
      id,
      label: world?.competences[id].label ?? id,
      explanation: world?.competences[id].uitleg ?? '',
    })),
    outcomes: OUTCOMES.map((id) => ({
      id,
      label: world?.outcomes[id].label ?? id,
      explanation: world?.outcomes[id].uitleg ?? '',
    })),
    open: { period: openPeriod(cube.periods), group: 'whole' },
    periods: [...cube.periods],
    groups: [...cube.groups],
    modules: axis,
    score,
    growth: growthCells(rows, cube),
    funnel,
    graphs: played.map(({ graph }) => graph),
    routes: routeCells(rows, cube, played),
    ...mistakeCells(rows, cube, played),
    outcomeScores: outcomes,
    practice: practiceCells(rows, cube, axis),
    plan: planCells(score, { funnel, outcomes, modules: axis, evidence }),
    test: testFigures(rows, bankOf(modules), cube),
  };
}

function readOf(rows: Rows, k: number) {
  const { persons = 0, known = 0, members = 0, statements = 0, demo = false } = rows.totals[0] ?? {};
  const without = persons - known;
  const isTold = known >= k && (without === 0 || without >= k);
  return {
    statements,
    persons: persons < k ? null : persons,
    teamsFile: members > 0,
    withoutTeam: members > 0 && isTold ? without : null,
    demo,
  };
}

/** Everything, as long as that is a year or less; else the latest year. */
function openPeriod(periods: readonly Period[]): string {
  return periods.findLast(({ kind }) => kind === 'year')?.id ?? 'all';
}
