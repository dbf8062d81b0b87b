/** What the report takes: how fast it reads an LRS, and what its measures cost over facts of growing size. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statfsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadContent } from '../src/content/index.js';
import type { Module } from '../src/content/module.js';
import { packagesOf } from '../src/content/package-parts.js';
import { employees } from '../src/demo/employees.js';
import { lastQuarter } from '../src/demo/period.js';
import { demoStatements } from '../src/demo/statements.js';
import { courseConfig } from '../src/packaging/course.js';
import { openFacts } from '../src/report/facts/facts.js';
import { syncLrs } from '../src/report/sync/sync.js';
import type { Figure } from './figure.js';

/** Employees whose statements are recorded; all that follows is made of them. */
const PEOPLE = 40;
/** Statements that the LRS has to send, and those of a page. */
const TO_SYNC = 100_000;
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

export async function* reportFigures({ modulesDir, work, statements }: ReportBench): AsyncGenerator<Figure> {
  const { modules } = loadContent(modulesDir);
  const begun = performance.now();
  const recorded = record(modules);
  yield {
    name: 'demo data: an employee played and told',
    value: (performance.now() - begun) / PEOPLE,
    unit: 'ms',
  };
  yield { name: 'demo data: statements of an employee', value: recorded.length / PEOPLE, unit: '' };
  console.log(`Syncing ${TO_SYNC} statements ...`);
  const rate = await syncRate(recorded, work);
  yield { name: 'report: sync, statements a second', value: rate, unit: '/s' };
  yield { name: 'report: sync, a statement', value: 1e6 / rate, unit: 'us', budget: MICROSECONDS_BUDGET };
  const base = join(work, 'report-base.duckdb');
  const facts = await openFacts(base);
  await facts.add({ texts: recorded });
  facts.close();
  const times: number[] = [];
  for (const size of SIZES.filter((one) => one <= statements)) {
    console.log(`Measuring facts of ${size} statements ...`);
    checkRoom(work, size);
    const file = join(work, `report-${size}.duckdb`);
    await grow(base, file, size / recorded.length);
    const { seconds, again, megabytes } = await edition(file, modulesDir);
    rmSync(file);
    times.push(seconds);
    const of = `report: an edition of ${size} statements`;
    const budget = size === SIZES.at(-1) ? { budget: SECONDS_BUDGET } : {};
    yield { name: of, value: seconds, unit: 's', ...budget };
    yield { name: `${of}: the next one`, value: again, unit: 's', ...budget };
    yield { name: `${of}: memory`, value: megabytes, unit: 'MB', budget: MEMORY_BUDGET };
  }
  yield* growth(times);
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
async function syncRate(recorded: readonly string[], work: string): Promise<number> {
  const folder = join(work, 'report-pages');
  const pages = await writePages(recorded, folder);
  const { server, port } = await pagesOf(folder);
  const file = join(folder, 'report.duckdb');
  const facts = await openFacts(file);
  try {
    const begun = performance.now();
    const { ours } = await syncLrs(facts, {
      endpoint: `http://127.0.0.1:${port}/xapi/`,
      authorization: 'Basic eDp5',
    });
    const seconds = (performance.now() - begun) / 1_000;
    if (ours < 0.99 * PAGE * pages) throw new Error(`Of ${PAGE * pages} statements ${ours} were read.`);
    return ours / seconds;
  } finally {
    facts.close();
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

/** The first digit of what another person has another of: ids of statements, pseudonym, registrations and visits. */
const HIS = /("id":"|"name":"|"registration":"|\/visit":")[0-9a-f](?=[0-9a-f]{7})/g;

/** As an LRS would send them, on disk, so that they take no memory: what was recorded, again and again of other people. */
async function writePages(recorded: readonly string[], folder: string): Promise<number> {
  await mkdir(folder);
  const pages = Math.ceil(TO_SYNC / PAGE);
  for (let page = 0; page < pages; page += 1) {
    const statements = Array.from({ length: PAGE }, (_one, at) => {
      const nth = page * PAGE + at;
      const copy = Math.floor(nth / recorded.length) % 16;
      return (recorded[nth % recorded.length] ?? '').replace(HIS, `$1${copy.toString(16)}`);
    });
    const more = page + 1 < pages ? `/xapi/statements?page=${page + 1}` : '';
    await writeFile(
      join(folder, `${page}.json`),
      `{"statements":[${statements.join(',')}],"more":"${more}"}`,
    );
  }
  return pages;
}

async function pagesOf(folder: string): Promise<{ readonly server: ChildProcess; readonly port: number }> {
  const server = spawn(process.execPath, [...script('bench-pages'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(server.stdout, 'data')) as [Buffer];
  return { server, port: Number(port.toString()) };
}

/** Of a script beside this one: what Node is started with. */
const script = (name: string): readonly string[] => [
  createRequire(import.meta.url).resolve('tsx/cli'),
  fileURLToPath(new URL(`./${name}.ts`, import.meta.url)),
];

const STATEMENT = 'md5(statement || copy) AS statement';
const ATTEMPT = 'md5(attempt || copy) AS attempt';
const PERSON = 'person_id + copy * (SELECT max(person_id) FROM base.person) AS person_id';
const RUN = 'run_id + copy * (SELECT max(run_id) FROM base.run) AS run_id';
/** What is of a person, or of a run, and what of it another person has another of. */
const OF_PERSON = {
  person: [PERSON, 'md5(person || copy) AS person'],
  run: [RUN, PERSON, ATTEMPT],
  module_event: [STATEMENT, PERSON, ATTEMPT],
} as const;
const OF_RUN = ['run_event', 'decision', 'answer', 'desk_action', 'run_score'] as const;
const OF_CONTENT = ['chosen', 'replied', 'shown'] as const;

/** The same facts of ever other people, made inside the database. */
async function grow(base: string, file: string, times: number): Promise<void> {
  const grown = await openFacts(file);
  const { connection } = grown;
  await connection.run(`ATTACH '${base.replaceAll("'", "''")}' AS base (READ_ONLY)`);
  const people = await connection.runAndReadAll('SELECT person_id FROM base.person');
  const who = `person_id <= ${Math.max(1, Math.round(people.currentRowCount * Math.min(1, times)))}`;
  const copies = Math.max(1, Math.round(times));
  const copy = (table: string, changed: readonly string[], which: string) =>
    connection.run(`
      INSERT INTO ${table} SELECT * EXCLUDE (copy) REPLACE (${changed.join(', ')})
      FROM base.${table}, range(${copies}) AS made(copy) WHERE ${which}`);
  for (const table of OF_CONTENT) await connection.run(`INSERT INTO ${table} FROM base.${table}`);
  for (const [table, changed] of Object.entries(OF_PERSON)) await copy(table, changed, who);
  for (const table of OF_RUN)
    await copy(table, [STATEMENT, RUN], `run_id IN (SELECT run_id FROM base.run WHERE ${who})`);
  await connection.run(`
    INSERT INTO member SELECT person, 'Team ' || team, 'Afdeling ' || team // 5, 'Rol ' || team % 4
    FROM (SELECT person, hash(person) % 40 AS team FROM person)`);
  grown.close();
}

const runFile = promisify(execFile);

/** Seconds of the first edition and of one more over the same facts, and the most memory that both took. */
interface EditionCost {
  readonly seconds: number;
  readonly again: number;
  readonly megabytes: number;
}

async function edition(file: string, modulesDir: string): Promise<EditionCost> {
  const { stdout } = await runFile(process.execPath, [...script('bench-edition'), file, modulesDir]);
  return JSON.parse(stdout) as EditionCost;
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
  const name = `report: growth of an edition's time from ${other}`;
  return [{ name, value: last / before, unit: 'x', budget: (1.2 * size) / other }];
}
