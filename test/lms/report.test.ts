import { afterEach, describe, expect, it } from 'vitest';
import type { ReportSource } from '../../src/lms/pages/report-routes.js';
import { startServer, type RunningServer } from '../../src/lms/server.js';
import { EXAMPLE } from '../report/example-edition.js';
import { temporaryPlace, type Place } from './fixture.js';

let place: Place;
let server: RunningServer;

async function rapport(edition: ReportSource['edition'], withDemo = false): Promise<Response> {
  place = temporaryPlace();
  server = await startServer({
    packagesDir: place.packagesDir,
    dataDir: place.dataDir,
    port: 0,
    report: { edition },
    ...(withDemo && { demo: { load: () => Promise.resolve() } }),
  });
  return fetch(`${server.url}rapport`);
}

afterEach(async () => {
  await server.close();
  place.remove();
});

describe('/rapport of the local LMS', () => {
  it('holds the edition as data that no text in it can break out of, under the policy of all pages', async () => {
    const answer = await rapport(() => Promise.resolve({ ...EXAMPLE, organisation: '</script><b>' }));
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    const page = await answer.text();
    const [, data] = /<script type="application\/json" id="edition">([\s\S]*?)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(data!)).toMatchObject({ organisation: '</script><b>', number: EXAMPLE.number });
    expect(page).toContain('<a href="/rapport" aria-current="page"');
    expect((await fetch(`${server.url}bestanden/report.js`)).status).toBe(200);
    const style = await (await fetch(`${server.url}bestanden/report.css`)).text();
    expect(style).toContain('--zt-action-color');
    expect(style, 'what its policy would refuse').not.toContain('url(');
  });

  it('says that there is too little, and offers demo data where they can be had', async () => {
    const page = await (await rapport(() => Promise.resolve(null), true)).text();
    expect(page).toContain('Nog geen rapport');
    expect(page).toContain('<a class="button primary" href="/voorbeeldgegevens">Demogegevens laden</a>');
    expect(page).not.toContain('zt-report');
  });

  it('offers none where they cannot', async () => {
    expect(await (await rapport(() => Promise.resolve(null))).text()).not.toContain('Demogegevens');
  });

  it('keeps nobody waiting while it is made: the page comes back by itself', async () => {
    let done: (edition: null) => void = () => undefined;
    const making = new Promise<null>((resolve) => (done = resolve));
    const answer = await rapport(() => making);
    expect(await answer.text()).toContain('Het rapport wordt gemaakt');
    expect(answer.headers.get('refresh')).toBe('3');
    done(null);
    expect(await (await fetch(`${server.url}rapport`)).text()).toContain('Nog geen rapport');
  });

  it('tells why it cannot be made', async () => {
    const answer = await rapport(() => Promise.reject(new Error('The disk is full.')));
    expect(await answer.text()).toContain('The disk is full.');
  });
});
