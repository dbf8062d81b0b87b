/** The report's own database: statements go in, fact tables come out. The SQL beside this file does the work. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isUtf8 } from 'node:buffer';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** Raised when the tables or the reading of statements change: older facts are then read anew. */
const FACTS_VERSION = '1';

/** What was found in statements that were read. */
export interface Tally {
  /** All of them. */
  readonly read: number;
  /** New ones of this course. */
  readonly ours: number;
  /** Of other courses or programs. */
  readonly foreign: number;
  /** No statement at all, or without what every statement has. */
  readonly malformed: number;
  /** Statements that take another one back. */
  readonly voiding: number;
  /** Read before. */
  readonly repeated: number;
  /** Of ours, told by a clock that runs more than a day ahead; dated by the LRS's clock. */
  readonly ahead: number;
}

export const NOTHING_READ: Tally = {
  read: 0,
  ours: 0,
  foreign: 0,
  malformed: 0,
  voiding: 0,
  repeated: 0,
  ahead: 0,
};

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    read: one.read + other.read,
    ours: one.ours + other.ours,
    foreign: one.foreign + other.foreign,
    malformed: one.malformed + other.malformed,
    voiding: one.voiding + other.voiding,
    repeated: one.repeated + other.repeated,
    ahead: one.ahead + other.ahead,
  };
}

/** Facts that cannot be kept or opened; the message says why and what to do. */
export class FactsUnavailable extends Error {
  override readonly name = 'FactsUnavailable';
}

/**
 * Statements: a text each, without line ends; bytes with one on each line; the pages of an LRS as it sent them; or a query that gives a column
 * `doc` with one as JSON a row, NULL for what was none.
 */
export type Batch =
  | { readonly texts: readonly string[] }
  | { readonly lines: Uint8Array }
  | { readonly pages: readonly Uint8Array[] }
  | { readonly query: string };

/** The report's database, open. */
export interface Facts {
  /** For measures: reads the tables of `tables.sql`. */
  readonly connection: DuckDBConnection;
  /**
   * Takes in statements; all of them with what is to be kept beside them, or nothing. `keep` gets the latest `stored` among them
   * (ISO 8601), null when none said so.
   * @throws FactsUnavailable when the disk is full
   */
  add(batch: Batch, keep?: (stored: string | null) => Readonly<Record<string, string>>): Promise<Tally>;
  /** What was kept under a name; null: nothing. */
  setting(name: string): Promise<string | null>;
  close(): void;
}

/**
 * Opens, or makes, the facts in a file, or in memory.
 * @throws FactsUnavailable when another process has the file, or when it is none of ours.
 */
