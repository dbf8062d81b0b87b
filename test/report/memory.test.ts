import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.js';
import { packagesOf } from '../../src/content/package-parts.js';
import { employees } from '../../src/demo/employees.js';
import { lastQuarter } from '../../src/demo/period.js';
import { demoStatements } from '../../src/demo/statements.js';
import type { Edition } from '../../src/report/edition/edition.js';
import { OtherPeople } from '../../src/report/edition/history.js';
import { makeEdition } from '../../src/report/edition/make.js';
import { openStore } from '../../src/report/sync/store.js';
import { DEFAULT_CONFIG } from '../../src/tracking/config.js';
import { rows } from './facts/told.js';

const { modules } = loadContent('modules', ['kennistoets']);
const ENDPOINT = 'https://lrs.example/xapi/';

/** What each of them says of the nulmeting that he took. */
const told = [
  ...demoStatements({
    people: employees(60, 1),
    packages: modules.flatMap(packagesOf).filter(({ id }) => id.endsWith('nulmeting')),
    period: lastQuarter(new Date('2026-11-23T12:00:00Z')),
    seed: '1',
    course: DEFAULT_CONFIG,
  }),
].filter((statements) => statements.some(({ verb }) => verb.id.endsWith('/scored')));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zeventerpen-memory-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Of what the people `from` to `to` tell, read from files (null) or from the start of an LRS. */
async function edition(endpoint: string | null, from: number, to: number): Promise<Edition> {
  const store = await openStore(folder, endpoint);
  try {
    const texts = told.slice(from, to).flatMap((statements) => statements.map((one) => JSON.stringify(one)));
    // Numbers of the facts follow the order in which they come, which may be another one the next time.
    await store.add({ texts: to % 2 === 0 ? texts : texts.toReversed() });
    return await makeEdition(store.connection, { modules, k: 10, now: new Date(`2026-11-23T09:00:00Z`) });
  } finally {
    store.close();
  }
}

async function makeOlder(endpoint: string): Promise<void> {
  const store = await openStore(folder, endpoint);
  await store.connection.run(`UPDATE setting SET value = '1' WHERE name = 'version'`);
  store.close();
}

const score = (made: Edition) =>
  made.score.find(({ group, period }) => group === 'whole' && period === 'all')!;

describe('what editions told', () => {
  it('is known when the same files are read again with one person more: the old figure stands, with its day', async () => {
    const before = score(await edition(null, 0, 24));
    expect(before).toMatchObject({ shown: true, n: 24 });
    const after = await edition(null, 0, 25);
    expect(after.number).toBe(2);
    expect(score(after)).toEqual({ ...before, asOf: '2026-11-23' });
    expect(score(await edition(null, 0, 36))).toMatchObject({ shown: true, n: 36 });
  });

  it('outlives an update of the report, after which the LRS is read from its start', async () => {
    const before = score(await edition(ENDPOINT, 0, 24));
    await makeOlder(ENDPOINT);
    const store = await openStore(folder, ENDPOINT);
    expect(await rows(store, 'SELECT count(*)::INT AS n FROM run')).toEqual([{ n: 0 }]);
    store.close();
    expect(score(await edition(ENDPOINT, 0, 25))).toEqual({ ...before, asOf: '2026-11-23' });
  });

  it('stops a report on other people, who would get figures of theirs', async () => {
    await edition(null, 0, 20);
    await expect(edition(null, 20, 40)).rejects.toThrow(OtherPeople);
    expect((await edition(null, 0, 20)).number).toBe(2);
  });

  it('is not needed to begin: a store in which no edition was made can be read anew too', async () => {
    await makeOlder(ENDPOINT);
    expect((await edition(ENDPOINT, 0, 24)).number).toBe(1);
  });

  it('is never left behind: a store of which it cannot be taken stays as it was, and says so', async () => {
    await edition(ENDPOINT, 0, 24);
    const store = await openStore(folder, ENDPOINT);
    await store.connection.run('ALTER TABLE edition_member DROP COLUMN place_id');
    store.close();
    await makeOlder(ENDPOINT);
    for (let times = 0; times < 2; times += 1)
      await expect(openStore(folder, ENDPOINT)).rejects.toThrow(/cannot be taken from .*It is as it was/);
  });
});
