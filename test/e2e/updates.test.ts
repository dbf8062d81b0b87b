/** A new version of a module reaches a learner who is in the middle of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Code, Module, Unit } from '../../src/content/module.js';
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

/** Another order, other words, and an answer that was given is no more. */
function nextVersion(module: Module, gone: Code): Module {
  const units = module.units.map((unit): Unit => {
    if (unit.kind !== 'conversation') return unit;
    const turns = unit.turns.map((turn) =>
      turn.kind === 'choice' ? { ...turn, options: turn.options.filter(({ code }) => code !== gone) } : turn,
    );
    return { ...unit, title: `${unit.title} (herzien)`, turns };
  });
  return { ...module, contentVersion: 'versie-2', units: [...units.slice(1), ...units.slice(0, 1)] };
}

it('keeps what holds, says so in one sentence, and the learner goes on', async () => {
  const module = course.module('welkom');
  const { context, problems } = await newProfile(course);
  const page = await context.newPage();
  const start = { name: 'Anke Bosma', module, target: 'SCORM 1.2' } as const;
  const first = await launch(page, course.server.url, start);
  const lesson = first.unit('kastje-muur', 'lesson');
  await first.start(lesson);
  await first.lesson(lesson);
  await first.overview();
  const talk = first.unit('oefengesprek', 'conversation');
  await first.start(talk);
  const path = await first.bestPath(talk);
  const options = new Map(
    talk.turns.flatMap((turn) =>
      turn.kind === 'choice' && turn.options.length > 1 ? turn.options.map(({ code }) => [code, turn]) : [],
    ),
  );
  const [, at = 0] = path.flatMap((code, nth) => (options.has(code) ? [nth] : []));
  const gone = path[at] ?? '';
  await first.converse(talk, path.slice(0, at + 1));
  await page.getByRole('link', { name: 'Activiteit verlaten' }).click();
  await page.getByRole('heading', { name: 'Wie leert er?' }).waitFor();

  // An open course page would load itself anew.
  await page.goto('about:blank');
  course.update((before) => nextVersion(before, gone));
  const second = await launch(page, course.server.url, start);
  const told = await second.frame.locator('.notices').allInnerTexts();
  expect(told.map((text) => text.trim())).toEqual([t.saving.contentChanged]);
  expect(t.saving.contentChanged.match(/[.!?]/g)).toHaveLength(1);
  const { journal } = await second.session();
  expect(journal.units[talk.code]?.running?.actions.map(({ code }) => code)).toEqual(path.slice(0, at));
  expect(journal.units[lesson.code]?.best).toBeDefined();

  await second.start({ ...talk, title: `${talk.title} (herzien)` });
  const other = options.get(gone)?.options.find(({ code }) => code !== gone);
  await second.say(other?.text ?? '');
  await second.overview();
  expect(await second.frame.locator('.notices').innerText()).not.toContain('bewaren');
  await page.getByRole('link', { name: 'Activiteit verlaten' }).click();
  await page.getByRole('link', { name: 'Cijfers' }).click();
  const book = await page.locator('main').innerText();
  expect(book).toContain(module.title);
  expect(book).toContain('1 poging');
  // What still waited when the first page closed is told again, in the new version's words: the LRS says that it has it.
  expect(problems.filter((one) => !/409 \(Conflict\) .*\/xapi\/statements$/.test(one))).toEqual([]);
  await context.close();
});
