/** The statement viewer: what its filters on period and text leave. */
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
beforeAll(async () => {
  place = temporaryPlace();
  putPackage(place, 'proef-scorm12.zip', scormFiles('1.2'));
  server = await start(place);
  const { key, secret } = server.lrs;
  for (const [day, name] of DAYS)
    await tell(basic(key, secret), name, new Date(2026, 10, day, 12).toISOString());
  await tell(basic(key, secret), 'Net voor middernacht', new Date(2026, 10, 12, 23, 59, 59).toISOString());
  const { auth } = await openSession(server, await addLearner(server, 'Wytske Postma'), 'proef-scorm12');
  await tell(auth, 'Van Wytske', new Date(2026, 10, 20, 12).toISOString());
});
afterAll(async () => {
  await server.close();
  place.remove();
});

const DAYS = [
  [10, 'Eerste'],
  [11, 'Tweede'],
  [12, 'De 100% & <b>Derde</b>'],
  [13, 'Vierde'],
] as const;

async function tell(authorization: string, name: string, timestamp: string): Promise<void> {
  const reply = await fetch(`${server.lrs.endpoint}statements`, {
    method: 'POST',
    headers: {
      Authorization: authorization,
      'X-Experience-API-Version': '1.0.3',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      actor: { account: { homePage: 'https://x.example', name: authorization.length.toString() } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
      object: { id: `https://x.example/${encodeURIComponent(name)}`, definition: { name: { nl: name } } },
      timestamp,
    }),
  });
  expect(reply.status).toBe(200);
}

async function shown(query: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const page = await (await fetch(`${server.url}statements?${new URLSearchParams(query).toString()}`)).text();
  const names = [...DAYS.map(([, name]) => name), 'Net voor middernacht', 'Van Wytske'];
  const list = page.slice(page.indexOf('<ol class="statements">'));
  const escaped = (name: string): string =>
    name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const found = page.includes('<ol class="statements">')
    ? names.filter((name) => list.includes(`<strong>${escaped(name)}</strong>`))
    : [];
  expect(page).toContain(`${found.length} in totaal`);
  return found;
}

describe('the statement viewer', () => {
  it('shows a period of whole days, the last one included', async () => {
    expect(await shown({ van: '2026-11-11', tot: '2026-11-12' })).toEqual([
      'Tweede',
      'De 100% & <b>Derde</b>',
      'Net voor middernacht',
    ]);
    expect(await shown({ van: '2026-11-13', tot: '' })).toEqual(['Vierde', 'Van Wytske']);
    expect(await shown({ tot: '2026-11-10' })).toEqual(['Eerste']);
    expect(await shown({ van: '2027-01-01' })).toEqual([]);
  });

  it('finds text whatever its capitals, its signs for what they are, and a learner by name', async () => {
    expect(await shown({ tekst: 'tweede' })).toEqual(['Tweede']);
    expect(await shown({ tekst: '100% & <b>' })).toEqual(['De 100% & <b>Derde</b>']);
    expect(await shown({ tekst: '%' })).not.toContain('Eerste');
    expect(await shown({ tekst: 'wytske' })).toEqual(['Van Wytske']);
    expect(await shown({ tekst: "' or 1=1 --" })).toEqual([]);
  });

  it('does both at once, keeps what was asked in the form, and takes no notice of what is no day', async () => {
    expect(await shown({ van: '2026-11-12', tekst: 'E' })).toContain('Vierde');
    expect(await shown({ van: '2026-11-12', tekst: 'derde' })).toEqual(['De 100% & <b>Derde</b>']);
    const page = await (await fetch(`${server.url}statements?van=2026-11-12&tekst=%22%3E`)).text();
    expect(page).toMatch(/name="van" type="date" value="2026-11-12"/);
    expect(page).toMatch(/name="tekst" type="search" value="&quot;&gt;"/);
    expect(await shown({ van: 'gisteren', tot: '2026-99-99x' })).toHaveLength(6);
  });
});
