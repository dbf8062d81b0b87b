import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Agent } from '@xapi/xapi';
import { readConfig } from '../../src/tracking/config.js';
import { actorOf } from '../../src/tracking/xapi/actor.js';
import { Browser, findSome } from './learner.js';
import { ADDRESS, calm, LAUNCH, LaunchedBrowser, launches, plays, salted } from './launched.js';
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

const headers = () => lrs.requests.map(({ init }) => new Headers(init.headers).get('Authorization'));
const kept = (storage: Storage): string =>
  Array.from({ length: storage.length }, (_one, n) => storage.key(n) ?? '')
    .map((key) => `${key} ${storage.getItem(key) ?? ''}`)
    .join('\n');

describe('launch parameters', () => {
  it('leave the address bar, and stay for a reload of this tab only', async () => {
    const browser = new LaunchedBrowser();
    const lms = new StrictLms('scorm12');
    await launches(lms, browser);
    expect(browser.address).toBe(ADDRESS);
    lrs.requests.length = 0;
    await plays(await launches(lms, browser), ...findSome);
    expect(new Set(headers())).toEqual(new Set(['Basic c2VjcmV0']));
    expect(kept(browser.localStorage)).not.toContain('c2VjcmV0');
    browser.sessionStorage = new Browser().sessionStorage;
    lrs.requests.length = 0;
    await launches(lms, browser);
    expect(lrs.requests).toEqual([]);
  });

  it('leave the rest of the address as it was', () => {
    const browser = new LaunchedBrowser();
    browser.address = `${LAUNCH}&lang=en#begin`;
    browser.sink();
    expect(browser.address).toBe(`${ADDRESS}?lang=en#begin`);
  });

  it('are not found by the next learner in the same tab', async () => {
    const browser = new LaunchedBrowser();
    await launches(new StrictLms('scorm12'), browser, { learner: 'p.wierda' });
    lrs.requests.length = 0;
    const next = await launches(new StrictLms('scorm12'), browser, {
      learner: 'd.postma',
      attempt: 'e'.repeat(32),
    });
    await plays(next, ...findSome);
    expect(lrs.requests).toEqual([]);
  });

  it('leave the address bar also when this package sends nothing', () => {
    const browser = new LaunchedBrowser();
    expect(browser.sink({ ...salted, lrs: 'none' })).toBeUndefined();
    expect(browser.address).toBe(ADDRESS);
  });

  it('go to the LRS they came with, never to another that the build names', async () => {
    const sent = async (named: string): Promise<number> => {
      lrs.requests.length = 0;
      await launches(new StrictLms('scorm12'), new LaunchedBrowser(), { config: { ...salted, lrs: named } });
      return lrs.requests.length;
    };
    expect(await sent('https://other.example/xapi')).toBe(0);
    expect(await sent('https://lrs.example/xapi')).toBeGreaterThan(0);
  });
});

const TOKENS = 'https://gemeente.example/token';
const unlaunched = (): LaunchedBrowser => Object.assign(new LaunchedBrowser(), { address: ADDRESS });
const withService = (edition: 'scorm12' | 'scorm2004' = 'scorm12'): StrictLms => {
  const lms = new StrictLms(edition);
  // Without it this LMS gives a 2004 attempt nothing back, its launch data included.
  lms.store.set('cmi.exit', 'suspend');
  lms.store.set('cmi.launch_data', JSON.stringify({ tokenService: TOKENS }));
  return lms;
};

