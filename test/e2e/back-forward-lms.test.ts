/** Back and forward between the pages of the local LMS itself, in a Chromium that keeps pages as learners' browsers do. */
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { t } from '../../src/player/texts/texts.js';
import { chromiumArgs, chromiumPath } from '../chromium.mjs';
import { openCourse, type Course } from './course.js';
import { launch } from './learner.js';

let course: Course;
let browser: Browser;
beforeAll(async () => {
  course = await openCourse(['welkom'], ['scorm12']);
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: chromiumArgs,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
afterAll(async () => {
  await browser.close();
  await course.close();
});

it('shows a course page that is true, and goes on in the activity where the learner was', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const module = course.module('welkom');
  const learner = await launch(page, course.server.url, { name: 'Bas Terug', module, target: 'SCORM 1.2' });
  const call = learner.unit('oefengesprek', 'conversation');
  await learner.start(call);
  const lines = learner.frame.locator('zt-talk-log li');
  const choice = learner.frame.locator('zt-options .choice').first();
  // Only then all that was said before stands there.
  await choice.waitFor();
  const before = await lines.count();
  await choice.click();
  await lines.nth(before).waitFor({ state: 'attached' });
  await learner.drawn();
  const said = await lines.count();

  // Not the driver's own 'back': that waits for a load, and a page that was kept is not loaded.
  const travel = async (by: number, to: RegExp): Promise<void> => {
    await page.evaluate((step) => history.go(step), by).catch(() => undefined);
    await page.waitForURL(to, { waitUntil: 'commit' });
  };
  await travel(-1, /\/$/);
  const row = page.locator('li.module', { hasText: module.title });
  await expect.poll(() => row.innerText(), { timeout: 20_000 }).toMatch(/Ga verder/);
  await travel(1, /spelen/);
  await learner.button(t.overview.goOnWith(call.title)).first().click();
  await lines.nth(said - 1).waitFor({ state: 'attached' });
  expect(await lines.count()).toBe(said);
  await page.close();
});
