/** Where the facts of a report are kept between runs: a file for each LRS; what comes from files is read anew each time. */
import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openFacts, type Facts } from '../facts/facts.js';

/** `endpoint`: of an LRS. @throws FactsUnavailable */
export async function openStore(folder: string, endpoint: string | null): Promise<Facts> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (endpoint !== null) return openFacts(join(folder, `lrs-${hash(endpoint)}.duckdb`));
  const file = join(folder, 'files.duckdb');
  // Opened first: who has it must notice before it is thrown away.
  (await openFacts(file)).close();
  await rm(file, { force: true });
  await rm(`${file}.wal`, { force: true });
  return openFacts(file);
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
