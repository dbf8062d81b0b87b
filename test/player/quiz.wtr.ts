/** What a quiz does beyond asking: dragging, keeping for later, trying again what was missed. */
import { expect } from '@open-wc/testing';
import { emulateMedia, sendMouse, setViewport } from '@web/test-runner-commands';
import type { Module } from '../../src/content/module.js';
import { newSession, run, unitProgress, type Command, type Session } from '../../src/engine/session.js';
import { ZtNavigateEvent } from '../../src/player/events.js';
import { fixture, quiz } from './fixtures/module.js';
import { complaints, deep, deepAll, focused, openApp, press, settled, type Stage } from './stage.js';

const answers = (...given: string[]): readonly Command[] =>
  given.map((written) => {
    const [code = '', response = ''] = written.split('=');
    return { kind: 'act', unit: 'u5', action: { code, response } };
  });

async function openQuiz(given: readonly Command[] = [], module: Module = fixture): Promise<Stage> {
  const fresh = newSession(module, crypto.randomUUID().replaceAll('-', ''));
  const start: Command = { kind: 'start', unit: 'u5' };
  const session = [start, ...given].reduce<Session>((one, command) => run(one, command).session, fresh);
  const stage = await openApp({ session });
  stage.app.dispatchEvent(new ZtNavigateEvent({ name: 'unit', unit: 'u5' }));
  await settled(stage.app);
  return stage;
}
const asked = ({ app }: Stage) => deep(app, 'h1').textContent;

async function drag(from: Element, to: Element): Promise<void> {
  const middle = (element: Element): [number, number] => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)];
  };
  await sendMouse({ type: 'move', position: middle(from) });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: middle(to) });
  await sendMouse({ type: 'up' });
}

