/** What a learner prints or keeps as PDF: the debrief and the certificate, by Chromium's own print. */
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workTexts as w } from '../../src/player/texts/nl-work.js';
import { t } from '../../src/player/texts/texts.js';
import { newProfile, openCourse, sameChance, type Course } from './course.js';
import { launch, Learner } from './learner.js';
import { overlaps, readPdf, type Piece } from './pdf.js';
import { contentFrame } from './walk.js';

let course: Course;
beforeAll(async () => {
  course = await openCourse(['welkom', 'hostmanship'], ['scorm12']);
});
afterAll(async () => {
  await course.close();
});

/** A learner whose package has the window to itself: a browser prints the page, not a frame in it. */
class LearnerWithoutFrame extends Learner {
  override get frame(): FrameLocator {
    // A page finds things as a frame does; only what a locator may say of the frame itself is not there.
    return this.page.mainFrame() satisfies Pick<Frame, 'locator'> as unknown as FrameLocator;
  }
}

async function openAlone(id: string): Promise<LearnerWithoutFrame> {
  const { context } = await newProfile(course);
  await sameChance(context);
  const page = await context.newPage();
  const module = course.module(id);
  const learner = await launch(page, course.server.url, { name: 'Petra Print', module, target: 'SCORM 1.2' });
  await page.goto(contentFrame(learner).url());
  await page.locator('zt-overview h1').waitFor();
  return new LearnerWithoutFrame(page, module);
}

const printed = async (page: Page) =>
  readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
const textOf = (pages: readonly (readonly Piece[])[]): string =>
  pages
    .flat()
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
const times = (text: string, part: string): number => text.split(part).length - 1;

it('prints a long debrief whole: nothing twice, nothing lost, no words over each other', async () => {
  const learner = await openAlone('hostmanship');
  const { page } = learner;
  await learner.start(learner.unit('weduwe', 'conversation'));
  const choice = page.locator('zt-options .choice').first();
  const end = page.getByRole('button', { name: w.talk.toDebrief });
  // Whatever stands first: weak choices are what a debrief has most to say of.
  for (;;) {
    await choice.or(end).first().waitFor();
    await learner.drawn();
    if (await end.isVisible()) break;
    const lines = await page.locator('zt-talk-log li').count();
    await choice.click();
    await page.locator('zt-talk-log li').nth(lines).waitFor({ state: 'attached' });
  }
  await learner.debrief();
  const pages = await printed(page);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.flatMap((one, at) => overlaps(one).map((line) => `page ${String(at + 1)}: ${line}`))).toEqual(
    [],
  );
  const text = textOf(pages);
  const heads = await page.locator('zt-debrief :is(h1, h2)').allInnerTexts();
  expect(heads.length).toBeGreaterThan(5);
  // 'De vraag achter de vraag' is a part of every debrief and a rule that choices name.
  const rules = learner.module.rules.map(({ naam }) => naam);
  const printedTimes = (head: string): number => times(text, head.replace(/\s+/g, ' '));
  expect(
    heads.filter((head) => (rules.includes(head) ? printedTimes(head) < 1 : printedTimes(head) !== 1)),
  ).toEqual([]);
  // Every page is used: none is left empty by what would not break.
  expect(pages.filter((one) => one.length < 5)).toEqual([]);
  await page.context().close();
});

it('prints a certificate on one page', async () => {
  const learner = await openAlone('welkom');
  const { page } = learner;
  for (const unit of learner.module.units) {
    await learner.start(unit);
    if (unit.kind === 'lesson') await learner.lesson(unit);
    if (unit.kind === 'conversation') {
      await learner.converse(unit, await learner.bestPath(unit));
      await learner.debrief();
    }
    await learner.overview();
  }
  await page.getByRole('button', { name: t.overview.end.certificate }).click();
  await page.locator('zt-certificate h1').waitFor();
  const pages = await printed(page);
  expect(pages).toHaveLength(1);
  expect(overlaps(pages[0] ?? [])).toEqual([]);
  expect(textOf(pages)).toContain(learner.module.title);
  await page.context().close();
});
