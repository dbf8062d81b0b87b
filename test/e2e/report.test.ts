/** The report as L&D staff open it: a file from disk, and a page of the local LMS. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LocalReport } from '../../scripts/local-report.js';
import { loadContent } from '../../src/content/index.js';
import { packagesOf } from '../../src/content/package-parts.js';
import { employees, teamsFile } from '../../src/demo/employees.js';
import { lastQuarter } from '../../src/demo/period.js';
import { sendAll } from '../../src/demo/send.js';
import { playedInThreads } from '../../src/demo/threads.js';
import { startServer, type RunningServer } from '../../src/lms/server.js';
import { courseConfig } from '../../src/packaging/course.js';
import { pageFiles } from '../../src/report/page/files.js';
import { chromiumArgs, chromiumPath } from '../chromium.mjs';
import { EXAMPLE } from '../report/example-edition.js';
import { readPdf } from './pdf.js';

const out = mkdtempSync(join(tmpdir(), 'zeventerpen-report-'));
const file = join(out, 'index.html');
let browser: Browser;

beforeAll(async () => {
  for (const [name, content] of await pageFiles(EXAMPLE)) writeFileSync(join(out, name), content);
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
});
afterAll(async () => {
  await browser.close();
  rmSync(out, { recursive: true, force: true });
});

/** All that goes wrong on a page: what it says in the console (a violation of its policy too), and what it asks of elsewhere. */
function watch(page: Page, allowed: RegExp): readonly string[] {
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (!allowed.test(request.url())) problems.push(request.url());
  });
  return problems;
}

/** Of A4 between its margins. */
const PAPER = { width: 672, height: 980 } as const;

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

it('opens from disk without a request, keeps its policy, and saves a table', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const problems = watch(page, new RegExp(`^(data:|blob:|${pathToFileURL(file).href}$)`));
  await page.goto(pathToFileURL(file).href);
  await page.getByRole('heading', { name: 'Dienstverleningsscore', level: 2 }).waitFor();
  await page.getByRole('heading', { name: 'Printen en alle tabellen' }).click();
  await page.locator('select[name=group]').selectOption({ label: 'Contactcentrum' });
  expect(new URL(page.url()).hash).toBe('#groep=team%3AContactcentrum&open=teams,downloads');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Score per competentie/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('score-per-competentie.csv');
  expect(readFileSync(await download.path(), 'utf8')).toContain(
    'Contactcentrum;oktober – december 2026;Hostmanship;78',
  );
  await page.reload();
  await expect.poll(() => page.locator('zt-report-score .big').textContent()).toBe('74');
  expect(problems).toEqual([]);
  await page.close();
});

it('has all columns of the heat map in sight on a tablet', async () => {
  const page = await browser.newPage({ viewport: { width: 768, height: 900 } });
  await page.goto(`${pathToFileURL(file).href}#teams`);
  const scroll = page.locator('zt-report-heat-map .scroll').first();
  await scroll.waitFor();
  await page.evaluate(() => document.fonts.ready);
  const [shown, all] = await scroll.evaluate((part) => [part.clientWidth, part.scrollWidth]);
  expect(shown).toBeGreaterThan(600);
  expect(all).toBe(shown);
  await page.close();
});

it('lets no script in but its own', async () => {
  const tampered = join(out, 'tampered.html');
  writeFileSync(
    tampered,
    readFileSync(file, 'utf8').replace('</main>', '</main><script>document.title = "in"</script>'),
  );
  const page = await browser.newPage();
  await page.goto(pathToFileURL(tampered).href);
  await page.getByRole('heading', { name: 'Dienstverleningsscore', level: 2 }).waitFor();
  expect(await page.title()).toBe('Rapport dienstverlening, Zeventerpen');
  await page.close();
});

it('prints on paper without losing a column', async () => {
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(file).href}#periode=all`);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  await page.getByRole('heading', { name: 'Routes door de gesprekken' }).waitFor();
  expect(await widthOf(page)).toBe(PAPER.width);
  expect(await page.getByRole('button').count()).toBe(0);
  await page.close();
});

it('leaves no heading of a chapter alone at the end of a page, wherever pages end', async () => {
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(file).href}#periode=all`);
  await page.getByRole('heading', { name: 'Van start tot klaar' }).waitFor();
  const heads = (await page.locator('summary h2').allInnerTexts()).slice(0, -1);
  expect(heads.length).toBeGreaterThan(5);
  const alone: string[] = [];
  for (const scale of [0.75, 0.8, 0.85, 1.1]) {
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, scale }));
    for (const pieces of pages)
      for (const { text, bottom } of pieces.filter((piece) => heads.includes(piece.text)))
        // In points: its sentence, and two lines at least.
        if (!pieces.some((piece) => piece.bottom < bottom - 45)) alone.push(`'${text}' at ${String(scale)}`);
  }
  expect(alone).toEqual([]);
  await page.close();
});

