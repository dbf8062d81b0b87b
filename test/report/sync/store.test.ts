import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFacts } from '../../../src/report/facts/facts.js';
import { readFiles } from '../../../src/report/sync/files.js';
import { openStore } from '../../../src/report/sync/store.js';
import { fixture } from '../../player/fixtures/module.js';
import { answerAll } from '../../tracking/learner.js';
import { rows, tell } from '../facts/told.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zeventerpen-store-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, attempts: readonly string[]): { file: string; count: number } {
  const told = attempts.flatMap(
    (attempt) => tell({ module: fixture, commands: answerAll, attempt }).statements,
  );
  const file = join(folder, name);
  const text = name.endsWith('.ndjson')
    ? told.map((one) => JSON.stringify(one)).join('\n')
    : JSON.stringify(told);
  writeFileSync(file, text);
  return { file, count: told.length };
}

async function readHere(store: string, file: string): Promise<number> {
  const facts = await openFacts(store);
  const { ours } = await readFiles(facts, [file]);
  facts.close();
  return ours;
}

/** Reads in another process, which can write no file of more than so many blocks of 1,024 bytes. */
function readElsewhere(store: string, file: string, blocks: number | 'unlimited'): string {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  const script = fileURLToPath(new URL('./disk.ts', import.meta.url));
  const shell = `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`;
  const done = spawnSync('bash', ['-c', shell, 'bash', process.execPath, tsx, script, store, file], {
    encoding: 'utf8',
  });
  return done.stdout.trim();
}

describe('what a report keeps', () => {
  it('is of one run at a time: a second one is told so, and harms nothing', async () => {
    const store = join(folder, 'locked.duckdb');
    const facts = await openFacts(store);
    const { file } = put('locked.ndjson', ['a'.repeat(32)]);
    expect(readElsewhere(store, file, 'unlimited')).toMatch(/Another run is using .*locked\.duckdb.*Wait/);
    facts.close();
  });

  // Lines go through a file of their own, an array goes straight into the facts: the disk may fill up at either.
  it.skipIf(process.platform === 'win32').each(['second.ndjson', 'second.json'])(
    'survives a full disk while it reads %s: what was read before is there',
    async (name) => {
      const store = join(folder, `${name}.duckdb`);
      const first = put('first.ndjson', ['a'.repeat(32)]);
      expect(await readHere(store, first.file)).toBe(first.count);
      const many = Array.from({ length: 120 }, (_, at) => at.toString(16).padStart(32, '0'));
      const second = put(name, many);
      expect(readElsewhere(store, second.file, 100)).toMatch(/disk is full.*What was read before is kept/);
      const facts = await openFacts(store);
      expect(await rows(facts, 'SELECT count(*)::INT AS n FROM seen')).toEqual([{ n: first.count }]);
      facts.close();
      expect(await readHere(store, second.file)).toBe(second.count);
    },
  );

  it('is kept apart for each LRS, and read anew for files', async () => {
    const one = await openStore(folder, 'https://een.example/xapi/');
    await one.connection.run(`INSERT INTO setting VALUES ('x', 'y')`);
    one.close();
    const settings = async (endpoint: string | null): Promise<string | null> => {
      const facts = await openStore(folder, endpoint);
      const found = await facts.setting('x');
      await facts.connection.run(`INSERT INTO setting VALUES ('x', 'z') ON CONFLICT DO NOTHING`);
      facts.close();
      return found;
    };
    expect(await settings('https://een.example/xapi/')).toBe('y');
    expect(await settings('https://twee.example/xapi/')).toBeNull();
    expect(await settings(null)).toBeNull();
    expect(await settings(null)).toBeNull();
  });

  it('of a newer version is refused, with what to do, and so is what is no store', async () => {
    const file = join(folder, 'newer.duckdb');
    const facts = await openFacts(file);
    await facts.connection.run(`UPDATE setting SET value = '99' WHERE name = 'version'`);
    facts.close();
    await expect(openFacts(file)).rejects.toThrow(/newer version.*another folder/);
    writeFileSync(join(folder, 'odd.duckdb'), 'this is no database at all, but a text');
    await expect(openFacts(join(folder, 'odd.duckdb'))).rejects.toThrow(/cannot be kept/);
  });
});
