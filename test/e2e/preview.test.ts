/** The live preview of `npm start`, as an author meets it: a script is saved, broken and mended beside an open page. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../src/lms/server.js';
import { openPreview, type Preview, PREVIEW_PATH } from '../../src/preview/preview.js';
import type { Standing } from '../../src/preview/view.js';
import { watchFolder, type Watching } from '../../src/preview/watch.js';
import { chromiumArgs, chromiumPath } from '../chromium.mjs';

const FIXTURES = fileURLToPath(new URL('../content/fixtures/modules', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'zeventerpen-preview-'));
const modules = join(work, 'modules');
const script = join(modules, 'loket/de-es.gesprek.md');
const original = readFileSync(join(FIXTURES, 'loket/de-es.gesprek.md'), 'utf8');

let preview: Preview;
let server: RunningServer;
let watching: Watching;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let player: FrameLocator;
let problems: string[];

beforeAll(async () => {
  cpSync(FIXTURES, modules, { recursive: true });
  preview = await openPreview(modules);
  watching = await watchFolder(modules, 30, (paths) => preview.contentChanged(paths));
  server = await startServer({
    packagesDir: join(work, 'packages'),
    dataDir: join(work, 'data'),
    port: 0,
    guest: { path: PREVIEW_PATH, label: 'Voorbeeld voor auteurs', routes: preview.routes },
  });
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await watching.close();
  rmSync(work, { recursive: true, force: true });
});
beforeEach(async () => {
  context = await browser.newContext({
    locale: 'nl-NL',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  player = page.frameLocator('iframe');
  problems = [];
  context.on('weberror', (error) => problems.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) problems.push(message.text());
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(server.url)) problems.push(`third party: ${request.url()}`);
  });
});
afterEach(async () => {
  await context.close();
  writeFileSync(script, original);
  expect(problems).toEqual([]);
});

/** Opens the conversation and waits until it stands at its first turn. */
async function openConversation(): Promise<void> {
  await page.goto(`${server.url}voorbeeld?module=loket`);
  await page.getByLabel('Onderdeel').selectOption({ label: 'De es van de buren' });
  await saysPlayer("'k Bel over die es");
  await here('opening');
}
const save = (change: (text: string) => string): void => {
  const text = change(original);
  expect(text).not.toBe(original);
  writeFileSync(script, text);
};
const saysPlayer = (text: string): Promise<void> => player.getByText(text).last().waitFor();
const choose = (text: string): Promise<void> => player.getByRole('button', { name: text }).click();
/** The turn that the drawing lights up. */
const here = (turn: string): Promise<void> => box(`${turn}, hier ben je nu`).waitFor();
const box = (turn: string, state = {}) =>
  page.getByRole('button', { name: new RegExp(`^Beurt \\d+ ${turn}`), ...state });
const finding = (place: string) => page.getByRole('listitem').filter({ hasText: place });

