import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, openLrs, type Client } from './client.js';

let lrs: Client;
beforeAll(async () => {
  lrs = await openLrs();
});
afterAll(() => lrs.close());

type Query = Readonly<Record<string, string>>;
const agent = JSON.stringify(actor('doc'));
const activityId = 'https://x.example/doc';
const at = (path: string, query: Query): string => `${path}?${new URLSearchParams(query)}`;
const put = (path: string, body: BodyInit, headers: HeadersInit = {}): Promise<Response> =>
  lrs.xapi(path, { method: 'PUT', body, headers });
const post = (path: string, body: BodyInit, headers: HeadersInit = {}): Promise<Response> =>
  lrs.xapi(path, { method: 'POST', body, headers });

interface Resource {
  readonly path: string;
  readonly id: 'stateId' | 'profileId';
  readonly owner: Query;
  /** A PUT must say what it replaces. */
  readonly careful: boolean;
}
const RESOURCES: Readonly<Record<string, Resource>> = {
  'State (XAPI-00187 to XAPI-00235)': {
    path: 'activities/state',
    id: 'stateId',
    owner: { activityId, agent },
    careful: false,
  },
  'Activity Profile (XAPI-00285 to XAPI-00314)': {
    path: 'activities/profile',
    id: 'profileId',
    owner: { activityId },
    careful: true,
  },
  'Agent Profile (XAPI-00255 to XAPI-00284)': {
    path: 'agents/profile',
    id: 'profileId',
    owner: { agent },
    careful: true,
  },
};