describe('a token service named in the launch data', () => {
  const asked: string[] = [];
  let answers: (() => Response)[];
  const token =
    (auth: string, more: object = {}) =>
    () =>
      Response.json({ auth, endpoint: 'https://lrs.example/xapi', ...more });
  beforeEach(() => {
    asked.length = 0;
    answers = [token('Bearer een')];
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      if (url !== TOKENS) return lrs.fetch(url, init);
      asked.push(typeof init.body === 'string' ? init.body : '');
      return Promise.resolve((answers.length > 1 ? answers.shift() : answers[0])?.());
    });
  });

  it('is asked once, with what it needs to decide and no name', async () => {
    for (const edition of ['scorm12', 'scorm2004'] as const) {
      asked.length = 0;
      const browser = unlaunched();
      const learner = await launches(withService(edition), browser, { learner: 'p.wierda' });
      await plays(learner, ...findSome);
      expect(asked).toHaveLength(1);
      const { package: name, registration, actor } = JSON.parse(asked[0] ?? '') as Record<string, unknown>;
      expect(name).toBe('klein');
      expect(registration).toMatch(/^[0-9a-f-]{36}$/);
      expect(actor).toEqual(lrs.statements[0]?.actor);
      expect(asked[0]).not.toContain('wierda');
      expect(new Set(headers())).toEqual(new Set(['Bearer een']));
      expect(kept(browser.localStorage) + kept(browser.sessionStorage)).not.toContain('Bearer een');
    }
  });

  it('is asked for a new token when the old one has run out, and statements stop when that is refused too', async () => {
    const browser = unlaunched();
    const learner = await launches(withService(), browser);
    answers = [token('Bearer twee')];
    lrs.faults.push({ status: 401 });
    await plays(learner, ...findSome);
    expect(headers().at(-1)).toBe('Bearer twee');
    expect(lrs.about('completed', '/de-container')).toBeDefined();
    expect(browser.stopped).toBe(0);
    lrs.faults.push({ status: 401 }, { status: 401 });
    await learner.leaves();
    await plays(await launches(withService(), browser, { attempt: 'c'.repeat(32) }));
    expect(browser.stopped).toBe(1);
  });

  it('is asked again later when it does not answer, and nothing is lost', async () => {
    answers = [
      () => new Response('', { status: 503 }),
      () => new Response('geen json'),
      token('Bearer drie'),
    ];
    const learner = await launches(withService(), unlaunched());
    await plays(learner, ...findSome);
    await vi.advanceTimersByTimeAsync(60_000);
    await calm();
    expect(lrs.about('completed', '/de-container')).toBeDefined();
    expect(lrs.verbs()[0]).toBe('initialized');
  });

  it('cannot send statements to another LRS than the build names', async () => {
    answers = [token('Bearer x', { endpoint: 'https://elders.example/xapi' })];
    await launches(withService(), unlaunched(), { config: { ...salted, lrs: 'https://lrs.example/xapi' } });
    expect(asked.length).toBeGreaterThan(0);
    expect(lrs.requests).toEqual([]);
  });

  it('comes after launch parameters, and before a key in the package', async () => {
    const both = { ...salted, lrs: 'https://lrs.example/xapi', lrsKey: 'Basic c2xldXRlbA==' };
    await launches(withService(), new LaunchedBrowser(), { config: both });
    expect(asked).toEqual([]);
    expect(headers()).toContain('Basic c2VjcmV0');
    lrs.requests.length = 0;
    await launches(withService(), unlaunched(), { config: both });
    expect(headers()).toContain('Bearer een');
    lrs.requests.length = 0;
    await launches(new StrictLms('scorm12'), unlaunched(), { config: both });
    expect(headers()).toContain('Basic c2xldXRlbA==');
  });

  it('is not believed when the launch data are something else', async () => {
    for (const data of [
      '',
      'tekst',
      '{"tokenService":"http://gemeente.example"}',
      '{"tokenService":7}',
      'null',
    ]) {
      const lms = new StrictLms('scorm12');
      lms.store.set('cmi.launch_data', data);
      await launches(lms, unlaunched());
    }
    expect(asked).toEqual([]);
  });
});

describe('a key in the package', () => {
  it('needs the address of an LRS: with `launch` it goes nowhere', async () => {
    await launches(new StrictLms('scorm12'), unlaunched(), {
      config: { ...salted, lrsKey: 'Basic c2xldXRlbA==' },
    });
    expect(lrs.requests).toEqual([]);
  });

  it('is read from config.json', () => {
    expect(readConfig({ lrsKey: 'Basic x' }).lrsKey).toBe('Basic x');
    expect(readConfig({ lrsKey: 7 }).lrsKey).toBe('');
  });
});

describe('whom statements are about', () => {
  const name = (agent: Agent): string => ('account' in agent ? agent.account.name : '');
  const actor = (kind: 'pseudonym' | 'lms-id' | 'attempt', learner: string, salt = 'zout'): string =>
    name(actorOf({ ...salted, actor: kind, salt }, learner, 'a'.repeat(32)));

  it('pseudonym: the same for one person and salt, another for others', () => {
    expect(actor('pseudonym', 'p.wierda')).toBe(actor('pseudonym', 'p.wierda'));
    expect(actor('pseudonym', 'p.wierda')).not.toBe(actor('pseudonym', 'd.postma'));
    expect(actor('pseudonym', 'p.wierda')).not.toBe(actor('pseudonym', 'p.wierda', 'ander'));
    // RFC 4231-like: HMAC-SHA256 of 'p.wierda' under 'zout', first 128 bits.
    expect(actor('pseudonym', 'p.wierda')).toBe(HMAC);
  });

  it('lms-id: the LMS’s own id; attempt: nobody beyond this attempt', () => {
    expect(actor('lms-id', 'p.wierda')).toBe('p.wierda');
    expect(actor('attempt', 'p.wierda')).toBe('a'.repeat(32));
  });

  it('is only the attempt when the LMS names nobody', () => {
    for (const kind of ['pseudonym', 'lms-id'] as const) expect(actor(kind, '')).toBe('a'.repeat(32));
  });
});

/** By node:crypto. */
const HMAC = '7f1ac02cd5367a1a285457bb0e216c38';
