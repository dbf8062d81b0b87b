/** `Pakket toevoegen`: packages from elsewhere over HTTP, what is refused and why, and where they play. */
import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../src/lms/server.js';
import { addLearner, putPackage, scormFiles, start, temporaryPlace, type Place } from './fixture.js';

let place: Place;
let server: RunningServer;
beforeEach(async () => {
  place = temporaryPlace();
  putPackage(place, 'eigenlijk-scorm12.zip', scormFiles('1.2', 'Van ons'));
  server = await start(place);
});
afterEach(async () => {
  await server.close();
  place.remove();
});

const own = () => server.url.replace(/\/$/, '');
const kept = () => {
  const folder = join(place.dataDir, 'pakketten');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const read = async (reply: Response) => (await reply.text()).replace(/\s+/g, ' ');
async function token(): Promise<string> {
  const page = await (await fetch(`${server.url}pakketten`)).text();
  return /name="bewijs" value="([^"]+)"/.exec(page)?.[1] ?? '';
}
interface Upload {
  readonly name?: string;
  readonly token?: string;
  readonly origin?: string;
}
async function add(data: Uint8Array, { name = 'les.zip', origin = own(), ...more }: Upload = {}) {
  const body = new FormData();
  body.set('bewijs', more.token ?? (await token()));
  body.set('pakket', new File([new Uint8Array(data)], name));
  return fetch(`${server.url}pakketten`, { method: 'POST', body, headers: { Origin: origin } });
}
async function remove(id: string): Promise<Response> {
  const body = new URLSearchParams({ bewijs: await token(), pakket: id });
  return fetch(`${server.url}pakketten/verwijder`, { method: 'POST', body, headers: { Origin: own() } });
}
const zipOf = (files: Readonly<Record<string, string>>, more: Zippable = {}): Uint8Array =>
  zipSync({
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
    ...more,
  });
const good = (title = 'Van elders') => zipOf(scormFiles('1.2', title));
const CMI5 = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="urn:x:c"><title><langstring lang="nl">Cmi</langstring></title><description><langstring lang="nl">C</langstring></description></course>
  <au id="urn:x:au"><title><langstring lang="nl">Au</langstring></title><description><langstring lang="nl">A</langstring></description><url>index.html</url></au>
