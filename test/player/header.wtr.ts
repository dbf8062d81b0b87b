import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import '../../src/player/header.js';
import { enWork } from '../../src/player/texts/en-work.js';
import { nlWork, useWorkTexts } from '../../src/player/texts/nl-work.js';
import { deep, deepAll, openApp, press, settled } from './stage.js';

/** What sticks out at the right. */
const outside = (root: Element, width: number): readonly string[] =>
  deepAll(root, '*')
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => `${element.localName}.${element.className}`);

describe('the bar on top', () => {
  afterEach(() => document.documentElement.style.removeProperty('font-size'));

  for (const width of [1280, 960]) {
    it(`keeps every tool on screen with letters of 200 % at ${width} px`, async () => {
      await setViewport({ width, height: 800 });
      document.documentElement.style.setProperty('font-size', '200%');
      const header = document.createElement('zt-header');
      Object.assign(header, {
        municipality: 'Gemeente Zeventerpen',
        place: 'Klachten voorkomen · De derde keer',
        step: { label: 'Onderdeel', number: 2, of: 5 },
        aloud: 'ready',
        leave: true,
      });
      document.body.replaceChildren(header);
      await settled(header);
      expect(deepAll(header, 'nav button').every((button) => button.checkVisibility())).to.equal(true);
      expect(outside(header, width)).to.deep.equal([]);
    });
  }

  it('keeps its buttons apart in forced colours, where they have edges', async () => {
    await setViewport({ width: 1280, height: 800 });
    await emulateMedia({ forcedColors: 'active' });
    const { app } = await openApp();
    await press(app, 'Start Het paspoort van mijn man');
    const tools = deepAll(deep(app, 'zt-header'), 'nav button').map((one) => one.getBoundingClientRect());
    await emulateMedia({ forcedColors: 'none' });
    expect(tools.length).to.be.at.least(3);
    for (const [i, tool] of tools.entries())
      if (i > 0) expect(tool.left - (tools[i - 1]?.right ?? 0)).to.be.at.least(4);
  });

  it('stands on one line at 1280 px with letters of the usual size', async () => {
    await setViewport({ width: 1280, height: 800 });
    const { app } = await openApp();
    await press(app, 'Start Het paspoort van mijn man');
    expect(deepAll(app, 'zt-header')[0]?.clientHeight).to.be.at.most(62);
  });
});

describe('the views of a narrow workplace in English, whose words are longer', () => {
  after(() => useWorkTexts(nlWork));
  async function openTalk(): Promise<HTMLElement> {
    const { app } = await openApp();
    // Only now: the screens take their words when they come.
    useWorkTexts(enWork);
    await press(app, 'Start Het paspoort van mijn man');
    return app;
  }

  it('are as wide at the desk as their words ask, so that no sign has to stand above a long one', async () => {
    document.documentElement.lang = 'en';
    await setViewport({ width: 1280, height: 800 });
    const app = await openTalk();
    const width = (word: string) =>
      deepAll(deep(app, 'zt-desk'), '[role=tab]').find((tab) => tab.textContent.includes(word))?.clientWidth;
    const [long, short] = [width('Knowledge'), width('Cases')];
    document.documentElement.lang = 'nl';
    expect(long).to.be.above((short ?? Infinity) + 10);
  });

  for (const width of [320, 360]) {
    it(`keep a space between their words at ${width} px`, async () => {
      await setViewport({ width, height: 640 });
      const app = await openTalk();
      const words = deepAll(app, '[role=tab]').map((tab) => {
        const range = document.createRange();
        range.selectNodeContents(tab);
        range.setStartAfter(tab.querySelector('svg') ?? tab);
        return range.getBoundingClientRect();
      });
      expect(words.length).to.equal(5);
      for (const [i, word] of words.entries())
        if (i > 0) expect(word.left - (words[i - 1]?.right ?? 0)).to.be.at.least(4);
      expect(words.at(-1)?.right).to.be.below(width);
    });
  }
});
