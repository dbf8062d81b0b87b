/** The two packages of the kennistoets, played by one learner: no item comes twice, and the gradebook holds both totals. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Test } from '../../src/content/module.js';
import { testTexts } from '../../src/player/texts/nl-test.js';
import { openCourse, newProfile, readBook, type Course } from './course.js';
import { launch, type Learner } from './learner.js';

let course: Course;
beforeAll(async () => {
  course = await openCourse(['kennistoets-nulmeting', 'kennistoets-eindmeting'], ['scorm12', 'scorm2004']);
});
afterAll(async () => {
  await course.close();
});

const name = 'Anke van der Toets';
const testOf = (learner: Learner): Test => {
  const [unit] = learner.module.units;
  if (unit?.kind !== 'test') throw new Error('The package holds no test.');
  return unit;
};

describe('the kennistoets', () => {
  it('is made before and after the course, with no item twice', async () => {
    const { context, problems } = await newProfile(course);
    const page = await context.newPage();
    const before = await launch(page, course.server.url, {
      name,
      module: course.module('kennistoets-nulmeting'),
      target: 'SCORM 1.2',
    });
    await before.start(testOf(before));
    const met = await before.test(testOf(before), ({ competentie }) => competentie === 'backoffice');
    const result = await before.frame.locator('zt-test .page').innerText();
    expect(result).toContain(testTexts.baseline.title);
    expect(result).toContain('De backoffice slim inschakelen');
    // Six of the seven competences whole, one left open.
    await readBook(page, course, /Kennistoets: nulmeting[\s\S]*\b86\b/);

    const after = await launch(page, course.server.url, {
      name,
      module: course.module('kennistoets-eindmeting'),
      target: 'SCORM 2004',
    });
    await after.start(testOf(after));
    const again = await after.test(testOf(after));
    expect(met).toHaveLength(35);
    expect(again).toHaveLength(35);
    expect(again.filter((id) => met.includes(id))).toEqual([]);
    const explained = after.frame.locator('zt-test .page');
    expect(await explained.innerText()).toContain('Geslaagd: je had 70 punten nodig.');
    expect(await explained.locator('details').count()).toBe(35);
    await readBook(page, course, /Kennistoets: eindmeting[\s\S]*\b100\b/);
    expect(problems).toEqual([]);
    await context.close();
  });

  it('keeps its answers when the page is closed half-way', async () => {
    const { context } = await newProfile(course);
    const page = await context.newPage();
    const start = {
      name: 'Bo Halverwege',
      module: course.module('kennistoets-nulmeting'),
      target: 'SCORM 1.2',
    } as const;
    const learner = await launch(page, course.server.url, start);
    await learner.start(testOf(learner));
    await learner.answers(testOf(learner), 3);
    await page.getByRole('link', { name: 'Activiteit verlaten' }).click();
    await page.getByRole('heading', { name: 'Wie leert er?' }).waitFor();
    const back = await launch(page, course.server.url, start);
    await back.frame.getByRole('button', { name: 'Ga verder' }).first().click();
    const test = back.frame.locator('zt-test');
    await test.getByText(testTexts.progress(3, 35)).waitFor();
    await test.getByText(testTexts.question(4, 35), { exact: true }).waitFor();
    await context.close();
  });
});
