import { get } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
beforeEach(async () => {
  place = temporaryPlace();
  putPackage(place, 'proef-scorm12.zip', scormFiles('1.2'));
  server = await start(place);
});
afterEach(async () => {
  await server.close();
  place.remove();
});

const NAME = 'proef-scorm12';
const suspended = (data: string): Record<string, string> => ({
  'cmi.suspend_data': data,
  'cmi.core.exit': 'suspend',
});

describe('attempts', () => {
  it('belong to one learner: two of the same name are two people', async () => {
    const [anke, other] = [await addLearner(server, 'Anke Bosma'), await addLearner(server, 'Anke Bosma')];
    expect([anke, other]).toEqual(['anke.bosma', 'anke.bosma.2']);
    await (await openSession(server, anke, NAME)).commit(1, suspended('van Anke'));
    expect((await openSession(server, other, NAME)).cmi).not.toHaveProperty(['cmi.suspend_data']);
    expect((await openSession(server, anke, NAME)).cmi).toMatchObject({ 'cmi.suspend_data': 'van Anke' });
  });

  it('keep the newest commit when the last ones overtake each other', async () => {
    const anke = await addLearner(server, 'Anke');
    const session = await openSession(server, anke, NAME);
    expect((await session.commit(2, suspended('tweede'))).status).toBe(200);
    expect((await session.commit(1, suspended('eerste'))).status).toBe(409);
    expect((await openSession(server, anke, NAME)).cmi['cmi.suspend_data']).toBe('tweede');
  });

  it('are not overwritten by an older session once a newer one has stored', async () => {
    const anke = await addLearner(server, 'Anke');
    const older = await openSession(server, anke, NAME);
    const newer = await openSession(server, anke, NAME);
    expect((await older.commit(1, suspended('nog goed'))).status).toBe(200);
    expect((await newer.commit(1, suspended('nieuw'))).status).toBe(200);
    expect((await older.commit(2, suspended('oud'))).status).toBe(409);
    expect((await openSession(server, anke, NAME)).cmi['cmi.suspend_data']).toBe('nieuw');
  });

  it('that have ended are looked back on, and store nothing more', async () => {
    const anke = await addLearner(server, 'Anke');
    const first = await openSession(server, anke, NAME);
    await first.commit(1, {
      ...suspended('klaar'),
      'cmi.core.lesson_status': 'completed',
      'cmi.core.score.raw': '70',
    });
    expect(
      (
        await first.commit(2, {
          ...suspended('beter'),
          'cmi.core.lesson_status': 'completed',
          'cmi.core.score.raw': '80',
        })
      ).status,
    ).toBe(200);
    const review = await openSession(server, anke, NAME);
    expect(review.cmi).toMatchObject({
      'cmi.core.lesson_mode': 'review',
      'cmi.core.credit': 'no-credit',
      'cmi.suspend_data': 'beter',
    });
    expect((await review.commit(1, suspended('niets'))).status).toBe(200);
    expect((await openSession(server, anke, NAME)).cmi['cmi.suspend_data']).toBe('beter');
  });

  it('begin anew on request, only after the last one has ended', async () => {
    const anke = await addLearner(server, 'Anke');
    const again = (): Promise<Response> =>
      fetch(`${server.url}pogingen`, {
        method: 'POST',
        body: new URLSearchParams({ deelnemer: anke, pakket: NAME }),
        headers: { Origin: server.url.replace(/\/$/, '') },
        redirect: 'manual',
      });
    await (await openSession(server, anke, NAME)).commit(1, suspended('bezig'));
    await again();
    const same = await openSession(server, anke, NAME);
    expect(same.cmi['cmi.suspend_data']).toBe('bezig');
    await same.commit(1, { 'cmi.core.lesson_status': 'completed' });
    await again();
    const fresh = await openSession(server, anke, NAME);
    expect(fresh.cmi).toMatchObject({ 'cmi.core.entry': 'ab-initio', 'cmi.core.lesson_mode': 'normal' });
    expect(fresh.registration).not.toBe(same.registration);
  });

  it('go on with a new version of the package, under a new address', async () => {
    const anke = await addLearner(server, 'Anke');
    await (await openSession(server, anke, NAME)).commit(1, suspended('versie 1'));
    putPackage(place, 'proef-scorm12.zip', scormFiles('1.2', 'Proefmodule, verbeterd'));
    server.refresh();
    expect((await openSession(server, anke, NAME)).cmi['cmi.suspend_data']).toBe('versie 1');
    expect(await (await fetch(server.url)).text()).toContain('Proefmodule, verbeterd');
  });

  it('refuse what is no session and no data', async () => {
    const reply = await fetch(`${server.url}sessies/verzonnen/opslaan`, {
      method: 'POST',
      body: JSON.stringify({ order: 1, cmi: {} }),
    });
    expect(reply.status).toBe(404);
    const session = await openSession(server, await addLearner(server, 'Anke'), NAME);
    const nothing = await fetch(`${server.url}sessies/${session.session}/opslaan`, {
      method: 'POST',
      body: 'hallo',
    });
    expect(nothing.status).toBe(400);
  });
});

describe('the pages', () => {
  it('show whatever somebody types as text', async () => {
    await addLearner(server, '<script>alert(1)</script>');
    const page = await (await fetch(`${server.url}cijfers`)).text();
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script>alert');
  });

  it('carry a strict policy', async () => {
    const policy = (await fetch(server.url)).headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('refuse forms of other sites, and paths out of a package', async () => {
    const form = { method: 'POST', body: new URLSearchParams({ naam: 'Boef' }) };
    expect(
      (await fetch(`${server.url}deelnemers`, { ...form, headers: { Origin: 'https://kwaad.example' } }))
        .status,
    ).toBe(403);
    const hash = /"url":"\/inhoud\/proef-scorm12\/(\w+)\//.exec(
      await (
        await fetch(`${server.url}sessies`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ learner: await addLearner(server, 'Anke'), package: NAME }),
        })
      ).text(),
    )?.[1];
    const at = (path: string): Promise<Response> => fetch(`${server.url}inhoud/${NAME}/${hash}/${path}`);
    expect((await at('sco.js')).headers.get('Content-Type')).toContain('javascript');
    expect((await at('%2e%2e/%2e%2e/package.json')).status).toBe(404);
    expect((await at('..%2f..%2fpackage.json')).status).toBe(404);
  });

  it('travel compressed, as a web server sends them', async () => {
    const reply = await fetch(`${server.url}bestanden/lms.css`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(reply.headers.get('Content-Encoding')).toBe('gzip');
    expect(await reply.text()).toContain('font-face');
  });

  it('are not there under another name, whoever points that name at this computer', async () => {
    const status = await new Promise((done, fail) => {
      const options = { headers: { Host: 'kwaad.example' } };
      get(server.url, options, (reply) => {
        reply.resume();
        done(reply.statusCode);
      }).on('error', fail);
    });
    expect(status).toBe(404);
  });

  it('say so, with a way back, when something is not there', async () => {
    const reply = await fetch(`${server.url}spelen/niemand/niets`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain('Naar de cursus');
  });
});
