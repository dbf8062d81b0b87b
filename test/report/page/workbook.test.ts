import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../src/report/edition/tables.js';
import { workbookOf } from '../../../src/report/page/workbook.js';
import { EXAMPLE } from '../example-edition.js';

const part = (files: Record<string, Uint8Array>, name: RegExp): string =>
  strFromU8(files[Object.keys(files).find((each) => name.test(each))!]!);

describe('the workbook', () => {
  it('has a sheet for every table, with all of its rows', async () => {
    const files = unzipSync(await workbookOf(EXAMPLE));
    const tables = tablesOf(EXAMPLE);
    const sheets = [...part(files, /workbook\.xml$/).matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(sheets).toEqual(tables.map(({ id }) => id));
    tables.forEach(({ id, rows }, at) => {
      const sheet = part(files, new RegExp(`sheet${at + 1}\\.xml$`));
      expect(sheet.match(/<row /g), id).toHaveLength(rows.length + 1);
    });
  });

  it('keeps numbers as numbers and texts as texts', async () => {
    const edition = { ...EXAMPLE, groups: EXAMPLE.groups.map((group) => ({ ...group, label: '=1+1' })) };
    const files = unzipSync(await workbookOf(edition));
    const sheet = part(files, /sheet1\.xml$/);
    expect(sheet).toContain('<v>68</v>');
    expect(sheet).not.toContain('<f>');
  });
});
