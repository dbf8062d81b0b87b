/** The modules of the trade, each played to its end as a learner would: every conversation along its best route. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newProfile, openCourse, readBook, type Course } from './course.js';
import { launch, playWhole } from './learner.js';

const ids = ['kanalen', 'backoffice', 'klachten', 'portalen'];
let course: Course;
beforeAll(async () => {
  course = await openCourse(ids, ['scorm12']);
});
afterAll(async () => {
  await course.close();
});

describe.each(ids)('%s', (id) => {
  it('is played to its end: complete, and with every best choice the full score', async () => {
    const module = course.module(id);
    const { context, problems } = await newProfile(course);
    const page = await context.newPage();
    const name = `Anke ${id}`;
    const learner = await launch(page, course.server.url, { name, module, target: 'SCORM 1.2' });
    await playWhole(learner);
    await learner.frame.getByRole('heading', { name: 'Je bent klaar met deze module' }).waitFor();
    await readBook(page, course, new RegExp(`${name}[^]*\\b100\\b`));
    expect(problems).toEqual([]);
    await context.close();
  });
});
