/** The statements of this store in the order in which they came, for who reads along on this computer. */
import type { Store } from '../store/database.js';
import { number, text } from '../store/rows.js';

/** Statements at once. */
const MOST = 10_000;

/** Those after a place, and the place of the last one; null: there are no more. Statements that were taken back are among them. */
export async function statementsAfter(
  store: Store,
  place: string | null,
): Promise<{ readonly texts: readonly string[]; readonly place: string } | null> {
  const rows = await store.read(
    `select place::double as place, doc from statements where place > $1::bigint order by place limit ${MOST}`,
    [place ?? '-1'],
  );
  const last = rows.at(-1);
  return last ? { texts: rows.map((row) => text(row, 'doc')), place: String(number(last, 'place')) } : null;
}
