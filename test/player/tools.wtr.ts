import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { Language } from '../../src/content/vocabulary.js';
import type { Command, Session } from '../../src/engine/session.js';
import { moduleProgress } from '../../src/engine/session.js';
import { ZtNavigateEvent, ZtToolEvent } from '../../src/player/events.js';
import type { Preferences, PreferenceSlot } from '../../src/player/preferences.js';
import type { KeptOptions } from '../../src/player/status.js';
import { piecesOf, Reader } from '../../src/player/tools.js';
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
  sessionAfter,
  settled,
} from './stage.js';

const kept: KeptOptions = { standard: 'scorm12', detail: 'score', actor: 'pseudonym', records: 'none' };
const act = (unit: string, code: string, response?: string): Command => ({
  kind: 'act',
  unit,
  action: { code, ...(response !== undefined && { response }) },
});

/** A slot that remembers, as the browser of a learner does. */
function memory(): PreferenceSlot & { text: string } {
  const slot = {
    text: '',
    read: () => slot.text,
    write: (text: string) => {
      slot.text = text;
    },
  };
  return slot;
}

/** Axe at three widths, light and dark; nothing may stick out. */
async function expectSound(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await emulateMedia({ colorScheme });
    for (const width of [320, 768, 1280]) {
      await setViewport({ width, height: 800 });
      expect(await complaints(), `${width} ${colorScheme}`).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    }
  }
  await emulateMedia({ colorScheme: 'light' });
  expect(policyViolations()).to.deep.equal([]);
}

describe('what stands beside the units', () => {
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    await emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  });
  afterEach(() => {
    for (const name of ['text', 'font', 'theme', 'motion'])
      document.documentElement.removeAttribute(`data-${name}`);
  });

  it('keeps the learner’s choice of text, letter and colours for that learner', async () => {
    const mine = memory();
    const { app } = await openApp({ preferenceSlot: mine });
    await press(app, 'Weergave');
    await appears(app, 'dialog[open]');
    await expectSound();
    for (const words of ['Grootst', 'Extra leesbaar', 'Donker', 'Zo min mogelijk']) await press(app, words);
    const { dataset } = document.documentElement;
    expect(dataset).to.include({ text: 'largest', font: 'readable', theme: 'dark', motion: 'reduced' });
    expect(getComputedStyle(deep(deep(app, 'zt-overview'), 'h1')).fontFamily).to.contain('Hyperlegible');
    expect(JSON.parse(mine.text)).to.include({
      text: 'largest',
      theme: 'dark',
    } satisfies Partial<Preferences>);
    await openApp({ preferenceSlot: memory() });
    expect(dataset['text']).to.equal(undefined);
    await openApp({ preferenceSlot: mine });
    expect(dataset['text']).to.equal('largest');
    expect(await complaints()).to.deep.equal([]);
  });

  it('takes what it cannot read for no choice, and goes on where nothing can be kept', async () => {
    await openApp({ preferenceSlot: { read: () => '{', write: () => undefined } });
    expect(document.documentElement.dataset['text']).to.equal(undefined);
  });

  it('opens with the keyboard, closes with Escape, and gives the focus back', async () => {
    const { app } = await openApp();
    named(app, 'Hulp').focus();
    await sendKeys({ press: 'Enter' });
    await settled(app);
    expect((await appears(app, 'dialog[open]')).textContent).to.contain('Hoe werkt een gesprek?');
    // A screen reader begins with what the window is about.
    expect(focused()).to.equal(deep(app, 'dialog[open]'));
    await expectSound();
    await sendKeys({ press: 'Escape' });
    await settled(app);
    expect(deepAll(app, 'dialog[open]')).to.have.length(0);
    expect(focused()?.textContent).to.contain('Hulp');
  });

  it('shows all subjects of help at once, and says whom to ask: who the build names, else the administrator', async () => {
    const { app } = await openApp();
    await press(app, 'Hulp');
    const help = await appears(app, 'dialog[open]');
    const folds = deepAll(app, 'dialog details');
    expect(folds.length).to.be.within(3, 6);
    expect(folds.every((fold) => !(fold as HTMLDetailsElement).open)).to.equal(true);
    const asked = () => deep(app, '[aria-labelledby=ask]').textContent;
    expect(asked()).to.contain('leidinggevende').and.to.contain('beheerder van je leeromgeving');
    app.helpDesk = 'Team Leren, toestel 1234';
    await settled(app);
    expect(asked()).to.contain('Vraag het hier: Team Leren, toestel 1234');
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    expect(help.textContent).to.contain('toetsenbord');
    await expectSound();
  });

  it('asks for the other language only when the package has one', async () => {
    const { app } = await openApp({ languages: ['nl'] });
    await press(app, 'Weergave');
    expect((await appears(app, 'dialog[open]')).textContent).not.to.contain('English');
    const both = await openApp({ languages: ['nl', 'en'] });
    const asked: Language[] = [];
    both.app.addEventListener('zt-language', (event) => asked.push(event.language));
    await press(both.app, 'Weergave');
    await appears(both.app, 'dialog[open]');
    await press(both.app, 'English');
    expect(asked).to.deep.equal(['en']);
  });

  it('says what this build keeps, where, and who sees it', async () => {
    const told = async (options: KeptOptions | undefined, mode: 'normal' | 'untracked' = 'normal') => {
      const { app } = await openApp({ mode, ...(options && { kept: options }) });
      await press(app, 'Wat wordt bewaard');
      return (await appears(app, 'dialog[open]')).textContent.replace(/\s+/g, ' ');
    };
    expect(await told(kept))
      .to.contain('alleen als code')
      .and.to.contain('stuurt niets naar een leerregister');
    await expectSound();
    const far = await told({ ...kept, detail: 'route', records: 'lrs.terp.example' });
    expect(far).to.contain('wat je antwoordde en koos').and.to.contain('Naar lrs.terp.example');
    expect(far).to.contain('een vaste code');
    expect(await told({ ...kept, records: 'launch', actor: 'attempt' })).to.contain('willekeurige code');
    expect(await told({ ...kept, records: 'launch', standard: 'cmi5' })).to.contain('bepaalt zelf');
    expect(await told(kept, 'untracked'))
      .to.contain('Er wordt niets bewaard')
      .and.not.to.contain('leerregister');
  });
});

