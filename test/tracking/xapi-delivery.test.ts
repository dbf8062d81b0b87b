import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fitting } from '../../src/tracking/xapi/batch.js';
import { whileAlone } from '../../src/tracking/xapi/flush-lock.js';
import { fixture } from '../player/fixtures/module.js';
import { act, acts, answerAll, Browser, findAll, findSome, readLesson, start } from './learner.js';
import { calm, LaunchedBrowser, launches, plays } from './launched.js';
import { StrictLms } from './strict-lms.js';
import { TestLrs } from './test-lrs.js';

let lrs: TestLrs;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T10:40:00.123Z') });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  lrs = new TestLrs();
  vi.stubGlobal('fetch', lrs.fetch);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const posts = () => lrs.requests.filter(({ init }) => init.method === 'POST');
const textOf = ({ body }: RequestInit): string => (typeof body === 'string' ? body : '[]');
const sizes = () => posts().map(({ init }) => (JSON.parse(textOf(init)) as unknown[]).length);

describe('one request', () => {
  it('carries at most 50 statements and 500 kB, however long the LRS was away', async () => {
    const learner = await launches(new StrictLms('scorm12'), undefined, { module: fixture });
    lrs.faults.push(...Array.from({ length: 30 }, () => 'no network' as const));
    await plays(learner, ...readLesson, ...findAll, ...answerAll);
    await plays(learner, start('u3'), ...acts('u3', 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1'));
    await plays(learner, ...findAll, ...answerAll);
    lrs.faults.length = 0;
    lrs.requests.length = 0;
    await vi.advanceTimersByTimeAsync(400_000);
    await calm();
    expect(lrs.statements.length).toBeGreaterThan(50);
    expect(sizes().length).toBeGreaterThan(1);
    expect(Math.max(...sizes())).toBeLessThanOrEqual(50);
    expect(Math.max(...posts().map(({ bytes }) => bytes))).toBeLessThanOrEqual(500_000);
  });

  it('is filled by size too, and one event always goes', () => {
    const made = (bytes: number) => ({ event: bytes, statements: [{ id: 'x'.repeat(bytes) } as never] });
    expect(fitting([made(300_000), made(150_000), made(100_000)]).map(({ event }) => event)).toEqual([
      300_000, 150_000,
    ]);
    expect(fitting([made(900_000), made(1)])).toHaveLength(1);
    expect(fitting([])).toEqual([]);
  });
});

describe('nothing counts as delivered', () => {
  it.each([
    ['when a proxy shows its login page', () => new Response('<html>login</html>', { status: 200 })],
    ['when the address is wrong for now', () => new Response('', { status: 404 })],
    ['when the LRS names fewer than were sent', () => Response.json([])],
    ['when the LRS asks for patience', () => new Response('', { status: 408 })],
  ])('%s', async (_when, answer) => {
    const learner = await launches(new StrictLms('scorm12'));
    const real = lrs.fetch;
    vi.stubGlobal('fetch', () => Promise.resolve(answer()));
    await plays(learner, ...findSome);
    vi.stubGlobal('fetch', real);
    await vi.advanceTimersByTimeAsync(400_000);
    await calm();
    expect(lrs.about('completed', '/de-container')).toBeDefined();
  });

  it('through a redirect, which would make a GET of it', async () => {
    const learner = await launches(new StrictLms('scorm12'));
    await plays(learner, ...findSome);
    expect(lrs.requests.every(({ init }) => init.redirect === 'error')).toBe(true);
  });
});

describe('waiting', () => {
  it('ends at once when the network is back, but not before an LRS that is busy wants', async () => {
    const browser = new LaunchedBrowser();
    const learner = await launches(new StrictLms('scorm12'), browser);
    lrs.faults.push('no network', { status: 429, retryAfter: '30' });
    await learner.does(...findSome);
    await vi.advanceTimersByTimeAsync(100);
    const before = lrs.requests.length;
    browser.goesOnline();
    await calm();
    expect(lrs.requests.length).toBe(before + 1);
    browser.goesOnline();
    await calm();
    expect(lrs.requests.length).toBe(before + 1);
  });

  it('is never so long that a timer overflows and fires at once', async () => {
    const learner = await launches(new StrictLms('scorm12'));
    lrs.faults.push({ status: 503, retryAfter: '99999999' });
    await plays(learner, ...findSome);
    const before = lrs.requests.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lrs.requests.length).toBe(before);
    await vi.advanceTimersByTimeAsync(4_000_000);
    expect(lrs.requests.length).toBeGreaterThan(before);
  });
});

describe('refused credentials', () => {
  it('are told calmly, once, while the LMS gets everything', async () => {
    const browser = new LaunchedBrowser();
    const lms = new StrictLms('scorm12');
    const learner = await launches(lms, browser);
    lrs.faults.push({ status: 403 }, { status: 403 });
    await plays(learner, ...readLesson, ...findAll, ...answerAll);
    await learner.leaves();
    expect(browser.stopped).toBe(1);
    expect(lms.stored('cmi.core.lesson_status')).toBe('completed');
    expect(lms.stored('cmi.core.score.raw')).not.toBe('');
  });
});

describe('the last requests of a page', () => {
  it('stay together under 60 kB, counting what went when it was hidden', async () => {
    const browser = new LaunchedBrowser();
    const learner = await launches(new StrictLms('scorm12'), browser, { module: fixture });
    lrs.faults.push(...Array.from({ length: 3 }, () => 'no network' as const));
    await plays(learner, ...readLesson, ...findAll, ...answerAll);
    let inTheAir = 0;
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
      if (init.keepalive === true) inTheAir += new TextEncoder().encode(textOf(init)).length;
      return new Promise(() => undefined);
    });
    learner.page.hide();
    await calm();
    learner.page.leave();
    await calm();
    expect(inTheAir).toBeGreaterThan(20_000);
    expect(inTheAir).toBeLessThanOrEqual(60_100);
  });
});

