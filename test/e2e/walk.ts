/** Every screen of the player, in packages that were really built: one after another, each looked at as it stands. */
import type { Frame } from 'playwright-core';
import type { Test } from '../../src/content/module.js';
import type { ChannelId } from '../../src/content/vocabulary.js';
import { nlTools } from '../../src/player/texts/nl-tools.js';
import { testTexts } from '../../src/player/texts/nl-test.js';
import { unitTexts } from '../../src/player/texts/nl-units.js';
import { workTexts as w } from '../../src/player/texts/nl-work.js';
import { t } from '../../src/player/texts/texts.js';
import { unitState } from '../../src/engine/session.js';
import type { Learner } from './learner.js';

export type Examine = (screen: string) => Promise<void>;

/** The frame that the module is in. */
export function contentFrame({ page }: Learner): Frame {
  const frame = page.frames().find((one) => one.url().includes('index.html'));
  if (!frame) throw new Error('The module is not in a frame.');
  return frame;
}

/** `welkom`: lessons, a call with the desk, the debrief, the end, and all that opens beside the units. */
export async function walkWelkom(learner: Learner, examine: Examine): Promise<void> {
  const { frame } = learner;
  await examine('overzicht');
  await tools(learner, examine);
  for (const unit of learner.module.units.filter((one) => one.kind === 'lesson')) {
    await learner.start(unit);
    await learner.lesson(unit, (title) => examine(`les ${title}`));
    await examine('les klaar');
    await learner.overview();
  }
  const call = learner.unit('oefengesprek', 'conversation');
  await learner.start(call);
  await frame.locator('zt-options').waitFor();
  await examine('telefoon, begin');
  await desk(learner, examine);
  const opened = await doneAtDesk(learner, call.code);
  const path = (await learner.bestPath(call)).filter((code) => !opened.includes(code));
  await learner.converse(call, path);
  await frame.getByRole('button', { name: w.talk.toDebrief }).waitFor();
  await examine('telefoon, einde');
  await frame.getByRole('button', { name: /Lees het gesprek terug/ }).click();
  await examine('telefoon, teruggelezen');
  await learner.debrief();
  await examine('nabespreking');
  await learner.overview();
  await frame.getByRole('heading', { name: t.overview.end.title }).waitFor();
  await examine('einde');
  await frame.getByRole('button', { name: t.overview.end.certificate }).click();
  await frame.locator('zt-certificate h1').waitFor();
  await examine('bewijs van deelname');
}

/** The desk actions of the running conversation that were done. */
async function doneAtDesk(learner: Learner, unit: string): Promise<readonly string[]> {
  const played = unitState(await learner.session(), unit);
  const { deskCodes } = learner.module.world;
  return played.kind === 'conversation' ? played.state.opened.map((key) => deskCodes[key] ?? '') : [];
}

/** Opens all that is folded on a screen. */
async function unfold({ frame }: Learner, screen: string): Promise<void> {
  await frame.locator(`${screen} details`).evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
}

/** Settings, help with the word list, what is kept. */
async function tools(learner: Learner, examine: Examine): Promise<void> {
  const { frame } = learner;
  const opened = async (title: string): Promise<void> => {
    const dialog = frame.getByRole('dialog', { name: title });
    await dialog.waitFor();
    await unfold(learner, 'zt-tools');
    await examine(title);
    await dialog.getByRole('button', { name: t.common.close }).click();
  };
  for (const [name, title] of [
    [t.app.view, nlTools.view.title],
    [t.app.help, nlTools.help.title],
  ] as const) {
    const menu = frame.locator('zt-header').getByRole('button', { name: t.app.menu });
    if (await menu.isVisible()) await menu.click();
    if (name === t.app.view) await examine('menu');
    await frame.locator('zt-header').getByRole('button', { name, exact: true }).click();
    await opened(title);
  }
  await frame.locator('zt-overview').getByRole('button', { name: t.overview.kept }).click();
  await opened(nlTools.kept.title);
}

