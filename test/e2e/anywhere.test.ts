/** Wherever an LMS puts a module: in Moodle's frame, a phone's, a window of its own, after 'back', without storage; in Chromium and Firefox. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import {
  chromium,
  firefox,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Module } from '../../src/content/module.js';
import { t } from '../../src/player/texts/texts.js';
import { chromiumArgs, chromiumPath } from '../chromium.mjs';
import { openMoodle, type Moodle } from './moodle.js';

const BROWSERS: Readonly<Record<string, () => Promise<Browser | undefined>>> = {
  Chromium: () => chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs }),
  Firefox: launchFirefox,
};

/** Stock Firefox over WebDriver BiDi; undefined, with the reason told, where there is none or it cannot be driven. */
async function launchFirefox(): Promise<Browser | undefined> {
  const path = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
    (one) => one !== undefined && existsSync(one),
  );
  if (path === undefined) {
    console.warn(
      'Not tried in Firefox: none is installed (Debian: firefox-esr), and FIREFOX_PATH names none.',
    );
    return undefined;
  }
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: path });
  try {
    await (await browser.newContext()).close();
    return browser;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    console.warn(`Not tried in Firefox ${browser.version()}: it cannot be driven yet. ${why}`);
    await browser.close();
    return undefined;
  }
}

let moodle: Moodle;
let module: Module;
beforeAll(async () => {
  const zip = join(inject('packagesDir'), 'welkom-scorm12.zip');
  module = JSON.parse(
    strFromU8(unzipSync(new Uint8Array(readFileSync(zip)))['module.json'] ?? new Uint8Array()),
  ) as Module;
  moodle = await openMoodle(zip);
});
afterAll(async () => {
  await moodle.close();
});

const call = () => {
  const unit = module.units.find((one) => one.kind === 'conversation');
  if (!unit) throw new Error('welkom has no conversation.');
  return unit;
};

/** Opens the call and says the first thing on offer; what was said. */
async function sayOne(frame: FrameLocator): Promise<string> {
  const name = new RegExp(`(${t.overview.startWith('')}|${t.overview.goOnWith('')})${call().title}`);
  await frame.locator('zt-overview').getByRole('button', { name }).first().click();
  return sayNext(frame);
}

async function sayNext(frame: FrameLocator): Promise<string> {
  const option = frame.locator('zt-options .choice').first();
  const before = await frame.locator('zt-talk-log li').count();
  const words = await option.locator('span:not(.key)').first().innerText();
  await option.click();
  await frame.locator('zt-talk-log li').nth(before).waitFor();
  return words;
}

/** The conversation stands where it was left, with what was said. */
async function goOn(frame: FrameLocator, said: string): Promise<void> {
  const name = t.overview.goOnWith(call().title);
  await frame.locator('zt-overview').getByRole('button', { name }).first().click();
  await frame.locator('zt-talk-log').getByText(said).first().waitFor();
}

/** The module fits its frame, and what the learner is to read next is on screen. */
async function expectFits(frame: FrameLocator): Promise<void> {
  const { wide, focused } = await frame.locator('zt-app').evaluate(() => {
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

describe.each(Object.entries(BROWSERS))('in %s', (_name, open) => {
  let browser: Browser | undefined;
  let context: BrowserContext;
  let page: Page;
  let problems: string[];

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
    moodle.forget();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nl-NL' });
    page = await context.newPage();
    problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
  });
  afterEach(async () => {
    if (!browser) return;
    await context.close();
    expect(problems).toEqual([]);
  });

  it.each([
    ['as on a desktop', { width: 1280, height: 900 }, 650],
    ['as on a phone', { width: 390, height: 844 }, 367],
  ] as const)(
    'plays in the frame of Moodle %s, in which it scrolls by itself',
    async (_where, size, width) => {
      await page.setViewportSize(size);
      await page.goto(moodle.player(width, 666));
      const frame = page.frameLocator('#scorm_object');
      await sayOne(frame);
      await expectFits(frame);
      await isStored();
      // The frame has its own scroll; a page that jumps under the learner is the LMS's to move, not ours.
      expect(await page.evaluate(() => scrollX)).toBe(0);
    },
  );

  it('plays in a window of its own of 800 x 600, that knows no opener', async () => {
    await page.goto(moodle.course);
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button').click()]);
    await popup.setViewportSize({ width: 800, height: 600 });
    const frame = popup.frameLocator('#scorm_object');
    await sayOne(frame);
    await expectFits(frame);
    await isStored();
  });

  it('goes on where it was after away and back', async () => {
    await page.goto(moodle.player(650, 666));
    const frame = page.frameLocator('#scorm_object');
    const said = await sayOne(frame);
    await isStored();
    await page.goto(moodle.course);
    await page.goBack();
    await goOn(frame, said);
    const before = moodle.stored()['cmi.suspend_data'];
    await sayNext(frame);
    await expect.poll(() => moodle.stored()['cmi.suspend_data'], { timeout: 20_000 }).not.toBe(before);
  });

  it('says that its session is over when the browser kept the page and shows it again, and loses nothing', async () => {
    await page.goto(moodle.player(650, 666));
    const frame = page.frameLocator('#scorm_object');
    const said = await sayOne(frame);
    // What a back/forward cache tells a page; none that really keeps a page can be driven from here.
    await frame.locator('html').evaluate(() => {
      for (const name of ['pagehide', 'pageshow'])
        dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
    });
    await frame.getByText(t.saving.ended).first().waitFor();
    await page.reload();
    await goOn(frame, said);
  });

  it('plays and is stored in a browser that gives no storage and no cookies', async () => {
    await page.addInitScript(() => {
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
    await sayOne(page.frameLocator('#scorm_object'));
    await isStored();
  });

  it('plays and is stored when the LMS itself stands in a frame of another site', async () => {
    await page.goto(moodle.portal(650, 666));
    const frame = page.frameLocator('iframe').frameLocator('#scorm_object');
    await sayOne(frame);
    await isStored();
  });
});
