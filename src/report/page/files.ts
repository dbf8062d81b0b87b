/** What `npm run report` writes for people: the page and the workbook. */
import type { Edition } from '../edition/edition.js';
import { reportDocument } from './document.js';
import { workbookOf } from './workbook.js';

/** Name -> content. */
export async function pageFiles(edition: Edition): Promise<ReadonlyMap<string, string | Uint8Array>> {
  return new Map<string, string | Uint8Array>([
    ['index.html', await reportDocument(edition)],
    ['tabellen.xlsx', await workbookOf(edition)],
  ]);
}
