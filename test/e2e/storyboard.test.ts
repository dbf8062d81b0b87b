/** The storyboards of the real modules, opened as a reviewer opens them: from disk, on a telephone and on paper. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeStoryboards } from '../../src/storyboard/storyboard.js';
import { chromiumArgs, chromiumPath } from '../chromium.mjs';

const modulesDir = fileURLToPath(new URL('../../modules', import.meta.url));
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const out = mkdtempSync(join(tmpdir(), 'zeventerpen-storyboards-'));
let browser: Browser;
let files: readonly { readonly path: string }[] = [];

/** Between them every kind of unit: lessons, conversations on every kind of channel, letters, exercises, quizzes and the test. */
const ids = ['welkom', 'hostmanship', 'kanalen', 'kennistoets'];

beforeAll(async () => {
  ({ files } = await writeStoryboards({ modulesDir, ids, outDir: out }));
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
});
afterAll(async () => {
  await browser.close();
  rmSync(out, { recursive: true, force: true });
});

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe has against the page, one line per rule. The page lets no script in, so axe comes from the debugger's side. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: (options: object) => Promise<AxeResult> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
}

it('reads without barriers on a telephone and a desk, asks for nothing, and prints its cards on pages of their own', async () => {
  expect(files.length).toBe(ids.length);
  for (const { path } of files) {
    for (const width of [360, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.addInitScript({ path: axe });
      const problems: string[] = [];
      page.on('console', (message) => problems.push(message.text()));
      page.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) problems.push(request.url());
      });
      await page.goto(pathToFileURL(path).href);
      expect(problems).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBe(
        width,
      );
      expect(await page.evaluate(() => document.fonts.check('1rem "Figtree Variable"'))).toBe(true);
      if (width === 360) expect(await barriers(page), path).toEqual([]);
      if (width === 1280) {
        const cards = await page.locator('.role-card').count();
        await page.emulateMedia({ media: 'print' });
        const breaks = await page
          .locator('.role-card')
          .evaluateAll((all) => all.filter((card) => getComputedStyle(card).breakBefore === 'page').length);
        expect(breaks).toBe(cards);
        expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(50_000);
      }
      await page.close();
    }
  }
}, 240_000);
