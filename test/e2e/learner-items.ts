/** How a learner fills in an item of a quiz or a test, by what its options say. */
import type { Locator } from 'playwright-core';
import type { QuizItem } from '../../src/content/module.js';
import { optionsOf } from '../../src/engine/item-share.js';
import { unitTexts } from '../../src/player/texts/nl-units.js';

/** All right. */
export async function answerItem(quiz: Locator, item: QuizItem): Promise<void> {
  switch (item.soort) {
    case 'enkel':
    case 'meer':
      for (const option of item.opties)
        if (item.goed.includes(option.id)) await quiz.getByLabel(option.tekst, { exact: true }).check();
      return;
    case 'volgorde':
      for (const [place, option] of item.opties.entries())
        await quiz.getByLabel(unitTexts.quiz.placeOf(option.tekst)).selectOption({ value: String(place) });
      return;
    case 'beoordelen':
      for (const option of item.opties)
        await quiz
          .getByRole('group', { name: option.tekst })
          .getByLabel(unitTexts.quiz.scale(option.sleutel), { exact: true })
          .check();
      return;
    case 'koppelen':
      for (const option of item.opties) {
        const row = quiz.getByRole('group', { name: option.tekst, exact: true });
        const group = item.groepen.find(({ id }) => id === option.bij)?.tekst ?? '';
        // Short names of groups make a matrix; long ones a list for each.
        if ((await row.count()) > 0) await row.getByLabel(group, { exact: true }).check();
        else await quiz.getByLabel(option.tekst).selectOption({ value: option.bij });
      }
      return;
    case 'getal':
      await quiz.getByRole('textbox').fill(String(item.antwoord));
  }
}

/** One of the weaker options of a choice of one. */
export async function missItem(quiz: Locator, item: QuizItem): Promise<void> {
  const weak = optionsOf(item).find(({ id }) => item.soort === 'enkel' && id !== item.goed);
  if (!weak) throw new Error(`'${item.id}' is no choice of one.`);
  await quiz.getByLabel(weak.tekst, { exact: true }).check();
}
