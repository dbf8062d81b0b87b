/** Two tabs of one attempt: one writes, the other waits and says so. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel } from '../../src/tracking/local/one-tab.js';
import { acts, Browser, findSome, Learner, readLesson, settled, start } from './learner.js';
import { StrictLms } from './strict-lms.js';
import { webLocks } from './web-locks.js';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T10:40:00Z') }));
afterEach(() => void vi.useRealTimers());

/** Messages reach the other ends a turn later. */
function channels() {
  const ends = new Set<FakeChannel>();
  class FakeChannel implements Channel {
    onmessage: ((event: MessageEvent) => void) | null = null;
    constructor(readonly name: string) {
      ends.add(this);
    }
    postMessage(data: unknown): void {
      for (const end of ends)
        if (end !== this && end.name === this.name)
          queueMicrotask(() => {
            if (ends.has(end)) end.onmessage?.({ data } as MessageEvent);
          });
    }
    close(): void {
      ends.delete(this);
    }
  }
  return { FakeChannel, crash: () => ends.clear() };
}

const kinds = ['Web Locks', 'messages'] as const;
describe.each(kinds)('two tabs, told apart by %s', (kind) => {
  let browser: Browser;
  let lms: StrictLms;
  let all: ReturnType<typeof channels>;
  beforeEach(() => {
    browser = new Browser();
    all = channels();
    if (kind === 'Web Locks') browser.navigator.locks = webLocks();
    else browser.BroadcastChannel = all.FakeChannel;
    lms = new StrictLms('scorm12');
  });

  const opens = async (learner = 'p.wierda'): Promise<Learner> => {
    const visiting = Learner.visits(lms, { browser, learner });
    await vi.advanceTimersByTimeAsync(500);
    return visiting;
  };

  it('the second is read-only, says so and writes nothing', async () => {
    const first = await opens();
    expect(first.tracker.isReadOnly).toBe(false);
    const before = lms.count('LMSSetValue');
    const second = await opens();
    expect(second.tracker.isReadOnly).toBe(true);
    expect(second.statuses).toEqual(['read-only']);
    await second.does(...readLesson);
    second.page.hide();
    await second.leaves();
    expect(lms.count('LMSSetValue')).toBe(before);
    expect(lms.count('LMSFinish')).toBe(0);
    await first.does(...readLesson);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(first.tracker.status).toBe('saved');
  });

  it('the second goes on where the first left when that closes', async () => {
    const first = await opens();
    const second = await opens();
    await first.does(...readLesson, start('u2'), ...acts('u2', 'm1'));
    await first.leaves();
    await vi.advanceTimersByTimeAsync(500);
    expect(second.tracker.isReadOnly).toBe(false);
    expect(second.session.journal).toEqual(first.session.journal);
    await second.does(...acts('u2', 'm4'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(lms.stored('cmi.suspend_data')).toContain('m1m4');
  });

  it('the second must be opened anew when nobody knows what the first did', async () => {
    const first = await opens();
    const second = await opens();
    await first.does(...readLesson);
    browser.localStorage.clear();
    await first.leaves();
    await vi.advanceTimersByTimeAsync(500);
    expect(second.tracker.status).toBe('ended');
    expect(second.tracker.isReadOnly).toBe(true);
  });

  it('a reload is no second tab', async () => {
    const first = await opens();
    await first.leaves();
    expect((await opens()).tracker.isReadOnly).toBe(false);
  });

  it('another learner in the same browser is not in the way', async () => {
    await opens();
    expect((await opens('d.postma')).tracker.isReadOnly).toBe(false);
  });

  it('of two that open at once one writes', async () => {
    const visits = [1, 2].map(() => Learner.visits(lms, { browser }));
    await vi.advanceTimersByTimeAsync(1_000);
    const tabs = await Promise.all(visits);
    expect(tabs.filter(({ tracker }) => !tracker.isReadOnly)).toHaveLength(1);
  });
});

it('a browser that answers late on a busy machine is waited for: a tab that is alone is never told that another has it', async () => {
  const browser = new Browser();
  browser.navigator.locks = webLocks(3_000);
  const visiting = Learner.visits(new StrictLms('scorm12'), { browser });
  await vi.advanceTimersByTimeAsync(3_500);
  const { tracker, statuses } = await visiting;
  expect(tracker.isReadOnly).toBe(false);
  expect(statuses).not.toContain('read-only');
  expect(statuses).not.toContain('ended');
});

it('a browser that never answers keeps nobody from the work', async () => {
  const browser = new Browser();
  browser.navigator.locks = { request: () => new Promise(() => undefined) };
  const visiting = Learner.visits(new StrictLms('scorm12'), { browser });
  await vi.advanceTimersByTimeAsync(10_500);
  expect((await visiting).tracker.isReadOnly).toBe(false);
});

// With Web Locks the browser itself lets go of a crashed tab's lock.
it('a first tab that crashed while they tell by messages is missed, and the second goes on', async () => {
  const { FakeChannel, crash } = channels();
  const browser = new Browser();
  browser.BroadcastChannel = FakeChannel;
  const lms = new StrictLms('scorm12');
  const visits = [1, 2].map(() => Learner.visits(lms, { browser }));
  await vi.advanceTimersByTimeAsync(500);
  const tabs = await Promise.all(visits);
  const first = tabs.find(({ tracker }) => !tracker.isReadOnly);
  const second = tabs.find(({ tracker }) => tracker.isReadOnly);
  await first?.does(...findSome);
  crash();
  await vi.advanceTimersByTimeAsync(6_000);
  await settled();
  expect(second?.tracker.isReadOnly).toBe(false);
  expect(second?.session.journal).toEqual(first?.session.journal);
});

it('where the browser blocks both, the tab plays on as if it were alone', async () => {
  const browser = new Browser();
  browser.navigator.locks = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) };
  const learner = await Learner.visits(new StrictLms('scorm12'), { browser });
  expect(learner.tracker.isReadOnly).toBe(false);
});
