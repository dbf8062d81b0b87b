/** A cmi5 package that was really built, launched by the local LMS: everything an AU has to say, in order, and found back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCourse, newProfile, type Course } from './course.js';
import { launch, playBest } from './learner.js';

let course: Course;
beforeAll(async () => {
  course = await openCourse(['hostmanship'], ['cmi5']);
});
afterAll(async () => {
  await course.close();
});

interface Statement {
  readonly id: string;
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string };
  readonly result?: { readonly score?: { readonly scaled: number }; readonly duration?: string };
  readonly context: {
    readonly registration: string;
    readonly contextActivities: { readonly category?: readonly { readonly id: string }[] };
    readonly extensions: Readonly<Record<string, string>>;
  };
}

const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const verbOf = ({ verb }: Statement) => verb.id.split('/').at(-1);
const isDefined = ({ context }: Statement) =>
  context.contextActivities.category?.some(({ id }) => id === CMI5) ?? false;

/** In order of arrival. */
async function statements(): Promise<readonly Statement[]> {
  const { endpoint, key, secret } = course.server.lrs;
  const headers = { Authorization: `Basic ${btoa(`${key}:${secret}`)}`, 'X-Experience-API-Version': '1.0.3' };
  const answer = await fetch(new URL('statements?limit=500&ascending=true', endpoint), { headers });
  return ((await answer.json()) as { statements: Statement[] }).statements;
}

describe('hostmanship as cmi5', () => {
  it('is played with a reload and a new session half-way, and completes, passes and satisfies in order', async () => {
    const module = course.module('hostmanship');
    const { context, problems } = await newProfile(course);
    const page = await context.newPage();
    const refused: Statement[][] = [];
    page.on('response', (response) => {
      if (response.status() === 409 && response.url().endsWith('/xapi/statements'))
        refused.push([response.request().postDataJSON() as Statement | Statement[]].flat());
    });
    const learner = await launch(page, course.server.url, { name: 'Anke Bosma', module, target: 'cmi5' });
    const mistakes = learner.unit('zoek-de-fout', 'find-mistake');
    await learner.start(mistakes);
    await learner.findMistakes(mistakes);
    await learner.overview();

    // Only the frame is loaded anew: its launch was used, the session goes on.
    const frame = page.frames()[1];
    expect(frame?.url(), 'no secret and no person in the address').not.toMatch(/[?]/);
    await frame?.evaluate(() => location.reload());
    await learner.frame.locator('zt-overview h1').waitFor();
    expect(await learner.frame.locator('zt-app').innerText()).not.toMatch(/niets bewaard/);
    await playBest(learner, learner.unit('weduwe', 'conversation'));

    // The whole page: the LMS launches a new session.
    await page.reload();
    await learner.frame.locator('zt-overview h1').waitFor();
    for (const id of ['terras', 'container']) await playBest(learner, learner.unit(id, 'conversation'));
    const quiz = learner.unit('toets', 'quiz');
    await learner.start(quiz);
    await learner.quiz(quiz);
    await learner.overview();
    await learner.frame.getByRole('heading', { name: 'Je bent klaar met deze module' }).waitFor();
    // Nobody plays this fast: what an LRS that takes its time has not heard by the end would be told at a next visit.
    const isTold = async () => {
      const told = await statements();
      return module.units.filter(
        ({ id }) => !told.some((one) => one.object.id.endsWith(`/${id}`) && one.result?.score),
      );
    };
    await expect.poll(isTold, { timeout: 60_000 }).toEqual([]);
    await learner.frame.getByRole('button', { name: 'Afsluiten' }).click();
    await page.getByRole('heading', { name: 'Wie leert er?' }).waitFor();
    await page.getByText('Geslaagd · 100').waitFor();

    const sent = await statements();
    const sessions = [...new Set(sent.map((one) => one.context.extensions[SESSION]))];
    expect(sessions).toHaveLength(2);
    const [first, second] = sessions.map((session) =>
      sent.filter((one) => one.context.extensions[SESSION] === session),
    );
    expect(first?.filter(isDefined).map(verbOf)).toEqual(['launched', 'initialized', 'terminated']);
    expect(second?.filter(isDefined).map(verbOf).slice(0, 2)).toEqual(['launched', 'initialized']);
    expect(second?.filter(isDefined).map(verbOf).slice(2).sort()).toEqual(
      ['completed', 'passed', 'satisfied', 'terminated'].sort(),
    );
    const words = sent.map(verbOf);
    expect(words.indexOf('completed')).toBeLessThan(words.indexOf('satisfied'));
    expect(new Set(sent.map(({ context }) => context.registration)).size).toBe(1);
    expect(sent.find((one) => verbOf(one) === 'passed')?.result?.score?.scaled).toBe(1);
    expect(sent.filter((one) => !isDefined(one)).length).toBeGreaterThan(30);
    expect(new Set(sent.map(({ id }) => id)).size, 'no statement twice').toBe(sent.length);
    expect(JSON.stringify(sent), 'never a name').not.toMatch(/anke/i);

    await page.getByRole('link', { name: 'Cijfers' }).click();
    const book = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    expect(book).toContain(module.title);
    expect(book).toMatch(/Geslaagd\s+Score\s+100/);
    // Folded away, as for SCORM: the competences, the conversations and the answers.
    const details = (await page.locator('details.grade').textContent())?.replace(/\s+/g, ' ') ?? '';
    expect(details).toMatch(/Competenties en doelen.*Hostmanship.*100/);
    for (const { title } of module.units.filter(({ kind }) => kind === 'conversation'))
      expect(details).toContain(title);
    expect(details).toMatch(/Antwoorden en gesprekken.*Goed/);

    // What is done is looked back on: nothing but a beginning and an end is told.
    const again = await launch(page, course.server.url, { name: 'Anke Bosma', module, target: 'cmi5' });
    await again.frame.getByText('Er wordt nu niets bewaard').first().waitFor();
    await page.getByRole('link', { name: 'Activiteit verlaten' }).click();
    await page.getByRole('heading', { name: 'Wie leert er?' }).waitFor();
    const later = (await statements()).slice(sent.length);
    expect(later.map(verbOf)).toEqual(['launched', 'initialized', 'terminated']);
    // Ordinary answers of xAPI's, which a browser writes down: no journal yet (404), one that the page before the reload wrote last (412),
    // statements that were on their way at the reload and are told once more (409).
    const ordinary = /status of ((404|412) .*stateId=zeventerpen\.journal|409 .*\/xapi\/statements)$/;
    const arrivedBefore = ({ id, context: { extensions } }: Statement): boolean =>
      sent.some((one) => one.id === id && one.context.extensions[SESSION] !== extensions[SESSION]);
    expect(refused.filter((batch) => !batch.some(arrivedBefore))).toEqual([]);
    expect(problems.filter((one) => !ordinary.test(one))).toEqual([]);
    await context.close();
  });
});
