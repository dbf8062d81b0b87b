/// <reference types="mocha" />
import { assert } from '@open-wc/testing';
import { recordLost, sweep } from '../../src/tracking/xapi/aftercare.js';
import { EVENTS, LOST, openDatabase } from '../../src/tracking/xapi/event-database.js';
import { openEventStore } from '../../src/tracking/xapi/event-store.js';
import type { RecordedEvent } from '../../src/tracking/xapi/event.js';

const event = (seq: number): RecordedEvent => ({
  seq,
  attempt: '0'.repeat(32),
  visit: '1'.repeat(32),
  at: '2026-11-23T10:40:00.000Z',
  released: true,
  what: { kind: 'opened' },
});

describe('recorded events in the browser', () => {
  it('outlive the page, in order, and go when delivered', async () => {
    const scope = `zt:test:${String(Math.random())}:`;
    const store = openEventStore(indexedDB, scope);
    await store.put([event(1_700_000_000_002_000), event(9)]);
    await store.put([event(10)]);
    const later = openEventStore(indexedDB, scope);
    assert.deepEqual(
      (await later.load()).map(({ seq }) => seq),
      [9, 10, 1_700_000_000_002_000],
    );
    await later.remove([event(10)]);
    assert.deepEqual(
      (await store.load()).map(({ seq }) => seq),
      [9, 1_700_000_000_002_000],
    );
  });

  it('of one learner are never seen by another', async () => {
    const scope = `zt:test:${String(Math.random())}:`;
    await openEventStore(indexedDB, `${scope}a:`).put([event(1)]);
    assert.deepEqual(await openEventStore(indexedDB, `${scope}b:`).load(), []);
  });

  it('stay in memory where the browser has no database', async () => {
    const store = openEventStore(undefined, 'zt:');
    await store.put([event(1)]);
    assert.lengthOf(await store.load(), 1);
  });

  it('that no LRS takes are recorded with the reason, and go after a month, whoever they are of', async () => {
    const scope = `zt:test:${String(Math.random())}:`;
    const now = Date.now();
    const month = 31 * 86_400_000;
    const store = openEventStore(indexedDB, scope);
    await store.put([event((now - month) * 1_000), event(now * 1_000)]);
    const statement = { id: 'a1', actor: {}, verb: {}, object: {} } as never;
    await recordLost(indexedDB, `${scope}lost:`, [{ statement, reason: 'HTTP 400' }]);
    const all = async (name: string): Promise<readonly unknown[]> => {
      const database = await openDatabase(indexedDB);
      const range = IDBKeyRange.bound(scope, `${scope}\uffff`);
      const request = database?.transaction(name).objectStore(name).getAll(range);
      return new Promise((resolve) => {
        if (request) request.onsuccess = () => resolve(request.result);
      });
    };
    const [lost] = (await all(LOST)) as { reason: string; statement: { id: string } }[];
    assert.deepEqual([lost?.reason, lost?.statement.id], ['HTTP 400', 'a1']);
    await sweep(indexedDB, now);
    assert.deepEqual(
      (await store.load()).map(({ seq }) => seq),
      [now * 1_000],
    );
    await sweep(indexedDB, now + month);
    assert.deepEqual([await all(EVENTS), await all(LOST)], [[], []]);
  });
});
