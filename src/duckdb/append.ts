/** Rows into a table of DuckDB by the columns of a chunk: many times faster than values in a query. */
import {
  DuckDBDataChunk,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';

/** Rows of a chunk; DuckDB allows no more. */
const CHUNK = 2_048;

/** The columns of a table, in their order, and their values in a row. */
export type Columns<R> = Readonly<
  Record<string, readonly [type: DuckDBType, value: (row: R) => DuckDBValue]>
>;

/** Rows for a table; `schema`: 'main', or 'temp' of a table that lives as long as the connection. */
export interface Appended<R> {
  readonly schema: 'main' | 'temp';
  readonly table: string;
  /** All of the table. */
  readonly columns: Columns<R>;
  readonly rows: readonly R[];
}

/** Adds rows, in the transaction that is going on. @throws Error what DuckDB says, also of a key that is taken; then the transaction is to be rolled back */
export async function append<R>(
  connection: DuckDBConnection,
  { schema, table, columns, rows }: Appended<R>,
): Promise<void> {
  if (rows.length === 0) return;
  const appender =
    schema === 'temp'
      ? await connection.createAppender(table, 'main', 'temp')
      : await connection.createAppender(table, 'main');
  try {
    addRows(appender, columns, rows);
    appender.closeSync();
  } catch (error) {
    // Else it tries again when it is collected as garbage, and fails in whatever transaction is going on by then.
    appender.clear();
    throw error;
  }
}

function addRows<R>(appender: DuckDBAppender, columns: Columns<R>, rows: readonly R[]): void {
  const all = Object.values(columns);
  const types = all.map(([type]) => type);
  for (let at = 0; at < rows.length; at += CHUNK) {
    const some = rows.slice(at, at + CHUNK);
    const chunk = DuckDBDataChunk.create(types, some.length);
    for (const [place, [, value]] of all.entries()) chunk.setColumnValues(place, some.map(value));
    appender.appendDataChunk(chunk);
  }
}
