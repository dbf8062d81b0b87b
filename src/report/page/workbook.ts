/** All tables of an edition as one workbook, a sheet a table, with the first row kept in sight. */
import writeExcelFile from 'write-excel-file/node';
import type { Edition } from '../edition/edition.js';
import type { Table, Value } from '../edition/table.js';
import { tablesOf } from '../edition/tables.js';

/** Characters; Excel's own measure of a column. */
const WIDTH = { least: 8, most: 60 } as const;

/** The bytes of an .xlsx; texts are texts there, so none can be a formula. */
export async function workbookOf(edition: Edition): Promise<Uint8Array> {
  const sheets = tablesOf(edition).map((table) => ({
    sheet: table.id,
    data: [table.columns.map((value) => ({ value, fontWeight: 'bold' as const })), ...table.rows.map(rowOf)],
    columns: table.columns.map((_, at) => ({ width: widthOf(table, at) })),
    stickyRowsCount: 1,
  }));
  return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}

const rowOf = (row: readonly Value[]) =>
  row.map((value) =>
    value === null
      ? null
      : typeof value === 'number'
        ? { value, type: Number }
        : { value: storable(value), type: String },
  );

/** XML 1.0 has no control characters, and Excel takes at most 32,767 characters in a cell. */
// eslint-disable-next-line no-control-regex
const storable = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, ' ').slice(0, 32_767);

const widthOf = ({ columns, rows }: Table, at: number): number =>
  Math.min(
    WIDTH.most,
    Math.max(
      WIDTH.least,
      (columns[at] ?? '').length,
      ...rows.slice(0, 200).map((row) => String(row[at] ?? '').length),
    ) + 1,
  );
