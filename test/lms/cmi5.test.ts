/** The LMS's side of cmi5, spoken to over HTTP as an AU does. Numbers are those of the specification's requirements list. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CMI5_CATEGORY, CMI5_EXTENSIONS, CMI5_VERBS, MOVEON_CATEGORY } from '../../src/cmi5/vocabulary.js';
import { basic } from '../../src/lms/lrs/access.js';
import { startServer, type RunningServer } from '../../src/lms/server.js';
import { addLearner, putPackage, temporaryPlace, type Place } from './fixture.js';

let place: Place;
let server: RunningServer;
let anke: string;
let told = 0;
// One server for all: what one test tells is cut off before the next.
beforeAll(async () => {
  place = temporaryPlace();
  putPackage(place, 'cursus-cmi5.zip', { 'cmi5.xml': COURSE, 'een.html': 'een', 'twee.html': 'twee' });
  server = await startServer({ ...place, port: 0, maxAttempts: 2 });
});
beforeEach(async () => {
  anke = await addLearner(server, 'Anke');
  told = (await statements()).length;
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await server.close();
  place.remove();
});

const words = (name: string) =>
  `<title><langstring lang="nl">${name}</langstring></title><description><langstring lang="nl">${name}</langstring></description>`;
const COURSE = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="urn:x:cursus">${words('Cursus')}</course>
  <block id="urn:x:blok">${words('Blok')}
    <au id="urn:x:een" moveOn="CompletedAndPassed" masteryScore="0.6">${words('Een')}<url>een.html?a=b#c</url>
      <launchParameters>{"x":1}</launchParameters></au></block>
  <au id="urn:x:twee" moveOn="Completed">${words('Twee')}<url>twee.html</url></au>
</courseStructure>`;

interface Launched {
  readonly session: string;
  readonly url: URL;
  readonly query: URLSearchParams;
}
async function launch(more: { au?: number; mode?: string; learner?: string } = {}): Promise<Launched> {
  const reply = await fetch(`${server.url}sessies`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ learner: anke, package: 'cursus-cmi5', ...more }),
  });
  const { url, session } = (await reply.json()) as { url: string; session: string };
  return { session, url: new URL(url), query: new URL(url).searchParams };
}
const post = async (url: string) =>
  (await fetch(url, { method: 'POST' })).json() as Promise<Record<string, string>>;

/** An AU that speaks correctly, unless told otherwise. */
async function open(more: Parameters<typeof launch>[0] = {}) {
  const launched = await launch(more);
  const { query, session } = launched;
  const token = (await post(query.get('fetch') ?? ''))['auth-token'] ?? '';
  const headers = { Authorization: `Basic ${token}`, 'X-Experience-API-Version': '1.0.3' };
  const actor = JSON.parse(query.get('actor') ?? '{}') as object;
  const au = ['urn:x:een', 'urn:x:twee'][more.au ?? 0];
  const statement = (verb: keyof typeof CMI5_VERBS | 'answered', change: Record<string, unknown> = {}) => {
    const isDefined = verb !== 'answered';
    const result = RESULTS[verb] ?? {};
    const moveOn = 'success' in result || 'completion' in result;
    const mastery = (verb === 'passed' || verb === 'failed') && (more.au ?? 0) === 0;
    return {
      id: crypto.randomUUID(),
      actor,
      verb: isDefined ? CMI5_VERBS[verb] : { id: 'http://adlnet.gov/expapi/verbs/answered' },
      object: { id: isDefined ? query.get('activityId') : 'urn:x:vraag' },
      ...(Object.keys(result).length > 0 ? { result } : {}),
      context: {
        registration: query.get('registration'),
        contextActivities: {
          grouping: [{ id: au }],
          ...(isDefined
            ? { category: [{ id: CMI5_CATEGORY }, ...(moveOn ? [{ id: MOVEON_CATEGORY }] : [])] }
            : {}),
        },
        extensions: {
          [CMI5_EXTENSIONS.sessionId]: session,
          ...(mastery ? { [CMI5_EXTENSIONS.masteryScore]: 0.6 } : {}),
        },
      },
      timestamp: new Date().toISOString(),
      ...change,
    };
  };
  const send = (...statements: readonly object[]) =>
    fetch(`${query.get('endpoint') ?? ''}statements`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(statements),
    });
  const tell = async (...verbs: readonly Parameters<typeof statement>[0][]) => {
    const reply = await send(...verbs.map((verb) => statement(verb)));
    expect([reply.status, await reply.text()]).toEqual([200, expect.anything()]);
  };
  return { ...launched, headers, statement, send, tell };
}
const RESULTS: Readonly<Record<string, Record<string, unknown>>> = {
  initialized: {},
  answered: {},
  completed: { completion: true, duration: 'PT1S' },
  passed: { success: true, score: { scaled: 0.8 }, duration: 'PT1S' },
  failed: { success: false, score: { scaled: 0.2 }, duration: 'PT1S' },
  terminated: { duration: 'PT60S' },
};

