/** The browsers that a module is tried in, driven alike: Chromium, and stock Firefox over WebDriver BiDi. */
import { existsSync } from 'node:fs';
import { launch, type Browser, type ElementHandle, type Frame, type Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import { chromiumArgs, chromiumPath } from '../chromium.mjs';

/** A busy machine takes its time. */
const PATIENCE = 60_000;

export const BROWSERS: Readonly<Record<string, () => Promise<Browser | undefined>>> = {
  Chromium: launchChromium,
  Firefox: launchFirefox,
};

/** Without motion, which costs half the time, and without its back/forward cache: the driver loses the frames of a page that comes out of it. */
async function launchChromium(): Promise<Browser> {
  const args = [...chromiumArgs, '--disable-back-forward-cache', '--force-prefers-reduced-motion'];
  return launch({ browser: 'chrome', executablePath: chromiumPath(), args });
}

/** Undefined, with the reason told, where there is none or it cannot be driven. */
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
  try {
    return await launch({
      browser: 'firefox',
      executablePath: path,
      extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
    });
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    console.warn(`Not tried in Firefox (${path}): it cannot be driven. ${why}`);
    return undefined;
  }
}

/** A page of a learner of his own, with the errors that its scripts threw. */
export async function newPage(browser: Browser): Promise<{ page: Page; problems: readonly string[] }> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1280, height: 900 });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  return { page, problems };
}

/** What this finds, as soon as it is there; asked again and again, as no observer sees into shadow roots. */
export async function appears(place: Page | Frame, selector: string): Promise<ElementHandle> {
  return vi.waitFor(
    async () => {
      const found = await place.$(selector);
      if (!found) throw new Error(`Not there: ${selector}`);
      return found;
    },
    { timeout: PATIENCE, interval: 100 },
  );
}

/** The frame at the end of a path of frames, once the overview of a module stands in it; found anew each time, as a load replaces it. */
export async function frameIn(page: Page, ...path: readonly string[]): Promise<Frame> {
  return vi.waitFor(
    async () => {
      let place: Page | Frame | undefined = page;
      for (const selector of path) place = (await (await place?.$(selector))?.contentFrame()) ?? undefined;
      if (!place || place === page || !(await place.$('>>> zt-overview >>> h1')))
        throw new Error(`No overview in ${path.join(' ')}`);
      return place as Frame;
    },
    { timeout: PATIENCE, interval: 100 },
  );
}

/** Clicks the button of this name in a part of the page; of several names the first that is there. */
export async function press(frame: Frame, host: string, ...names: readonly string[]): Promise<void> {
  const selectors = names.map((name) => `>>> ${host} >>> button[aria-label=${JSON.stringify(name)}]`);
  await (await appears(frame, selectors.join(', '))).click();
}

/** Waits until the page, with all its parts, says this. */
export async function expectShown(frame: Frame, words: string): Promise<void> {
  const shown = () =>
    frame.evaluate(() => {
      const read = (root: ParentNode): string =>
        [...root.querySelectorAll('*')]
          .map(({ shadowRoot }) => (shadowRoot ? `${shadowRoot.textContent} ${read(shadowRoot)}` : ''))
          .join(' ');
      return read(document).replace(/\s+/g, ' ');
    });
  await expect.poll(shown, { timeout: PATIENCE }).toContain(words);
}
