/** Statements that the LMS itself makes, told after what they follow from is on disk; a kill in between only delays them. */
import type { JsonObject } from '../lrs/json.js';
import { storeStatements } from '../lrs/statements.js';
import type { Store } from '../store/database.js';
import { text } from '../store/rows.js';

/** Who says so in these statements' authority. */
const LMS_ITSELF = { kind: 'all', key: 'leeromgeving' } as const;

export async function tellOwed(store: Store): Promise<void> {
  const rows = await store.read('select id, doc from cmi5_owed order by made');
  if (rows.length === 0) return;
  await storeStatements(
    store,
    rows.map((row) => JSON.parse(text(row, 'doc')) as JsonObject),
    LMS_ITSELF,
  );
  await store.write(async (run) => {
    for (const row of rows) await run('delete from cmi5_owed where id = $1', [text(row, 'id')]);
  });
}