it('stands at /rapport of the local LMS, in its frame and under its policy', async () => {
  const server = await startServer({
    packagesDir: out,
    dataDir: join(out, 'data'),
    port: 0,
    report: { edition: () => Promise.resolve(EXAMPLE) },
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const problems = watch(page, new RegExp(`^(data:|${server.url})`));
    await page.goto(server.url);
    await page.getByRole('link', { name: 'Rapport' }).click();
    await page.getByRole('heading', { name: 'Hoe dienstverlenend zijn onze medewerkers?' }).waitFor();
    expect(await page.locator('zt-report-score .big').textContent()).toBe('72');
    expect(await page.getByRole('link', { name: 'Rapport' }).getAttribute('aria-current')).toBe('page');
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await widthOf(page), 'on a small phone').toBe(320);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER);
    expect(await widthOf(page), 'on paper').toBe(PAPER.width);
    await expect.poll(() => page.getByRole('button').or(page.getByRole('navigation')).count()).toBe(0);
    expect(problems).toEqual([]);
    await page.close();
  } finally {
    await server.close();
  }
});

it('says at /rapport that there is nothing yet, and what to do', async () => {
  const server = await startServer({
    packagesDir: out,
    dataDir: join(out, 'empty'),
    port: 0,
    report: { edition: () => Promise.resolve(null) },
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}rapport`);
    await page.getByRole('heading', { name: 'Nog geen rapport' }).waitFor();
    await page.close();
  } finally {
    await server.close();
  }
});

it('takes a first visitor from the course page to demo data, their report, and back', async () => {
  const dataDir = join(out, 'living');
  const modules = fileURLToPath(new URL('../../modules', import.meta.url));
  const report: LocalReport = new LocalReport(modules, dataDir, () => server);
  const demo = { load: () => fewPeople(server, modules, dataDir) };
  const server = await startServer({ packagesDir: out, dataDir, port: 0, report, demo });
  try {
    expect(await report.edition(), 'nobody did anything yet').toBe(null);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const problems = watch(page, new RegExp(`^(data:|${server.url})`));
    await page.goto(server.url);
    await page.getByRole('link', { name: 'Laad voorbeeldgegevens' }).click();
    await page.getByRole('button', { name: 'Laad de voorbeeldgegevens' }).click();
    // The page that says how far it is comes again by itself, and so does the one of a report that is being made.
    await page.getByRole('link', { name: 'Bekijk het rapport' }).click({ timeout: 60_000 });
    await page
      .getByText('Voorbeeldgegevens: verzonnen medewerkers.')
      .waitFor({ state: 'visible', timeout: 60_000 });
    expect(await page.locator('zt-report-heat-map tbody tr').count()).toBeGreaterThan(1);
    await page.locator('select[name=group]').selectOption({ label: 'KCC Telefoon' });
    await page.getByText('Van KCC Telefoon tonen we de dienstverleningsscore niet.').waitFor();
    await page.getByRole('heading', { name: 'Trainingsplan per team' }).click();
    await page.getByRole('columnheader', { name: 'Daarna' }).waitFor();
    const address = page.url();
    expect(new URL(address).hash).toBe('#groep=team%3AKCC+Telefoon&open=teams,plan');
    await page.getByRole('link', { name: 'Cursus' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goBack();
    await page.getByText('Van KCC Telefoon tonen we de dienstverleningsscore niet.').waitFor();
    expect(page.url()).toBe(address);
    expect(await page.locator('select[name=group]').inputValue()).toBe('team:KCC Telefoon');
    expect((await report.edition())?.number, 'not made again without news').toBe(1);
    expect(problems).toEqual([]);
    await page.close();
  } finally {
    await report.close();
    await server.close();
  }
}, 240_000);

/** What the demo of `npm start` does, of as few people as a report can be made of. */
async function fewPeople(
  { lrs: { endpoint, key, secret } }: RunningServer,
  modules: string,
  dataDir: string,
): Promise<void> {
  const people = employees(14, '1');
  mkdirSync(join(dataDir, 'voorbeeld'));
  writeFileSync(join(dataDir, 'voorbeeld', 'teams.csv'), teamsFile(people));
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
  const told = playedInThreads({
    people,
    packages: loadContent(modules).modules.flatMap(packagesOf),
    period: lastQuarter(new Date('2026-11-22')),
    seed: '1',
    course: courseConfig(undefined),
  });
  await sendAll({ endpoint, authorization }, told);
}
