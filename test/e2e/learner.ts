/** A learner who plays a module through its page: finds things by what they say, as a person does. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type {
  Code,
  Conversation,
  FindMistake,
  Lesson,
  Module,
  Quiz,
  QuizItem,
  Test,
  Unit,
} from '../../src/content/module.js';
import { uncertain } from '../../src/engine/conversation/desk.js';
import { unitState, type Session } from '../../src/engine/session.js';
import { testTexts } from '../../src/player/texts/nl-test.js';
import { unitTexts } from '../../src/player/texts/nl-units.js';
import { workTexts as w } from '../../src/player/texts/nl-work.js';
import { t } from '../../src/player/texts/texts.js';
import { answerItem, missItem } from './learner-items.js';

type Target = 'SCORM 1.2' | 'SCORM 2004' | 'cmi5';
/** Looks at what is on screen, half-way; told what it is. */
type Visit = (screen: string) => Promise<void>;
const passBy: Visit = () => Promise.resolve();

/** Says who he is in the local LMS, unless it knows, and opens a module from its course page. */
export async function launch(
  page: Page,
  url: string,
  start: { readonly name: string; readonly module: Module; readonly target: Target },
): Promise<Learner> {
  await page.goto(url);
  const listed = page.getByLabel('Deelnemer', { exact: true });
  if ((await page.locator('.who', { hasText: start.name }).count()) > 0) {
    // Chosen already: a name that is typed again is somebody else.
  } else if ((await listed.count()) > 0 && (await listed.innerText()).includes(start.name)) {
    await listed.selectOption({ label: start.name });
    await page.getByRole('button', { name: 'Kies', exact: true }).click();
  } else {
    await page.getByLabel(/^Naam$|^Nieuwe deelnemer$/).fill(start.name);
    await page.getByRole('button', { name: 'Voeg toe' }).click();
  }
  const row = page.locator('li.module', { hasText: start.module.title });
  await row.locator('select').selectOption({ label: start.target });
  await row.getByRole('button').click();
  const learner = new Learner(page, start.module);
  await learner.frame.locator('zt-overview h1').waitFor();
  return learner;
}

export class Learner {
  constructor(
    readonly page: Page,
    readonly module: Module,
  ) {}

