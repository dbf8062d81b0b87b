import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basic } from '../../src/lms/lrs/access.js';
import type { RunningServer } from '../../src/lms/server.js';
import {
  addLearner,
  openSession,
  putPackage,
  scormFiles,
  start,
  temporaryPlace,
  type Place,
} from './fixture.js';

let place: Place;
let server: RunningServer;
let auth: string;

beforeAll(async () => {
  place = temporaryPlace();
  putPackage(place, 'proef-scorm12.zip', scormFiles('1.2'));
  server = await start(place);
  auth = basic(server.lrs.key, server.lrs.secret);
});
afterAll(async () => {
  await server.close();
  place.remove();
});

function xapi(path: string, init: RequestInit & { auth?: string } = {}): Promise<Response> {
  const headers = new Headers({ Authorization: init.auth ?? auth, 'X-Experience-API-Version': '1.0.3' });
  for (const [key, value] of new Headers(init.headers)) headers.set(key, value);
  if (typeof init.body === 'string' && !headers.get('Content-Type')?.includes('json'))
    headers.set('Content-Type', 'application/json');
  return fetch(server.lrs.endpoint + path, { ...init, headers });
}

const post = (body: unknown, as?: string): Promise<Response> =>
  xapi('statements', { method: 'POST', body: JSON.stringify(body), ...(as ? { auth: as } : {}) });

interface Statement {
  readonly [key: string]: unknown;
}
const actor = (name: string): Statement => ({ account: { homePage: 'https://x.example', name } });
const statement = (more: Statement = {}): Statement => ({
  id: randomUUID(),
  actor: actor('wie'),
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
  object: { id: 'https://x.example/vraag' },
  timestamp: '2026-11-23T08:00:00.120Z',
  ...more,
});
async function found(query: string, as?: string): Promise<readonly Statement[]> {
  const reply = await xapi(`statements?${query}`, as ? { auth: as } : {});
  return ((await reply.json()) as { statements: Statement[] }).statements;
}

