/** 'Back' to a page that Chromium kept: really kept, with its scripts, as learners' browsers do and drivers by default do not. */
import { join } from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { t } from '../../src/player/texts/texts.js';
import { chromiumArgs, chromiumPath } from '../chromium.mjs';
import { openMoodle, type Moodle } from './moodle.js';

let browser: Browser;
let moodle: Moodle;
let page: Page;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: chromiumArgs,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
afterAll(() => browser.close());
beforeEach(async () => {
  moodle = await openMoodle(join(inject('packagesDir'), 'welkom-scorm12.zip'));
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
});
afterEach(async () => {
  await page.close();
  await moodle.close();
});

const journal = () => moodle.stored()['cmi.suspend_data'] ?? '';
const module = (): FrameLocator => page.frameLocator('#scorm_object');

async function sayNext(): Promise<void> {
  const lines = module().locator('zt-talk-log li');
  const choice = module().locator('zt-options .choice').first();
  // Only then all that was said before stands there.
  await choice.waitFor();
  const before = await lines.count();
  await choice.click();
  await lines.nth(before).waitFor({ state: 'attached' });
}

/** Asked of the page around it: the driver loses the frames of a page that was kept. */
const inApp = (ask: string) =>
  page.evaluate<unknown>(
    `(() => { const app = document.querySelector('#scorm_object').contentDocument.querySelector('zt-app'); return ${ask}; })()`,
  );
const lineCount = `app.shadowRoot.querySelector('zt-conversation').shadowRoot.querySelector('zt-talk-log').shadowRoot.querySelectorAll('li').length`;

/** To another page and back; whether this was the same page, and if not, why Chromium did not keep it. */
async function awayAndBack(): Promise<{ readonly isKept: boolean; readonly why: string }> {
  await page.evaluate(`addEventListener('pageshow', (event) => { window.isKept = event.persisted; })`);
  await page.goto(moodle.course);
  // Not the driver's own 'back': that waits for a load, and a page that was kept is not loaded.
  await page.evaluate('history.back()').catch(() => undefined);
  await page.waitForURL(/speler/, { waitUntil: 'commit' });
  await page.waitForFunction(`document.readyState === 'complete'`);
  return page.evaluate(
    `({ isKept: window.isKept === true, why: JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons ?? null) })`,
  );
}

it('loses nothing: it says that this session is over, takes nothing it could not store, and goes on after a reload', async () => {
  await page.goto(moodle.player(650, 666));
  await module().locator('zt-overview h1').waitFor();
  const call = String(
    await inApp(`app.session.module.units.find(({ kind }) => kind === 'conversation').title`),
  );
  await module()
    .getByRole('button', { name: t.overview.startWith(call) })
    .first()
    .click();
  await sayNext();
  const said = await inApp(lineCount);

  const { isKept, why } = await awayAndBack();
  expect(why).toBe('null');
  expect(isKept).toBe(true);

  // What was done a moment before was stored as the page went.
  const stored = journal();
  expect(stored).not.toBe('');
  await expect.poll(() => inApp('app.status')).toBe('ended');
  expect(await inApp(`app.shadowRoot.querySelector('.notices').textContent`)).toContain(t.saving.ended);
  expect(await inApp(lineCount)).toBe(said);
  await inApp(
    `app.shadowRoot.querySelector('zt-conversation').shadowRoot.querySelector('zt-options').shadowRoot.querySelector('.choice').click()`,
  );
  expect(await inApp(lineCount)).toBe(said);
  expect(journal()).toBe(stored);

  await page.reload();
  await module()
    .getByRole('button', { name: t.overview.goOnWith(call) })
    .first()
    .click();
  await module().locator('zt-talk-log li').first().waitFor({ state: 'attached' });
  expect(await inApp(lineCount)).toBe(said);
  await sayNext();
  await expect.poll(journal, { timeout: 20_000 }).not.toBe(stored);
});
