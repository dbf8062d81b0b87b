/** What stands around an answer is drawn a frame after it, and what is done once is done before the first conversation. */
import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/player/screens.js';
import { warmUp } from '../../src/player/screens.js';
import '../../src/player/ui/ring-meter.js';
import { lesson, fixture as module } from './fixtures/module.js';
import { deep, deepAll, focused, named, openApp, press, sessionAfter, settled } from './stage.js';

const soon = async () => {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
};

describe('an element that follows', () => {
  async function meter() {
    const made = document.createElement('zt-ring-meter');
    Object.assign(made, { label: 'Kosten', value: '€ 1,00', share: 0.5 });
    document.body.replaceChildren(made);
    await soon();
    return made;
  }
  const words = (made: Element) => made.shadowRoot!.textContent.replace(/\s+/g, ' ');

  it('is there at once the first time', async () => {
    expect(words(await meter())).to.contain('€ 1,00');
  });

  it('draws a change after the frame of the rest, and says when it is done', async () => {
    const made = await meter();
    Object.assign(made, { value: '€ 2,00' });
    await soon();
    expect(words(made)).to.contain('€ 1,00');
    await made.updateComplete;
    expect(words(made)).to.contain('€ 2,00');
  });

  it('waits for nothing when something else changed with it', async () => {
    const made = await meter();
    Object.assign(made, { label: 'Prijs', value: '€ 2,00' });
    await soon();
    expect(words(made)).to.contain('Prijs').and.to.contain('€ 2,00');
  });
});

describe('a choice', () => {
  beforeEach(() => setViewport({ width: 1280, height: 900 }));

  async function openTalk() {
    const stage = await openApp();
    await press(stage.app, 'Start Het paspoort van mijn man');
    const { app } = stage;
    const words = (selector: string) => deepAll(app, selector).map((one) => one.textContent.trim());
    return {
      app,
      log: () => words('[role=log] li').join(' '),
      options: () => deepAll(deep(app, 'zt-options'), '.choice').map((one) => one.textContent.trim()),
      said: () => words('[role=status]').join(' '),
      isOffered: () => deep(app, 'zt-options').checkVisibility({ opacityProperty: true }),
      acts: () => stage.commands.filter(({ kind }) => kind === 'act').length,
    };
  }

  it('shows the words that answer it in the first frame, and what follows from them in the next', async () => {
    const { app, log, options, said, isOffered } = await openTalk();
    const [before, saidBefore] = [options(), said()];
    named(app, 'Gecondoleerd').click();
    await soon();
    expect(log()).to.contain('Gecondoleerd').and.to.contain('Hij regelde altijd alles');
    expect(focused()?.textContent).to.contain('Hij regelde altijd alles');
    expect(options(), 'options').to.deep.equal(before);
    expect(isOffered(), 'the options of the turn before are seen').to.equal(false);
    expect(said()).to.equal(saidBefore);
    await settled(app);
    expect(options()).not.to.deep.equal(before);
    expect(isOffered()).to.equal(true);
    expect(said()).to.contain('Grietje Wierda kijkt verdrietig');
  });

  it('takes no second one, nor a question to the coach, before the new options stand there', async () => {
    const { app, acts, options } = await openTalk();
    named(app, 'Gecondoleerd').click();
    await soon();
    for (const button of deepAll(app, '.choice, .coach button')) button.click();
    const figure = new KeyboardEvent('keydown', { key: '2', bubbles: true, composed: true });
    deep(app, '.choice').dispatchEvent(figure);
    await settled(app);
    expect(acts()).to.equal(1);
    await press(
      app,
      options()[0]!
        .replace(/^\d\s*/, '')
        .slice(0, 20),
    );
    expect(acts()).to.equal(2);
  });

  it('keeps the focus on the answer, frame by frame', async () => {
    const { app } = await openTalk();
    const option = named(app, 'Gecondoleerd');
    option.focus();
    option.click();
    await soon();
    for (let frame = 0; frame < 6; frame++) {
      expect(focused()?.textContent, `frame ${frame}`).to.contain('Hij regelde altijd alles');
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });

  it('leaves everything as it is when it was not possible', async () => {
    const { app, acts, options, isOffered } = await openTalk();
    const before = options();
    app.addEventListener('zt-command', (event) => event.stopImmediatePropagation(), {
      capture: true,
      once: true,
    });
    named(app, 'Gecondoleerd').click();
    await press(app, 'Kennis');
    expect(focused()?.localName).not.to.equal('li');
    expect(options()).to.deep.equal(before);
    expect(isOffered()).to.equal(true);
    await press(app, 'Gecondoleerd');
    expect(acts()).to.equal(1);
    expect(focused()?.textContent).to.contain('Hij regelde altijd alles');
  });
});

describe('a conversation that is drawn beforehand', () => {
  beforeEach(() => document.body.replaceChildren());
  const holders = () => [...document.body.children];

  it('is out of sight and out of reach, and goes away by itself', async () => {
    const session = sessionAfter();
    const before = JSON.stringify(session.journal);
    warmUp(session);
    const [holder] = holders();
    expect(holder!.checkVisibility()).to.equal(false);
    expect(deepAll(document.body, 'zt-conversation')).to.have.lengthOf(0);
    await waitUntil(() => holders().length === 0, 'it stays', { timeout: 5000 });
    expect(JSON.stringify(session.journal)).to.equal(before);
  });

  it('is none in a module without one', () => {
    warmUp({ ...sessionAfter(), module: { ...module, units: [lesson] } });
    expect(holders()).to.have.lengthOf(0);
  });
});
