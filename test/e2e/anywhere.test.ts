/** Wherever an LMS puts a module: in Moodle's frame, a phone's, a window of its own, after 'back', without storage; in Chromium and Firefox. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Module } from '../../src/content/module.js';
import { startServer } from '../../src/lms/server.js';
import { workTexts } from '../../src/player/texts/nl-work.js';
import { t } from '../../src/player/texts/texts.js';
import { appears, BROWSERS, expectShown, frameIn, newPage, press } from './browsers.js';
import { openMoodle, type Moodle } from './moodle.js';

const OPTION = '>>> zt-options >>> .choice';
const LINE = '>>> zt-talk-log >>> li';
const SCORM = '#scorm_object';

const welkom = () => join(inject('packagesDir'), 'welkom-scorm12.zip');

let moodle: Moodle;
let module: Module;
beforeAll(() => {
  module = JSON.parse(
    strFromU8(unzipSync(new Uint8Array(readFileSync(welkom())))['module.json'] ?? new Uint8Array()),
  ) as Module;
});

const call = () => {
  const unit = module.units.find((one) => one.kind === 'conversation');
  if (!unit) throw new Error('welkom has no conversation.');
  return unit;
};
const goOnWith = () => t.overview.goOnWith(call().title);

/** Opens the call and says the first thing on offer; what was said. */
async function sayOne(frame: Frame): Promise<string> {
  await press(frame, 'zt-overview', t.overview.startWith(call().title), goOnWith());
  return sayNext(frame);
}

async function sayNext(frame: Frame): Promise<string> {
  const lines = async (): Promise<number> => (await frame.$$(LINE)).length;
  const option = await appears(frame, OPTION);
  const before = await lines();
  const words = await option.$eval('span:not(.key)', (span) => span.textContent.trim().replace(/\s+/g, ' '));
  await option.click();
  await expect.poll(lines, { timeout: 60_000 }).toBeGreaterThan(before);
  // What was on offer stands there until what follows is drawn, a frame later.
  const past = async () => (await frame.$$('>>> zt-conversation >>> .past')).length;
  await expect.poll(past, { timeout: 60_000 }).toBe(0);
  return words;
}

/** The conversation stands where it was left, with what was said. */
async function goOn(frame: Frame, said: string): Promise<void> {
  await press(frame, 'zt-overview', goOnWith());
  await appears(frame, LINE);
  await expectShown(frame, said);
}

/** The module fits its frame, and what the learner is to read next is on screen. */
async function expectFits(frame: Frame): Promise<void> {
  const { wide, focused } = await frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const { top, bottom } = (active ?? document.body).getBoundingClientRect();
    return {
      wide: scrollWidth - clientWidth,
      focused: active !== document.body && bottom > 0 && top < innerHeight,
    };
  });
  expect({ wide, focused }).toEqual({ wide: 0, focused: true });
}

const isStored = () =>
  expect.poll(() => moodle.stored()['cmi.suspend_data'] ?? '', { timeout: 20_000 }).not.toBe('');

const isSaved = (frame: Frame) =>
  expect
    .poll(() => frame.$eval('zt-app', (app) => (app as unknown as { status: string }).status), {
      timeout: 60_000,
    })
    .toBe('saved');