</courseStructure>`;

describe('a package from elsewhere', () => {
  it.each([
    ['SCORM 1.2', zipOf(scormFiles('1.2', 'Gast'))],
    ['SCORM 2004', zipOf(scormFiles('2004', 'Gast'))],
    ['cmi5', zipOf({ 'cmi5.xml': CMI5.replace('>Cmi<', '>Gast<'), 'index.html': 'x' })],
  ])('is added, is in the course, outlives a restart and can be removed: %s', async (edition, zip) => {
    const added = await read(await add(zip, { name: '../Mijn Cursus (2).ZIP' }));
    expect(added).toContain('Gast is toegevoegd.');
    expect(added).toContain(edition);
    expect(kept()).toEqual(['eigen-mijn-cursus-2.zip']);
    await addLearner(server, 'Anke');
    await server.close();
    server = await start(place);
    expect(await read(await fetch(server.url))).toContain('Gast');
    expect(await read(await remove('eigen-mijn-cursus-2'))).toContain('Gast is verwijderd.');
    expect(kept()).toEqual([]);
    expect(await read(await fetch(server.url))).not.toContain('Gast');
  });

  it('takes nobody’s place: not of one that was added, nor of one of ours', async () => {
    expect((await add(good('Eerste'))).status).toBe(200);
    const second = await add(good('Tweede'));
    expect(second.status).toBe(422);
    expect(await read(second)).toMatch(
      /er is al een pakket met de naam les\.zip.*Verwijder dat pakket eerst/,
    );
    await add(good('Dubbelganger'), { name: 'eigenlijk-scorm12.zip' });
    const course = await read(await fetch(server.url));
    for (const title of ['Eerste', 'Van ons', 'Dubbelganger']) expect(course).toContain(title);
    expect(course).not.toContain('Tweede');
    expect((await remove('eigenlijk-scorm12')).status).toBe(422);
    expect((await remove('../packages/eigenlijk-scorm12')).status).toBe(422);
    expect(readdirSync(place.packagesDir)).toEqual(['eigenlijk-scorm12.zip']);
  });
});

/** The declared sizes of a zip's only file, in both places, replaced. */
function lying(zip: Uint8Array, size: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 46 < zip.length; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return zip;
}
const manifest = scormFiles('1.2')['imsmanifest.xml'] ?? '';
const withManifest = (text: string) => zipOf({ ...scormFiles('1.2'), 'imsmanifest.xml': text });
const twice = (): Uint8Array => {
  const zip = zipOf({ ...scormFiles('1.2'), 'a.txt': '1', 'b.txt': '2' });
  const text = Buffer.from(zip).toString('latin1').replaceAll('b.txt', 'a.txt');
  return new Uint8Array(Buffer.from(text, 'latin1'));
};

describe('is refused, with what is wrong and what to do', () => {
  const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`${n}.txt`, '']));
  it.each<[string, () => Uint8Array, RegExp]>([
    ['no zip', () => strToU8('hallo'), /geen leesbaar zip-bestand.*Download het bestand opnieuw/],
    ['half a zip', () => good().slice(0, 300), /geen leesbaar zip-bestand/],
    [
      'a path out',
      () => zipOf({ ...scormFiles('1.2'), '../../buiten.html': 'x' }),
      /onveilig pad.*Gebruik dit bestand niet/,
    ],
    ['a path from the root', () => zipOf({ ...scormFiles('1.2'), '/etc/x': 'x' }), /onveilig pad/],
    ['a backslash', () => zipOf({ ...scormFiles('1.2'), 'a\\..\\..\\x': 'x' }), /onveilig pad/],
    [
      'a symlink',
      () =>
        zipOf(scormFiles('1.2'), {
          'geheim.txt': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
        }),
      /symlink/,
    ],
    ['a name twice', twice, /twee bestanden met dezelfde naam: a\.txt/],
    [
      'a bomb',
      () => zipOf(scormFiles('1.2'), { 'bom.txt': new Uint8Array(5_000_000) }),
      /verdacht sterk ingepakt/,
    ],
    [
      'a bomb that says it is small',
      () => lying(zipOf({ 'bom.txt': '0'.repeat(3_000_000) }), 10),
      /geen imsmanifest\.xml|geen leesbaar zip/,
    ],
    [
      'one that says it is huge',
      () => lying(zipOf({ 'x.txt': 'x' }), 4_000_000_000),
      /te groot.*Vraag de maker om een kleiner pakket/,
    ],
    ['too many files', () => zipOf({ ...scormFiles('1.2'), ...many }), /meer dan 5000 bestanden/],
    [
      'no manifest',
      () => zipOf({ 'index.html': 'x' }),
      /geen imsmanifest\.xml of cmi5\.xml.*nieuwe export als SCORM 1\.2/,
    ],
    [
      'a folder that was zipped',
      () => zipOf({ 'map/imsmanifest.xml': manifest }),
      /zip de inhoud van die map/,
    ],
    ['a broken manifest', () => withManifest('<manifest>'), /geen geldige XML/],
    [
      'a manifest that starts nothing',
      () => withManifest(manifest.replace('index.html', 'weg.html')),
      /weg\.html zit niet in het pakket/,
    ],
    [
      'a manifest that starts elsewhere',
      () => withManifest(manifest.replace('href="index.html"', 'href="https://kwaad.example/"')),
      /start buiten zichzelf/,
    ],
    [
      'a DTD',
      () => withManifest(`<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/passwd">]>${manifest}`),
      /bevat een DTD/,
    ],
    [
      'laughing entities',
      () => withManifest(`<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${manifest}`),
      /bevat een DTD/,
    ],
    [
      'a manifest without bottom',
      () => withManifest('<manifest>' + '<a>'.repeat(100_000) + '</a>'.repeat(100_000) + '</manifest>'),
      /te diep genest|geen geldige XML|geen organization/,
    ],
    [
      'a broken cmi5.xml',
      () => zipOf({ 'cmi5.xml': '<courseStructure/>', 'index.html': 'x' }),
      /is niet toegevoegd/,
    ],
  ])('%s', async (_name, make, why) => {
    const reply = await add(make());
    expect(reply.status).toBe(422);
    expect(await read(reply)).toMatch(why);
    expect(kept()).toEqual([]);
  });

  it('no file, and a name that says nothing', async () => {
    expect(await read(await add(new Uint8Array()))).toContain('je hebt geen bestand gekozen');
    expect(await read(await add(good(), { name: '....zip' }))).toMatch(
      /geen bruikbare naam.*met letters of cijfers/,
    );
  });

  it('a body that is too large, whether it says so or not', async () => {
    const sent = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const asked = request(
          `${server.url}pakketten`,
          {
            method: 'POST',
            headers: { Origin: own(), 'Content-Type': 'multipart/form-data; boundary=x', ...headers },
          },
          (reply) => {
            resolve(reply.statusCode ?? 0);
            asked.destroy();
          },
        );
        asked.on('error', reject);
        if (headers['Content-Length']) asked.flushHeaders();
        else {
          // 101 MB in pieces, of which the server reads no more than it must.
          const piece = Buffer.alloc(1_000_000);
          const go = (left: number): void => {
            if (left === 0) asked.end();
            else asked.write(piece, () => go(left - 1));
          };
          go(101);
        }
      });
    expect(await sent({ 'Content-Length': '2000000000' })).toBe(413);
    expect(await sent({ 'Transfer-Encoding': 'chunked' })).toBe(413);
    expect(kept()).toEqual([]);
  });

  it('a form of another site, and one that is not ours', async () => {
    expect((await add(good(), { origin: 'https://kwaad.example' })).status).toBe(403);
    expect((await add(good(), { origin: own().replace('127.0.0.1', 'localhost') })).status).toBe(403);
    const stale = await add(good(), { token: 'x'.repeat(32) });
    expect([stale.status, await read(stale)]).toEqual([403, expect.stringContaining('niet meer geldig')]);
    expect(kept()).toEqual([]);
  });

  it('anything, where other computers can come', async () => {
    await server.close();
    server = await startServer({ ...place, port: 0, host: '0.0.0.0' });
    expect(await read(await fetch(`${server.url}pakketten`))).toContain('Start opnieuw zonder --host');
    expect((await add(good(), { token: '' })).status).toBe(403);
  });
});