describe('what is kept, on a small phone', () => {
  it('gives its words all of the room', async () => {
    for (const width of [320, 360, 400]) {
      await setViewport({ width, height: 640 });
      const { app } = await openApp({ kept });
      await press(app, 'Wat wordt bewaard');
      await appears(app, 'dialog[open]');
      for (const part of deepAll(app, '.part')) {
        const box = part.getBoundingClientRect();
        const words = part.querySelector('.grow')!.getBoundingClientRect();
        expect(words.left, `${String(width)} px`).to.equal(box.left);
        expect(words.width).to.be.at.least(width - 90);
        expect(box.right).to.be.at.most(width);
      }
    }
    await setViewport({ width: 1280, height: 900 });
  });
});

describe('reading aloud', () => {
  it('is offered only where the computer itself has a voice, and is off by default', async () => {
    const { app } = await openApp();
    expect(deepAll(app, 'zt-header button').map((button) => button.textContent.trim())).not.to.contain(
      'Lees voor',
    );
    await press(app, 'Weergave');
    const hasVoice = speechSynthesis
      .getVoices()
      .some((voice) => voice.localService && voice.lang.startsWith('nl'));
    expect((await appears(app, 'dialog[open]')).textContent).to.contain(
      hasVoice ? 'Voorlezen' : 'Je browser heeft geen Nederlandse stem',
    );
  });

  it('begins at the focus, and leaves out what cannot be seen or heard', async () => {
    const { app } = await openApp();
    const main = deep(app, 'main');
    const all = piecesOf(main, null);
    expect(all[0]).to.contain('Module');
    expect(all).to.contain('Hostmanship');
    const fromUnits = piecesOf(main, deep(app, '#units'));
    expect(fromUnits[0]).to.equal('Onderdelen');
    expect(fromUnits.length).to.be.lessThan(all.length);
    expect(all.join(' ')).not.to.contain('Hulp');
  });

  it('begins where the learner was, though its button has the focus by then, and keeps words apart', async () => {
    const said: string[] = [];
    const voice = { localService: true, lang: 'nl-NL' };
    class Words extends EventTarget {
      constructor(readonly text: string) {
        super();
      }
    }
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      cancel: () => undefined,
      speak: (words: Words) => {
        said.push(words.text);
        queueMicrotask(() => words.dispatchEvent(new Event('end')));
      },
    });
    Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: speech });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { configurable: true, value: Words });
    const slot = memory();
    slot.text = JSON.stringify({ aloud: 'on' });
    const { app } = await openApp({ preferenceSlot: slot });
    await press(app, 'Start Het paspoort van mijn man');
    named(app, 'Lees voor').focus();
    await press(app, 'Lees voor');
    await settled(app);
    expect(said[0]).to.contain('Het paspoort van mijn man');
    const all = piecesOf(deep(app, 'main'), null);
    expect(all.join('|')).to.match(/Klanttevredenheid [\d,]+ van 10/);
    expect(all.join('|')).not.to.contain('Ga naar de keuzes');
    Reflect.deleteProperty(window, 'speechSynthesis');
    Reflect.deleteProperty(window, 'SpeechSynthesisUtterance');
  });

  it('shows its button when asked for, and stops where nobody can speak', async () => {
    const slot = memory();
    slot.text = JSON.stringify({ aloud: 'on' });
    const { app } = await openApp({ preferenceSlot: slot });
    expect(named(app, 'Lees voor').getAttribute('aria-pressed')).to.equal('false');
    let ended = 0;
    new Reader(() => (ended += 1)).start([]);
    expect(ended).to.equal(1);
  });
});