describe('statements', () => {
  it('come back with stored, authority and version added', async () => {
    const sent = statement();
    const reply = await post(sent);
    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual([sent['id']]);
    const got = (await (await xapi(`statements?statementId=${String(sent['id'])}`)).json()) as Statement;
    expect(got).toMatchObject(sent);
    expect(got).toMatchObject({ version: '1.0.0', authority: { objectType: 'Agent' } });
    expect(Date.parse(String(got.stored))).toBeGreaterThan(Date.now() - 60_000);
  });

  it('sent again are accepted once, and refused when they say something else', async () => {
    const sent = statement({ context: { contextActivities: { parent: { id: 'https://x.example/les' } } } });
    expect((await post([sent])).status).toBe(200);
    expect((await post([sent])).status).toBe(200);
    const id = String(sent['id']);
    expect(
      (await xapi(`statements?statementId=${id}`, { method: 'PUT', body: JSON.stringify(sent) })).status,
    ).toBe(204);
    const other = await post({ ...sent, result: { success: true } });
    expect(other.status).toBe(409);
    expect(await other.text()).toContain(id);
  });

  it('are refused as a whole batch when one is bad, with the reason', async () => {
    const good = statement();
    const reply = await post([good, statement({ result: { score: { scaled: 2 } } })]);
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain('statement.result.score.scaled');
    expect((await xapi(`statements?statementId=${String(good['id'])}`)).status).toBe(404);
  });

  it('are found by each filter', async () => {
    const registration = randomUUID();
    const verb = { id: 'https://x.example/verbs/zocht' };
    const context = { registration, contextActivities: { grouping: [{ id: 'https://x.example/cursus' }] } };
    const one = statement({ verb, context, actor: actor('filter') });
    await post([one, statement()]);
    const ids = async (query: Record<string, string>): Promise<unknown[]> =>
      (await found(new URLSearchParams(query).toString())).map((each) => each['id']);
    expect(await ids({ verb: verb.id })).toEqual([one['id']]);
    expect(await ids({ registration })).toEqual([one['id']]);
    expect(await ids({ agent: JSON.stringify(actor('filter')) })).toEqual([one['id']]);
    expect(await ids({ activity: 'https://x.example/cursus' })).toEqual([]);
    expect(await ids({ activity: 'https://x.example/cursus', related_activities: 'true' })).toEqual([
      one['id'],
    ]);
    expect(await ids({ registration, since: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
    expect(await ids({ registration, until: new Date(Date.now() + 60_000).toISOString() })).toEqual([
      one['id'],
    ]);
  });

  it('are given page by page, in both orders', async () => {
    const registration = randomUUID();
    const sent = Array.from({ length: 5 }, () => statement({ context: { registration } }));
    await post(sent);
    const ids = sent.map((one) => one['id']);
    for (const ascending of [true, false]) {
      const seen: unknown[] = [];
      let path = `statements?registration=${registration}&limit=2&ascending=${ascending}`;
      while (path) {
        const page = (await (await xapi(path)).json()) as { statements: Statement[]; more: string };
        seen.push(...page.statements.map((one) => one['id']));
        path = page.more.replace('/xapi/', '');
      }
      expect(seen).toEqual(ascending ? ids : [...ids].reverse());
    }
  });

  it('that are voided disappear, and statements about a match are given with it', async () => {
    const registration = randomUUID();
    const target = statement({ context: { registration } });
    await post(target);
    const about = statement({
      object: { objectType: 'StatementRef', id: target['id'] },
      verb: { id: 'https://x.example/verbs/noemde' },
    });
    await post(about);
    expect((await found(`registration=${registration}`)).map((one) => one['id'])).toEqual([
      about['id'],
      target['id'],
    ]);
    const voiding = statement({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: target['id'] },
    });
    expect((await post(voiding)).status).toBe(200);
    expect((await xapi(`statements?statementId=${String(target['id'])}`)).status).toBe(404);
    expect((await xapi(`statements?voidedStatementId=${String(target['id'])}`)).status).toBe(200);
    expect((await found(`registration=${registration}`)).map((one) => one['id'])).not.toContain(target['id']);
  });

  it('can be sent as a form, by those who cannot set headers', async () => {
    const sent = statement();
    const form = new URLSearchParams({
      Authorization: auth,
      'X-Experience-API-Version': '1.0.3',
      'Content-Type': 'application/json',
      content: JSON.stringify(sent),
    });
    const reply = await fetch(`${server.lrs.endpoint}statements?method=POST`, { method: 'POST', body: form });
    expect(reply.status).toBe(200);
    expect((await xapi(`statements?statementId=${String(sent['id'])}`)).status).toBe(200);
  });
});

describe('the door', () => {
  it('asks for known credentials and the version header', async () => {
    expect((await xapi('statements', { auth: basic('x', 'y') })).status).toBe(401);
    expect((await xapi('statements', { headers: { 'X-Experience-API-Version': '0.9' } })).status).toBe(400);
    const about = await fetch(`${server.lrs.endpoint}about`);
    expect(await about.json()).toEqual({ version: ['1.0.3'] });
    expect(about.headers.get('X-Experience-API-Version')).toBe('1.0.3');
  });

  it('answers the question that a browser asks before it sends', async () => {
    const reply = await fetch(`${server.lrs.endpoint}statements`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://lms.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(reply.status).toBe(204);
    expect(reply.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(reply.headers.get('Access-Control-Allow-Headers')).toContain('X-Experience-API-Version');
  });

  it('refuses bodies without end, and what is no JSON', async () => {
    expect((await xapi('statements', { method: 'POST', body: `"${'x'.repeat(6_000_000)}"` })).status).toBe(
      413,
    );
    const reply = await xapi('statements', { method: 'POST', body: '{' });
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain('no JSON');
  });

  it('lets a launch write, and read only what is its own', async () => {
    await post(statement());
    const session = await openSession(server, await addLearner(server, 'Loes Launch'), 'proef-scorm12');
    const sent = statement();
    expect((await post(sent, session.auth)).status).toBe(200);
    expect((await found('', session.auth)).map((one) => one['id'])).toEqual([sent['id']]);
    const voiding = statement({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: sent['id'] },
    });
    expect((await post(voiding, session.auth)).status).toBe(403);
    const state = (registration: string): string =>
      `activities/state?${new URLSearchParams({ activityId: 'https://x.example/a', agent: JSON.stringify(actor('a')), stateId: 's', registration })}`;
    expect(
      (await xapi(state(session.registration), { method: 'PUT', body: '{}', auth: session.auth })).status,
    ).toBe(204);
    expect((await xapi(state(randomUUID()), { method: 'PUT', body: '{}', auth: session.auth })).status).toBe(
      403,
    );
    const page = await (await fetch(`${server.url}statements`)).text();
    expect(page).toContain('Loes Launch');
  });
});

describe('documents', () => {
  const mark = (more: Record<string, string> = {}): string =>
    new URLSearchParams({
      activityId: 'https://x.example/doc',
      agent: JSON.stringify(actor('doc')),
      ...more,
    }).toString();

  it('are kept, merged, listed and deleted', async () => {
    const path = `activities/state?${mark({ stateId: 'plek' })}`;
    expect((await xapi(path, { method: 'PUT', body: '{"a":1}' })).status).toBe(204);
    expect((await xapi(path, { method: 'POST', body: '{"b":2}' })).status).toBe(204);
    const reply = await xapi(path);
    expect(await reply.json()).toEqual({ a: 1, b: 2 });
    expect(reply.headers.get('ETag')).toMatch(/^"[0-9a-f]{40}"$/);
    expect(await (await xapi(`activities/state?${mark()}`)).json()).toEqual(['plek']);
    expect((await xapi(path, { method: 'DELETE' })).status).toBe(204);
    expect((await xapi(path)).status).toBe(404);
  });

  it('are replaced only by who knows what he replaces', async () => {
    const path = `activities/profile?${new URLSearchParams({ activityId: 'https://x.example/doc', profileId: 'p' })}`;
    const put = (headers: Record<string, string>): Promise<Response> =>
      xapi(path, { method: 'PUT', body: '{}', headers });
    expect((await put({ 'If-None-Match': '*' })).status).toBe(204);
    expect((await put({ 'If-None-Match': '*' })).status).toBe(412);
    expect((await put({})).status).toBe(409);
    expect((await put({ 'If-Match': '"ander"' })).status).toBe(412);
    const etag = (await xapi(path)).headers.get('ETag') ?? '';
    expect((await put({ 'If-Match': etag })).status).toBe(204);
  });

  it('let one of many writers at the same moment win', async () => {
    const path = `agents/profile?${new URLSearchParams({ agent: JSON.stringify(actor('doc')), profileId: 'p' })}`;
    const writers = Array.from({ length: 8 }, () =>
      xapi(path, { method: 'PUT', body: '{}', headers: { 'If-None-Match': '*' } }),
    );
    const statuses = (await Promise.all(writers)).map((one) => one.status);
    expect(statuses.filter((one) => one === 204)).toHaveLength(1);
  });
});
