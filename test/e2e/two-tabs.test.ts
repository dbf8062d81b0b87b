/** One attempt in two tabs of a real browser: the second one says so, writes nothing, and goes on once the first is gone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { t } from '../../src/player/texts/texts.js';
import { openCourse, newProfile, type Course } from './course.js';
import { launch } from './learner.js';

let course: Course;
beforeAll(async () => {
  course = await openCourse(['welkom'], ['scorm12']);
});
afterAll(async () => {
  await course.close();
});

it('is told to the second tab, which does not write over the first', async () => {
  const module = course.module('welkom');
  const { context, problems } = await newProfile(course);
  const start = { name: 'Anke Bosma', module, target: 'SCORM 1.2' } as const;
  const first = await launch(await context.newPage(), course.server.url, start);
  const lesson = first.unit('kastje-muur', 'lesson');
  await first.start(lesson);

  const second = await launch(await context.newPage(), course.server.url, start);
  await second.frame.getByText(t.saving.readOnly).first().waitFor();
  const before = await second.session();
  await second.start(second.unit('rondleiding', 'lesson'));
  // The click is refused before anything follows from it.
  await second.frame
    .locator('zt-app p[role=status]', { hasText: t.saving.readOnly })
    .waitFor({ state: 'attached' });
  expect((await second.session()).journal).toEqual(before.journal);

  await first.page.bringToFront();
  await first.lesson(lesson);
  await first.overview();
  await first.page.getByRole('link', { name: 'Activiteit verlaten' }).click();
  await first.page.getByRole('heading', { name: 'Wie leert er?' }).waitFor();

  // Now the second one has it, with all that the first one did.
  await second.page.bringToFront();
  await second.frame.getByText(t.saving.readOnly).first().waitFor({ state: 'hidden' });
  expect((await second.session()).journal.units[lesson.code]?.best).toBeDefined();
  await second.page.getByRole('link', { name: 'Activiteit verlaten' }).click();
  await second.page.getByRole('heading', { name: 'Wie leert er?' }).waitFor();
  const later = await launch(second.page, course.server.url, start);
  const { journal } = await later.session();
  expect(Object.keys(journal.units)).toEqual([lesson.code]);
  expect(journal.units[lesson.code]?.best).toBeDefined();
  expect(problems).toEqual([]);
  await context.close();
});
