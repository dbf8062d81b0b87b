/** The report's own database: statements go in, fact tables come out. The SQL beside this file does the work. */
import { readFileSync } from 'node:fs';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { append } from '../../duckdb/append.js';
import { CALLED, emptyTable, IDS, PLACES, RESULTS, RUNS, TOLD } from './batch-tables.js';
import { Gathered } from './gather.js';
import type { Tally } from './tally.js';
import { StatementReader } from './told.js';

/** Raised when the tables or the reading of statements change: older facts are then read anew (`sync/store.ts`). */
const FACTS_VERSION = 3;

/** Facts that cannot be kept or opened; the message says why and what to do. */
export class FactsUnavailable extends Error {
  override readonly name = 'FactsUnavailable';
}

/** Facts that an older version of the report made: they can be read anew. */
export class OlderFacts extends FactsUnavailable {}

/** Statements: as they were gathered; or a text each; or a query that gives one column with one as JSON a row. */
export type Batch = Gathered | { readonly texts: readonly string[] } | { readonly query: string };

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
 * @throws OlderFacts; FactsUnavailable when another process has the file, or when it is none of ours.
 */
export async function openFacts(file = ':memory:'): Promise<Facts> {
  try {
    const instance = await DuckDBInstance.create(file, {
      threads: '2',
      memory_limit: '1100MB',
      checkpoint_threshold: '256MB',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const facts = factsOver(instance, await instance.connect());
    try {
      await facts.connection.run(`SET TimeZone = 'UTC'`);
      await facts.connection.run(sql('tables'));
      await facts.connection.run(sql('keeping'));
      await refuseOther(facts, file);
      return facts;
    } catch (error) {
      facts.close();
      throw error;
    }
  } catch (error) {
    throw explain(error, file);
  }
}

function factsOver(instance: DuckDBInstance, connection: DuckDBConnection): Facts {
  const texts = ['stage', 'number', 'flatten', 'label'].map(sql);
  const add: Facts['add'] = async (batch, keep = () => ({})) => {
    await connection.run('BEGIN TRANSACTION');
    try {
      await emptyTable(connection, 'run_told', RUNS);
      await emptyTable(connection, 'place_told', PLACES);
      await emptyTable(connection, 'result_told', RESULTS);
      await emptyTable(connection, 'told', TOLD);
      await emptyTable(connection, 'called', CALLED);
      await emptyTable(connection, 'taken_back', IDS);
      const counts = { ...NO_COUNTS };
      for await (const part of partsOf(instance, batch)) await offer(connection, part, counts);
      for (const text of texts) await connection.run(text);
      for (const [name, value] of Object.entries(keep(counts.stored)))
        await connection.run(
          'INSERT INTO setting VALUES ($1, $2) ON CONFLICT DO UPDATE SET value = excluded.value',
          [name, value],
        );
      const tally = await tallyOf(connection, counts);
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

interface Counts {
  read: number;
  ours: number;
  foreign: number;
  malformed: number;
  voiding: number;
  stored: string | null;
}
const NO_COUNTS: Counts = { read: 0, ours: 0, foreign: 0, malformed: 0, voiding: 0, stored: null };

/** Statements of a query that are gathered at once. */
const PART = 10_000;

async function* partsOf(instance: DuckDBInstance, batch: Batch): AsyncGenerator<Gathered> {
  if (batch instanceof Gathered) {
    yield batch;
    return;
  }
  if ('texts' in batch) {
    const all = new Gathered();
    for (const text of batch.texts) all.text(Buffer.from(text));
    yield all;
    return;
  }
  // On a connection of its own, as what is read is meanwhile taken in on the other.
  const reading = await instance.connect();
  try {
    const found = await reading.stream(batch.query);
    const reader = new StatementReader();
    let part = new Gathered(reader);
    for await (const rows of found.yieldRowsJs()) {
      for (const [text] of rows) part.text(Buffer.from(typeof text === 'string' ? text : ''));
      if (part.counts.read < PART) continue;
      yield part;
      part = new Gathered(reader, part);
    }
    yield part;
  } finally {
    reading.closeSync();
  }
}

const TEMP = { schema: 'temp' } as const;

async function offer(connection: DuckDBConnection, part: Gathered, counts: Counts): Promise<void> {
  await append(connection, { ...TEMP, table: 'run_told', columns: RUNS, rows: part.runs.rows });
  await append(connection, { ...TEMP, table: 'place_told', columns: PLACES, rows: part.places.rows });
  await append(connection, { ...TEMP, table: 'result_told', columns: RESULTS, rows: part.results.rows });
  await append(connection, { ...TEMP, table: 'told', columns: TOLD, rows: part.told });
  await append(connection, { ...TEMP, table: 'called', columns: CALLED, rows: part.called() });
  await append(connection, { ...TEMP, table: 'taken_back', columns: IDS, rows: part.voided });
  counts.ours += part.told.length;
  counts.read += part.counts.read;
  counts.foreign += part.counts.foreign;
  counts.malformed += part.counts.malformed;
  counts.voiding += part.counts.voiding;
  const { stored } = part;
  if (stored !== null && (counts.stored === null || stored > counts.stored)) counts.stored = stored;
}

async function tallyOf(connection: DuckDBConnection, counts: Counts): Promise<Tally> {
  const reader = await connection.runAndReadAll(
    'SELECT count(*)::DOUBLE AS fresh, (count(*) FILTER (is_misdated))::DOUBLE AS misdated FROM staged',
  );
  const [row = {}] = reader.getRowObjectsJS();
  const fresh = Number(row['fresh']);
  const { read, foreign, malformed, voiding } = counts;
  const repeated = counts.ours - fresh;
  return { read, ours: fresh, foreign, malformed, voiding, repeated, misdated: Number(row['misdated']) };
}

async function refuseOther(facts: Facts, file: string): Promise<void> {
  const version = await facts.setting('version');
  if (version === null)
    await facts.connection.run(`INSERT INTO setting VALUES ('version', '${FACTS_VERSION}')`);
  else if (Number(version) < FACTS_VERSION)
    throw new OlderFacts(`${file} was made by an older version of the report.`);
  else if (version !== String(FACTS_VERSION))
    throw new FactsUnavailable(
      `${file} was made by a newer version of the report. Use that one, or choose another folder with --data.`,
    );
}

function sql(name: string): string {
  return readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8');
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
  if (error instanceof SyntaxError || /malformed json/i.test(reason))
    return new FactsUnavailable(`What came is no JSON, so nothing of it was taken in: ${first}`);
  return new FactsUnavailable(`The report's data cannot be kept: ${first}`);
}
