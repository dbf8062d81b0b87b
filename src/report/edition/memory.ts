/** What editions told outlives the facts that they were made of: those can be read anew, but what was told cannot be taken back. */
import { readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';

/** Kept: what `prepare/0-memory.sql` makes, the persons and members whose numbers it speaks in. */
const KEPT = {
  person: 'person_id, person',
  member: 'person, team, department, role',
  edition_space: 'space_id, space, part',
  edition_place: 'place_id, attributes',
  edition_member: 'edition, space_id, person_id, place_id',
  edition_told: 'edition, space, cell',
  edition_kept: 'edition, made, content',
} as const;

/**
 * Copies what earlier editions told from a closed store into fresh facts, all of it or nothing. Persons keep their numbers, so that
 * who is read anew is known again.
 * @throws Error when the store's memory is of another shape
 */
export async function carryMemory(connection: DuckDBConnection, store: string): Promise<void> {
  await connection.run(readFileSync(new URL('../measures/prepare/0-memory.sql', import.meta.url), 'utf8'));
  await connection.run(`ATTACH '${store.replaceAll("'", "''")}' AS earlier (READ_ONLY)`);
  if (await hasMemory(connection)) {
    await connection.run('BEGIN');
    for (const [table, columns] of Object.entries(KEPT))
      await connection.run(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM earlier.${table}`);
    await connection.run('COMMIT');
  }
  await connection.run('DETACH earlier');
  // Written out now: a full disk must show before the store gives way to this.
  await connection.run('CHECKPOINT');
}

/** There is none before the first edition. */
async function hasMemory(connection: DuckDBConnection): Promise<boolean> {
  const found = await connection.runAndReadAll(
    `SELECT 1 FROM duckdb_tables() WHERE database_name = 'earlier' AND table_name = 'edition_kept'`,
  );
  return found.currentRowCount > 0;
}