/** Everything that counts, done. */
function finished(): Session {
  const quiz = sessionAfter({ kind: 'start', unit: 'u5' });
  const { units } = quiz.module;
  const commands: Command[] = units.flatMap((unit): Command[] => {
    if (unit.kind !== 'lesson') return [];
    const codes = unit.pages.flatMap((page) => [
      ...page.blocks.flatMap((block) =>
        block.kind === 'question'
          ? block.options.slice(0, 1).map(({ code }) => code)
          : block.kind === 'spots'
            ? block.spots.map(({ code }) => code)
            : [],
      ),
      page.code,
    ]);
    return [{ kind: 'start', unit: unit.code }, ...codes.map((code) => act(unit.code, code))];
  });
  const session = sessionAfter(...commands);
  const done = new Set(commands.map((command) => command.unit));
  // The module with only what was done: who finished it is what matters here.
  const module = { ...session.module, units: session.module.units.filter(({ code }) => done.has(code)) };
  return { ...session, module };
}

describe('the end of a module', () => {
  beforeEach(() => setViewport({ width: 1280, height: 900 }));

  it('says how to leave, and offers the certificate', async () => {
    const session = finished();
    expect(moduleProgress(session).completed).to.equal(true);
    const { app } = await openApp({ session, learnerName: 'Sam de Vries' });
    const end = deep(app, '.next').textContent;
    expect(end).to.contain('Activiteit verlaten').and.to.contain('afgerond en bewaard');
    await expectSound();
    await press(app, 'Bewijs van deelname');
    await appears(app, '.sheet');
    expect(focused()?.textContent).to.equal('Bewijs van deelname');
    const sheet = deep(app, 'zt-certificate').shadowRoot!.textContent;
    expect(sheet.replace(/\s+/g, ' ')).to.contain(
      'Dit bewijs laat zien dat Sam de Vries deze module heeft afgerond: Hostmanship',
    );
    expect(sheet).to.match(/\d{4}/);
    await expectSound();
    await press(app, 'Terug naar het overzicht');
    expect(deep(app, 'zt-overview')).to.exist;
  });

  it('says that the work is safe in this browser when the session is over', async () => {
    const { app } = await openApp({ session: finished(), status: 'local' });
    const end = deep(app, '.next').textContent;
    expect(end).to.contain('veilig in deze browser').and.to.contain('Log opnieuw in');
    expect(end).not.to.contain('Activiteit verlaten');
    app.status = 'saved';
    await settled(app);
    expect(deep(app, '.next').textContent).to.contain('Activiteit verlaten');
  });

  it('gives no certificate before the end', async () => {
    const { app } = await openApp();
    app.dispatchEvent(new ZtNavigateEvent({ name: 'certificate' }));
    await settled(app);
    expect(deep(app, 'zt-certificate').shadowRoot!.textContent).to.contain(
      'als alle verplichte onderdelen klaar zijn',
    );
    expect(deep(app, 'zt-certificate').shadowRoot!.textContent).not.to.contain('deze module heeft afgerond');
    app.dispatchEvent(new ZtToolEvent('help'));
    await settled(app);
    expect(await appears(app, 'dialog[open]')).to.exist;
  });
});