/** Each tab of the desk, closed and with something open, and the handover. */
async function desk(learner: Learner, examine: Examine): Promise<void> {
  const { frame } = learner;
  const { tabs } = w.desk;
  const tab = (name: string) => frame.getByRole('tab', { name, exact: true }).click();
  const has = (kind: string): string => {
    const unit = learner.unit('oefengesprek', 'conversation');
    return unit.desk.find(({ key }) => key.startsWith(`${kind}:`))?.code ?? '';
  };
  await tab(tabs.customer);
  await examine('bureau, dossier dicht');
  await learner.atDesk(has('klant'));
  await examine('bureau, dossier');
  await frame.getByRole('button', { name: w.identity.check.telefoon }).click();
  await examine('bureau, controleer wie belt');
  await tab(tabs.knowledge);
  await examine('bureau, kennis');
  await learner.atDesk(has('artikel'));
  await examine('bureau, artikel');
  const term = frame.locator('zt-desk zt-term button').first();
  if ((await term.count()) > 0) {
    await term.click();
    await examine('bureau, woord uitgelegd');
    await term.press('Escape');
  }
  await tab(tabs.cases);
  await examine('bureau, zaken');
  await learner.atDesk(has('zaak'));
  await examine('bureau, zaak');
  await tab(tabs.actions);
  await unfold(learner, 'zt-desk');
  await examine('bureau, acties');
  await frame
    .locator('zt-desk')
    .getByRole('button', { name: /^Schakel .* in$/ })
    .first()
    .click();
  const dialog = frame.locator('zt-handover dialog');
  await dialog.getByRole('button', { name: w.handover.fill }).click();
  await examine('overdracht');
  await dialog.getByRole('button', { name: /^Bel / }).click();
  await dialog.locator('#outcome').waitFor();
  await examine('overdracht, antwoord');
  await dialog.getByRole('button', { name: w.handover.back }).click();
  if (await frame.getByRole('tab', { name: tabs.talk }).isVisible()) await tab(tabs.talk);
  await examine('na het bureau');
}

/** `hostmanship`: at the counter, by e-mail, find the mistake, and every kind of item of a quiz. */
export async function walkHostmanship(learner: Learner, examine: Examine): Promise<void> {
  const { frame } = learner;
  await learner.start(learner.unit('weduwe', 'conversation'));
  await frame.locator('zt-options').waitFor();
  await examine('balie');
  await learner.overview();
  await examine('overzicht, bezig');
  await learner.start(learner.unit('container', 'conversation'));
  await frame.locator('zt-conversation zt-options, zt-conversation zt-compose').first().waitFor();
  await examine('e-mail');
  const mail = learner.unit('container', 'conversation');
  await learner.converse(
    mail,
    await learner.bestPath(mail),
    once((moment) => examine(`e-mail, ${moment}`)),
  );
  await learner.overview();
  const wrong = learner.unit('zoek-de-fout', 'find-mistake');
  await learner.start(wrong);
  await learner.findMistakes(wrong, (moment) => examine(`zoek de fout, ${moment}`));
  await examine('zoek de fout, resultaat');
  await learner.overview();
  await quiz(learner, examine);
}

async function quiz(learner: Learner, examine: Examine): Promise<void> {
  const { frame } = learner;
  const unit = learner.unit('toets', 'quiz');
  await learner.start(unit);
  await frame.locator('zt-quiz').getByRole('button', { name: unitTexts.quiz.begin, exact: true }).waitFor();
  await examine('toets, begin');
  const missed = unit.items.find(({ soort }) => soort === 'enkel');
  if (!missed) throw new Error('The quiz has no choice of one.');
  await learner.quiz(
    unit,
    once((moment) => examine(`toets, ${moment}`)),
    missed,
  );
  await unfold(learner, 'zt-quiz');
  await examine('toets, resultaat');
  const article = frame
    .locator('zt-quiz')
    .getByRole('button', { name: /^Lees meer/ })
    .first();
  if ((await article.count()) > 0) {
    await article.click();
    await examine('toets, artikel');
    await frame.locator('zt-article-dialog').getByRole('button', { name: t.common.close }).click();
  }
  await learner.retry(missed, (moment) => examine(`toets, gemist opnieuw, ${moment}`));
}