export async function openFacts(file = ':memory:'): Promise<Facts> {
  try {
    const instance = await DuckDBInstance.create(file, {
      threads: '2',
      memory_limit: '1100MB',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run(`SET TimeZone = 'UTC'`);
    await connection.run(sql('tables'));
    await connection.run(sql('keeping'));
    const facts = factsOver(instance, connection);
    await refuseOther(facts, file);
    return facts;
  } catch (error) {
    throw explain(error, file);
  }
}

function factsOver(instance: DuckDBInstance, connection: DuckDBConnection): Facts {
  const texts = {
    shape: readText('statement.json').replace(/\s+/g, ' '),
    ...{ stage: sql('stage'), flatten: sql('flatten'), label: sql('label') },
  };
  const add: Facts['add'] = async (batch, keep = () => ({})) => {
    await connection.run('BEGIN TRANSACTION');
    try {
      const folder = await mkdtemp(join(tmpdir(), 'zeventerpen-'));
      try {
        await offer(connection, { shape: texts.shape, folder }, batch);
        await connection.run(texts.stage);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
      for (const text of [texts.flatten, texts.label]) await connection.run(text);
      const kept = keep(await lastStored(connection));
      for (const [name, value] of Object.entries(kept))
        await connection.run(
          'INSERT INTO setting VALUES ($1, $2) ON CONFLICT DO UPDATE SET value = excluded.value',
          [name, value],
        );
      const tally = await tallyOf(connection);
      await connection.run('COMMIT');
      return tally;
    } catch (error) {
      // A failed commit has rolled back already; then this says so, which is no news.
      await connection.run('ROLLBACK').catch(() => undefined);
      throw explain(error, 'the facts');
    }
  };
  return {
    connection,
    add,
    setting: async (name) => {
      const found = await connection.runAndReadAll('SELECT value FROM setting WHERE name = $1', [name]);
      const value = found.getRowsJS()[0]?.[0];
      return typeof value === 'string' ? value : null;
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/**
 * Makes `incoming`: a view on the texts given, so that they are read while they are sorted out. They go through files, as millions of
 * characters in a value of a query, or in a table, take longer than all that follows; and as the bytes that came, which takes less memory.
 */
async function offer(
  connection: DuckDBConnection,
  { shape, folder }: { readonly shape: string; readonly folder: string },
  batch: Batch,
): Promise<void> {
  const files: string[] = [];
  for (const bytes of partsOf(batch)) {
    const file = join(folder, `${files.length}.json`);
    // What is no UTF-8 would stop everything; so it becomes what a reader would show.
    await writeFile(file, isUtf8(bytes) ? bytes : Buffer.from(bytes).toString('utf8'), { mode: 0o600 });
    files.push(file);
  }
  await connection.run(`CREATE OR REPLACE TEMP VIEW incoming AS ${incoming(shape, batch, files)}`);
}

function partsOf(batch: Batch): readonly Uint8Array[] {
  if ('query' in batch) return [];
  if ('pages' in batch) return batch.pages;
  const lines = Buffer.from('lines' in batch ? batch.lines : batch.texts.join('\n'));
  const half = lines.indexOf('\n', lines.length >> 1) + 1;
  return half === 0 ? [lines] : [lines.subarray(0, half), lines.subarray(half)];
}

function incoming(shape: string, batch: Batch, files: readonly string[]): string {
  const each = (doc: string, from: string): string =>
    `SELECT from_json(${doc}, '${shape}') AS s FROM (${from}) AS source`;
  if ('query' in batch) return each('doc', batch.query);
  const read = (some: readonly string[]): string => {
    const given = `read_text([${some.map((file) => `'${file.replaceAll("'", "''")}'`).join(', ')}])`;
    if ('pages' in batch)
      return `SELECT unnest(from_json(content, '{"statements": [${shape}]}').statements) AS s FROM ${given}`;
    const blank = `trim(line, ' ' || chr(9) || chr(13)) = ''`;
    return each(
      'try_cast(line AS JSON)',
      `SELECT line FROM (SELECT unnest(string_split(content, chr(10))) AS line FROM ${given}) WHERE NOT ${blank}`,
    );
  };
  // So few rows, however wide, are one thread's; two queries are two threads'.
  const half = Math.ceil(files.length / 2);
  const halves = [files.slice(0, half), files.slice(half)].filter((some) => some.length > 0);
  return halves.map(read).join(' UNION ALL ');
}

async function lastStored(connection: DuckDBConnection): Promise<string | null> {
  const reader = await connection.runAndReadAll(
    `SELECT strftime(max(stored), '%Y-%m-%dT%H:%M:%S.%fZ') AS stored FROM arrived`,
  );
  const value = reader.getRowsJS()[0]?.[0];
  return typeof value === 'string' ? value : null;
}

async function tallyOf(connection: DuckDBConnection): Promise<Tally> {
  const reader = await connection.runAndReadAll(`
    SELECT count(*)::DOUBLE AS read, (SELECT count(*) FROM staged)::DOUBLE AS ours,
      (count(*) FILTER (standing = 'foreign'))::DOUBLE AS foreign, (count(*) FILTER (standing = 'malformed'))::DOUBLE AS malformed,
      (count(*) FILTER (standing = 'voiding'))::DOUBLE AS voiding,
      (count(*) FILTER (standing = 'ours') - (SELECT count(*) FROM staged))::DOUBLE AS repeated,
      (SELECT count(*) FILTER (is_ahead) FROM staged)::DOUBLE AS ahead
    FROM arrived`);
  const [row = {}] = reader.getRowObjectsJS();
  const count = (name: keyof Tally): number => Number(row[name] ?? 0);
  return {
    read: count('read'),
    ours: count('ours'),
    foreign: count('foreign'),
    malformed: count('malformed'),
    voiding: count('voiding'),
    repeated: count('repeated'),
    ahead: count('ahead'),
  };
}

async function refuseOther(facts: Facts, file: string): Promise<void> {
  const version = await facts.setting('version');
  if (version === null)
    await facts.connection.run(`INSERT INTO setting VALUES ('version', '${FACTS_VERSION}')`);
  else if (version !== FACTS_VERSION)
    throw new FactsUnavailable(
      `${file} was made by another version of the report. Move it away: everything is then read again.`,
    );
}

function sql(name: string): string {
  return readText(`${name}.sql`);
}

function readText(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

function explain(error: unknown, what: string): Error {
  if (error instanceof FactsUnavailable) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const [first = ''] = reason.split('\n');
  if (/conflicting lock|used by another process|lock on file/i.test(reason))
    return new FactsUnavailable(
      `Another run is using ${what}. Wait until it is done, or choose another folder.`,
    );
  if (/no space left|file too large|disk|failed to write|could not write|out of space/i.test(reason))
    return new FactsUnavailable(
      `The disk is full or cannot be written: ${first}. What was read before is kept; make room and run again.`,
    );
  if (/malformed json/i.test(reason))
    return new FactsUnavailable(`What came is no JSON, so nothing of it was taken in: ${first}`);
  return new FactsUnavailable(`The report's data cannot be kept: ${first}`);
}
