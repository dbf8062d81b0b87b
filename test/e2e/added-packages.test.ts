/** A package from elsewhere in a browser: added, played where it cannot act as the LMS, found in the gradebook, removed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { strToU8, zipSync } from 'fflate';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../src/lms/server.js';
import { chromiumArgs, chromiumPath } from '../chromium.mjs';
import { scormFiles, start, temporaryPlace, type Place } from '../lms/fixture.js';

let place: Place;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  place = temporaryPlace();
  server = await start(place);
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  place.remove();
});

const zip = (title: string): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(scormFiles('1.2', title)).map(([path, text]) => [path, strToU8(text)] as const),
      ),
    ),
  );

async function add(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Pakket toevoegen' }).click();
  await page.getByLabel('Zip-bestand').setInputFiles({ name, mimeType: 'application/zip', buffer });
  await page.getByRole('button', { name: 'Voeg toe' }).click();
}

/** The package itself, two frames deep. */
async function content(page: Page): Promise<Frame> {
  await page.frameLocator('iframe').frameLocator('iframe').getByText('ab-initio').waitFor();
  const found = page.frames().find((frame) => frame.url().includes('/inhoud/'));
  if (!found) throw new Error('The package is in no frame.');
  return found;
}

interface Sco {
  call(name: string, ...args: string[]): string;
  set(element: string, value: string): string;
}

it('is added, played to the gradebook, and removed', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await add(page, 'Les van elders.zip', zip('Les van elders'));
  await page.getByText('Les van elders is toegevoegd.').waitFor();
  await page.getByRole('link', { name: 'Naar de cursus' }).click();
  await page.getByLabel('Naam').fill('Anke');
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  await page.locator('li.module', { hasText: 'Les van elders' }).getByRole('button').click();
  const frame = await content(page);
  expect(new URL(frame.url()).hostname).toBe('localhost');
  await frame.evaluate(() => {
    const sco = window as unknown as Sco;
    sco.set('cmi.core.score.raw', '80');
    sco.set('cmi.core.lesson_status', 'completed');
  });

  // Said at the last moment only: on leaving, the package still gets its word in.
  await page.getByRole('link', { name: 'Activiteit verlaten' }).click();
  await page.getByRole('heading', { name: 'Wie leert er?' }).waitFor();
  await page.getByRole('link', { name: 'Cijfers' }).click();
  const book = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  expect(book).toMatch(/Les van elders[^]*80/);
  expect(book).toMatch(/Klaar|Afgerond/i);

  await page.goto(`${server.url}pakketten`);
  await page.getByRole('button', { name: /^Verwijder.*Les van elders$/ }).click();
  await page.getByText('Les van elders is verwijderd.').waitFor();
  await page.close();
});

it('cannot act as the LMS', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await add(page, 'kwaad.zip', zip('Kwaad'));
  await page.goto(server.url);
  await page.getByLabel(/^(Naam|Nieuwe deelnemer)$/).fill('Bram');
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  await page.locator('li.module', { hasText: 'Kwaad' }).getByRole('button').click();
  const frame = await content(page);
  const got = await frame.evaluate(async (lms) => {
    const tried = async (work: () => unknown): Promise<string> => {
      try {
        return JSON.stringify(await work());
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    const json = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
    return {
      page: await tried(() => top?.document.title),
      grades: await tried(async () => (await fetch(`${lms}cijfers`)).text()),
      session: await tried(async () => (await fetch(`${lms}sessies`, json)).text()),
      worker: await tried(async () => (await navigator.serviceWorker.register('sco.js')).scope),
      outside: await tried(async () => (await fetch('https://elders.example/')).text()),
      cookie: document.cookie,
    };
  }, server.url);
  expect(got).toEqual({
    page: 'SecurityError',
    grades: 'TypeError',
    session: 'TypeError',
    worker: expect.stringMatching(/Error$/) as string,
    outside: 'TypeError',
    cookie: '',
  });
  // Nor take the page along.
  await frame.evaluate((lms) => {
    try {
      (top as Window).location.href = `${lms}cijfers`;
    } catch {
      // As it should be.
    }
  }, server.url);
  await page.getByRole('link', { name: 'Activiteit verlaten' }).click();
  await page.getByRole('heading', { name: 'Wie leert er?' }).waitFor();
  await page.close();
});

it.each([360, 768, 1440])('its page is accessible and fits %i px', { timeout: 30_000 }, async (width) => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const check = async (): Promise<void> => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { axe: run } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await run.run()).violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
    });
    expect(found).toEqual([]);
  };
  await add(page, `les-${width}.zip`, zip(`Een les met een tamelijk lange titel van ${width}`));
  await page.getByText('is toegevoegd').waitFor();
  await check();
  await add(page, 'stuk.zip', Buffer.from('geen zip'));
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toMatch(/stuk\.zip is niet toegevoegd: .*\n+Download/);
  await check();
  await page.close();
});
