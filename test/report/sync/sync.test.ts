import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openFacts, type Facts } from '../../../src/report/facts/facts.js';
import { readAuthorization, readEndpoint } from '../../../src/report/sync/connection.js';
import { syncLrs, type SyncOptions } from '../../../src/report/sync/sync.js';
import { fixture } from '../../player/fixtures/module.js';
import { acts, answerAll, seen, start } from '../../tracking/learner.js';
import { rows, tell } from '../facts/told.js';
import { openLrs, type TestLrs } from './lrs.js';

const talk = [start('u3'), ...acts('u3', 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1'), seen('u3'), ...answerAll];
const told = tell({ module: fixture, commands: talk }).statements.map((one, at) => ({
  ...one,
  stored: new Date(Date.parse('2026-10-01T08:00:00Z') + at * 10_000).toISOString(),
}));

let lrs: TestLrs;
let facts: Facts;
let waits: number[];
beforeEach(async () => {
  lrs = await openLrs();
  lrs.statements.push(...told);
  facts = await openFacts();
  waits = [];
});
afterEach(async () => {
  facts.close();
  await lrs.close();
});

const sync = (more: SyncOptions = {}, access: Partial<TestLrs['access']> = {}) =>
  syncLrs(
    facts,
    { ...lrs.access, ...access },
    { batchBytes: 20_000, pause: (ms) => Promise.resolve(void waits.push(ms)), ...more },
  );
const read = async (): Promise<number> =>
  Number((await rows(facts, 'SELECT count(*)::INT AS n FROM seen'))[0]?.['n']);

describe('a sync', () => {
  it('reads everything, page after page', async () => {
    expect(await sync()).toMatchObject({ read: told.length, ours: told.length, repeated: 0 });
    expect(lrs.asked.length).toBe(Math.ceil(told.length / 10));
    expect(lrs.asked[0]?.get('ascending')).toBe('true');
    expect(await read()).toBe(told.length);
  });

  it('reads the next time only what is new, and a minute of what it had', async () => {
    await sync();
    lrs.asked.length = 0;
    const [first] = told;
    lrs.statements.push({
      ...first,
      id: '11111111-2222-4333-8444-555555555555',
      stored: '2026-10-02T00:00:00.000Z',
    });
    const tally = await sync();
    expect(tally.ours).toBe(1);
    expect(tally.repeated).toBeLessThanOrEqual(7);
    expect(lrs.asked[0]?.get('since')).toBe(
      new Date(Date.parse(told.at(-1)?.stored ?? '') - 60_000).toISOString(),
    );
  });

  it('goes no further than the LRS says that all can be seen', async () => {
    lrs.consistentThrough = told[5]?.stored ?? '';
    await sync();
    lrs.asked.length = 0;
    await sync();
    expect(lrs.asked[0]?.get('since')).toBe(
      new Date(Date.parse(told[5]?.stored ?? '') - 60_000).toISOString(),
    );
  });

  it('leaves out what was stored before a day', async () => {
    const since = told[11]?.stored ?? '';
    expect((await sync({ since })).read).toBe(told.length - 12);
  });

  it('says how far it is', async () => {
    lrs.consistentThrough = told.at(-1)?.stored ?? '';
    const shares: (number | null)[] = [];
    await sync({ onProgress: (_read, share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort());
  });
});

describe('a sync with an LRS that misbehaves', () => {
  it('waits as long as a busy LRS asks, and longer each time that a failing one says nothing', async () => {
    lrs.fault = (_request, response, nth) => {
      if (nth === 2) response.writeHead(429, { 'Retry-After': '7' }).end('slow down');
      if (nth === 4 || nth === 5) response.writeHead(503).end();
      return [2, 4, 5].includes(nth);
    };
    expect((await sync()).ours).toBe(told.length);
    expect(waits).toEqual([7_000, 1_000, 2_000]);
  });

  it('keeps what came before it fails half-way, and goes on from there', async () => {
    lrs.fault = (_request, response, nth) => nth > 2 && !!response.writeHead(500).end('database on fire');
    await expect(sync({ retries: 2 })).rejects.toThrow(/fails or is busy \(500\).*database on fire/);
    const kept = await read();
    expect(kept).toBe(20);
    lrs.fault = () => false;
    lrs.asked.length = 0;
    const tally = await sync();
    expect(tally.ours).toBe(told.length - kept);
    expect(lrs.asked[0]?.get('since')).not.toBeNull();
    expect(await read()).toBe(told.length);
  });

  it('has what a slow LRS sent before all of it came', async () => {
    const slow = new Promise<() => void>((hangs) => {
      lrs.fault = (_request, response, nth) => nth === 3 && (hangs(() => void response.destroy()), true);
    });
    const syncing = sync({ batchBytes: 1e9, batchTime: 0, retries: 0 });
    syncing.catch(() => undefined);
    const fail = await slow;
    await vi.waitFor(async () => expect(await read()).toBe(20), 30_000);
    fail();
    await expect(syncing).rejects.toThrow(/No answer/);
  });

  it('begins again where it was when the LRS forgot its place', async () => {
    let forgot = false;
    lrs.fault = (_request, response, nth) => {
      if (nth !== 3 || forgot) return false;
      forgot = true;
      response.writeHead(404).end('cursor expired');
      return true;
    };
    expect((await sync()).ours).toBe(told.length);
    expect(lrs.asked[3]?.get('since')).toBe(
      new Date(Date.parse(told[19]?.stored ?? '') - 60_000).toISOString(),
    );
  });

  it('survives a connection that breaks', async () => {
    lrs.fault = (request, _response, nth) => nth === 2 && !!request.socket.destroy();
    expect((await sync()).ours).toBe(told.length);
    expect(waits).toHaveLength(1);
  });

  it('says what to do when the key is wrong, and asks only once', async () => {
    await expect(sync({}, { authorization: 'Basic eDp5' })).rejects.toThrow(
      /refuses the key \(401\).*--auth-file/,
    );
    expect(lrs.asked).toHaveLength(1);
  });

  it('says so when there is no LRS at the address', async () => {
    const { endpoint } = lrs.access;
    await expect(sync({}, { endpoint: endpoint.replace('xapi', 'nergens') })).rejects.toThrow(
      /no LRS at .*404.*--lrs/,
    );
    await expect(sync({ retries: 0 }, { endpoint: 'http://127.0.0.1:9/xapi/' })).rejects.toThrow(
      /No answer from http:\/\/127\.0\.0\.1:9/,
    );
  });

  it('says so when the LRS sends on to another address, and does not follow', async () => {
    lrs.fault = (_request, response) => !!response.writeHead(302, { Location: '/xapi/elders' }).end();
    await expect(sync()).rejects.toThrow(/sends on to another address \(302\).*--lrs/);
    expect(lrs.asked).toHaveLength(1);
  });

  it('reads answers that are zipped', async () => {
    lrs.fault = (request, response) => {
      if (request.headers['accept-encoding'] !== 'gzip') return false;
      const page = JSON.stringify({ statements: told.slice(0, 5), more: '' });
      return !!response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(page));
    };
    expect((await sync()).ours).toBe(5);
  });

  it('tries again when an answer breaks off half-way', async () => {
    lrs.fault = (_request, response, nth) => {
      if (nth !== 2) return false;
      response.writeHead(200, { 'Content-Length': '1000' }).write('{"statements":[');
      setImmediate(() => response.destroy());
      return true;
    };
    expect((await sync()).ours).toBe(told.length);
    expect(waits).toHaveLength(1);
  });

  it('says so when a web page answers in place of an LRS', async () => {
    lrs.fault = (_request, response) => !!response.writeHead(200).end('<!doctype html><title>Log in</title>');
    await expect(sync()).rejects.toThrow(/something else than statements/);
  });

  it('reads pages however they are written, and refuses half a one', async () => {
    const write: readonly ((page: { statements: unknown; more: string }) => string)[] = [
      (page) => JSON.stringify(page, null, 2),
      ({ statements, more }) => JSON.stringify({ more, statements }),
      (page) => JSON.stringify({ ...page, extra: { more: 'no' } }),
      (page) => JSON.stringify(page).replaceAll('/', '\\/'),
    ];
    lrs.fault = (request, response, nth) => {
      const from = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('from') ?? 0);
      const more = from + 5 < told.length ? `/xapi/statements?from=${from + 5}` : '';
      const page = { statements: told.slice(from, from + 5), more };
      response.end((write[nth % write.length] ?? JSON.stringify)(page));
      return true;
    };
    expect((await sync()).ours).toBe(told.length);
    lrs.fault = (_request, response) => !!response.end('{"statements":[{"id":"11111111-2222-4');
    await expect(sync()).rejects.toThrow(/is no JSON/);
    lrs.fault = (_request, response) => !!response.end('{"statements":[{"id":}],"more":""}');
    await expect(sync()).rejects.toThrow(/is no JSON/);
  });

  it('has the next page come while one is read, and leaves it when that one is no good', async () => {
    const isLeft = new Promise((done) => {
      lrs.fault = (request, response, nth) => {
        if (nth === 1) response.end('{"statements":[{"id":}],"more":"/xapi/statements?from=5"}');
        else request.socket.once('close', done);
        return true;
      };
    });
    await expect(sync()).rejects.toThrow(/is no JSON/);
    await isLeft;
    expect(lrs.asked[1]?.get('from')).toBe('5');
    expect(waits).toEqual([]);
  });

  it('takes an LRS whose clock is years ahead by its own time', async () => {
    lrs.statements.length = 0;
    lrs.statements.push(...told.map((one) => ({ ...one, stored: one.stored.replace('2026', '2031') })));
    lrs.consistentThrough = '2031-11-01T00:00:00.000Z';
    expect((await sync()).ours).toBe(told.length);
    lrs.asked.length = 0;
    expect((await sync()).ours).toBe(0);
    expect(lrs.asked[0]?.get('since')).toMatch(/^2031-10-01/);
    const months = await rows(facts, `SELECT DISTINCT year(happened)::INT AS y FROM decision`);
    expect(months).toEqual([{ y: 2026 }]);
  });

  it('sends the key nowhere else, whatever `more` says', async () => {
    lrs.fault = (_request, response, nth) => {
      if (nth !== 1) return false;
      const more = 'https://elders.example/xapi/statements?since=&from=10';
      response.end(JSON.stringify({ statements: lrs.statements.slice(0, 10), more }));
      return true;
    };
    expect((await sync()).ours).toBe(told.length);
  });
});

describe('the address and the key of an LRS', () => {
  it('may be typed in the usual ways', () => {
    for (const typed of [
      'https://x.example/xapi',
      'https://x.example/xapi/',
      'https://x.example/xapi/statements',
    ])
      expect(readEndpoint(typed)).toBe('https://x.example/xapi/');
    expect(() => readEndpoint('x.example')).toThrow(/no web address/);
    expect(() => readEndpoint('https://jan:geheim@x.example/')).toThrow(/no user or password/);
  });

  it('come from the environment or from a file, and are never guessed', async () => {
    expect(await readAuthorization(undefined, { ZEVENTERPEN_LRS_AUTH: 'lezer:geheim' })).toMatch(
      /^Basic \S+$/,
    );
    expect(await readAuthorization(undefined, { ZEVENTERPEN_LRS_AUTH: 'Bearer abc' })).toBe('Bearer abc');
    await expect(readAuthorization(undefined, {})).rejects.toThrow(/--auth-file/);
    await expect(readAuthorization('/nergens', {})).rejects.toThrow(/cannot be read/);
    await expect(readAuthorization(undefined, { ZEVENTERPEN_LRS_AUTH: 'alleen' })).rejects.toThrow(
      /user:secret/,
    );
  });
});
