/** A tiny package, made in the test: it speaks SCORM like a real one and shows what it got. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { startServer, type RunningServer } from '../../src/lms/server.js';

export type Edition = '1.2' | '2004';

export interface Place {
  readonly packagesDir: string;
  readonly dataDir: string;
  remove(): void;
}

export function temporaryPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'zeventerpen-lms-'));
  const packagesDir = join(folder, 'packages');
  mkdirSync(packagesDir);
  return {
    packagesDir,
    dataDir: join(folder, 'data'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function start(place: Place): Promise<RunningServer> {
  return startServer({ packagesDir: place.packagesDir, dataDir: place.dataDir, port: 0 });
}

export function putPackage(place: Place, name: string, files: Readonly<Record<string, string>>): void {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  writeFileSync(join(place.packagesDir, name), zipSync(Object.fromEntries(entries)));
}

export function scormFiles(edition: Edition, title = 'Proefmodule'): Readonly<Record<string, string>> {
  return {
    'imsmanifest.xml': manifest(edition, title),
    'index.html':
      '<!doctype html><html lang="nl"><head><title>Pakket</title><script src="sco.js" defer></script></head>' +
      '<body><h1>Pakket</h1><p id="entry"></p><p id="data"></p><p id="mode"></p></body></html>',
    'sco.js': `
      const old = ${edition === '1.2'};
      const api = old ? parent.API : parent.API_1484_11;
      window.call = (name, ...args) => api[(old ? 'LMS' : '') + name](...args);
      window.initialized = call('Initialize', '');
      const show = (id, element) => { document.getElementById(id).textContent = call('GetValue', element); };
      show('entry', old ? 'cmi.core.entry' : 'cmi.entry');
      show('data', 'cmi.suspend_data');
      show('mode', old ? 'cmi.core.lesson_mode' : 'cmi.mode');
      let open = true;
      window.finish = () => { if (open) { open = false; return call(old ? 'Finish' : 'Terminate', ''); } };
      window.set = (element, value) => call('SetValue', element, value);
      window.onclose = () => undefined;
      addEventListener('pagehide', () => { window.onclose(); finish(); });
    `,
  };
}

function manifest(edition: Edition, title: string): string {
  const old = edition === '1.2';
  const ns = old
    ? 'http://www.imsproject.org/xsd/imscp_rootv1p1p2'
    : 'http://www.imsglobal.org/xsd/imscp_v1p1';
  const adlcp = old ? 'http://www.adlnet.org/xsd/adlcp_rootv1p2' : 'http://www.adlnet.org/xsd/adlcp_v1p3';
  return `<?xml version="1.0"?>
    <manifest identifier="M" version="1.0" xmlns="${ns}" xmlns:adlcp="${adlcp}">
      <metadata><schema>ADL SCORM</schema><schemaversion>${old ? '1.2' : '2004 4th Edition'}</schemaversion></metadata>
      <organizations default="O"><organization identifier="O"><title>${title}</title>
        <item identifier="I" identifierref="R"><title>${title}</title>
          <adlcp:${old ? 'datafromlms' : 'dataFromLMS'}>{"a":1}</adlcp:${old ? 'datafromlms' : 'dataFromLMS'}></item>
      </organization></organizations>
      <resources><resource identifier="R" type="webcontent" adlcp:${old ? 'scormtype' : 'scormType'}="sco" href="index.html">
        <file href="index.html"/><file href="sco.js"/></resource></resources>
    </manifest>`;
}

/** Makes a learner as the form does; gives his id. */
export async function addLearner(server: RunningServer, name: string): Promise<string> {
  const body = new URLSearchParams({ naam: name });
  const headers = { Origin: server.url.replace(/\/$/, '') };
  const reply = await fetch(`${server.url}deelnemers`, { method: 'POST', body, headers, redirect: 'manual' });
  return /zeventerpen-deelnemer=([^;]+)/.exec(reply.headers.get('Set-Cookie') ?? '')?.[1] ?? '';
}

export interface OpenSession {
  readonly session: string;
  readonly cmi: Readonly<Record<string, string>>;
  readonly auth: string;
  readonly registration: string;
  commit(order: number, cmi: Readonly<Record<string, string>>): Promise<Response>;
}

/** Opens a session as the launch page does. */
export async function openSession(
  server: RunningServer,
  learner: string,
  name: string,
): Promise<OpenSession> {
  const reply = await fetch(`${server.url}sessies`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ learner, package: name }),
  });
  const opened = (await reply.json()) as { session: string; cmi: Record<string, string>; url: string };
  const query = new URL(opened.url, server.url).searchParams;
  return {
    ...opened,
    auth: query.get('auth') ?? '',
    registration: query.get('registration') ?? '',
    commit: (order, cmi) =>
      fetch(`${server.url}sessies/${opened.session}/opslaan`, {
        method: 'POST',
        body: JSON.stringify({ order, cmi }),
      }),
  };
}