describe('two tabs', () => {
  it('do not send what the other one is sending', async () => {
    const browser = new LaunchedBrowser();
    const lms = new StrictLms('scorm12');
    const first = await launches(lms, browser);
    lrs.faults.push(...Array.from({ length: 50 }, () => 'no network' as const));
    await plays(first, start('u2'), ...acts('u2', 'm1', 'm4'));
    await first.leaves();
    await calm();
    lrs.faults.length = 0;
    lrs.requests.length = 0;
    browser.address = 'https://lms.example/player/index.html';
    await Promise.all([launches(lms, browser), launches(lms, browser)]);
    await calm();
    const sent = posts().flatMap(({ init }) =>
      (JSON.parse(textOf(init)) as { id: string }[]).map(({ id }) => id),
    );
    expect(new Set(sent).size).toBe(sent.length);
    expect(lrs.about('answered', '/mark')).toBeDefined();
  });

  it('take turns without Web Locks too, and do not wait for one that died', async () => {
    const storage = new Browser().localStorage;
    const log: string[] = [];
    const work = (name: string) => async (goOn: () => void) => {
      log.push(`${name} begins`);
      await new Promise((done) => setTimeout(done, 20_000));
      goOn();
      await new Promise((done) => setTimeout(done, 20_000));
      log.push(`${name} ends`);
    };
    const both = ['a', 'b'].map((name) => whileAlone({ storage }, 'zt:flush', work(name)));
    await vi.advanceTimersByTimeAsync(90_000);
    await Promise.all(both);
    const [first, second, third] = log;
    expect([first?.[0], second]).toEqual([second?.[0], `${second?.[0] ?? ''} ends`]);
    expect(third?.[0]).not.toBe(first?.[0]);
    expect(storage.length).toBe(0);

    storage.setItem('zt:flush', `0.123 ${Date.now() + 30_000}`);
    const later = whileAlone({ storage }, 'zt:flush', () => Promise.resolve(void log.push('c')));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(log).not.toContain('c');
    await vi.advanceTimersByTimeAsync(12_000);
    await later;
    expect(log).toContain('c');
  });

  it('send as if alone where the storage is blocked or full', async () => {
    const blocked = (): never => {
      throw new Error('blocked');
    };
    const storage = { getItem: blocked, setItem: blocked, removeItem: blocked };
    const done = vi.fn(() => Promise.resolve());
    await whileAlone({ storage }, 'zt:flush', done);
    await whileAlone({ storage: { ...storage, getItem: () => null } }, 'zt:flush', done);
    await whileAlone({}, 'zt:flush', done);
    expect(done).toHaveBeenCalledTimes(3);
  });
});

describe('what stays unsent', () => {
  it('is not even kept where nobody will take it', async () => {
    const browser = new LaunchedBrowser();
    browser.address = 'https://lms.example/player/index.html';
    const learner = await launches(new StrictLms('scorm12'), browser);
    await plays(learner, start('u2'), act('u2', 'm1'));
    expect(lrs.requests).toEqual([]);
    browser.address += '?endpoint=https%3A%2F%2Flrs.example%2Fxapi&auth=Basic%20c2VjcmV0';
    const later = await launches(new StrictLms('scorm12'), browser, { attempt: 'd'.repeat(32) });
    await plays(later, start('u1'));
    expect(lrs.about('answered', '/mark')).toBeUndefined();
  });
});
