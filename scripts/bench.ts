/** `npm run bench`: what proofs take, and what the page asks of network and browser, against the budgets; a table and dist/bench.json. */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startServer } from '../src/lms/server.js';
import { buildPackages } from '../src/packaging/build.js';
import { chromiumArgs, chromiumPath } from '../test/chromium.mjs';
import { conversationFigures } from './bench-conversation.js';
import { lrsFigures } from './bench-lrs.js';
import { proofFigures } from './bench-proof.js';
import { reportFigures } from './bench-report.js';
import { trackingFigures } from './bench-tracking.js';
import { readCommandLine, runCommand, UsageError } from './command-line.js';
import { gather, printFigures, type Figure } from './figure.js';

/** Files of the first screen that hold code; the rest is content, style and settings. */
const CODE = /\.js$/;
const FONT = /\.woff2$/;
const KB = 1000;
/** The middle of an odd number of them counts: what else the machine did meanwhile is in one, seldom in two. */
const OPENINGS = 3;
/** The module whose conversation is played: it has no letter, so that every turn is a choice. */
const PLAYED = 'welkom';

/** Runs in the page: notes when the overview stands, because what is fetched after that no learner waits for. A text, as a
 * compiled function brings helpers that the page does not have. */
const WATCH_OVERVIEW = `(function look() {
  const heading = document.querySelector('zt-app')?.shadowRoot?.querySelector('zt-overview')?.shadowRoot?.querySelector('h1');
  if (heading) {
    window.overviewAt = performance.now();
    console.debug('overview');
  }
  else requestAnimationFrame(look);
})()`;

await runCommand(async () => {
  const line = readCommandLine({
    command: 'run bench',
    about:
      'Proves scripts of growing length, counts what tracking asks of an LMS, fills and queries an LRS, builds the packages, opens them in Chromium and prints sizes, requests and times against the budgets.',
    words: '[module-ids]',
    flags: {
      statements: {
        about:
          'how many the large LRS store, and the facts of the report, hold at most; the full measures are 1000000 and 10000000, and take some GB',
        value: 'N',
        default: '100000',
      },
    },
  });
  if (!line) return 0;
  const statements = Number(line.value('statements'));
  if (!Number.isInteger(statements) || statements < 20_000 || statements > 10_000_000)
    throw new UsageError('--statements takes a whole number from 20000 to 10000000.');
  const work = mkdtempSync(join(tmpdir(), 'zeventerpen-bench-'));
  try {
    console.log('Proving ...');
    const bench = { modulesDir: line.modules, work, statements };
    const figures = await gather(
      () => proofFigures(line.modules),
      () => trackingFigures(line.modules),
      () => lrsFigures(bench),
      () => reportFigures(bench),
      () => measure(line.modules, line.words, work),
    );
    await mkdir('dist', { recursive: true });
    await writeFile('dist/bench.json', `${JSON.stringify(figures, null, 2)}\n`);
    return printFigures(figures);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

async function* measure(modulesDir: string, ids: readonly string[], work: string): AsyncGenerator<Figure> {
  const packagesDir = join(work, 'packages');
  const { files } = await buildPackages({
    modulesDir,
    ids,
    targets: ['scorm12'],
    outDir: packagesDir,
    lrs: 'launch',
    actor: 'pseudonym',
    detail: 'score',
    progress: (step) => {
      console.log(step);
    },
  });
  if (files.length === 0) throw new Error('The modules do not build: run `npm run check`.');
  const server = await startServer({ packagesDir, dataDir: join(work, 'data'), port: 0 });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
  try {
    for (const { path } of files) {
      const id = path.replace(/^.*[\\/]|-scorm12\.zip$/g, '');
      console.log(`Opening ${id} ...`);
      const opened: Opened[] = [];
      for (let times = 0; times < OPENINGS; times++) {
        await opened.at(-1)?.page.context().close();
        opened.push(await openSlowly(browser, id, server.url));
      }
      yield* firstScreen(id, path, opened);
      const page = opened.at(-1)?.page;
      if (page && id === PLAYED) yield* await conversationFigures(page, id);
      await page?.context().close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

interface Opened {
  readonly page: Page;
  /** Milliseconds from the navigation to the overview. */
  readonly usable: number;
  /** Addresses of what was fetched for it. */
  readonly asked: readonly string[];
}

/** Navigation -> overview, as a new learner's first screen; at 4x CPU slowdown, 1.6 Mbit/s and 150 ms. */
async function openSlowly(browser: Browser, id: string, url: string): Promise<Opened> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.goto(url);
  await page.getByLabel(/^Naam$|^Nieuwe deelnemer$/).fill('Bench');
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await page.addInitScript(WATCH_OVERVIEW);
  const form = page.locator('form.start', { has: page.locator(`option[value="${id}-scorm12"]`) });
  // The page says when: looking for it from here again and again would take the time that is measured.
  const stands = page.waitForEvent('console', (message) => message.text() === 'overview');
  await form.getByRole('button').click();
  await stands;
  const frame = page.frameLocator('iframe');
  const found = await frame.locator('html').evaluate(() => {
    const at = (window as unknown as { overviewAt: number }).overviewAt;
    const resources = performance.getEntriesByType('resource').filter((entry) => entry.startTime < at);
    return { usable: at, asked: [location.href, ...resources.map((entry) => entry.name)] };
  });
  return { page, ...found };
}

/** Of a page opened some times: its sizes, and the middle of the times. */
function firstScreen(id: string, path: string, opened: readonly Opened[]): readonly Figure[] {
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  const usable = opened.map((one) => one.usable).sort((one, other) => one - other);
  const asked = opened.at(-1)?.asked ?? [];
  const names = asked.map((url) => new URL(url).pathname.replace(/^\/inhoud\/[^/]+\/[^/]+\//, ''));
  const size = (test: (name: string) => boolean, pack: boolean): number =>
    names
      .filter((name) => test(name) && files[name])
      .reduce(
        (sum, name) =>
          sum + (pack ? gzipSync(files[name] ?? new Uint8Array(), { level: 9 }) : (files[name] ?? [])).length,
        0,
      ) / KB;
  const all = (name: string) => !FONT.test(name);
  const figures: Figure[] = [
    { name: `${id}: files to the overview`, value: names.filter(all).length, unit: '', budget: 6 },
    { name: `${id}: code, gzip`, value: size((name) => CODE.test(name), true), unit: 'kB', budget: 40 },
    { name: `${id}: all but fonts, gzip`, value: size(all, true), unit: 'kB', budget: 70 },
    { name: `${id}: all but fonts, raw`, value: size(all, false), unit: 'kB', budget: 180 },
    {
      name: `${id}: overview usable, slow machine and network`,
      value: usable[usable.length >> 1] ?? NaN,
      unit: 'ms',
      budget: 1000,
    },
  ];
  return [...figures, { name: `${id}: zip`, value: readFileSync(path).length / KB, unit: 'kB' }];
}
