import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { startSituation } from '../../src/engine/conversation/rules.js';
import { encodeJournal } from '../../src/engine/journal.js';
import { resume } from '../../src/engine/session.js';
import { email } from './fixtures/conversations.js';
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

async function openTalk(): Promise<Stage> {
  const stage = await openApp();
  await press(stage.app, 'Start Het paspoort van mijn man');
  return stage;
}
const options = (stage: Stage) => deepAll(deep(stage.app, 'zt-options'), 'button');
const optionWith = (stage: Stage, words: string) =>
  options(stage).findIndex((option) => option.textContent.includes(words));

describe('a conversation', () => {
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    await emulateMedia({ reducedMotion: 'reduce' });
  });

  for (const [width, height] of [
    [1440, 900],
    [1000, 700],
    [650, 666],
    [320, 640],
  ] as const) {
    it(`is accessible and fits at ${width} px`, async () => {
      await setViewport({ width, height });
      const { app } = await openTalk();
      await press(app, 'Gecondoleerd');
      expect(await complaints()).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.equal(width);
      const outside = deepAll(app, '*').filter(
        (element) => element.getBoundingClientRect().right > width + 1,
      );
      expect(outside.map((element) => `${element.localName}.${element.className}`)).to.deep.equal([]);
    });
  }

  for (const [width, height] of [
    [1440, 900],
    [1920, 1080],
    [360, 740],
  ] as const) {
    it(`has the notices above it from edge to edge at ${width} px`, async () => {
      await setViewport({ width, height });
      const { app } = await openTalk();
      app.status = 'local';
      await settled(app);
      const notice = deep(app, '.notices .note').getBoundingClientRect();
      const work = deep(app, '.work');
      const { left, right } = work.getBoundingClientRect();
      const { paddingLeft, paddingRight } = getComputedStyle(work);
      expect(notice.left).to.be.closeTo(left + parseFloat(paddingLeft), 1);
      expect(notice.right).to.be.closeTo(right - parseFloat(paddingRight), 1);
    });
  }

  it('works out beforehand only the option that has the focus or is pressed, whatever figure is typed', async () => {
    const stage = await openTalk();
    const list = deep(stage.app, 'zt-options');
    const told: string[] = [];
    list.addEventListener('zt-consider', ({ option }) => told.push(`considers ${option.code}`));
    list.addEventListener('zt-choose', ({ option }) => told.push(`chooses ${option.code}`));
    options(stage)[0]?.focus();
    const [seen] = told;
    await sendKeys({ press: '2' });
    expect(told).to.have.lengthOf(2);
    expect(seen).to.match(/^considers /);
    expect(told[0]).to.equal(seen);
    expect(told[1]).to.match(/^chooses /);
    expect(told[1]?.slice(-2)).not.to.equal(seen?.slice(-2));
  });

  it('is accessible in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    await openTalk();
    expect(await complaints()).to.deep.equal([]);
    await emulateMedia({ forcedColors: 'none' });
  });

  it('gives the focus to what the customer answers', async () => {
    const { app } = await openTalk();
    await press(app, 'Gecondoleerd');
    expect(focused()?.textContent).to.contain('Hij regelde altijd alles');
  });

  it('can be held with the keyboard alone', async () => {
    const stage = await openTalk();
    options(stage)[0]?.focus();
    await sendKeys({ press: String(optionWith(stage, 'Gecondoleerd') + 1) });
    await settled(stage.app);
    expect(focused()?.textContent).to.contain('Hij regelde altijd alles');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(options(stage)[0]);
    const text = options(stage)[0]?.querySelector('span:nth-child(2)')?.textContent;
    await sendKeys({ press: 'Enter' });
    await settled(stage.app);
    expect(deepAll(stage.app, '.bubble.own').at(-1)?.textContent).to.contain(text);
  });

  it('takes figures only while the focus is among the options', async () => {
    const stage = await openTalk();
    await press(stage.app, 'Kennis');
    deep(stage.app, 'input[type=search]').focus();
    await sendKeys({ press: '1' });
    deep(stage.app, 'h1').focus();
    await sendKeys({ press: '1' });
    await settled(stage.app);
    expect(stage.commands.filter((command) => command.kind === 'act')).to.deep.equal([]);
  });

  it('keeps what was said in its place, and leaves telling it to the focus and the announcer', async () => {
    const { app } = await openTalk();
    const log = deep(app, '[role=log]');
    const first = deep(app, '[role=log] li');
    await press(app, 'Gecondoleerd');
    expect(deep(app, '[role=log]')).to.equal(log);
    expect(log.getAttribute('aria-live')).to.equal('off');
    expect(deep(app, '[role=log] li')).to.equal(first);
  });

  it('says in one sentence what a choice did', async () => {
    const { app } = await openTalk();
    await press(app, 'Gecondoleerd');
    expect(deepAll(app, '[role=status]').at(-1)?.textContent).to.equal(
      'Grietje Wierda kijkt verdrietig. Klanttevredenheid 2 omhoog, 1 minuut erbij, €\u00a00,90 erbij.',
    );
  });

  it('folds away what was said before, and unfolds it again', async () => {
    const { app } = await openTalk();
    await press(app, 'Gecondoleerd');
    await press(app, 'Ik neem het in');
    const shown = () => deepAll(app, '[role=log] li').filter((line) => line.checkVisibility()).length;
    const folded = shown();
    await press(app, 'Lees het gesprek terug');
    expect(shown()).to.be.greaterThan(folded);
  });

  it('names the look-up that made an option possible', async () => {
    const { app } = await openTalk();
    await press(app, 'Kennis');
    await press(app, 'Overlijden: wat');
    await press(app, 'Gecondoleerd');
    expect(named(app, 'We maken het ongeldig').textContent).to.contain('Uit het kennisportaal');
  });

  it('lets the coach speak once a turn', async () => {
    const { app } = await openTalk();
    await press(app, 'Vraag de coach');
    expect(deep(app, '.coach.note').textContent).to.contain('Kijk eerst naar de mens');
    expect(() => named(app, 'Vraag de coach')).to.throw();
    // Its button is gone: what it said is read first, once, and Tab goes on to the options.
    expect(focused()).to.equal(deep(app, 'li.coach'));
    expect(deepAll(app, '[role=status]').map((one) => one.textContent)).not.to.contain('Coach');
  });

  it('ends with the customer’s last words and the way to the debrief', async () => {
    const { app } = await openTalk();
    await press(app, 'Dat kunt u in de bak');
    expect(focused()?.textContent).to.contain('O. Nou. Dag.');
    expect(await complaints()).to.deep.equal([]);
    await press(app, 'Naar de nabespreking');
    expect(deep(app, 'zt-debrief')).to.exist;
  });

  it('switches views on a narrow screen', async () => {
    await setViewport({ width: 360, height: 740 });
    const { app } = await openTalk();
    expect(deep(app, 'zt-desk').checkVisibility()).to.equal(false);
    await press(app, 'Zaken');
    expect(deep(app, 'zt-desk').checkVisibility()).to.equal(true);
    expect(deep(app, 'zt-talk-log').checkVisibility()).to.equal(false);
    expect(await complaints()).to.deep.equal([]);
  });

  it('keeps the policy of the package', () => {
    expect(policyViolations()).to.deep.equal([]);
  });
});