describe('a quiz', () => {
  beforeEach(async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    await setViewport({ width: 1280, height: 900 });
  });

  it('names the kind of item only where the question does not say it, and shows the whole verdict with the way on', async () => {
    const kind = 'Zet in de goede volgorde';
    const items = quiz.items.map((item) => (item.soort === 'volgorde' ? { ...item, vraag: kind } : item));
    const same = {
      ...fixture,
      units: fixture.units.map((unit) => (unit.code === 'u5' ? { ...quiz, items } : unit)),
    };
    for (const module of [fixture, same]) {
      const stage = await openQuiz(answers('q1=c', 'q2=ac'), module);
      expect(deep(stage.app, 'zt-quiz').shadowRoot?.textContent.split(kind)).to.have.length(2);
    }
    await setViewport({ width: 1280, height: 520 });
    const { app } = await openQuiz(answers('q1=c', 'q2=ac'));
    await press(app, 'Controleer');
    await settled(app);
    const { bottom } = deep(app, '.panel + .row .primary').getBoundingClientRect();
    expect(bottom).to.be.at.most(window.innerHeight);
    expect(deep(app, '#verdict').getBoundingClientRect().top).to.be.at.least(0);
  });

  it('lets a line be dragged to its place, and says where it is', async () => {
    const { app } = await openQuiz(answers('q1=c', 'q2=ac'));
    const texts = () => deepAll(app, '.ordered .grow').map((line) => line.textContent);
    const before = texts();
    await drag(deepAll(app, '.ordered .grip')[0]!, deepAll(app, '.ordered')[2]!);
    await settled(app);
    expect(texts()).to.deep.equal([before[1], before[2], before[0], before[3]]);
    expect(deepAll(app, '[role=status]').some((one) => one.textContent.includes('plek 3 van 4'))).to.equal(
      true,
    );
    expect(focused()?.id).to.match(/^up-/);
    // Let go beside the lines, nothing happens.
    await drag(deepAll(app, '.ordered .grip')[0]!, deep(app, 'zt-header'));
    await settled(app);
    expect(texts()).to.deep.equal([before[1], before[2], before[0], before[3]]);
    expect(deepAll(app, '[data-dragged], [data-over]')).to.deep.equal([]);
  });

  it('lets a group with a long name be dragged to what it belongs to', async () => {
    const items = quiz.items.map((item) =>
      item.soort === 'koppelen'
        ? {
            ...item,
            groepen: item.groepen.map((group) => ({
              ...group,
              tekst: `${group.tekst}, want dat past hier het best`,
            })),
          }
        : item,
    );
    const module = {
      ...fixture,
      units: fixture.units.map((one) => (one.code === 'u5' ? { ...quiz, items } : one)),
    };
    const { app } = await openQuiz(answers('q1=c', 'q2=ac', 'q3=abcd', 'q4=413'), module);
    await drag(deepAll(app, '.group')[1]!, deepAll(app, '.matched')[2]!);
    await settled(app);
    const lists = deepAll(app, '.matched select') as HTMLSelectElement[];
    expect(lists.map(({ value }) => value)).to.deep.equal(['', '', 'q']);
    expect(await complaints()).to.deep.equal([]);
  });

  for (const width of [1280, 320]) {
    it(`shows groups with short names as a matrix, each row a named group of buttons, at ${width} px`, async () => {
      await setViewport({ width, height: 800 });
      const { app } = await openQuiz(answers('q1=c', 'q2=ac', 'q3=abcd', 'q4=413'));
      const rows = deepAll(app, 'fieldset.matrix-row');
      expect(rows.map((row) => row.querySelector('legend')?.textContent)).to.include(
        'Boos over een terrasvergunning',
      );
      for (const row of rows) row.querySelector('input')?.click();
      await settled(app);
      expect(await complaints()).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      for (const cell of deepAll(app, '.cell'))
        expect(cell.getBoundingClientRect().height).to.be.at.least(44);
      await press(app, 'Controleer');
      expect(deep(app, '#verdict')).to.exist;
    });
  }

  it('keeps a question for later, and comes back to it at the end', async () => {
    const stage = await openQuiz();
    const { app } = stage;
    await press(app, 'Begin');
    const first = asked(stage);
    await press(app, 'Bewaar voor later');
    expect(focused()?.textContent).to.equal('Wat helpt haar op weg?');
    for (const kept of ['q2=ac', 'q3=abcd', 'q4=413', 'q5=pqr'])
      app.session = answers(kept).reduce<Session>((one, command) => run(one, command).session, app.session!);
    await settled(app);
    await press(app, 'Volgende vraag');
    expect(asked(stage)).to.equal(first);
    expect(
      deepAll(app, '.note').some((note) => note.textContent.includes('bewaarde je voor later')),
    ).to.equal(true);
    // There is nothing to go on to: it cannot be put off again.
    expect(
      deepAll(app, 'button').some((button) => button.textContent.includes('Bewaar voor later')),
    ).to.equal(false);
  });

  it('reads the score after the heading that has the focus, and shows it before', async () => {
    const { app } = await openQuiz(answers('q1=a', 'q2=ac', 'q3=abcd', 'q4=413', 'q5=pqr'));
    const [head, score] = [deep(app, 'zt-quiz').shadowRoot!.querySelector('h1')!, deep(app, '.score')];
    expect(head.compareDocumentPosition(score) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
    expect(score.getBoundingClientRect().right).to.be.below(head.getBoundingClientRect().left);
  });

  it('turns only the arrow of a question that is unfolded: the mark in front stands upright', async () => {
    const { app } = await openQuiz(answers('q1=a', 'q2=ac', 'q3=abcd', 'q4=413', 'q5=ppp'));
    for (const item of deepAll(app, '.reviews details') as HTMLDetailsElement[]) item.open = true;
    await settled(app);
    const turned = (icon: Element) => getComputedStyle(icon).rotate;
    const marks = deepAll(app, '.reviews .mark .icon');
    expect(marks).to.have.length.above(5);
    expect(new Set(marks.map(turned))).to.deep.equal(new Set(['none']));
    expect(new Set(deepAll(app, '.reviews summary > .icon').map(turned))).to.deep.equal(new Set(['180deg']));
  });

  it('gives every verdict a column of its own on a wide screen, and the whole width to a sentence on a phone', async () => {
    const { app } = await openQuiz(answers('q1=a', 'q2=ac', 'q3=abcd', 'q4=413', 'q5=ppp'));
    const [first] = deepAll(app, '.reviews details') as HTMLDetailsElement[];
    first!.open = true;
    const chips = deepAll(first!, '.chip').map((chip) => chip.getBoundingClientRect());
    expect(new Set(chips.map(({ right }) => Math.round(right))).size).to.equal(1);
    for (const [i, row] of deepAll(first!, '.said:has(.chip)').entries())
      expect(chips[i]!.top).to.be.closeTo(row.getBoundingClientRect().top, 4);
    await setViewport({ width: 320, height: 700 });
    const { app: again } = await openQuiz(answers('q1=c', 'q2=ac'));
    for (const line of deepAll(again, '.ordered .grow'))
      expect(line.getBoundingClientRect().width).to.be.above(200);
  });

  it('tries again only what was missed, and counts for nothing', async () => {
    const stage = await openQuiz(answers('q1=a', 'q2=ac', 'q3=abcd', 'q4=413', 'q5=ppp'));
    const { app, commands } = stage;
    const score = unitProgress(app.session!, 'u5').best;
    await press(app, 'Oefen alleen wat je miste (2)');
    expect(commands.at(-1)).to.include({ kind: 'from-here', unit: 'u5', from: 3 });
    expect(deep(app, 'zt-quiz').textContent + deep(app, '.marks').parentElement!.textContent).to.contain(
      'Vraag 1 van 2',
    );
    expect(focused()?.localName).to.equal('h1');
    await press(app, 'Ik bel toch');
    await press(app, 'Controleer');
    await press(app, 'Volgende vraag');
    for (const [i, row] of deepAll(app, 'fieldset.matrix-row').entries())
      row.querySelectorAll<HTMLInputElement>('input')[i]?.click();
    await settled(app);
    await press(app, 'Controleer');
    await press(app, 'Naar je resultaat');
    expect(deepAll(app, '.score')).to.deep.equal([]);
    expect(deep(app, 'zt-quiz').shadowRoot?.textContent).to.contain('je score blijft zoals hij was');
    expect(unitProgress(app.session!, 'u5').best).to.equal(score);
    expect(app.session!.journal.units.u5?.first?.number).to.equal(1);
    expect(app.session!.journal.units.u5?.runs).to.equal(2);
  });
});