  get frame(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  unit<K extends Unit['kind']>(id: string, kind: K): Extract<Unit, { kind: K }> {
    const found = this.module.units.find(
      (unit): unit is Extract<Unit, { kind: K }> => unit.id === id && unit.kind === kind,
    );
    if (!found) throw new Error(`No ${kind} ${id}.`);
    return found;
  }

  /** The session as the page holds it. */
  async session(): Promise<Session> {
    const journal = await this.frame
      .locator('zt-app')
      .evaluate((app) => (app as unknown as { session: Session }).session.journal);
    return { module: this.module, journal };
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  async start(unit: Unit): Promise<void> {
    const words = t.overview;
    const names = [words.startWith(unit.title), words.goOnWith(unit.title), words.againWith(unit.title)];
    await this.frame
      .locator('zt-overview')
      .getByRole('button', { name: new RegExp(names.map(escaped).join('|')) })
      .first()
      .click();
  }

  /** The best route that the checker proved, for the draw of chance this attempt got. */
  async bestPath(unit: Conversation): Promise<readonly Code[]> {
    const state = unitState(await this.session(), unit.code);
    if (state.kind !== 'conversation') throw new Error(`${unit.id} is not running.`);
    const proof = unit.proof.draws[state.state.draw];
    if (!proof)
      throw new Error(`No proof for draw ${state.state.draw} of ${String(uncertain(unit).length)} chances.`);
    return proof.bestPath;
  }

  async converse(unit: Conversation, path: readonly Code[], visit = passBy): Promise<void> {
    let blocks: Code[] = [];
    for (const code of path) {
      const compose = unit.turns.find((turn) => turn.kind === 'compose' && turn.send.code === code);
      if (compose?.kind === 'compose') {
        for (const slot of compose.slots)
          await this.fill(
            slot.label,
            [...slot.blocks, ...(slot.empty ? [slot.empty] : [])].find((block) => blocks.includes(block.code))
              ?.text,
          );
        const form = compose.form ?? 'bericht';
        await visit(`${form} ingevuld`);
        await this.readAll(() => visit(`${form}, alles gelezen`));
        const { send } = w.compose.forms[form];
        await this.frame.locator('zt-compose').getByRole('button', { name: send }).first().click();
        blocks = [];
      } else if (Object.values(this.module.world.deskCodes).includes(code)) {
        await this.atDesk(code);
      } else {
        const option = unit.turns
          .flatMap((turn) => (turn.kind === 'choice' ? turn.options : []))
          .find((one) => one.code === code);
        if (option) await this.say(option.text);
        else blocks.push(code);
      }
    }
  }

  /** What is written, as it will go out. */
  private async readAll(visit: () => Promise<void>): Promise<void> {
    const compose = this.frame.locator('zt-compose');
    await compose.getByRole('button', { name: w.compose.readAll }).click();
    await compose.getByRole('dialog').waitFor();
    await visit();
    await compose.getByRole('dialog').getByRole('button', { name: t.common.back }).click();
  }

  /** On a phone the desk covers the conversation. */
  private async backToTalk(): Promise<void> {
    const talk = this.frame.getByRole('tab', { name: w.desk.tabs.talk });
    if (await talk.isVisible()) await talk.click();
  }

  async say(text: string): Promise<void> {
    await this.backToTalk();
    await this.frame.locator('zt-options').getByRole('button', { name: text }).click();
  }

  /** Fills one slot of a letter; undefined leaves it empty. */
  async fill(label: string, text: string | undefined): Promise<void> {
    await this.backToTalk();
    const compose = this.frame.locator('zt-compose');
    const slot = compose.locator('li.slot', { hasText: label });
    const open = slot.getByRole('button', {
      name: new RegExp(`^(${escaped(w.compose.chooseFor(label))}|${escaped(w.compose.changeFor(label))})$`),
    });
    if (await open.isVisible()) await open.click();
    await slot.getByLabel(text || w.compose.skip, { exact: true }).check();
  }

  async atDesk(code: Code): Promise<void> {
    const key = Object.entries(this.module.world.deskCodes).find(([, one]) => one === code)?.[0] ?? '';
    const [kind = '', target = ''] = key.split(':');
    const { world } = this.module;
    const desk = this.frame.locator('zt-desk');
    const tab = async (name: string) => {
      await this.frame.getByRole('tab', { name }).click();
      const back = desk.getByRole('button', {
        name: new RegExp(`^(${w.desk.cases.back}|${w.desk.knowledge.back})$`),
      });
      if (await back.isVisible()) await back.click();
    };
    switch (kind) {
      case 'klant':
        await tab(w.desk.tabs.customer);
        await desk
          .getByRole('button', {
            name: w.desk.openRecord(nameOf(world.customers, target)),
          })
          .click();
        return;
      case 'zaak':
        await tab(w.desk.tabs.cases);
        await desk.getByRole('button', { name: target }).click();
        return;
      case 'artikel': {
        const title = world.articles.find((one) => one.id === target)?.titel ?? target;
        await tab(w.desk.tabs.knowledge);
        await desk.getByRole('searchbox').fill(title);
        await desk.getByRole('button', { name: title }).first().click();
        return;
      }
      case 'bellen':
        await this.call(nameOf(world.desks, target));
        return;
      case 'kanaal':
        await this.action(w.desk.actions.channel, w.desk.actions.propose(nameOf(world.channels, target)));
        return;
      case 'notitie':
        await this.action(w.desk.actions.note, w.desk.actions.noteSave);
        return;
      default:
        throw new Error(`The desk has no ${key}.`);
    }
  }

  /** Brings a desk in through its dialog: call, hear the answer, back. */
  private async call(bureau: string): Promise<void> {
    await this.action(w.desk.actions.call, w.handover.open(bureau));
    const dialog = this.frame.getByRole('dialog', { name: w.handover.title(bureau) });
    await dialog.getByRole('button', { name: w.handover.call(bureau) }).click();
    await dialog.getByRole('button', { name: w.handover.back }).click();
  }

  private async action(fold: string, button: string): Promise<void> {
    const desk = this.frame.locator('zt-desk');
    await this.frame.getByRole('tab', { name: w.desk.tabs.actions }).click();
    const way = desk.getByRole('button', { name: button });
    if (!(await way.isVisible())) await desk.locator('summary', { hasText: fold }).click();
    await way.click();
  }

  /** From the end of a conversation through its debrief back to the overview. */
  async debrief(): Promise<void> {
    await this.button(w.talk.toDebrief).click();
    await this.frame.locator('zt-debrief h1').waitFor();
  }

  async overview(): Promise<void> {
    const header = this.frame.locator('zt-header');
    const way = header.getByRole('button', { name: t.app.overview });
    // On a phone it stands in the menu.
    if (!(await way.isVisible())) await header.getByRole('button', { name: t.app.menu }).click();
    await way.click();
    await this.frame.locator('zt-overview h1').waitFor();
  }

  async lesson(unit: Lesson, visit = passBy): Promise<void> {
    const lesson = this.frame.locator('zt-lesson');
    for (const page of unit.pages) {
      await lesson.getByRole('heading', { name: page.title }).waitFor();
      for (const block of page.blocks) {
        if (block.kind === 'question')
          await lesson
            .getByRole('button', {
              name: block.options.find((option) => option.good)?.text ?? block.options[0]?.text ?? '',
            })
            .click();
        if (block.kind === 'spots')
          for (const spot of block.spots)
            await lesson.getByRole('button', { name: spot.label }).first().click();
      }
      await visit(page.title);
      await lesson
        .getByRole('button', { name: new RegExp(`^(${t.common.on}|${unitTexts.lesson.finish})`) })
        .click();
    }
    await lesson.getByRole('heading', { name: unitTexts.lesson.done }).waitFor();
  }

  /** Every item right, but this one. */
  async quiz(unit: Quiz, visit = passBy, missed?: QuizItem): Promise<void> {
    const quiz = this.frame.locator('zt-quiz');
    const begin = quiz.getByRole('button', { name: unitTexts.quiz.begin, exact: true });
    if (await begin.isVisible()) await begin.click();
    for (const [index, item] of unit.items.entries()) {
      await quiz.getByText(item.vraag).first().waitFor();
      if (item === missed) await missItem(quiz, item);
      else await answerItem(quiz, item);
      await visit(`${item.soort} gevraagd`);
      await quiz.getByRole('button', { name: t.common.check }).click();
      await visit(`${item.soort} uitgelegd`);
      await quiz
        .getByRole('button', {
          name: index + 1 < unit.items.length ? unitTexts.quiz.next : unitTexts.quiz.toResult,
        })
        .click();
    }
    await quiz.getByText(unitTexts.ofTen).first().waitFor();
  }

  /** Answers every item of a test right, in the order shown, but those that are to be skipped; hands in; the ids of the items. */
  async test(unit: Test, isSkipped?: (item: QuizItem) => boolean): Promise<readonly string[]> {
    const ids = await this.answers(unit, unit.forms.A.length, isSkipped);
    const test = this.frame.locator('zt-test');
    await test.getByRole('button', { name: testTexts.handIn, exact: true }).click();
    await test.getByRole('button', { name: testTexts.confirm.yes }).click();
    await test.getByRole('heading', { name: testTexts.skills }).waitFor();
    return ids;
  }

  /** Begins a test and answers so many items right. */
  async answers(
    unit: Test,
    count: number,
    isSkipped: (item: QuizItem) => boolean = () => false,
  ): Promise<readonly string[]> {
    const test = this.frame.locator('zt-test');
    await test.getByRole('button', { name: testTexts.begin, exact: true }).click();
    const items = [...unit.forms.A, ...unit.forms.B];
    const ids: string[] = [];
    for (let at = 1; at <= count; at++) {
      await test.getByText(testTexts.question(at, unit.forms.A.length), { exact: true }).waitFor();
      const asked = await test.locator('h1').innerText();
      const situation = (await test.locator('.situation').allInnerTexts()).join('');
      const item = items.find(({ vraag, situatie = '' }) => vraag === asked && situatie === situation);
      if (!item) throw new Error(`No item asks '${asked}'.`);
      ids.push(item.id);
      if (!isSkipped(item)) await answerItem(test, item);
      await test.getByRole('button', { name: testTexts.next, exact: true }).click();
    }
    return ids;
  }

  /** Once more what was missed, now right. */
  async retry(missed: QuizItem, visit: Visit): Promise<void> {
    const quiz = this.frame.locator('zt-quiz');
    await quiz.getByRole('button', { name: unitTexts.quiz.retry(1) }).click();
    await quiz.getByText(missed.vraag).first().waitFor();
    await visit('begin');
    await answerItem(quiz, missed);
    await quiz.getByRole('button', { name: t.common.check }).click();
    await quiz.getByRole('button', { name: unitTexts.quiz.toResult }).click();
    await quiz.getByText(unitTexts.quiz.tried(0)).first().waitFor();
    await visit('resultaat');
  }

  async findMistakes(unit: FindMistake, visit = passBy): Promise<void> {
    const texts = unitTexts.findMistake;
    const exercise = this.frame.locator('zt-find-mistake');
    for (const mistake of unit.mistakes) {
      const line = unit.lines.find((one) => one.code === mistake.line);
      await exercise.getByRole('button', { name: line?.text ?? '' }).click();
    }
    await visit('gemarkeerd');
    await exercise.getByRole('button', { name: t.common.check }).click();
    await visit('gevonden');
    await exercise.getByRole('button', { name: texts.explain }).click();
    for (const [index, mistake] of unit.mistakes.entries()) {
      for (const options of [mistake.why, mistake.better]) {
        await exercise
          .getByRole('button', { name: options.find((option) => option.good)?.text ?? '' })
          .click();
      }
      const isLast = index + 1 === unit.mistakes.length;
      await visit(`fout ${String(index + 1)} uitgelegd`);
      await exercise.getByRole('button', { name: isLast ? texts.toResult : texts.next }).click();
    }
    await exercise.getByText(unitTexts.ofTen).first().waitFor();
  }
}

/** A conversation along its best route, and back to the overview. */
export async function playBest(learner: Learner, unit: Conversation): Promise<void> {
  await learner.start(unit);
  await learner.converse(unit, await learner.bestPath(unit));
  await learner.debrief();
  await learner.overview();
}

/** Every unit of the module in its order: conversations along their best route, exercises and items all right. */
export async function playWhole(learner: Learner): Promise<void> {
  for (const unit of learner.module.units) {
    if (unit.kind === 'conversation') {
      await playBest(learner, unit);
      continue;
    }
    await learner.start(unit);
    if (unit.kind === 'lesson') await learner.lesson(unit);
    else if (unit.kind === 'quiz') await learner.quiz(unit);
    else if (unit.kind === 'test') await learner.test(unit);
    else await learner.findMistakes(unit);
    await learner.overview();
  }
}

const nameOf = (list: readonly { readonly id: string; readonly naam: string }[], id: string): string =>
  list.find((one) => one.id === id)?.naam ?? id;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
