/** Writes an edition: the page and workbook for people, a CSV per table, and the edition itself for other programs. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvOf } from './edition/csv.js';
import type { Edition } from './edition/edition.js';
import { tablesOf } from './edition/tables.js';
import { pageFiles } from './page/files.js';

/**
 * Into `folder`, made where it is missing; files of an earlier edition are written over.
 * @throws Error that says what to do when the disk is full or the folder cannot be written.
 */
export async function writeReport(edition: Edition, folder: string): Promise<void> {
  const files: readonly (readonly [name: string, content: string | Uint8Array])[] = [
    ...(await pageFiles(edition)),
    ['editie.json', JSON.stringify(edition)],
    ...tablesOf(edition).map((table) => [join('csv', `${table.id}.csv`), csvOf(table)] as const),
  ];
  try {
    await mkdir(join(folder, 'csv'), { recursive: true });
    for (const [name, content] of files) await writeFile(join(folder, name), content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The report cannot be written to ${folder}: ${reason}. What was read is kept: make room or choose another --out, and run again.`,
      { cause: error },
    );
  }
}
