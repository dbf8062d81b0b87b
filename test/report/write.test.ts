import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeReport } from '../../src/report/write.js';
import { EXAMPLE } from './example-edition.js';

it('a report that cannot be written says where, why, and that what was read is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zeventerpen-write-'));
  try {
    const taken = join(folder, 'rapport');
    writeFileSync(taken, 'a file of somebody else');
    await expect(writeReport(EXAMPLE, taken)).rejects.toThrow(
      /cannot be written to .*rapport: .*What was read is kept: make room or choose another --out/,
    );
    expect(readFileSync(taken, 'utf8')).toBe('a file of somebody else');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