describe('a letter out of blocks', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  async function openLetter(): Promise<Stage> {
    const stage = await openApp();
    await press(stage.app, 'Start De container op de stoep');
    await press(stage.app, 'Ik beantwoord de e-mail');
    return stage;
  }

  it('is accessible, also when something is missing', async () => {
    const { app } = await openLetter();
    await press(app, 'Verstuur');
    expect(deep(app, '#missing').textContent).to.contain('Aanhef, Belofte');
    expect(await complaints()).to.deep.equal([]);
  });

  it('goes to the part that is missing instead of sending', async () => {
    const { app, commands } = await openLetter();
    const before = commands.length;
    await press(app, 'Verstuur');
    expect(commands.length).to.equal(before);
    expect(focused()?.closest('fieldset')?.textContent).to.contain('Beste mevrouw Tavares');
  });

  it('sends the blocks in the order of the parts, and an empty part as left out', async () => {
    const { app, commands } = await openLetter();
    await press(app, 'Kies: Belofte');
    await press(app, 'Donderdag voor twaalf uur');
    await press(app, 'Kies: Aanhef');
    await press(app, 'Beste mevrouw Tavares');
    await press(app, 'Verstuur');
    const last = commands.at(-1);
    expect(last?.kind === 'act' && last.action.code).to.equal('f9');
    expect(last?.kind === 'act' && last.action.response).to.match(/^f1(f5)?f6$/);
    expect(focused()?.textContent).to.contain('Dank u, tot donderdag.');
  });

  it('remembers what was chosen while the learner is elsewhere', async () => {
    const { app } = await openLetter();
    await press(app, 'Beste mevrouw Tavares');
    await press(app, 'Overzicht');
    await press(app, 'Ga verder met De container');
    expect(deep(app, 'zt-compose').shadowRoot?.textContent).to.contain('3 woorden');
  });

  it('finds it again after the tab was closed', async () => {
    const { app } = await openLetter();
    await press(app, 'Beste mevrouw Tavares');
    const { module, journal } = app.session!;
    const again = await openApp({ session: resume(module, encodeJournal(journal)).session });
    await press(again.app, 'Ga verder met De container');
    expect(deep(again.app, 'zt-compose').shadowRoot?.textContent).to.contain('3 woorden');
    expect(focused()?.localName).to.equal('h1');
  });

  it('keeps the focus on the block that was picked', async () => {
    const { app, commands } = await openLetter();
    const radio = deepAll(deep(app, 'zt-compose'), 'input')[0]!;
    radio.focus();
    await sendKeys({ press: 'Space' });
    await settled(app);
    expect(focused()).to.equal(radio);
    expect(commands.at(-1)).to.deep.include({ kind: 'act' });
  });

  it('shows the whole letter before it goes', async () => {
    const { app } = await openLetter();
    await press(app, 'Beste mevrouw Tavares');
    await press(app, 'Lees alles');
    expect(deep(app, 'dialog[open]').textContent).to.contain('Beste mevrouw Tavares,');
    expect(await complaints()).to.deep.equal([]);
  });
});

describe('what is written from blocks', () => {
  for (const [form, button] of [
    ['bericht', 'Verstuur'],
    ['brief', 'Verstuur'],
    ['notitie', 'Leg vast'],
  ] as const) {
    it(`names what its button does: a ${form}`, async () => {
      const turn = email.turns.find((one) => one.kind === 'compose');
      const compose = document.createElement('zt-compose');
      Object.assign(compose, { turn: { ...turn, form }, situation: startSituation(email), customer: 'Vera' });
      document.body.replaceChildren(compose);
      await settled(compose);
      named(compose, 'Lees alles').click();
      await settled(compose);
      const said = deepAll(compose, 'h2, .buttons, dialog')
        .map((element) => element.textContent)
        .join(' ');
      expect(said).to.contain(button);
      // A note goes to nobody: it goes into the case.
      expect(said.includes('Verstuur')).to.equal(form !== 'notitie');
      expect(said.includes('Aan: Vera')).to.equal(form !== 'notitie');
    });
  }
});
