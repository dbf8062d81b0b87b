/** Without a mouse and without eyes: a whole module by keyboard only, and a conversation as a screen reader is told of it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Code, Conversation, Lesson } from '../../src/content/module.js';
import { unitTexts } from '../../src/player/texts/nl-units.js';
import { workTexts as w } from '../../src/player/texts/nl-work.js';
import { t } from '../../src/player/texts/texts.js';
import { readTree } from './accessibility-tree.js';
import { newProfile, openCourse, readBook, sameChance, type Course } from './course.js';
import { Keyboard } from './keyboard.js';
import { launch, type Learner } from './learner.js';
import { contentFrame } from './walk.js';

let course: Course;
beforeAll(async () => {
  course = await openCourse(['welkom', 'hostmanship'], ['scorm12']);
});
afterAll(async () => {
  await course.close();
});

const open = async (name: string, id = 'welkom'): Promise<Learner> => {
  const { context } = await newProfile(course, { width: 1280, height: 720 });
  await sameChance(context);
  const page = await context.newPage();
  return launch(page, course.server.url, { name, module: course.module(id), target: 'SCORM 1.2' });
};

const tree = (moment: string): string => join(fileURLToPath(new URL(`trees/${moment}.txt`, import.meta.url)));

/** As in the page: with what a search for a name may stumble over made harmless. */
const exactly = (text: string): RegExp =>
  new RegExp(`^(\\d ?)?${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

async function readLesson(keys: Keyboard, unit: Lesson): Promise<void> {
  for (const [index, page] of unit.pages.entries()) {
    for (const block of page.blocks) {
      if (block.kind === 'question')
        await keys.enter(exactly(block.options.find((option) => option.good)?.text ?? ''));
      if (block.kind === 'spots') for (const spot of block.spots) await keys.enter(spot.label);
    }
    const isLast = index + 1 === unit.pages.length;
    const { role, name } = await keys.enter(isLast ? unitTexts.lesson.finish : exactly(t.common.on));
    expect({ role, name }).toMatchObject({ role: 'h1' });
  }
}

async function converse(
  keys: Keyboard,
  learner: Learner,
  unit: Conversation,
  path: readonly Code[],
): Promise<void> {
  const { deskCodes } = learner.module.world;
  const lookUps = new Map(Object.entries(deskCodes).map(([key, code]) => [code, key]));
  for (const code of path) {
    const key = lookUps.get(code);
    if (key !== undefined) {
      await lookUp(keys, learner, key);
      continue;
    }
    const option = unit.turns
      .flatMap((turn) => (turn.kind === 'choice' ? turn.options : []))
      .find((one) => one.code === code);
    const { role } = await keys.enter(exactly(option?.text ?? ''));
    // What was answered takes the focus, so that it is read first.
    expect(role).toBe('li');
  }
}

const TABS = { klant: 'customer', zaak: 'cases', artikel: 'knowledge', notitie: 'actions' } as const;

async function lookUp(keys: Keyboard, learner: Learner, key: string): Promise<void> {
  const [kind = '', target = ''] = key.split(':');
  const { world } = learner.module;
  const tab = w.desk.tabs[TABS[kind as keyof typeof TABS]];
  // Tab comes to the open tab only; arrows go along the others.
  await keys.to(new RegExp(`^(${Object.values(w.desk.tabs).join('|')})$`));
  for (let presses = 0; presses < 4 && (await keys.focus()).name !== tab; presses++)
    await keys.press('ArrowRight');
  switch (kind) {
    case 'klant':
      await keys.enter(w.desk.openRecord(world.customers.find((one) => one.id === target)?.naam ?? ''));
      return;
    case 'zaak':
      await keys.enter(target);
      return;
    case 'artikel':
      await keys.enter(world.articles.find((one) => one.id === target)?.titel ?? '');
      return;
    case 'notitie':
      await keys.enter(exactly(w.desk.actions.note));
      await keys.enter(w.desk.actions.noteSave);
      return;
    default:
      throw new Error(`No keys for ${key}.`);
  }
}

it('plays a whole module to its score without a mouse, and the focus is always somewhere that shows', async () => {
  const learner = await open('Kees Toetsen');
  const { page, module } = learner;
  const keys = new Keyboard(page, contentFrame(learner));
  const [first, second] = module.units.filter((unit) => unit.kind === 'lesson');
  const talk = module.units.find((unit) => unit.kind === 'conversation');
  if (!first || !second || !talk) throw new Error('welkom has other units than this test knows.');
  await page.keyboard.press('Tab');
  await keys.enter(t.overview.startWith(first.title));
  await readLesson(keys, first);
  await keys.enter(unitTexts.next(second.title));
  await readLesson(keys, second);
  await keys.enter(unitTexts.next(talk.title));
  await converse(keys, learner, talk, await learner.bestPath(talk));
  await keys.enter(w.talk.toDebrief);
  await keys.enter(t.common.overview);
  await learner.frame.getByRole('heading', { name: t.overview.end.title }).waitFor();
  expect(keys.faults).toEqual([]);
  await readBook(page, course, /Kees Toetsen[\s\S]*\b100\b/);
  await page.context().close();
});

it('is told to a screen reader in the order of the conversation, with names, states and what is announced', async () => {
  const learner = await open('Sanne Scherm');
  const { page, frame } = learner;
  const talk = learner.unit('oefengesprek', 'conversation');
  const holds = async (moment: string): Promise<void> => {
    // Storing may take its time; what is read is the page as it stands once all is stored.
    await frame.locator('zt-app').evaluate((element) => {
      (element as HTMLElement & { status: string }).status = 'saved';
    });
    await learner.drawn();
    await frame.locator('zt-header').getByText(t.saving.short.saved, { exact: true }).waitFor();
    await expect(await readTree(page, contentFrame(learner), 'RootWebArea')).toMatchFileSnapshot(
      tree(moment),
    );
  };
  await learner.start(talk);
  await frame.locator('zt-options').waitFor();
  const log = await frame.locator('zt-talk-log [role=log]').elementHandle();
  const status = await frame.locator('zt-app > [role=status]').first().elementHandle();
  await holds('1-begin');
  const path = await learner.bestPath(talk);
  const said = path.find((code) => !Object.values(learner.module.world.deskCodes).includes(code)) ?? '';
  await learner.converse(talk, [said]);
  await holds('2-na-een-keuze');
  await learner.atDesk(learner.module.world.deskCodes[`klant:${talk.customer}`] ?? '');
  await holds('3-na-het-bureau');
  // A live region that was drawn anew says nothing, and a log that was loses the reader's place.
  expect(await log.evaluate((node) => node.isConnected)).toBe(true);
  expect(await status.evaluate((node) => node.isConnected)).toBe(true);
  await learner.converse(
    talk,
    path.filter((code) => code !== said && code !== learner.module.world.deskCodes[`klant:${talk.customer}`]),
  );
  await learner.debrief();
  await holds('4-nabespreking');
  await page.context().close();
});

it('is asked every kind of question with a name and a state for each answer, and told what was right and why', async () => {
  const learner = await open('Quirine Vraag', 'hostmanship');
  const { page } = learner;
  const unit = learner.unit('toets', 'quiz');
  const missed = unit.items.find(({ soort }) => soort === 'enkel');
  await learner.start(unit);
  const seen = new Set<string>();
  await learner.quiz(
    unit,
    async (moment) => {
      if (seen.has(moment)) return;
      seen.add(moment);
      const told = await readTree(page, contentFrame(learner), 'main');
      await expect(told).toMatchFileSnapshot(tree(`vraag-${moment.replace(' ', '-')}`));
    },
    missed,
  );
  expect(seen.size).toBe(10);
  await page.context().close();
});

it('is told what the windows beside the units are about, with a name and a state for each setting', async () => {
  const learner = await open('Wim Weergave');
  const { page, frame } = learner;
  const dialog = frame.locator('dialog[open]');
  // Where the computer has a voice, the page says more.
  await frame.locator('zt-app').evaluate(() => (speechSynthesis.getVoices = () => []));
  for (const [name, moment] of [
    [t.app.view, 'weergave'],
    [t.overview.kept, 'bewaard'],
  ] as const) {
    await learner.button(name).click();
    await dialog.waitFor();
    await expect(await readTree(page, contentFrame(learner), 'dialog')).toMatchFileSnapshot(tree(moment));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
  await page.context().close();
});
