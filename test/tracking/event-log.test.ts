import { describe, expect, it } from 'vitest';
import { openTextStore } from '../../src/tracking/local/text-store.js';
import { withLog } from '../../src/tracking/xapi/event-log.js';
import { memoryEvents, type EventStore } from '../../src/tracking/xapi/event-store.js';
import type { RecordedEvent } from '../../src/tracking/xapi/event.js';
import { Browser } from './learner.js';

const event = (seq: number, released = false): RecordedEvent => ({
  seq,
  attempt: 'a'.repeat(32),
  visit: 'v',
  at: '2026-11-23T10:40:00.000Z',
  released,
  what: { kind: 'opened' },
});
/** A database that answers no more: the page is killed first. */
const dying = (store: EventStore): EventStore => ({ ...store, put: () => new Promise(() => undefined) });

describe('an event that was recorded', () => {
  it('is there after a kill, also when the database never had it, and in its newest state', async () => {
    const browser = new Browser();
    const database = memoryEvents();
    const texts = () => openTextStore(() => browser.localStorage);
    const page = withLog(dying(database), texts(), 'zt:x:');
    void page.put([event(1), event(2)]);
    void page.put([event(1, true)]);
    const next = withLog(database, texts(), 'zt:x:');
    expect(await next.load()).toEqual([event(1, true), event(2)]);
    expect(await database.load()).toEqual([event(1, true), event(2)]);
    expect(browser.localStorage.length).toBe(0);
  });

  it('is never read for another learner', async () => {
    const browser = new Browser();
    const texts = openTextStore(() => browser.localStorage);
    void withLog(dying(memoryEvents()), texts, 'zt:one:').put([event(1)]);
    expect(await withLog(memoryEvents(), texts, 'zt:other:').load()).toEqual([]);
  });

  it('leaves nothing behind once the database has it', async () => {
    const browser = new Browser();
    const texts = openTextStore(() => browser.localStorage);
    await withLog(memoryEvents(), texts, 'zt:one:').put([event(1)]);
    expect(browser.localStorage.length).toBe(0);
  });
});
