/** The one store of the local LMS and LRS: a DuckDB file, one writer at a time, a commit is on disk before it is acknowledged. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  DuckDBInstance,
  DuckDBListValue,
  LIST,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { append, type Appended } from '../../duckdb/append.js';
import { TABLES } from './tables.js';
import { WriteQueue } from './write-queue.js';

export type Value = DuckDBValue;
export type Row = Readonly<Record<string, unknown>>;

/** Runs one SQL statement and gives its rows. */
export type Run = (sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;

/** Adds many rows to a table, as part of a write. */
export type Append = <R>(rows: Omit<Appended<R>, 'schema'>) => Promise<void>;

export interface Store {
  /** Reads what is committed; never waits for a writer. */
  readonly read: Run;
  /**
   * Runs `work` in a transaction, after all earlier writes; resolves only when it is on disk. Writes that wait at the same time
   * share a commit; when one of them throws, it alone is undone. For that the others run again, so `work` must change nothing
   * but the store.
   */
  write<T>(work: (run: Run, append: Append) => Promise<T>): Promise<T>;
  /** Waits for the running write, folds the log into the file and lets go of it. */
  close(): Promise<void>;
}

/** The store cannot be opened; the message says why and what to do. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

// File locks are per process, so a second open in this process would not be noticed by DuckDB.
const openHere = new Set<string>();

/**
 * Opens (or makes) the store in `folder`.
 * @throws StoreUnavailable when another process has it, or when the file is no store of ours.
 */
export async function openStore(folder: string): Promise<Store> {
  const file = join(resolve(folder), 'zeventerpen.duckdb');
  if (openHere.has(file)) throw inUse(folder);
  openHere.add(file);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const instance = await DuckDBInstance.create(file, {
      threads: '2',
      // Each writes the index anew: more often, they took as long as all else of a write.
      checkpoint_threshold: '128MB',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const writer = await instance.connect();
    for (const table of TABLES) await writer.run(table);
    const reader = await instance.connect();
    return store(file, instance, reader, writer);
  } catch (error) {
    openHere.delete(file);
    throw explain(error, folder);
  }
}

function store(
  file: string,
  instance: DuckDBInstance,
  reader: DuckDBConnection,
  writer: DuckDBConnection,
): Store {
  const statements = new Statements(writer);
  const writes = new WriteQueue((sql, values) => statements.run(sql, values));
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await writes.idle();
    await writer.run('checkpoint');
    statements.close();
    reader.closeSync();
    writer.closeSync();
    instance.closeSync();
    openHere.delete(file);
  };
  return {
    read: (sql, values) => query(reader, sql, values),
    write: (work) => writes.add((run) => work(run, (rows) => append(writer, { ...rows, schema: 'main' }))),
    close: () => (closing ??= close()),
  };
}

async function query(
  connection: DuckDBConnection,
  sql: string,
  values?: readonly Value[],
): Promise<readonly Row[]> {
  const bound = values && bindings(values);
  const reader = await connection.runAndReadAll(sql, bound?.named, bound?.types);
  return reader.getRowObjectsJS();
}

function bindings(values: readonly Value[]): {
  readonly named: Record<string, Value>;
  readonly types: Record<string, DuckDBType>;
} {
  const numbered = values.map((value, index) => [String(index + 1), value] as const);
  // All lists here are lists of text; an empty one cannot say so itself.
  const lists = numbered.filter(([, value]) => value instanceof DuckDBListValue);
  return {
    named: Object.fromEntries(numbered),
    types: Object.fromEntries(lists.map(([name]) => [name, LIST(VARCHAR)])),
  };
}

/** Many times the SQL texts of this LMS. */
const STATEMENTS_KEPT = 200;

/** Of the connection that writes: planning a small statement takes longer than running it, so each is planned once. */
class Statements {
  private readonly kept = new Map<string, DuckDBPreparedStatement>();

  constructor(private readonly connection: DuckDBConnection) {}

  /** One at a time: a statement holds the values of the run that is going on. */
  async run(sql: string, values: readonly Value[] = []): Promise<readonly Row[]> {
    const statement = this.kept.get(sql) ?? (await this.connection.prepare(sql));
    if (this.kept.size >= STATEMENTS_KEPT && !this.kept.has(sql)) this.close();
    this.kept.set(sql, statement);
    const { named, types } = bindings(values);
    statement.bind(named, types);
    return (await statement.runAndReadAll()).getRowObjectsJS();
  }

  close(): void {
    for (const statement of this.kept.values()) statement.destroySync();
    this.kept.clear();
  }
}

function inUse(folder: string): StoreUnavailable {
  return new StoreUnavailable(
    `The data in ${folder} is in use by another running copy. Stop that one, or choose another folder: --data DIR`,
  );
}

function explain(error: unknown, folder: string): Error {
  if (error instanceof StoreUnavailable) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (/lock/i.test(reason)) return inUse(folder);
  return new StoreUnavailable(
    `The data in ${folder} cannot be opened: ${reason.split('\n')[0] ?? ''}\nMove that folder away, or choose another one: --data DIR`,
  );
}
