import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoData } from '../../src/lms/pages/demo-routes.js';
import { startServer, type RunningServer } from '../../src/lms/server.js';
import { basic } from '../../src/lms/lrs/access.js';
import { statement } from './lrs/client.js';
import { temporaryPlace, type Place } from './fixture.js';

/** Loads when it is told to. */
class SlowDemo implements DemoData {
  calls = 0;
  finish: (error?: Error) => void = () => undefined;
  load(onShare: (share: number) => void): Promise<void> {
    this.calls += 1;
    onShare(0.4);
    return new Promise((done, fail) => {
      this.finish = (error) => (error ? fail(error) : done());
    });
  }
}

let place: Place;
let server: RunningServer;
let demo: SlowDemo;
const open = (offered: DemoData | null): Promise<RunningServer> =>
  startServer({ ...place, port: 0, ...(offered ? { demo: offered } : {}) });
beforeEach(async () => {
  place = temporaryPlace();
  demo = new SlowDemo();
  server = await open(demo);
});
afterEach(async () => {
  await server.close();
  place.remove();
});

const text = async (path: string, init?: RequestInit): Promise<string> =>
  (await fetch(new URL(path, server.url), init)).text();
const load = (): Promise<string> =>
  text('/voorbeeldgegevens', { method: 'POST', headers: { Origin: server.url.replace(/\/$/, '') } });

describe('demo data in the local LMS', () => {
  it('is offered on the course page, and says how far it is and when it is there', async () => {
    expect(await text('/')).toContain('href="/voorbeeldgegevens"');
    expect(await text('/voorbeeldgegevens')).toContain('Laad de voorbeeldgegevens');
    expect(await load()).toMatch(/Bezig: 40%/);
    await load();
    expect(demo.calls).toBe(1);
    demo.finish();
    const loaded = await text('/voorbeeldgegevens');
    expect(loaded).toContain('zijn geladen');
    expect(loaded).toContain('href="/rapport"');
    await server.close();
    server = await open(demo);
    expect(await text('/voorbeeldgegevens')).toContain('zijn geladen');
  });

  it('asks before it comes among real statements', async () => {
    const { endpoint, key, secret } = server.lrs;
    const headers = {
      ...{ Authorization: basic(key, secret), 'X-Experience-API-Version': '1.0.3' },
      'Content-Type': 'application/json',
    };
    await fetch(`${endpoint}statements`, { method: 'POST', headers, body: JSON.stringify([statement()]) });
    const page = await text('/voorbeeldgegevens');
    expect(page).toMatch(/Hier staat al\s+1 statement\./);
    expect(page).toContain('Voeg ze toch toe');
  });

  it('says why it did not come, and may be tried again', async () => {
    await load();
    demo.finish(new Error('de schijf is vol'));
    expect(await text('/voorbeeldgegevens')).toMatch(/Laden lukte niet: de schijf is vol/);
    expect(await load()).toMatch(/Bezig/);
  });

  it('is not offered where nobody makes it', async () => {
    await server.close();
    server = await open(null);
    expect(await text('/')).not.toContain('voorbeeldgegevens');
    expect((await fetch(new URL('/voorbeeldgegevens', server.url))).status).toBe(404);
  });
});
