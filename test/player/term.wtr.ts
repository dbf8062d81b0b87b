/** Words of the trade in a text: told where they stand, to everybody. */
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { ZtNavigateEvent } from '../../src/player/events.js';
import {
  appears,
  complaints,
  deep,
  deepAll,
  focused,
  named,
  openApp,
  policyViolations,
  press,
  settled,
} from './stage.js';
import type { ZtApp } from '../../src/player/app.js';

const TOLD = 'Het bestuur van een dorp of stad, en wie daar werken.';

async function openLesson(): Promise<ZtApp> {
  const { app } = await openApp();
  const lesson = app.session?.module.units.find(({ kind }) => kind === 'lesson');
  app.dispatchEvent(new ZtNavigateEvent({ name: 'unit', unit: lesson?.code ?? '' }));
  await settled(app);
  return app;
}

describe('a word of the trade', () => {
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    await emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  });

  it('is told with the keyboard, announced, and taken away with Escape; the text reads on as before', async () => {
    const app = await openLesson();
    const paragraph = deep(deep(app, 'zt-lesson'), 'p:has(zt-term)');
    expect(paragraph.textContent).to.contain('Je belt de ');
    expect(deepAll(app, 'zt-term')).to.have.length(1);
    named(app, 'gemeente').focus();
    await sendKeys({ press: 'Enter' });
    await settled(app);
    expect((await appears(app, '.tip')).textContent).to.equal(TOLD);
    expect(named(app, 'gemeente').getAttribute('aria-expanded')).to.equal('true');
    expect(deep(app, '[role=status].sr-only').textContent).to.equal(TOLD);
    await sendKeys({ press: 'Escape' });
    await settled(app);
    expect(deepAll(app, '.tip')).to.have.length(0);
    expect(focused()?.textContent.trim()).to.equal('gemeente');
  });

  it('goes when the learner goes on, by key or by finger', async () => {
    const app = await openLesson();
    named(app, 'gemeente').focus();
    await sendKeys({ press: 'Enter' });
    await settled(app);
    expect(deepAll(app, '.tip')).to.have.length(1);
    await sendKeys({ press: 'Tab' });
    await settled(app);
    expect(deepAll(app, '.tip')).to.have.length(0);
    await press(app, 'gemeente');
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await settled(app);
    expect(deepAll(app, '.tip')).to.have.length(0);
  });

  it('has nothing against it from axe and stays on the page, narrow and wide, light and dark', async () => {
    const app = await openLesson();
    await press(app, 'gemeente');
    for (const colorScheme of ['light', 'dark'] as const) {
      await emulateMedia({ colorScheme });
      for (const width of [320, 1280]) {
        await setViewport({ width, height: 800 });
        await press(app, 'gemeente');
        if (deepAll(app, '.tip').length === 0) await press(app, 'gemeente');
        expect(await complaints(), `${width} ${colorScheme}`).to.deep.equal([]);
        const { left, right } = deep(app, '.tip').getBoundingClientRect();
        expect(left).to.be.at.least(0);
        expect(right).to.be.at.most(width);
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
      }
    }
    await emulateMedia({ colorScheme: 'light' });
    expect(policyViolations()).to.deep.equal([]);
  });

  it('stands in the list of help with its explanation', async () => {
    const { app } = await openApp();
    await press(app, 'Hulp');
    const help = await appears(app, 'dialog[open]');
    expect(help.textContent).to.contain('Woordenlijst');
    expect(help.textContent).to.contain(TOLD);
  });
});