describe.each(Object.entries(BROWSERS))('in %s', (_name, open) => {
  let browser: Browser | undefined;
  let page: Page;
  let problems: readonly string[];

  beforeAll(async () => {
    browser = await open();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async (test) => {
    if (!browser) {
      test.skip('this browser is not to be had here');
      return;
    }
    // Of its own: a page that is closed may store what it held a moment later.
    moodle = await openMoodle(welkom());
    ({ page, problems } = await newPage(browser));
  });
  afterEach(async () => {
    if (!browser) return;
    await page.browserContext().close();
    await moodle.close();
    expect(problems).toEqual([]);
  });

  it.each([
    ['as on a desktop', { width: 1280, height: 900 }, 650],
    ['as on a phone', { width: 390, height: 844 }, 367],
  ] as const)(
    'plays in the frame of Moodle %s, in which it scrolls by itself',
    async (_where, size, width) => {
      await page.setViewport(size);
      await page.goto(moodle.player(width, 666));
      const frame = await frameIn(page, SCORM);
      await sayOne(frame);
      await expectFits(frame);
      await isStored();
      // The frame has its own scroll; a page that jumps under the learner is the LMS's to move, not ours.
      expect(await page.evaluate(() => scrollX)).toBe(0);
    },
  );

  it('plays in a window of its own of 800 x 600, that knows no opener', async () => {
    await page.goto(moodle.course);
    const opened = new Promise<Page | null>((done) => page.once('popup', done));
    await page.locator('button').click();
    const popup = await opened;
    if (!popup) throw new Error('No window opened.');
    await popup.setViewport({ width: 800, height: 600 });
    const frame = await frameIn(popup, SCORM);
    await sayOne(frame);
    await expectFits(frame);
    await isStored();
  });

  it('goes on where it was after away and back', async () => {
    await page.goto(moodle.player(650, 666));
    const said = await sayOne(await frameIn(page, SCORM));
    await isStored();
    await page.goto(moodle.course);
    await page.goBack();
    const frame = await frameIn(page, SCORM);
    await goOn(frame, said);
    const before = moodle.stored()['cmi.suspend_data'];
    await sayNext(frame);
    await expect.poll(() => moodle.stored()['cmi.suspend_data'], { timeout: 20_000 }).not.toBe(before);
  });

  it('says that its session is over when the browser kept the page and shows it again, and loses nothing', async () => {
    await page.goto(moodle.player(650, 666));
    const frame = await frameIn(page, SCORM);
    const said = await sayOne(frame);
    // What a back/forward cache tells a page; a page that Chromium really kept: back-forward.test.ts.
    await frame.evaluate(() => {
      for (const name of ['pagehide', 'pageshow'])
        dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
    });
    await expectShown(frame, t.saving.ended);
    await page.reload();
    await goOn(await frameIn(page, SCORM), said);
  });

  it('plays and is stored in a browser that gives no storage and no cookies', async () => {
    await page.evaluateOnNewDocument(() => {
      const refuse = {
        get(): never {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, refuse);
      Object.defineProperty(Document.prototype, 'cookie', refuse);
    });
    await page.goto(moodle.player(650, 666));
    await sayOne(await frameIn(page, SCORM));
    await isStored();
  });

  it('plays and is stored when the LMS itself stands in a frame of another site', async () => {
    await page.goto(moodle.portal(650, 666));
    await sayOne(await frameIn(page, 'iframe', SCORM));
    await isStored();
  });

  it('is opened from the local LMS and played to the end of a conversation, and its debrief is kept', async () => {
    const work = mkdtempSync(join(tmpdir(), 'zeventerpen-anywhere-'));
    const packagesDir = join(work, 'packages');
    mkdirSync(packagesDir);
    copyFileSync(welkom(), join(packagesDir, 'welkom-scorm12.zip'));
    const server = await startServer({ packagesDir, dataDir: join(work, 'data'), port: 0 });
    try {
      await page.goto(server.url);
      await page.locator('input[name=naam]').fill('Ans Overal');
      await page.locator('::-p-aria([name="Voeg toe"][role="button"])').click();
      await page.locator('li.module button').click();
      const frame = await frameIn(page, 'iframe');
      await sayOne(frame);
      const end = `>>> zt-conversation >>> ::-p-text(${workTexts.talk.toDebrief})`;
      while (!(await frame.$(end))) await sayNext(frame);
      await (await appears(frame, end)).click();
      await appears(frame, '>>> zt-debrief >>> h1');
      await isSaved(frame);
      await page.goto(server.url);
      await page.locator('li.module button').click();
      await press(await frameIn(page, 'iframe'), 'zt-overview', t.overview.debriefOf(call().title));
    } finally {
      await server.close();
      rmSync(work, { recursive: true, force: true });
    }
  });
});