describe.each(Object.entries(RESOURCES))('%s', (_name, { path, id, owner, careful }) => {
  const fresh = (): string => at(path, { ...owner, [id]: randomUUID() });
  const anew = { 'If-None-Match': '*' };

  it('keeps what is put, of any type, byte for byte', async () => {
    const place = fresh();
    const bytes = new Uint8Array([0, 255, 13, 10, 128]);
    expect((await put(place, bytes, { ...anew, 'Content-Type': 'image/png' })).status).toBe(204);
    const reply = await lrs.xapi(place);
    expect(reply.headers.get('Content-Type')).toBe('image/png');
    expect(reply.headers.get('ETag')).toBe(`"${createHash('sha1').update(bytes).digest('hex')}"`);
    expect(Date.parse(reply.headers.get('Last-Modified') ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(new Uint8Array(await reply.arrayBuffer())).toEqual(bytes);
    expect((await lrs.xapi(place, { method: 'HEAD' })).status).toBe(200);
  });

  it('merges what is posted, one level deep', async () => {
    const place = fresh();
    expect((await post(place, '{"a":1,"b":{"x":1}}')).status).toBe(204);
    expect((await post(place, '{"b":{"y":2},"c":3}')).status).toBe(204);
    expect(await (await lrs.xapi(place)).json()).toEqual({ a: 1, b: { y: 2 }, c: 3 });
  });

  it('refuses to merge what is no JSON object, and leaves what was (XAPI-00182)', async () => {
    const place = fresh();
    await post(place, '{"a":1}');
    expect((await post(place, '[1]')).status).toBe(400);
    expect((await post(place, '{"a":')).status).toBe(400);
    expect((await post(place, 'tekst', { 'Content-Type': 'text/plain' })).status).toBe(400);
    expect(await (await lrs.xapi(place)).json()).toEqual({ a: 1 });
    const picture = fresh();
    await put(picture, 'x', { ...anew, 'Content-Type': 'image/png' });
    expect((await post(picture, '{}')).status).toBe(400);
  });

  it('lists ids, those changed since a moment if asked', async () => {
    const one = randomUUID();
    await put(at(path, { ...owner, [id]: one }), '1', anew);
    const listed = async (query: Query): Promise<unknown> =>
      (await lrs.xapi(at(path, { ...owner, ...query }))).json();
    expect(await listed({})).toContain(one);
    expect(await listed({ since: '2020-01-01T00:00:00Z' })).toContain(one);
    expect(await listed({ since: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
  });

  it('deletes', async () => {
    const place = fresh();
    await put(place, '1', anew);
    expect((await lrs.xapi(place, { method: 'DELETE' })).status).toBe(204);
    expect((await lrs.xapi(place)).status).toBe(404);
  });

  it('is changed only by who knows what he changes (XAPI-00322)', async () => {
    const place = fresh();
    expect((await put(place, '{}', anew)).status).toBe(204);
    expect((await put(place, '{"te":"laat"}', anew)).status).toBe(412);
    expect((await put(place, '{}', { 'If-Match': '"ander"' })).status).toBe(412);
    expect((await put(place, '{}', {})).status).toBe(careful ? 409 : 204);
    const etag = (await lrs.xapi(place)).headers.get('ETag') ?? '';
    expect(await (await lrs.xapi(place)).text()).toBe('{}');
    expect((await put(place, '{"a":1}', { 'If-Match': etag })).status).toBe(204);
    expect((await lrs.xapi(place, { method: 'DELETE', headers: { 'If-Match': etag } })).status).toBe(412);
    expect((await put(fresh(), '{}', { 'If-Match': etag })).status).toBe(412);
    // XAPI-00273, XAPI-00287: also what is new must be said to be new.
    expect((await put(fresh(), '{}')).status).toBe(careful ? 400 : 204);
  });

  it('lets one of many writers at the same moment win', async () => {
    const place = fresh();
    const replies = await Promise.all(Array.from({ length: 8 }, (_one, n) => put(place, String(n), anew)));
    expect(replies.map((reply) => reply.status).sort()).toEqual([204, ...Array<number>(7).fill(412)]);
    const winner = replies.findIndex((reply) => reply.status === 204);
    expect(await (await lrs.xapi(place)).text()).toBe(String(winner));
  });

  it('refuses what is missing, unknown or of a wrong kind', async () => {
    const whole: Query = { ...owner, [id]: 'x' };
    for (const name of Object.keys(owner)) {
      const rest = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));
      for (const method of ['GET', 'PUT', 'POST', 'DELETE'])
        expect(
          (await lrs.xapi(at(path, rest), { method, ...(method === 'GET' ? {} : { body: '{}' }) })).status,
        ).toBe(400);
    }
    expect((await put(at(path, owner), '{}', anew)).status).toBe(400);
    expect((await post(at(path, owner), '{}')).status).toBe(400);
    expect((await lrs.xapi(at(path, { ...owner, since: 'gisteren' }))).status).toBe(400);
    expect((await lrs.xapi(at(path, { ...whole, foo: '1' }))).status).toBe(400);
    if ('agent' in owner)
      for (const bad of ['x', '{}', '{"name":"Pim"}'])
        expect((await lrs.xapi(at(path, { ...whole, agent: bad }))).status).toBe(400);
  });
});

describe('State', () => {
  it('is kept apart for each registration (XAPI-00218 to XAPI-00220)', async () => {
    const registration = randomUUID();
    const base = { activityId: `${activityId}/apart`, agent };
    const mine = at('activities/state', { ...base, stateId: 's', registration });
    await put(mine, '"van mij"');
    await put(
      at('activities/state', { ...base, stateId: 's', registration: randomUUID() }),
      '"van een ander"',
    );
    expect(await (await lrs.xapi(mine)).json()).toBe('van mij');
    expect((await lrs.xapi(at('activities/state', { ...base, stateId: 's' }))).status).toBe(404);
    expect(
      (await lrs.xapi(at('activities/state', { ...base, stateId: 's', registration: 'x' }))).status,
    ).toBe(400);
  });

  it('is deleted whole when no id is given (XAPI-00194)', async () => {
    const base = { activityId: `${activityId}/weg`, agent };
    await put(at('activities/state', { ...base, stateId: 'a' }), '1');
    await put(at('activities/state', { ...base, stateId: 'b' }), '2');
    expect((await lrs.xapi(at('activities/state', base), { method: 'DELETE' })).status).toBe(204);
    expect(await (await lrs.xapi(at('activities/state', base))).json()).toEqual([]);
  });
});

describe('Agents', () => {
  it('gives a person with each property as a list (XAPI-00236 to XAPI-00248)', async () => {
    const reply = await lrs.xapi(at('agents', { agent: JSON.stringify({ ...actor('doc'), name: 'Doc' }) }));
    expect(await reply.json()).toEqual({
      objectType: 'Person',
      name: ['Doc'],
      ...{ account: [actor('doc')['account']] },
    });
    expect((await lrs.xapi('agents')).status).toBe(400);
    expect((await lrs.xapi(at('agents', { agent: '{"name":"Pim"}' }))).status).toBe(400);
  });
});
