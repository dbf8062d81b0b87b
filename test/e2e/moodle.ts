/** A page as Moodle's player is: the API on it, the module in a frame of a fixed size, and the page that scrolls around that. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unzipSync } from 'fflate';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'application/x-javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

export interface Moodle {
  /** Of the player page, with a frame of this size. */
  player(width: number, height: number): string;
  /** A page of another site that has the player page in a frame. */
  portal(width: number, height: number): string;
  /** A page of the site without a module: with a link that opens the player in a window of 800 x 600. */
  readonly course: string;
  /** What was stored last. */
  stored(): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** As Moodle does it: what is set is kept on the page and sent at a commit, while the page waits. */
const player = (width: string, height: string, stored: string): string => `<!doctype html>
<html lang="nl"><title>Moodle</title>
<body style="margin: 0; min-height: 1200px">
<p style="height: 120px">Speler</p>
<iframe id="scorm_object" width="${width}" height="${height}" style="border: 0"></iframe>
<script>
  const values = ${stored};
  const ok = () => 'true';
  window.API = {
    LMSInitialize: ok,
    LMSGetValue: (name) => values[name] ?? ({ 'cmi.core.student_id': 'els', 'cmi.core.student_name': 'Els', 'cmi.core.lesson_mode': 'normal' }[name] ?? ''),
    LMSSetValue: (name, value) => { values[name] = value; return 'true'; },
    LMSCommit: () => {
      const request = new XMLHttpRequest();
      request.open('POST', '/commit', false);
      request.send(JSON.stringify(values));
      return request.status === 200 ? 'true' : 'false';
    },
    LMSFinish: () => window.API.LMSCommit(),
    LMSGetLastError: () => '0',
    LMSGetErrorString: () => '',
    LMSGetDiagnostic: () => '',
  };
  document.getElementById('scorm_object').src = '/inhoud/index.html';
</script>`;

export async function openMoodle(zip: string): Promise<Moodle> {
  const files = unzipSync(new Uint8Array(readFileSync(zip)));
  let stored = '{}';
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://moodle');
    const size = [searchParams.get('breed') ?? '', searchParams.get('hoog') ?? ''] as const;
    const send = (type: string, body: string | Uint8Array): void => {
      response.writeHead(200, { 'Content-Type': TYPES[type] ?? 'application/octet-stream' });
      response.end(body);
    };
    const file = files[pathname.replace(/^\/inhoud\//, '')];
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        stored = body;
        send('json', '{}');
      });
    } else if (pathname === '/speler') send('html', player(...size, stored));
    else if (pathname === '/portaal')
      send(
        'html',
        `<!doctype html><html lang="nl"><title>Portaal</title><iframe width="1000" height="900" src="${address('127.0.0.1')}speler${new URL(request.url ?? '', 'http://moodle').search}"></iframe>`,
      );
    else if (pathname === '/cursus')
      send(
        'html',
        `<!doctype html><html lang="nl"><title>Cursus</title><button onclick="const w = window.open('/speler?breed=588&hoog=666', '', 'width=800,height=600'); w.opener = null">Open</button>`,
      );
    else if (file) send(pathname.split('.').at(-1) ?? '', file);
    else {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  const { port } = server.address() as AddressInfo;
  const address = (host: string): string => `http://${host}:${String(port)}/`;
  const sized = (width: number, height: number): string => `?breed=${String(width)}&hoog=${String(height)}`;
  return {
    player: (width, height) => `${address('127.0.0.1')}speler${sized(width, height)}`,
    portal: (width, height) => `${address('localhost')}portaal${sized(width, height)}`,
    course: `${address('127.0.0.1')}cursus`,
    stored: () => JSON.parse(stored) as Record<string, string>,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}
