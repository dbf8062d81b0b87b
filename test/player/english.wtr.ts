import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { Command } from '../../src/engine/session.js';
import { ZtNavigateEvent, ZtToolEvent, type Screen } from '../../src/player/events.js';
import { useScreenTexts } from '../../src/player/screens.js';
import { en } from '../../src/player/texts/en.js';
import { enUnits, enWork } from '../../src/player/texts/en-screens.js';
import { enTools } from '../../src/player/texts/en-tools.js';
import { nlTools, useToolTexts } from '../../src/player/texts/nl-tools.js';
import { nl } from '../../src/player/texts/nl.js';
import { nlUnits } from '../../src/player/texts/nl-units.js';
import { nlWork } from '../../src/player/texts/nl-work.js';
import { useLanguage } from '../../src/player/texts/texts.js';
import { fixture } from './fixtures/module.js';
import {
  appears,
  complaints,
  deep,
  deepAll,
  openApp,
  policyViolations,
  sessionAfter,
  settled,
} from './stage.js';

const leaves = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(leaves)
      : [];
const english = new Set([en, enWork, enUnits, enTools].flatMap(leaves));
const content = new Set(leaves(fixture));
const dutch = new Set(
  [nl, nlWork, nlUnits, nlTools].flatMap(leaves).filter((text) => !english.has(text) && !content.has(text)),
);

/** Words of the Dutch interface that can be read or heard now. (The content of the fixture is Dutch, and stays so.) */
function dutchLeft(root: Element): readonly string[] {
  return deepAll(root, '*').flatMap((element) => {
    const own = Array.from(element.childNodes)
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.trim() ?? '');
    return [...own, element.getAttribute('aria-label') ?? ''].filter((text) => dutch.has(text));
  });
}

async function open(screen: Screen, before: readonly Command[] = []): Promise<Element> {
  const { app } = await openApp(before.length > 0 ? { session: sessionAfter(...before) } : {});
  app.dispatchEvent(new ZtNavigateEvent(screen));
  await settled(app);
  return app;
}
const acts = (unit: string, ...codes: string[]): readonly Command[] => [
  { kind: 'start', unit },
  ...codes.map((code): Command => ({ kind: 'act', unit, action: { code } })),
];

describe('the page in English', () => {
  before(async () => {
    await setViewport({ width: 1280, height: 900 });
    await emulateMedia({ reducedMotion: 'reduce' });
    await useLanguage('en');
  });
  after(async () => {
    await useLanguage('nl');
    useScreenTexts(undefined);
    useToolTexts(nlTools);
  });

  const screens: readonly [string, Screen, readonly Command[], string][] = [
    ['the overview', { name: 'overview' }, [], 'You choose the order yourself.'],
    ['a lesson', { name: 'unit', unit: 'u1' }, [], 'Page 1 of'],
    ['find the mistake', { name: 'unit', unit: 'u2' }, [], 'Mark'],
    ['a conversation', { name: 'unit', unit: 'u3' }, acts('u3', 'k3'), 'Your desk'],
    ['its debrief', { name: 'debrief', unit: 'u3' }, acts('u3', 'k3', 'a2', 'b1', 'c3', 'd1'), 'Your skills'],
    ['a quiz', { name: 'unit', unit: 'u5' }, [], 'You cannot break anything.'],
  ];
  for (const [name, screen, before, words] of screens) {
    it(`has no Dutch of its own left in ${name}, and is accessible`, async () => {
      const app = await open(screen, before);
      const shown = deepAll(app, '*')
        .map((element) => element.textContent)
        .join(' ');
      expect(shown).to.contain(words);
      expect(dutchLeft(app)).to.deep.equal([]);
      expect(document.documentElement.lang).to.equal('en');
      expect(await complaints()).to.deep.equal([]);
      expect(policyViolations()).to.deep.equal([]);
    });
  }

  for (const tool of ['view', 'help', 'kept'] as const) {
    it(`has no Dutch of its own left in the window '${tool}'`, async () => {
      const { app } = await openApp({ languages: ['nl', 'en'] });
      app.dispatchEvent(new ZtToolEvent(tool));
      expect((await appears(app, 'dialog[open]')).textContent).to.contain(enTools[tool].title);
      expect(dutchLeft(app).filter((text) => text !== 'Nederlands')).to.deep.equal([]);
    });
  }

  it('says the mood in English', async () => {
    const app = await open({ name: 'unit', unit: 'u3' });
    expect(deep(app, 'zt-conversation').shadowRoot!.textContent).to.match(/Hesitant/);
  });
});
