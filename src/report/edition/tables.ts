/** An edition as flat tables: the one source of the CSVs, the workbook and the tables behind the charts. */
import type { Edition } from './edition.js';
import { moduleTables } from './module-tables.js';
import { scoreTables } from './score-tables.js';
import type { Table } from './table.js';
import { testTables } from './test-tables.js';

/** All tables of an edition, in the order of the page. Withheld cells are rows without figures, with the reason in words. */
export function tablesOf(edition: Edition): readonly Table[] {
  return [...scoreTables(edition), ...moduleTables(edition), ...testTables(edition)];
}
