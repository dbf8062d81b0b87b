/// <reference types="mocha" />
import { assert } from '@open-wc/testing';
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
});
