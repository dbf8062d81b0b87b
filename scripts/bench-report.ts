/** What the report takes: how fast it reads an LRS, and what its measures cost over facts of growing size. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../src/content/index.js';
import type { Module } from '../src/content/module.js';
import { packagesOf } from '../src/content/package-parts.js';
import { employees } from '../src/demo/employees.js';
import { lastQuarter } from '../src/demo/period.js';
import { demoStatements } from '../src/demo/statements.js';
import { courseConfig } from '../src/packaging/course.js';
import { makeEdition } from '../src/report/edition/make.js';
import { openFacts, type Facts } from '../src/report/facts/facts.js';
import { syncLrs } from '../src/report/sync/sync.js';
import type { Figure } from './figure.js';

/** Employees whose statements are recorded; all that follows is made of them. */
const PEOPLE = 40;
const PAGE = 500;
const SIZES = [10_000, 1_000_000, 10_000_000] as const;
/** Bytes on disk that a statement's facts may take while they are made. */
const ROOM = 800;
/** 20,000 a second. */
const MICROSECONDS_BUDGET = 50;
const SECONDS_BUDGET = 10;
const MEMORY_BUDGET = 2_000;

export interface ReportBench {
  readonly modulesDir: string;
  readonly work: string;
  /** Facts of at most so many statements. */
  readonly statements: number;
}

export async function reportFigures({
  modulesDir,
  work,
  statements,
}: ReportBench): Promise<readonly Figure[]> {
  const { modules } = loadContent(modulesDir);
  const recorded = record(modules);
  console.log(`Syncing ${recorded.length} statements ...`);
  const rate = await syncRate(recorded, join(work, 'report-sync.duckdb'));
  const figures: Figure[] = [
    { name: 'report: sync, statements a second', value: rate, unit: '/s' },
    { name: 'report: sync, a statement', value: 1e6 / rate, unit: 'us', budget: MICROSECONDS_BUDGET },
  ];
  const base = join(work, 'report-base.duckdb');
  const facts = await openFacts(base);
  await facts.add({ texts: recorded });
  const times: number[] = [];
  for (const size of SIZES.filter((one) => one <= statements)) {
    console.log(`Measuring facts of ${size} statements ...`);
    checkRoom(work, size);
    const file = join(work, `report-${size}.duckdb`);
    const grown = await grow(facts, file, size / recorded.length);
    const seconds = await measured(grown, modules);
    grown.close();
    rmSync(file);
    times.push(seconds);
    const budget = size === SIZES.at(-1) ? { budget: SECONDS_BUDGET } : {};
    figures.push({ name: `report: measures over ${size} statements`, value: seconds, unit: 's', ...budget });
  }
  facts.close();
  const memory = process.resourceUsage().maxRSS / 1_000;
  return [
    ...figures,
    ...growth(times),
    { name: 'report: most memory', value: memory, unit: 'MB', budget: MEMORY_BUDGET },
  ];
}

function record(modules: readonly Module[]): readonly string[] {
  const demo = demoStatements({
    ...{ people: employees(PEOPLE, 'bench'), packages: modules.flatMap(packagesOf), seed: 'bench' },
    ...{ period: lastQuarter(new Date('2026-11-22T00:00:00Z')), course: courseConfig() },
  });
  const begin = Date.parse('2026-09-01T00:00:00Z');
  return [...demo].flat().map((one, at) => {
    const stored = new Date(begin + at * 100).toISOString();
    return JSON.stringify({ ...one, stored });
  });
}

/** Statements a second, from a server on this machine that does nothing but send pages it has. */
async function syncRate(recorded: readonly string[], file: string): Promise<number> {
  const pages: string[] = [];
  for (let at = 0; at < recorded.length; at += PAGE) pages.push(recorded.slice(at, at + PAGE).join(','));
  const server = createServer((request, response) => {
    const place = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('page') ?? 0);
    const more = place + 1 < pages.length ? `/xapi/statements?page=${place + 1}` : '';
    response.setHeader('Content-Type', 'application/json');
    response.end(`{"statements":[${pages[place] ?? ''}],"more":"${more}"}`);
  });
  const port = await listening(server);
  const facts = await openFacts(file);
  const begun = performance.now();
  const { read } = await syncLrs(facts, {
    endpoint: `http://127.0.0.1:${port}/xapi/`,
    authorization: 'Basic eDp5',
  });
  const seconds = (performance.now() - begun) / 1_000;
  facts.close();
  server.closeAllConnections();
  server.close();
  rmSync(file);
  return read / seconds;
}

function listening(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}

const TABLES = ['module_event', 'run_event', 'decision', 'answer', 'desk_action', 'run_score'] as const;

/** The same facts of ever other people, made inside the database. */
async function grow(base: Facts, file: string, times: number): Promise<Facts> {
  const grown = await openFacts(file);
  const people = await base.connection.runAndReadAll(
    'SELECT DISTINCT person FROM module_event ORDER BY person',
  );
  const share = Math.max(1, Math.round(people.currentRowCount * Math.min(1, times)));
  const copies = Math.max(1, Math.round(times));
  for (const table of TABLES) await copyRows({ base, grown, table, share, copies });
  await grown.connection.run(`
    INSERT INTO member SELECT person, 'Team ' || team, 'Afdeling ' || team // 5, 'Rol ' || team % 4
    FROM (SELECT DISTINCT person, hash(person) % 40 AS team FROM module_event)`);
  return grown;
}

interface Copying {
  readonly base: Facts;
  readonly grown: Facts;
  readonly table: (typeof TABLES)[number];
  /** People of the base that count. */
  readonly share: number;
  readonly copies: number;
}

async function copyRows({ base, grown, table, share, copies }: Copying): Promise<void> {
  const found = await base.connection.runAndReadAll(
    `FROM ${table} WHERE person IN (SELECT DISTINCT person FROM module_event ORDER BY person LIMIT ${share})`,
  );
  const rows = found.getRowObjectsJson();
  const columns = found.columnNames();
  const shape = JSON.stringify([Object.fromEntries(columns.map((name) => [name, 'VARCHAR']))]);
  const shown = columns.map((name) =>
    ['statement', 'person', 'attempt'].includes(name) ? `md5(row.${name} || copy)` : `row.${name}`,
  );
  await grown.connection.run(
    `INSERT INTO ${table} SELECT ${shown.join(', ')}
     FROM (SELECT unnest(from_json($1, '${shape}')) AS row), range(${copies}) AS made(copy)`,
    [JSON.stringify(rows)],
  );
}

/** Seconds of a whole edition. */
async function measured({ connection }: Facts, modules: readonly Module[]): Promise<number> {
  const begun = performance.now();
  await makeEdition(connection, { modules, k: 10, now: new Date('2026-11-26') });
  return (performance.now() - begun) / 1_000;
}

function checkRoom(folder: string, statements: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < statements * ROOM)
    throw new Error(
      `Facts of ${statements} statements need ${Math.ceil((statements * ROOM) / 1e9)} GB free in ${folder}: ask for fewer with --statements N.`,
    );
}

/** A measure looks at every row: its time may grow as the facts do, and no faster. */
function growth(times: readonly number[]): readonly Figure[] {
  const last = times.at(-1);
  const before = times.at(-2);
  const [size = 0, other = 1] = [SIZES[times.length - 1], SIZES[times.length - 2]];
  if (last === undefined || before === undefined) return [];
  const name = `report: growth of the measures from ${other}`;
  return [{ name, value: last / before, unit: 'x', budget: (1.2 * size) / other }];
}
