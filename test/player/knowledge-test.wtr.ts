import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { QuizItem, Test } from '../../src/content/module.js';
import { rightResponse } from '../../src/engine/right-response.js';
import { newSession, run, unitState, type Command, type Session } from '../../src/engine/session.js';
import { ZtNavigateEvent } from '../../src/player/events.js';
import { testModule } from './fixtures/knowledge-test.js';
import {
  complaints,
  deep,
  deepAll,
  focused,
  named,
  openApp,
  policyViolations,
  press,
  settled,
  type Stage,
} from './stage.js';

const start: Command = { kind: 'start', unit: 't1' };
const handIn: Command = { kind: 'act', unit: 't1', action: { code: 'hi' } };
const answer = ({ code }: QuizItem, response: string): Command => ({
  kind: 'act',
  unit: 't1',
  action: { code, response },
});

function begun(moment: Test['moment']): Session {
  return run(newSession(testModule(moment), '0123456789abcdef0123456789abcde0'), start).session;
}
const after = (session: Session, ...commands: readonly Command[]): Session =>
  commands.reduce((now, command) => run(now, command).session, session);
const itemsOf = (session: Session): readonly QuizItem[] => {
  const played = unitState(session, 't1');
  return played.kind === 'test' ? played.state.items : [];
};
/** Every item right, but those with these ids, which are left open. */
const done = (session: Session, ...open: readonly string[]): Session =>
  after(
    session,
    ...itemsOf(session).flatMap((item) =>
      open.includes(item.id) ? [] : [answer(item, rightResponse(item))],
    ),
  );

async function open(session: Session): Promise<Stage> {
  const stage = await openApp({ session });
  stage.app.dispatchEvent(new ZtNavigateEvent({ name: 'unit', unit: 't1' }));
  await settled(stage.app);
  return stage;
}

/** Axe on what is shown now, wide and at 320 px; nothing may stick out there. */
async function expectSound(): Promise<void> {
  for (const width of [1280, 320]) {
    await setViewport({ width, height: 800 });
    expect(await complaints()).to.deep.equal([]);
  }
  expect(document.documentElement.scrollWidth).to.be.at.most(320);
  expect(policyViolations()).to.deep.equal([]);
}

const answersIn = (commands: readonly Command[]) =>
  commands.flatMap((command) => (command.kind === 'act' ? [command.action] : []));