interface Kept {
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string };
  readonly result?: { readonly duration?: string };
  readonly context: { readonly extensions: Record<string, unknown> };
}
const kept = async () => (await statements()).slice(told);
async function statements(): Promise<readonly Kept[]> {
  const headers = {
    Authorization: basic(server.lrs.key, server.lrs.secret),
    'X-Experience-API-Version': '1.0.3',
  };
  const reply = await fetch(`${server.lrs.endpoint}statements?ascending=true`, { headers });
  return ((await reply.json()) as { statements: Kept[] }).statements;
}
const verbs = async () => (await kept()).map(({ verb }) => verb.id.split('/').at(-1));
const book = async () =>
  (await (await fetch(`${server.url}cijfers?deelnemer=${anke}`)).text()).replace(/\s+/g, ' ');

describe('a launch', () => {
  it('8.1.1.0-1 8.1.2.0-1 8.1.3.0-1 8.1.4.0-1 8.1.5.0-2 8.1.5.0-3 13.1.4.0-3 says where, who and what, beside the query of the AU’s own', async () => {
    const { url, query } = await launch();
    expect(url.pathname).toMatch(/^\/inhoud\/cursus-cmi5\/[0-9a-f]{12}\/een\.html$/);
    expect([query.get('a'), url.hash]).toEqual(['b', '#c']);
    expect(query.get('activityId')).not.toBe('urn:x:een');
    expect(query.get('actor')).not.toMatch(/anke/i);
    expect(JSON.parse(query.get('actor') ?? '')).toMatchObject({ objectType: 'Agent', account: {} });
    expect((await launch()).query.get('activityId')).toBe(query.get('activityId'));
    expect((await launch({ au: 1 })).query.get('activityId')).not.toBe(query.get('activityId'));
  });

  it('9.3.1.0-1 9.6.3.2-1 9.6.3.3-1 9.6.3.4-1 9.6.3.6-1 9.6.3.7-1 is told before the AU opens', async () => {
    const { url } = await launch();
    const [launched] = await kept();
    expect(launched?.verb.id).toMatch(/launched$/);
    expect(launched?.context.extensions).toMatchObject({
      [CMI5_EXTENSIONS.masteryScore]: 0.6,
      [CMI5_EXTENSIONS.launchMode]: 'Normal',
      [CMI5_EXTENSIONS.moveOn]: 'CompletedAndPassed',
      [CMI5_EXTENSIONS.launchParameters]: '{"x":1}',
      [CMI5_EXTENSIONS.launchUrl]: `${url.origin}${url.pathname}?a=b#c`,
    });
  });

  it('8.2.1.0-3 8.2.2.0-3 8.2.3.0-1 gives its token once, and says why it gives none', async () => {
    const { query } = await launch();
    const address = query.get('fetch') ?? '';
    expect(await post(address)).toEqual({ 'auth-token': expect.any(String) as string });
    expect((await post(address))['error-code']).toBe('1');
    expect((await post(`${address}x`))['error-code']).toBe('2');
  });

  it('10.1.0.0-1 10.2.1.0-1 10.2.3.0-1 10.2.4.0-1 10.2.5.0-1 has its data and the learner’s preferences ready', async () => {
    const { query, headers, session } = await open();
    const state = new URLSearchParams({
      activityId: query.get('activityId') ?? '',
      agent: query.get('actor') ?? '',
      registration: query.get('registration') ?? '',
      stateId: 'LMS.LaunchData',
    });
    const data = await fetch(`${server.lrs.endpoint}activities/state?${state}`, { headers });
    expect(await data.json()).toMatchObject({
      launchMode: 'Normal',
      moveOn: 'CompletedAndPassed',
      masteryScore: 0.6,
      launchParameters: '{"x":1}',
      returnURL: `${server.url}terug`,
      contextTemplate: {
        contextActivities: { grouping: [{ id: 'urn:x:een' }] },
        extensions: { [CMI5_EXTENSIONS.sessionId]: session },
      },
    });
    const profile = new URLSearchParams({
      profileId: 'cmi5LearnerPreferences',
      agent: query.get('actor') ?? '',
    });
    const preferences = await fetch(`${server.lrs.endpoint}agents/profile?${profile}`, { headers });
    expect(await preferences.json()).toEqual({ languagePreference: 'nl-NL', audioPreference: 'on' });
  });
});