describe('the preview', () => {
  it('is found from the course page', async () => {
    await page.goto(server.url);
    await page.getByRole('link', { name: 'Voorbeeld voor auteurs' }).click();
    await player.getByRole('heading', { name: 'Het loket' }).waitFor();
  });

  it('shows what is saved within a second, at the same turn', async () => {
    await openConversation();
    await choose('Wat is er met de boom gebeurd?');
    await saysPlayer('Er viel een tak op de schuur.');
    const times: number[] = [];
    for (const words of ['een zware tak', 'een dikke tak', 'een halve boom']) {
      const start = performance.now();
      save((text) => text.replace('Er viel een tak', `Er viel ${words}`));
      await saysPlayer(`Er viel ${words} op de schuur.`);
      times.push(performance.now() - start);
    }
    console.log(`From save to new text: ${times.map((time) => `${Math.round(time)} ms`).join(', ')}`);
    await here('gevaar');
    // What was said before the edit still stands above it.
    await saysPlayer('Wat is er met de boom gebeurd?');
  });

  it('sees a save by an editor that writes beside and renames, again and again', async () => {
    await openConversation();
    for (const words of ['een kerel', 'nog een kerel', 'een derde kerel']) {
      writeFileSync(`${script}.tmp`, original.replace('een zware stem', words));
      renameSync(`${script}.tmp`, script);
      await saysPlayer(`Je hoort ${words}, en wind.`);
    }
  });

  it('says what is wrong and where, keeps the last good conversation, and goes on once it is mended', async () => {
    await openConversation();
    await choose('Daar gaat Vergunningen over.');
    save((text) => text.replace('  klanttevredenheid -2;', '  klantevredenheid -2;'));
    const line = original.split('\n').findIndex((each) => each.includes('klanttevredenheid -2;')) + 1;
    const shown = finding(`loket/de-es.gesprek.md:${line}:3`);
    await shown.waitFor();
    expect(await shown.innerText()).toContain("Bedoelde u 'klanttevredenheid'?");
    await page.getByRole('status').filter({ hasText: 'Je ziet de laatste goede versie.' }).waitFor();
    await here('besluit');
    await choose('Ik schrijf het in de zaak en bel u vrijdag.');
    const opened = context.waitForEvent('page');
    await shown.getByRole('link').click();
    const guide = await opened;
    await guide.getByRole('heading', { name: 'Zo herstel je het' }).waitFor();
    save((text) => text.replace('KLANT: En nu?', 'KLANT: En wat nu?'));
    await shown.waitFor({ state: 'detached' });
    await saysPlayer('En wat nu?');
    await page.getByText('Geen fouten.').waitFor();
  });

  it('goes back to the same turn by another way when the way played is gone', async () => {
    await openConversation();
    await choose('Daar gaat Vergunningen over.');
    await here('besluit');
    // Only after reading the case is this turn now to be reached from the opening.
    const without = /\* Daar gaat Vergunningen[^]*?-> besluit\n/;
    save((text) => text.replace(without, ''));
    await page.getByRole('status').filter({ hasText: 'De weg hierheen' }).waitFor();
    await here('besluit');
    await player.getByText('Daar gaat Vergunningen over.').waitFor({ state: 'detached' });
  });

  it('plays from any turn, also behind a call that must be answered, and tells what each choice does', async () => {
    await openConversation();
    await box('gevaar').click();
    const map = page.getByRole('region', { name: 'Verloop' });
    const choice = map.getByRole('listitem').filter({ hasText: 'Zet u er een lint om?' });
    const text = (await choice.innerText()).replace(/\s+/g, ' ');
    for (const part of ['Klanttevredenheid +1', '1 minuut', 'Backoffice', '−1', 'besluit'])
      expect(text).toContain(part);
    await page.getByRole('button', { name: 'Speel vanaf hier' }).click();
    await here('gevaar');
    await saysPlayer('Er viel een tak op de schuur.');
    await page.getByRole('status').filter({ hasText: 'De weg hierheen: a1.' }).waitFor();
    // Not offered, as nothing was looked up; the drawing follows what is played.
    await map
      .getByRole('listitem')
      .filter({ hasText: 'nu niet te kiezen' })
      .getByText('Dat is schrikken.')
      .waitFor();
    await choose('Dat is schrikken. Zet u er een lint om?');
    await here('besluit');
    await page.getByRole('button', { name: 'Begin opnieuw' }).click();
    await here('opening');
  });

  it('is worked by keyboard: the drawing is one stop, arrows go from turn to turn', async () => {
    await openConversation();
    await box('opening').focus();
    await page.keyboard.press('ArrowDown');
    await box('gevaar', { pressed: true }).waitFor();
    await page.getByRole('heading', { name: 'gevaar' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await here('gevaar');
  });

  it('keeps the place when the page is loaded again', async () => {
    await openConversation();
    await choose('Daar gaat Vergunningen over.');
    await here('besluit');
    await page.reload();
    await here('besluit');
    await saysPlayer('En nu?');
  });

  it('loads itself anew at the same turn when its own code changes', async () => {
    await openConversation();
    await choose('Wat is er met de boom gebeurd?');
    await here('gevaar');
    await page.evaluate(() => document.body.setAttribute('data-old', ''));
    await preview.codeChanged();
    await page.locator('body:not([data-old])').waitFor();
    await here('gevaar');
  });

  it('writes missing ids and codes when asked', async () => {
    await openConversation();
    save((text) => text.replace(' {#a2}', ''));
    await finding('id-ontbreekt').first().waitFor();
    await page.getByRole('button', { name: 'Schrijf ids en codes in de bestanden' }).click();
    await page.getByText('Geen fouten.').waitFor();
    expect(readFileSync(script, 'utf8')).toMatch(/\* Daar gaat Vergunningen over\. \{#\w+\}/);
  });

  it('shows HTML in a script as the text it is', async () => {
    await openConversation();
    save((text) => text.replace('KLANT: En nu?', 'KLANT: <img src=x onerror=alert(1)> <b>En nu?</b>'));
    await box('besluit').click();
    await page.getByText('<img src=x onerror=alert(1)> <b>En nu?</b>').waitFor();
  });

  it('shows a module that never was whole with its findings, and plays it once it is', async () => {
    const other = join(modules, 'nieuw');
    try {
      cpSync(join(modules, 'loket'), other, { recursive: true });
      writeFileSync(join(other, 'de-es.gesprek.md'), 'Zomaar tekst\n');
      await page.goto(`${server.url}voorbeeld?module=nieuw`);
      await expect.poll(() => page.getByLabel('Module').inputValue()).toBe('nieuw');
      await page.getByText('Deze module is nog niet te spelen.').waitFor();
      await finding('nieuw/de-es.gesprek.md:1:1').first().waitFor();
      writeFileSync(join(other, 'de-es.gesprek.md'), original);
      await player.getByRole('heading', { name: 'Het loket' }).waitFor();
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  it.each([360, 768, 1440])('is accessible and fits %i px, whole and broken', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${server.url}voorbeeld?module=loket`);
    await page.getByLabel('Onderdeel').selectOption({ label: 'De es van de buren' });
    await saysPlayer("'k Bel over die es");
    expect(await faults()).toEqual([]);
    save((text) => text.replace('  klanttevredenheid -2;', '  klantevredenheid -2;'));
    await page.getByRole('status').filter({ hasText: 'regel' }).waitFor();
    for (const name of width < 1100 ? [/fout/, 'Verloop'] : []) {
      await page.getByRole('tab', { name }).click();
      expect(await faults()).toEqual([]);
    }
    expect(await faults()).toEqual([]);
    await page.goto(`${server.url}voorbeeld/uitleg/bevindingen/effect.md`);
    expect(await faults()).toEqual([]);
  });

  async function faults(): Promise<readonly string[]> {
    // By the debugger, so that the page's own policy stays as it is.
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run({ iframes: false });
      const { scrollWidth, clientWidth } = document.documentElement;
      const wide = scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : [];
      return [...wide, ...violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)];
    });
  }

  it('answers nothing outside its own files and the guide', async () => {
    for (const path of [
      'uitleg/../../package.json',
      'uitleg/..%2F..%2Fpackage.json',
      'bestanden/..%2Fpreview.ts',
    ])
      expect((await fetch(`${server.url}voorbeeld/${path}`)).status).toBe(404);
    const page = await fetch(`${server.url}voorbeeld`);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await page.text()).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=/);
    const foreign = await fetch(`${server.url}voorbeeld/herstel?module=loket`, {
      method: 'POST',
      headers: { Origin: 'https://elders.example', 'Content-Type': 'text/plain' },
    });
    expect(foreign.status).toBe(403);
  });
});

describe('npm start', () => {
  it('shows content with errors to its author, and goes on from there', async () => {
    const dir = join(work, 'broken');
    const broken = join(dir, 'loket/de-es.gesprek.md');
    cpSync(FIXTURES, dir, { recursive: true });
    writeFileSync(broken, original.replace('# Gesprek', '# Gesprk'));
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const flags = [
      '--modules',
      dir,
      '--data',
      join(work, 'data2'),
      '--out',
      join(work, 'out'),
      '--port',
      '0',
    ];
    const args = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/start.ts'), ...flags];
    const started = spawn(process.execPath, args, { cwd: root });
    let said = '';
    started.stdout.on('data', (data: Buffer) => (said += data.toString()));
    started.stderr.on('data', (data: Buffer) => (said += data.toString()));
    const ended = new Promise<number | null>((done) => started.once('exit', done));
    try {
      await expect.poll(() => said, { timeout: 60_000 }).toContain('Ctrl+C');
      expect(said).toContain('The content has');
      const [address = ''] = /http:\S+voorbeeld/.exec(said) ?? [];
      const errors = async (): Promise<number> => {
        const standing = (await (await fetch(`${address}/stand.json`)).json()) as Standing;
        return standing.findings.filter(({ severity }) => severity === 'error').length;
      };
      expect(await errors()).toBeGreaterThan(0);
      writeFileSync(broken, original);
      await expect.poll(errors, { timeout: 30_000 }).toBe(0);
    } finally {
      started.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  });
});