describe('a knowledge test', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  it('can be read and done without complaints on every screen before it is handed in', async () => {
    const { app } = await open(begun('baseline'));
    await expectSound();
    await press(app, 'Begin');
    for (let at = 1; at <= 6; at++) {
      expect(deep(app, 'zt-test').shadowRoot?.textContent).to.contain(`Vraag ${at} van 6`);
      expect(focused()?.localName).to.equal('h1');
      await expectSound();
      await press(app, 'Volgende');
    }
    expect(deep(app, 'h1').textContent).to.equal('Kijk je antwoorden na');
    await expectSound();
    named(app, 'Lever in').click();
    await expectSound();
    expect(deep(app, 'dialog.confirm').textContent).to.contain('Let op: 5 vragen zijn nog open.');
  });

  it('keeps every whole answer at once, half ones not, and shows them again on the way back', async () => {
    const { app, commands } = await open(begun('baseline'));
    await press(app, 'Begin');
    const items = itemsOf(app.session!);
    const at = items.findIndex(({ soort }) => soort === 'beoordelen');
    for (let step = 0; step < at; step++) await press(app, 'Volgende');
    const before = answersIn(commands).length;
    deepAll(app, 'input[id="a-4"]')[0]!.click();
    deepAll(app, 'input[id="b-1"]')[0]!.click();
    expect(answersIn(commands)).to.have.length(before);
    deepAll(app, 'input[id="c-3"]')[0]!.click();
    await settled(app);
    expect(answersIn(commands).at(-1)).to.deep.equal({ code: items[at]!.code, response: '413' });
    await press(app, 'Volgende');
    if (deepAll(app, 'h1')[0]?.textContent === 'Kijk je antwoorden na') await press(app, `Vraag ${at + 1}:`);
    else await press(app, 'Vorige');
    expect((deepAll(app, 'input[id="b-1"]')[0] as HTMLInputElement).checked).to.be.true;
  });

  it('takes a number as people type it, and takes it back when it is wiped out', async () => {
    const { app, commands } = await open(done(begun('baseline'), 'termijn'));
    const field = deep(app, '#number') as HTMLInputElement;
    field.focus();
    await sendKeys({ type: '68' });
    await settled(app);
    expect(answersIn(commands).at(-1)).to.deep.equal({ code: 'q6', response: '68' });
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Backspace' });
    await settled(app);
    expect(answersIn(commands).at(-1)).to.deep.equal({ code: 'q6', response: '' });
  });

  it('opens at the look over all when everything has an answer, and asks once more before it is handed in', async () => {
    const { app, commands } = await open(done(begun('baseline')));
    expect(deep(app, 'h1').textContent).to.equal('Kijk je antwoorden na');
    named(app, 'Lever in').focus();
    await sendKeys({ press: 'Enter' });
    const dialog = deep(app, 'dialog.confirm');
    expect(dialog.matches(':modal')).to.be.true;
    expect(focused()?.textContent).to.contain('Nog niet');
    await sendKeys({ press: 'Escape' });
    expect(dialog.matches(':modal')).to.be.false;
    expect(commands).to.have.length(0);
    await press(app, 'Lever in');
    await press(app, 'Ja, lever in');
    expect(commands.map(({ kind }) => kind)).to.deep.equal(['act', 'seen']);
    expect(focused()?.textContent).to.equal('Dank je. Dit is je begin.');
  });

  it('gives no answers away after the baseline: words per competence, and where to begin', async () => {
    const session = after(done(begun('baseline'), 'termijn'), handIn);
    const { app } = await open(session);
    const text = deep(app, 'zt-test').shadowRoot?.textContent ?? '';
    expect(text).to.contain('De backoffice slim inschakelen');
    expect(text).to.contain('Hier valt waarschijnlijk veel te leren');
    for (const { uitleg, vraag } of itemsOf(session)) {
      expect(text).not.to.contain(uitleg);
      expect(text).not.to.contain(vraag);
    }
    expect(deepAll(app, 'button').some((one) => one.textContent.includes('opnieuw'))).to.be.false;
    await expectSound();
  });

  it('explains every item at the end, also those left open, and names what to practise', async () => {
    const session = after(done(begun('final'), 'termijn'), handIn);
    const { app } = await open(session);
    const text = (): string => deep(app, 'zt-test').shadowRoot?.textContent ?? '';
    expect(text()).to.contain('Geslaagd: je had 70 punten nodig.');
    for (const { uitleg } of itemsOf(session)) expect(text()).to.contain(uitleg);
    for (const one of deepAll(app, 'details')) (one as HTMLDetailsElement).open = true;
    await settled(app);
    expect(text()).to.contain('Je liet deze vraag open.');
    expect(text()).to.contain('Oefen dit in de module ‘De backoffice slim inschakelen’.');
    await expectSound();
    await press(app, 'Lees meer');
    expect(deep(deep(app, 'zt-article-dialog'), 'dialog').matches(':modal')).to.be.true;
  });

  it('says what is needed when the pass mark was missed, and begins anew on request', async () => {
    const { app, commands } = await open(after(begun('final'), handIn));
    expect(deep(app, '.note.warn').textContent).to.contain('je hebt 70 punten nodig');
    await press(app, 'Doe de toets opnieuw');
    expect(commands.at(-1)).to.deep.equal(start);
    expect(deep(app, 'h1').textContent).to.equal('Eindmeting');
  });

  it('shows its result again from the overview, without beginning anew', async () => {
    const stage = await openApp({
      session: after(done(begun('final')), handIn, { kind: 'seen', unit: 't1' }),
    });
    await press(stage.app, 'Resultaat van Eindmeting');
    expect(deep(stage.app, 'h1').textContent).to.equal('Je haalde 100 van de 100 punten');
    expect(stage.commands.filter(({ kind }) => kind === 'start')).to.deep.equal([]);
  });

  it('tells on the overview how many items have an answer, and what time those left take', async () => {
    const { app } = await openApp({ session: done(begun('baseline'), 'termijn') });
    const text = deep(app, 'zt-overview').shadowRoot!.textContent;
    expect(text).to.contain('5 van 6 beantwoord').and.to.contain('Nog ongeveer 2 minuten');
    expect(text).not.to.contain('volgorde kiezen');
  });

  it('makes no mark of the baseline, on the overview nor on paper', async () => {
    const { app } = await openApp({
      session: after(done(begun('baseline'), 'termijn'), handIn, { kind: 'seen', unit: 't1' }),
    });
    const overview = deep(app, 'zt-overview').shadowRoot!.textContent;
    expect(overview).to.contain('Je bent klaar');
    expect(overview).not.to.match(/van 100?\b|Je score/);
    expect(deepAll(app, '.score')).to.have.length(0);
    await press(app, 'Bewijs van deelname');
    expect(deep(app, 'zt-certificate').shadowRoot!.textContent).not.to.contain('core');
  });

  it('counts in points at the end, says whether they are enough, and puts them on no paper', async () => {
    const seen: Command = { kind: 'seen', unit: 't1' };
    const { app } = await openApp({ session: after(begun('final'), handIn, seen) });
    const text = (): string => deep(app, 'zt-overview').shadowRoot!.textContent.replace(/\s+/g, ' ');
    expect(text()).to.contain('0 van 100').and.to.contain('Nog niet gehaald: je hebt 70 punten nodig.');
    app.session = after(done(begun('final')), handIn, seen);
    await settled(app);
    expect(text()).to.contain('100 van 100').and.to.contain('Geslaagd.');
    expect(await complaints()).to.deep.equal([]);
    await press(app, 'Bewijs van deelname');
    expect(deep(app, 'zt-certificate').shadowRoot!.textContent).not.to.contain('core');
  });

  it('does not call a test that was handed in an exercise, nor the baseline one to do again', async () => {
    const notice = async (moment: Test['moment']): Promise<string> => {
      const { app } = await openApp({ session: after(begun(moment), handIn), mode: 'review' });
      return deep(app, '.notices').textContent;
    };
    expect(await notice('baseline'))
      .to.contain('al ingeleverd')
      .and.not.to.match(/oefenen|opnieuw/);
    expect(await notice('final'))
      .to.contain('telt alleen je eerste keer')
      .and.not.to.contain('oefenen');
  });
});