describe('the token of a session', () => {
  it('10.2.1.0-5 6.3.0.0-1 reaches its own activity, actor and registration, and nothing else', async () => {
    const own = await open();
    const bo = await addLearner(server, 'Bo');
    const other = await open({ learner: bo });
    const state = (change: Record<string, string>, method = 'GET') => {
      const query = new URLSearchParams({
        activityId: own.query.get('activityId') ?? '',
        agent: own.query.get('actor') ?? '',
        registration: own.query.get('registration') ?? '',
        stateId: 'mijn',
        ...change,
      });
      const init = method === 'PUT' ? { body: '{}' } : {};
      const headers = { ...own.headers, 'Content-Type': 'application/json' };
      return fetch(`${server.lrs.endpoint}activities/state?${query}`, { method, headers, ...init });
    };
    expect((await state({}, 'PUT')).status).toBe(204);
    expect((await state({})).status).toBe(200);
    for (const change of [
      { registration: other.query.get('registration') ?? '' },
      { agent: other.query.get('actor') ?? '' },
      { activityId: 'urn:x:een' },
    ])
      for (const method of ['GET', 'PUT', 'DELETE']) expect((await state(change, method)).status).toBe(403);
    expect((await state({ stateId: 'LMS.LaunchData' }, 'PUT')).status).toBe(403);
    expect((await state({ stateId: 'LMS.LaunchData' }, 'DELETE')).status).toBe(403);
    await other.tell('initialized', 'answered');
    const seen = await fetch(`${server.lrs.endpoint}statements`, { headers: own.headers });
    expect(((await seen.json()) as { statements: unknown[] }).statements).toEqual([]);
    expect(
      (
        await own.send({
          ...own.statement('initialized'),
          actor: JSON.parse(other.query.get('actor') ?? '') as object,
        })
      ).status,
    ).toBe(403);
  });

  it('8.1.2.0-2 9.3.8.0-4 dies with the session, after a short grace for what is late', async () => {
    const au = await open();
    await au.tell('initialized');
    const late = au.statement('answered');
    await au.tell('terminated');
    expect((await au.send(late)).status).toBe(200);
    expect(
      (await au.send(au.statement('answered', { timestamp: new Date(Date.now() + 60_000).toISOString() })))
        .status,
    ).toBe(403);
    vi.useFakeTimers({ now: Date.now() + 20_000, toFake: ['Date'] });
    expect((await au.send(au.statement('answered'))).status).toBe(401);
  });

  it('is worth nothing before it was fetched, and after a day', async () => {
    const au = await open();
    await au.tell('initialized');
    vi.useFakeTimers({ now: Date.now() + 25 * 3_600_000, toFake: ['Date'] });
    expect((await au.send(au.statement('answered'))).status).toBe(401);
  });
});

describe('statements of an AU', () => {
  it.each([
    ['9.3.0.0-4', 'before initialized', [], 'answered', {}],
    ['9.3.0.0-4', 'initialized twice', ['initialized'], 'initialized', {}],
    ['9.3.0.0-2', 'completed twice', ['initialized', 'completed'], 'completed', {}],
    ['9.3.0.0-3', 'failed after passed in a session', ['initialized', 'passed'], 'failed', {}],
    ['9.3.0.0-1', 'satisfied, which is the LMS’s', ['initialized'], 'satisfied', {}],
    ['9.4.0.0-2', 'about another AU', ['initialized'], 'completed', { object: { id: 'urn:x:een' } }],
    [
      '9.5.1.0-1',
      'passed under the mark',
      ['initialized'],
      'passed',
      { result: { ...RESULTS['passed'], score: { scaled: 0.59 } } },
    ],
    [
      '9.5.1.0-2',
      'completed with a score',
      ['initialized'],
      'completed',
      { result: { ...RESULTS['completed'], score: { scaled: 1 } } },
    ],
    [
      '9.5.1.0-3',
      'raw without min and max',
      ['initialized'],
      'passed',
      { result: { ...RESULTS['passed'], score: { scaled: 0.8, raw: 80 } } },
    ],
    ['9.5.2.0', 'passed without success', ['initialized'], 'passed', { result: { duration: 'PT1S' } }],
    [
      '9.5.3.0',
      'terminated with completion',
      ['initialized'],
      'terminated',
      { result: { duration: 'PT1S', completion: true } },
    ],
    ['9.5.4.1', 'terminated without duration', ['initialized'], 'terminated', { result: {} }],
    ['9.7.0.0-2', 'without a timestamp', ['initialized'], 'answered', { timestamp: undefined }],
    ['9.7.0.0-2', 'in local time', ['initialized'], 'answered', { timestamp: '2026-11-25T10:00:00+01:00' }],
    ['8.1.3.0-3', 'of somebody else', [], 'initialized', { actor: { mbox: 'mailto:x@y.example' } }],
    ['9.6.1.0-1', 'without a registration', ['initialized'], 'answered', { context: {} }],
  ] as const)('%s are refused: %s', async (...row) => {
    const [rule, , before, verb, change] = row;
    const au = await open();
    if (before.length > 0) await au.tell(...before);
    const count = (await kept()).length;
    const reply = await au.send(au.statement(verb, change));
    expect([reply.status, await reply.text()]).toEqual([403, expect.stringContaining(`cmi5 ${rule}`)]);
    expect(await kept()).toHaveLength(count);
  });

  it('sent again are taken again, as an answer may get lost', async () => {
    const au = await open();
    const first = au.statement('initialized');
    expect([(await au.send(first)).status, (await au.send(first)).status]).toEqual([200, 200]);
  });

  it('9.3.0.0-6 9.3.0.0-7 9.3.0.0-8 complete and pass once in a registration', async () => {
    await (await open()).tell('initialized', 'completed', 'passed', 'terminated');
    const again = await open();
    await again.tell('initialized');
    const refused = async (verb: 'completed' | 'passed' | 'failed') =>
      (await again.send(again.statement(verb))).text();
    expect(await refused('completed')).toMatch('9.3.0.0-6');
    expect(await refused('passed')).toMatch('9.3.0.0-7');
    expect(await refused('failed')).toMatch('9.3.0.0-8');
  });
});

