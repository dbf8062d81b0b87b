/** A learner who plays a module through its page: finds things by what they say, as a person does. */
import type { Page } from 'playwright-core';
import type {
  Conversation,
  FindMistake,
  Lesson,
  Module,
  Quiz,
  QuizItem,
  Test,
} from '../../src/content/module.js';
import { testTexts } from '../../src/player/texts/nl-test.js';
import { unitTexts } from '../../src/player/texts/nl-units.js';
import { t } from '../../src/player/texts/texts.js';
import { LearnerInConversation } from './learner-conversation.js';
import { answerItem, missItem } from './learner-items.js';
import { passBy, type Visit } from './learner-page.js';

type Target = 'SCORM 1.2' | 'SCORM 2004' | 'cmi5';
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

export class Learner extends LearnerInConversation {
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
    // What is not drawn yet is not visible either.
    await quiz.locator('h1').waitFor();
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