/** `kanalen`: a chat, with a note to write; and the looks of the channels that no script uses yet. */
export async function walkKanalen(learner: Learner, examine: Examine): Promise<void> {
  const { frame } = learner;
  const chat = learner.unit('tegel', 'conversation');
  await learner.start(chat);
  await frame.locator('zt-options').waitFor();
  await examine('chat, begin');
  for (const channel of ['brief', 'huisbezoek', 'social-media', 'website'] as const) {
    await useChannel(learner, channel);
    await examine(channel);
  }
  await useChannel(learner, 'chat');
  await learner.converse(
    chat,
    await learner.bestPath(chat),
    once((moment) => examine(`chat, ${moment}`)),
  );
  await frame.getByRole('button', { name: w.talk.toDebrief }).waitFor();
  await examine('chat, einde');
}

/** Shows the running conversation as if it came by another channel. */
async function useChannel(learner: Learner, channel: ChannelId): Promise<void> {
  await learner.frame.locator('zt-app').evaluate((element, to) => {
    interface App extends HTMLElement {
      session: { readonly module: { readonly units: readonly { readonly kind: string }[] } };
      updateComplete: Promise<unknown>;
    }
    const app = element as App;
    const units = app.session.module.units.map((unit) =>
      unit.kind === 'conversation' ? { ...unit, channel: to } : unit,
    );
    app.session = { ...app.session, module: { ...app.session.module, units } };
    return app.updateComplete;
  }, channel);
}

/** The kennistoets after the course: an item of each kind, the look back, and a result with explanations. */
export async function walkFinalTest(learner: Learner, examine: Examine): Promise<void> {
  const test = learner.frame.locator('zt-test');
  const unit = await beginTest(learner, examine);
  const played = unitState(await learner.session(), unit.code);
  const items = played.kind === 'test' ? played.state.items : [];
  for (const kind of new Set(items.map(({ soort }) => soort))) {
    await test.getByRole('button', { name: testTexts.toReview }).click();
    const at = items.findIndex(({ soort }) => soort === kind);
    await test.getByRole('button', { name: new RegExp(`^Vraag ${String(at + 1)}: `) }).click();
    await examine(`kennistoets, ${kind}`);
  }
  await handIn(learner, examine);
}

/** The one before the course: the same items, but another result, that explains nothing yet. */
export async function walkFirstTest(learner: Learner, examine: Examine): Promise<void> {
  await beginTest(learner, examine);
  await handIn(learner, examine);
}

async function beginTest(learner: Learner, examine: Examine): Promise<Test> {
  const [unit] = learner.module.units;
  if (unit?.kind !== 'test') throw new Error('The package holds no test.');
  await learner.start(unit);
  const begin = learner.frame.locator('zt-test').getByRole('button', { name: testTexts.begin, exact: true });
  await begin.waitFor();
  await examine('kennistoets, begin');
  await begin.click();
  return unit;
}

async function handIn({ frame }: Learner, examine: Examine): Promise<void> {
  const test = frame.locator('zt-test');
  await test.getByRole('button', { name: testTexts.toReview }).click();
  await examine('kennistoets, nakijken');
  await test.getByRole('button', { name: testTexts.handIn, exact: true }).click();
  await examine('kennistoets, inleveren');
  await test.getByRole('button', { name: testTexts.confirm.yes }).click();
  await frame.getByRole('heading', { name: testTexts.skills }).waitFor();
  await examine('kennistoets, resultaat');
}

/** Looks at each kind of screen the first time only. */
function once(examine: Examine): Examine {
  const seen = new Set<string>();
  return async (screen) => {
    if (seen.has(screen)) return;
    seen.add(screen);
    await examine(screen);
  };
}