describe('an attempt', () => {
  it('9.3.9.0-1 9.3.9.0-5 9.3.9.0-9 satisfies its block and then the course, each once, and is graded', async () => {
    const one = await open();
    await one.tell('initialized', 'completed', 'answered');
    expect(await verbs()).not.toContain('satisfied');
    await one.tell('passed', 'terminated');
    const two = await open({ au: 1 });
    expect(two.query.get('registration')).toBe(one.query.get('registration'));
    await two.tell('initialized', 'completed', 'terminated');
    const satisfied = (await kept()).filter(({ verb }) => verb.id.endsWith('/satisfied'));
    expect(satisfied.map(({ context }) => context.extensions[CMI5_EXTENSIONS.sessionId])).toEqual([
      one.session,
      two.session,
    ]);
    expect(new Set(satisfied.map(({ object }) => object.id)).size).toBe(2);
    for (const { object } of satisfied) expect(['urn:x:blok', 'urn:x:cursus']).not.toContain(object.id);
    const shown = await book();
    expect(shown).toContain('Cursus');
    expect(shown).toMatch(/80/);
    expect(shown).toContain('2 min');
  });

  it('9.3.6.0-1 9.3.6.0-2 that was left without goodbye is abandoned at the next launch, and says no more', async () => {
    const au = await open();
    await au.tell('initialized', 'answered');
    await launch();
    const found = (await kept()).find(({ verb }) => verb.id.endsWith('/abandoned'));
    expect(found?.result?.duration).toMatch(/^PT[\d.]+S$/);
    expect(found?.context.extensions[CMI5_EXTENSIONS.sessionId]).toBe(au.session);
    expect((await au.send(au.statement('answered'))).status).toBe(401);
    await launch();
    expect((await verbs()).filter((verb) => verb === 'abandoned')).toHaveLength(1);
  });

  it('whose last words are on their way when the next is asked for is heard out', async () => {
    const au = await open();
    await au.tell('initialized');
    const next = launch();
    await au.tell('completed');
    await au.tell('terminated');
    await next;
    expect(await verbs()).toEqual(['launched', 'initialized', 'completed', 'terminated', 'launched']);
  });

  it('10.2.2.0-2 10.2.2.0-3 that is browsed or looked back on is told nothing of, and a new one begins a registration', async () => {
    const browsing = await open({ mode: 'browse' });
    await browsing.tell('initialized');
    expect(await (await browsing.send(browsing.statement('completed'))).text()).toMatch('10.2.2.0-5');
    expect(await (await browsing.send(browsing.statement('answered'))).text()).toMatch('10.2.2.0-5');
    await browsing.tell('terminated');
    const first = await open();
    await first.tell('initialized', 'completed', 'passed', 'terminated');
    await (await open({ au: 1 })).tell('initialized', 'completed', 'terminated');
    const review = await open();
    await review.tell('initialized');
    expect(await (await review.send(review.statement('completed'))).text()).toMatch('Review mode');

    const anew = (name: string) =>
      fetch(`${server.url}pogingen`, {
        method: 'POST',
        body: new URLSearchParams({ deelnemer: anke, pakket: name }),
        headers: { Origin: server.url.replace(/\/$/, '') },
        redirect: 'manual',
      });
    expect((await anew('cursus-cmi5')).status).toBe(303);
    const second = await open();
    expect(second.query.get('registration')).not.toBe(first.query.get('registration'));
    await second.tell('initialized', 'completed', 'passed', 'terminated');
    await (await open({ au: 1 })).tell('initialized', 'completed', 'terminated');
    const third = await anew('cursus-cmi5');
    expect([third.status, await third.text()]).toEqual([200, expect.stringContaining('Geen pogingen meer')]);
  });
});
