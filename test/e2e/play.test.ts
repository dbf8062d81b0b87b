/** The main job, end to end: a zip that was really built, played in the local LMS, found back in gradebook and LRS. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../src/engine/session.js';
import { t } from '../../src/player/texts/texts.js';
import { openCourse, newProfile, type Course } from './course.js';
import { launch, playWhole, type Learner } from './learner.js';

let course: Course;
beforeAll(async () => {
  course = await openCourse(['hostmanship', 'welkom']);
});
afterAll(async () => {
  await course.close();
});

interface Statement {
  readonly id: string;
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  readonly actor: { readonly name?: string; readonly account?: { readonly name: string } };
  readonly object: { readonly id: string };
  readonly timestamp: string;
  readonly result?: { readonly score?: { readonly scaled: number } };
}

async function statements(): Promise<readonly Statement[]> {
  const { endpoint, key, secret } = course.server.lrs;
  const headers = { Authorization: `Basic ${btoa(`${key}:${secret}`)}`, 'X-Experience-API-Version': '1.0.3' };
  const found: Statement[] = [];
  for (let url = new URL('statements?limit=500', endpoint).href; url;) {
    const answer = (await (await fetch(url, { headers })).json()) as {
      statements: Statement[];
      more?: string;
    };
    found.push(...answer.statements);
    url = answer.more ? new URL(answer.more, endpoint).href : '';
  }
  return found;
}

describe.each(['SCORM 1.2', 'SCORM 2004'] as const)('hostmanship as %s', (target) => {
  const name = `Anke ${target}`;

  it('is played to its best endings, resumed half-way, and found in gradebook and LRS', async () => {
    const module = course.module('hostmanship');
    const { context, problems } = await newProfile(course);
    const page = await context.newPage();
    const learner = await launch(page, course.server.url, { name, module, target });
    await playWhole(learner);
    await learner.frame.getByRole('heading', { name: 'Je bent klaar met deze module' }).waitFor();
    await page.getByRole('link', { name: 'Activiteit verlaten' }).click();
    await page.getByRole('heading', { name: 'Wie leert er?' }).waitFor();
    await page.goto('about:blank');
    await course.restart();

    await page.goto(new URL('cijfers', course.server.url).href);
    const book = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    expect(book).toContain(name);
    expect(book).toContain(module.title);
    // All best routes and all answers right: the one score that is known beforehand.
    expect(book).toMatch(/\b100\b/);
    expect(book.toLowerCase()).toContain('klaar');
    const html = await page.locator('main').innerHTML();
    for (const unit of module.units.filter(({ kind }) => kind !== 'quiz'))
      expect(html).toContain(unit.id.replaceAll('-', '_'));
    for (const competence of ['hostmanship', 'proactief']) expect(html.toLowerCase()).toContain(competence);

    const sent = await statements();
    const verbs = new Set(sent.map((one) => one.verb.id.split('/').at(-1)));
    for (const verb of ['initialized', 'answered', 'experienced', 'scored', 'completed', 'terminated'])
      expect(verbs).toContain(verb);
    expect(new Set(sent.map((one) => one.id)).size, 'no statement twice').toBe(sent.length);
    expect(JSON.stringify(sent), 'never a name').not.toContain('Anke');
    await page.goto(new URL('statements', course.server.url).href);
    expect(await page.locator('main').innerText()).toContain(name);
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe('welkom', () => {
  it('is read, toured and practised with the coach, and then complete with the score of the call', async () => {
    const module = course.module('welkom');
    const { context, problems } = await newProfile(course, { width: 390, height: 844 }, 'no-preference');
    const page = await context.newPage();
    const learner = await launch(page, course.server.url, {
      name: 'Dirk Welkom',
      module,
      target: 'SCORM 1.2',
    });
    await playWhole(learner);
    await learner.frame.getByRole('heading', { name: 'Je bent klaar met deze module' }).waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe('coming back', () => {
  it('opens the same turn with the same desk and the same figures after the tab was closed in the middle', async () => {
    const module = course.module('hostmanship');
    const { context, problems } = await newProfile(course);
    const start = { name: 'Bram Halverwege', module, target: 'SCORM 1.2' } as const;
    const first = await launch(await context.newPage(), course.server.url, start);
    const unit = first.unit('weduwe', 'conversation');
    await first.start(unit);
    const path = await first.bestPath(unit);
    const half = Math.ceil(path.length / 2);
    await first.converse(unit, path.slice(0, half));
    const before = await seen(first);
    await first.page.close({ runBeforeUnload: true });

    const second = await launch(await context.newPage(), course.server.url, start);
    await second.start(unit);
    expect(await seen(second)).toEqual(before);
    await second.converse(unit, path.slice(half));
    await second.debrief();
    expect(problems).toEqual([]);
    await context.close();
  });

  it('keeps a choice when the page is reloaded at once, also in another browser', async () => {
    const module = course.module('hostmanship');
    const { context } = await newProfile(course);
    const start = { name: 'Chaima Snel', module, target: 'SCORM 2004' } as const;
    const first = await launch(await context.newPage(), course.server.url, start);
    const unit = first.unit('terras', 'conversation');
    await first.start(unit);
    const path = await first.bestPath(unit);
    await first.converse(unit, path.slice(0, 2));
    const before = await seen(first);
    await first.page.reload();
    await first.frame.locator('zt-overview h1').waitFor();
    await first.start(unit);
    expect(await seen(first)).toEqual(before);
    await context.close();

    const elsewhere = await newProfile(course);
    const second = await launch(await elsewhere.context.newPage(), course.server.url, start);
    await second.start(unit);
    expect(await seen(second)).toEqual(before);
    await elsewhere.context.close();
  });
});

describe('without a network', () => {
  it('goes from the overview into a conversation and on, once the overview has been read for a moment', async () => {
    const module = course.module('hostmanship');
    const { context } = await newProfile(course);
    const page = await context.newPage();
    const start = { name: 'Evert Onderweg', module, target: 'SCORM 1.2' } as const;
    const learner = await launch(page, course.server.url, start);
    await expect
      .poll(() => learner.frame.locator('zt-app').evaluate(isAllThere), { timeout: 60_000 })
      .toBe(true);
    await context.setOffline(true);
    const unit = learner.unit('weduwe', 'conversation');
    await learner.start(unit);
    const before = (await seen(learner)).log.length;
    await learner.frame.locator('zt-options').getByRole('button').first().click();
    await learner.frame.locator('zt-talk-log li').nth(before).waitFor();
    await learner.frame.locator('zt-header').getByText(t.saving.short.local).waitFor();
    await context.setOffline(false);
    await learner.frame.locator('zt-header').getByText(t.saving.short.saved).waitFor();
    await context.close();
  });
});

/** In the page: true once the units are there with all they hold, their screens, and what stands beside them. */
function isAllThere(app: Element): boolean {
  const { session } = app as unknown as { readonly session: Session };
  const names = ['zt-conversation', 'zt-certificate'];
  return (
    names.every((name) => customElements.get(name)) && session.module.units.some((unit) => 'turns' in unit)
  );
}

/** What the learner sees of a running conversation: the options, the meters, the log. */
async function seen(learner: Learner) {
  const { frame } = learner;
  await frame.locator('zt-conversation zt-options, zt-conversation zt-compose').first().waitFor();
  await learner.drawn();
  return {
    options: await frame.locator('zt-options button, zt-compose li').allInnerTexts(),
    meters: await frame
      .locator('zt-ring-meter [role=meter]')
      .evaluateAll((meters) => meters.map((meter) => meter.getAttribute('aria-valuenow'))),
    log: await frame.locator('zt-talk-log li').allInnerTexts(),
  };
}
