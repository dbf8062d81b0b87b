import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basic } from '../../../src/lms/lrs/access.js';
import { addLearner, openSession } from '../fixture.js';
import { actor, openLrs, statement, voiding, type Client } from './client.js';

let lrs: Client;
beforeAll(async () => {
  lrs = await openLrs();
});
afterAll(() => lrs.close());

describe('the door', () => {
  it('asks for known credentials (XAPI-00334, XAPI-00335)', async () => {
    for (const auth of ['', 'Basic', 'Bearer abc', basic('x', 'y'), basic(lrs.server.lrs.key, 'y')]) {
      const reply = await lrs.xapi('statements', { auth });
      expect(reply.status).toBe(401);
      expect(reply.headers.get('WWW-Authenticate')).toMatch(/^Basic/);
    }
  });

  it('asks for the version header, 1.0 or 1.0.x (XAPI-00321, XAPI-00331)', async () => {
    for (const version of [null, '0.9', '1.1', '2.0.0', '1.0.'])
      expect((await lrs.xapi('statements', { version })).status).toBe(400);
    for (const version of ['1.0', '1.0.0', '1.0.9'])
      expect((await lrs.xapi('statements', { version })).status).toBe(200);
  });

  it('says its version on every answer, refusals too (XAPI-00333), and about itself to all (XAPI-00315 to XAPI-00319)', async () => {
    const about = await fetch(`${lrs.server.lrs.endpoint}about`);
    expect(await about.json()).toEqual({ version: ['1.0.3'] });
    const replies = [about, await lrs.xapi('statements', { auth: '' }), await lrs.xapi('nergens')];
    for (const reply of replies) expect(reply.headers.get('X-Experience-API-Version')).toBe('1.0.3');
    expect(replies.map((reply) => reply.status)).toEqual([200, 401, 404]);
  });

  it('says up to when all is there, whatever the answer (XAPI-00153)', async () => {
    for (const query of ['', '?limit=x', `?statementId=${randomUUID()}`])
      expect(
        (await lrs.xapi(`statements${query}`)).headers.get('X-Experience-API-Consistent-Through'),
      ).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('answers the question that a browser asks before it sends', async () => {
    const reply = await fetch(`${lrs.server.lrs.endpoint}statements`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://lms.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(reply.status).toBe(204);
    expect(reply.headers.get('Access-Control-Allow-Origin')).toBe('*');
    for (const name of ['X-Experience-API-Version', 'Authorization', 'If-Match', 'If-None-Match'])
      expect(reply.headers.get('Access-Control-Allow-Headers')).toContain(name);
    const refused = await lrs.xapi('statements', { auth: '', headers: { Origin: 'https://lms.example' } });
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('refuses bodies without end (XAPI-00328), and what is no JSON (XAPI-00014)', async () => {
    const large = await lrs.xapi('statements', { method: 'POST', body: `"${'x'.repeat(6_000_000)}"` });
    expect(large.status).toBe(413);
    const reply = await lrs.xapi('statements', { method: 'POST', body: '{' });
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain('no JSON');
  });

  it('lets a launch write, and read only what is its own', async () => {
    await lrs.post(statement());
    const session = await openSession(
      lrs.server,
      await addLearner(lrs.server, 'Loes Launch'),
      'proef-scorm12',
    );
    const sent = statement();
    expect((await lrs.post(sent, session.auth)).status).toBe(200);
    expect((await lrs.found({}, session.auth)).map((one) => one['id'])).toEqual([sent['id']]);
    expect((await lrs.post(voiding(sent['id']), session.auth)).status).toBe(403);
    const state = (registration: string): string =>
      `activities/state?${new URLSearchParams({ activityId: 'https://x.example/a', agent: JSON.stringify(actor('a')), stateId: 's', registration })}`;
    const put = (registration: string): Promise<Response> =>
      lrs.xapi(state(registration), { method: 'PUT', body: '{}', auth: session.auth });
    expect((await put(session.registration)).status).toBe(204);
    expect((await put(randomUUID())).status).toBe(403);
    const page = await (await fetch(`${lrs.server.url}statements`)).text();
    expect(page).toContain('Loes Launch');
  });
});

describe('for those who cannot set headers (XAPI-00336)', () => {
  const form = (method: string, path: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${lrs.server.lrs.endpoint}${path}?method=${method}`, {
      method: 'POST',
      body: new URLSearchParams({ Authorization: lrs.auth, 'X-Experience-API-Version': '1.0.3', ...fields }),
    });

  it('a form stands for each kind of request (XAPI-00148)', async () => {
    const sent = statement();
    const content = JSON.stringify(sent);
    const id = String(sent['id']);
    const put = await form('PUT', 'statements', {
      statementId: id,
      'Content-Type': 'application/json',
      content,
    });
    expect(put.status).toBe(204);
    expect((await form('POST', 'statements', { content })).status).toBe(200);
    const got = await form('GET', 'statements', { statementId: id });
    expect(await got.json()).toMatchObject({ id });
    const mark = { activityId: 'https://x.example/f', profileId: randomUUID() };
    const twice = (): Promise<Response> =>
      form('PUT', 'activities/profile', { ...mark, 'If-None-Match': '*', content: '{}' });
    expect((await twice()).status).toBe(204);
    expect((await twice()).status).toBe(412);
    expect((await form('DELETE', 'activities/profile', mark)).status).toBe(204);
  });

  it('real headers count where the form has none', async () => {
    const reply = await lrs.xapi('statements?method=GET', {
      method: 'POST',
      body: new URLSearchParams({ limit: '1' }),
    });
    expect(reply.status).toBe(200);
  });

  it('the form’s headers count as headers, and nothing else goes with the method', async () => {
    expect((await form('GET', 'statements', { 'X-Experience-API-Version': '0.8' })).status).toBe(400);
    expect((await form('GET', 'statements', { Authorization: basic('x', 'y') })).status).toBe(401);
    const extra = await lrs.xapi('statements?method=GET&limit=1', {
      method: 'POST',
      body: new URLSearchParams(),
    });
    expect(extra.status).toBe(400);
    expect((await form('FLY', 'statements', {})).status).toBe(400);
    const put = await lrs.xapi('statements?method=POST', { method: 'PUT', body: '{}' });
    expect(put.status).toBe(400);
  });
});