describe('where packages of others play', () => {
  const there = () => own().replace('127.0.0.1', 'localhost');
  async function opened() {
    await add(good());
    const learner = await addLearner(server, 'Anke');
    const reply = await fetch(`${server.url}sessies`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ learner, package: 'eigen-les' }),
    });
    return (await reply.json()) as { edition: string; url: string; session?: string };
  }

  it('is another origin, with a page of its own that opens this package for this learner only', async () => {
    const { edition, url, session } = await opened();
    expect([edition, session]).toEqual(['elders', undefined]);
    expect(url).toMatch(new RegExp(`^${there()}/elders/[\\w-]{32}$`));
    const page = await fetch(url);
    expect(page.headers.get('Content-Security-Policy')).toContain(`frame-ancestors ${own()}`);
    const start = (await (await fetch(url, { method: 'POST' })).json()) as { url: string; session: string };
    expect(start.url, 'no key to the record store').toMatch(
      /^\/inhoud\/eigen-les\/[0-9a-f]{12}\/index\.html$/,
    );
    const content = await fetch(there() + start.url);
    expect(content.status).toBe(200);
    const policy = content.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect((await fetch(own() + start.url)).status, 'never beside the LMS').toBe(404);
    const worker = await fetch(there() + start.url.replace('index.html', 'sco.js'), {
      headers: { 'Service-Worker': 'script' },
    });
    expect(worker.status).toBe(404);
    const body = JSON.stringify({ order: 1, cmi: { 'cmi.core.lesson_status': 'completed' } });
    const commit = await fetch(`${there()}/sessies/${start.session}/opslaan`, { method: 'POST', body });
    expect(commit.status).toBe(200);
  });

  it('has nothing of the LMS: its pages lead to the LMS, its forms and sessions are not there', async () => {
    await opened();
    for (const path of ['', 'cijfers', 'statements', 'pakketten', 'spelen/anke/eigen-les']) {
      const reply = await fetch(`${there()}/${path}`, { redirect: 'manual' });
      expect([path, reply.status, reply.headers.get('Location')]).toEqual([path, 302, server.url + path]);
    }
    for (const path of ['sessies', 'pakketten', 'pakketten/verwijder', 'deelnemers', 'pogingen']) {
      const reply = await fetch(`${there()}/${path}`, {
        method: 'POST',
        body: '{}',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/json' },
      });
      expect([path, reply.status]).toEqual([path, 302]);
    }
    const ours = await fetch(`${own()}/elders/x`);
    expect(ours.status).toBe(404);
    expect((await fetch(`${there()}/elders/x`, { method: 'POST' })).status).toBe(404);
  });
});
