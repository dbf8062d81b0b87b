/** Where the facts of a report are kept between runs: a file for each LRS; what comes from files is read anew each time. */
import { createHash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { carryMemory } from '../edition/memory.js';
import { FactsUnavailable, OlderFacts, openFacts, type Facts } from '../facts/facts.js';

/** `endpoint`: of an LRS; null: facts of files, without those of the files before. @throws FactsUnavailable */
export async function openStore(folder: string, endpoint: string | null): Promise<Facts> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new FactsUnavailable(`The folder ${folder} cannot be made (${why}). Choose another --data.`, {
      cause,
    });
  });
  if (endpoint !== null) return openKept(join(folder, `lrs-${hash(endpoint)}.duckdb`));
  const file = join(folder, 'files.duckdb');
  // Opened first: who has it must notice before it is replaced.
  (await openKept(file)).close();
  return readAnew(file);
}

/** The facts of a file. Those of an older version of the report are read anew. @throws FactsUnavailable */
export async function openKept(file: string): Promise<Facts> {
  try {
    return await openFacts(file);
  } catch (error) {
    if (error instanceof OlderFacts) return readAnew(file);
    throw error;
  }
}

/** In place of a file's facts none, with what earlier editions told: the next one must not let somebody be worked out from both. */
async function readAnew(file: string): Promise<Facts> {
  const fresh = `${file}.new`;
  await rm(fresh, { force: true });
  await rm(`${fresh}.wal`, { force: true });
  const facts = await openFacts(fresh);
  try {
    await carryMemory(facts.connection, file);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new FactsUnavailable(
      `What earlier reports told cannot be taken from ${file} (${why}). It is as it was. Make room on the disk, or begin again with another --data: that report knows nothing of earlier ones.`,
      { cause: error },
    );
  } finally {
    facts.close();
  }
  await rename(fresh, file);
  return openFacts(file);
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
