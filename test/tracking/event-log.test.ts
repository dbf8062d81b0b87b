import { describe, expect, it } from 'vitest';
import type { AfterPaint } from '../../src/after-paint.js';
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
/** A page that paints nothing: nothing is waited for. */
const at = (browser: Browser, scope: string, afterPaint: AfterPaint = (work) => work()) => ({
  texts: openTextStore(() => browser.localStorage),
  scope,
  afterPaint,
});
/** A database that answers no more: the page is killed first. */
const dying = (store: EventStore): EventStore => ({ ...store, put: () => new Promise(() => undefined) });

describe('an event that was recorded', () => {
  it('is there after a kill, also when the database never had it, and in its newest state', async () => {
    const browser = new Browser();
    const database = memoryEvents();
    const page = withLog(dying(database), at(browser, 'zt:x:'));
    void page.put([event(1), event(2)]);
    void page.put([event(1, true)]);
    const next = withLog(database, at(browser, 'zt:x:'));
    expect(await next.load()).toEqual([event(1, true), event(2)]);
    expect(await database.load()).toEqual([event(1, true), event(2)]);
    expect(browser.localStorage.length).toBe(0);
  });

  it('is never read for another learner', async () => {
    const browser = new Browser();
    void withLog(dying(memoryEvents()), at(browser, 'zt:one:')).put([event(1)]);
    expect(await withLog(memoryEvents(), at(browser, 'zt:other:')).load()).toEqual([]);
  });

  it('leaves nothing behind once the database has it', async () => {
    const browser = new Browser();
    await withLog(memoryEvents(), at(browser, 'zt:one:')).put([event(1)]);
    expect(browser.localStorage.length).toBe(0);
  });

  it('is kept at once and reaches the database after the paint, in order, also when it is gone by then', async () => {
    const browser = new Browser();
    const database = memoryEvents();
    const paints: (() => void)[] = [];
    const log = withLog(
      database,
      at(browser, 'zt:x:', (work) => paints.push(work)),
    );
    const first = log.put([event(1), event(2)]);
    const second = log.put([event(1, true)]);
    const removed = log.remove([event(2)]);
    expect(browser.localStorage.length).toBe(2);
    await Promise.resolve();
    expect(await database.load()).toEqual([]);
    for (const paint of paints.reverse()) paint();
    await Promise.all([first, second, removed]);
    expect(await database.load()).toEqual([event(1, true)]);
    expect(browser.localStorage.length).toBe(0);
  });
});
