import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { Command } from '../../src/engine/session.js';
import { ZtNavigateEvent, type Screen } from '../../src/player/events.js';
import '../../src/player/screens.js';
import {
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
  type Stage,
} from './stage.js';

async function open(screen: Screen, before: readonly Command[] = []): Promise<Stage> {
  const stage = await openApp(before.length > 0 ? { session: sessionAfter(...before) } : {});
  stage.app.dispatchEvent(new ZtNavigateEvent(screen));
  await settled(stage.app);
  return stage;
}
const unit = (code: string): Screen => ({ name: 'unit', unit: code });
const acts = (code: string, ...codes: string[]): Command[] => [
  { kind: 'start', unit: code },
  ...codes.map((action): Command => ({ kind: 'act', unit: code, action: { code: action } })),
];

/** Axe on what is shown now, wide and at 320 px; nothing may stick out there. */
async function expectSound(): Promise<void> {
  await setViewport({ width: 1280, height: 900 });
  expect(await complaints()).to.deep.equal([]);
  await setViewport({ width: 320, height: 740 });
  expect(await complaints()).to.deep.equal([]);
  expect(document.documentElement.scrollWidth).to.be.at.most(320);
  expect(policyViolations()).to.deep.equal([]);
}

async function key(...keys: string[]): Promise<void> {
  for (const press of keys) await sendKeys({ press });
  await settled(document.body);
}

/** Tabs on until the focus is on something with these words. */
async function tabTo(words: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await sendKeys({ press: 'Tab' });
    const element = focused();
    const label =
      element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent;
    if (`${element?.getAttribute('aria-label') ?? ''} ${label ?? ''}`.includes(words)) return;
  }
  throw new Error(`no tab stop says '${words}'`);
}

describe('a portrait', () => {
  const draw = async (mood: string) => {
    document.body.replaceChildren();
    const portrait = document.createElement('zt-portrait');
    portrait.name = 'Grietje Wierda';
    portrait.mood = mood;
    document.body.append(portrait);
    await portrait.updateComplete;
    return portrait;
  };

  it('says who looks how', async () => {
    const portrait = await draw('verdrietig');
    const picture = portrait.shadowRoot!.querySelector('[role=img]')!;
    expect(picture.getAttribute('aria-label')).to.equal('Grietje Wierda kijkt verdrietig');
    portrait.decorative = true;
    await portrait.updateComplete;
    expect(picture.getAttribute('aria-hidden')).to.equal('true');
    expect(policyViolations()).to.deep.equal([]);
  });

  it('morphs in place: the same drawing moves to the next mood', async () => {
    await emulateMedia({ reducedMotion: 'no-preference' });
    const portrait = await draw('boos');
    const brow = portrait.shadowRoot!.querySelector('g.head:last-of-type > path:last-of-type')!;
    const before = brow.getAttribute('d');
    // A transition needs a first style to start from.
    getComputedStyle(brow).getPropertyValue('d');
    portrait.mood = 'blij';
    await portrait.updateComplete;
    expect(brow.isConnected).to.be.true;
    expect(brow.getAttribute('d')).not.to.equal(before);
    expect(brow.getAnimations().length).to.be.greaterThan(0);
  });

  it('does not move for who wants no motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const portrait = await draw('boos');
    portrait.mood = 'blij';
    await portrait.updateComplete;
    expect(portrait.shadowRoot!.getAnimations()).to.deep.equal([]);
  });
});

describe('a lesson', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  it('is sound on every page', async () => {
    const { app } = await open(unit('u1'));
    await expectSound();
    await press(app, 'Nog één keer');
    await press(app, 'Verder');
    for (const words of ['2005', '2007', '2015']) await press(app, words);
    await expectSound();
    await press(app, 'Verder');
    await press(app, 'Het gesprek');
    await expectSound();
    await press(app, 'Verder');
    await press(app, 'Verder');
    await press(app, 'Welkom');
    await expectSound();
  });

  it('can be done with the keyboard alone', async () => {
    const { app, commands } = await open(unit('u1'));
    await tabTo('Nog één keer');
    await key('Enter');
    expect(deep(app, '.note').textContent).to.contain('Dat vraagt geduld');
    await tabTo('Verder');
    await key('Enter');
    expect(focused()?.textContent).to.equal('Hoe het anders werd');
    for (const words of ['2005', '2007', '2015']) {
      await tabTo(words);
      await key('Space');
    }
    await tabTo('Verder');
    await key('Enter');
    expect(focused()?.textContent).to.equal('Dit is je werkplek');
    expect(
      commands.map((command) => (command.kind === 'act' ? command.action.code : command.kind)),
    ).to.deep.equal(['start', 'v3', 'p1', 't1', 't2', 't3', 'p2']);
  });

  it('says once whether an answer was right, before it says why', async () => {
    const { app } = await open(unit('u1'));
    const told = () => deep(app, 'zt-lesson').shadowRoot!.textContent.replace(/\s+/g, ' ');
    await press(app, 'Ophangen');
    expect(told().split('Niet helemaal.')).to.have.lengthOf(2);
    expect(told()).to.contain('Niet helemaal. Dat deed een op de drie.');
    await press(app, 'Nog één keer');
    expect(told()).not.to.contain('Niet helemaal.');
    expect(told()).to.contain('Goed. Dat vraagt geduld.');
  });

  it('names what was not looked at, and lets who insists go on', async () => {
    const { app } = await open(unit('u1'));
    await press(app, 'Verder');
    expect(deep(app, '.note.warn').textContent).to.contain('Wat doe je?');
    await press(app, 'Verder');
    expect(deep(app, 'h1').textContent).to.contain('anders');
  });

  it('keeps the words of the desk in small clear of the signs in their corners', async () => {
    for (const width of [320, 360, 390, 768]) {
      await setViewport({ width, height: 740 });
      const { app } = await open(unit('u1'));
      for (const step of ['Nog één keer', 'Verder', 'Verder', 'Verder']) await press(app, step);
      for (const place of deepAll(deep(app, 'zt-lesson'), '.place')) {
        place.click();
        await settled(app);
        const sign = place.querySelector('.name .icon')!.getBoundingClientRect();
        const words = document.createRange();
        const name = place.querySelector('.name')!;
        words.setStart(name, 0);
        words.setEndBefore(name.querySelector('.icon')!);
        for (const line of words.getClientRects())
          expect(
            line.right <= sign.left || line.top >= sign.bottom || line.bottom <= sign.top,
            `${place.textContent.trim()}, ${String(width)} px`,
          ).to.equal(true);
      }
    }
  });

  it('goes on at the page where the learner left', async () => {
    const { app } = await open(unit('u1'), acts('u1', 'v2', 'p1', 't1'));
    expect(deep(app, 'h1').textContent).to.equal('Hoe het anders werd');
    expect(deepAll(app, '.year[aria-expanded=true]')).to.have.length(1);
  });

  it('ends with the way on', async () => {
    const { app } = await open(unit('u1'), acts('u1', 'p1', 'p2', 'p3', 'w1', 'w2', 'w3'));
    await press(app, 'Rond af');
    expect(focused()?.textContent).to.equal('Je hebt deze les gehad');
    await expectSound();
    await press(app, 'Verder met De container');
    expect(deep(app, 'zt-find-mistake')).to.exist;
  });
});

describe('a quiz', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  it('can be done with the keyboard alone, and explains at once', async () => {
    const { app, commands } = await open(unit('u5'));
    await tabTo('Begin');
    await key('Enter');
    await tabTo('Controleer');
    await key('Enter');
    expect(deep(app, '#missing').textContent).to.contain('Kies eerst een antwoord');
    expect(focused()?.localName).to.equal('input');
    await key('ArrowDown', 'Space');
    await tabTo('Controleer');
    await key('Enter');
    expect(focused()?.id).to.equal('verdict');
    expect(commands.at(-1)).to.have.property('kind', 'act');
    await tabTo('Volgende vraag');
    await key('Enter');
    expect(focused()?.textContent).to.equal('Wat helpt haar op weg?');
  });

  it('is sound for every kind of question, before and after the answer', async () => {
    const { app } = await open(unit('u5'));
    await expectSound();
    await press(app, 'Begin');
    const answers: Record<string, () => Promise<void>> = {
      single: () => press(app, 'Ik bel toch'),
      several: () => press(app, 'Oogcontact'),
      ordering: () => press(app, 'Omlaag'),
      judgement: async () => {
        for (const radio of deepAll(app, 'input[id$="-4"]')) radio.click();
        await settled(app);
      },
      matching: async () => {
        for (const radio of deepAll(app, '.matrix input[value=p]')) radio.click();
        await settled(app);
      },
    };
    for (const answer of Object.values(answers)) {
      await expectSound();
      await answer();
      await press(app, 'Controleer');
      await expectSound();
      await press(app, answer === answers['matching'] ? 'Naar je resultaat' : 'Volgende vraag');
    }
    expect(focused()?.localName).to.equal('h1');
    await press(app, 'Je hebt beloofd');
    await expectSound();
  });

  it('keeps the focus on the button that moved a line, and says the new place', async () => {
    const { app } = await open(unit('u5'), answered('q1=c', 'q2=ac'));
    const down = deepAll(app, 'button[id^=down]')[0]!;
    const id = down.id;
    down.focus();
    await key('Enter');
    expect(focused()?.id).to.equal(id);
    expect(
      deepAll(app, 'zt-quiz [role=status]').length + deepAll(app, '[role=status]').length,
    ).to.be.greaterThan(0);
    expect(deepAll(app, '[role=status]').some((one) => one.textContent.includes('plek 2 van 4'))).to.be.true;
  });

  it('makes new fields for another question, as what was told of the old ones sticks', async () => {
    const { app } = await open(unit('u5'));
    await press(app, 'Begin');
    const radio = deep(app, 'input');
    await press(app, 'Bewaar voor later');
    expect(deep(app, 'input').getAttribute('type')).to.equal('checkbox');
    expect(radio.isConnected).to.be.false;
  });

  it('says what is missing once: as the description of the field that takes the focus', async () => {
    const { app } = await open(unit('u5'));
    await press(app, 'Begin');
    await press(app, 'Controleer');
    const field = focused();
    expect(field?.localName).to.equal('input');
    expect(field?.getAttribute('aria-describedby')).to.equal('missing');
    expect(deep(app, '#missing').textContent).to.contain('Kies eerst een antwoord');
    expect(deep(app, '#missing').closest('[role=alert], [role=status], [aria-live]')).to.equal(null);
  });

  it('names the reactions without a rating', async () => {
    const { app } = await open(unit('u5'), answered('q1=c', 'q2=ac', 'q3=abcd'));
    deepAll(app, 'input[id="a-4"]')[0]!.click();
    await press(app, 'Controleer');
    const missing = deep(app, '#missing').textContent;
    expect(missing).to.contain('Daar kan ik niets aan doen');
    expect(missing).not.to.contain('Dan staat u nu wel goed');
  });

  it('opens the article in a dialog and gives the focus back', async () => {
    const { app } = await open(unit('u5'));
    await press(app, 'Begin');
    await press(app, 'Ik bel toch');
    await press(app, 'Controleer');
    named(app, 'Lees meer').focus();
    await key('Enter');
    const dialog = deep(deep(app, 'zt-article-dialog'), 'dialog');
    expect(dialog.matches(':modal')).to.be.true;
    expect(dialog.textContent).to.contain('mag het houden');
    await expectSound();
    await key('Escape');
    expect(focused()?.textContent).to.contain('Lees meer');
  });

  it('shows the result and says that it was seen', async () => {
    const { app, commands } = await open(
      unit('u5'),
      answered('q1=c', 'q2=ac', 'q3=abcd', 'q4=413', 'q5=pqr'),
    );
    expect(deep(app, '.score').textContent).to.contain('10');
    expect(commands.at(-1)).to.deep.equal({ kind: 'seen', unit: 'u5' });
    await press(app, 'Opnieuw');
    expect(deep(app, 'h1').textContent).to.equal('Wat weet je nu?');
  });
});

function answered(...written: string[]): Command[] {
  const answers = written.map((one): Command => {
    const [code = '', response = ''] = one.split('=');
    return { kind: 'act', unit: 'u5', action: { code, response } };
  });
  return [{ kind: 'start', unit: 'u5' }, ...answers];
}

describe('find the mistake', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  it('takes exactly as many marks as there are mistakes, and sends them when they are final', async () => {
    const { app, commands } = await open(unit('u2'));
    await expectSound();
    await press(app, 'Dat moet u bij de afvaldienst');
    await press(app, 'Controleer');
    expect(deep(app, '.note.warn').textContent).to.contain('Markeer precies 2 zinnen');
    await press(app, 'Op welk adres');
    await press(app, 'Controleer');
    expect(focused()?.textContent).to.equal('Je vond 1 van de 2');
    expect(commands.filter((command) => command.kind === 'act')).to.have.length(2);
    await expectSound();
  });

  it('asks why and for better words, with feedback, and ends with what was missed', async () => {
    const { app, commands } = await open(unit('u2'), acts('u2', 'm1', 'm2'));
    expect(deep(app, 'h1').textContent).to.equal('Hier ging het mis');
    await press(app, 'te kort');
    expect(focused()?.textContent).to.equal('Wat ging er mis?');
    expect(deep(app, '.choice.wrong').textContent).to.contain('Kort mag');
    await press(app, 'Ik meld het nu');
    await expectSound();
    await press(app, 'Volgende fout');
    await press(app, 'geen dag');
    await press(app, 'Donderdag voor twaalf');
    await press(app, 'Naar je resultaat');
    expect(deep(app, '.looked').textContent).to.contain('Niet gevonden');
    expect(commands.at(-1)).to.deep.equal({ kind: 'seen', unit: 'u2' });
    await expectSound();
  });
});

describe('the debrief', () => {
  const talked = acts('u3', 'k2', 'a2', 'b3', 'c3', 'd2');
  const debrief: Screen = { name: 'debrief', unit: 'u3' };
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  it('is sound, and says that it was seen, once', async () => {
    const { app, commands } = await open(debrief, talked);
    expect(commands).to.deep.equal([{ kind: 'seen', unit: 'u3' }]);
    await expectSound();
    await press(app, 'Alles (');
    await expectSound();
    expect(commands).to.have.length(1);
  });

  it('is sound in the dark', async () => {
    await emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await open(debrief, talked);
    await expectSound();
    await emulateMedia({ colorScheme: 'light' });
  });

  it('shows the learning points, and everything when asked', async () => {
    const { app } = await open(debrief, talked);
    expect(deepAll(app, '.moments > li')).to.have.length(4);
    await press(app, 'Alles (');
    expect(deepAll(app, '.moments > li')).to.have.length(5);
  });

  it('goes back into the conversation at the moment chosen', async () => {
    const { app, commands } = await open(debrief, talked);
    deepAll(app, '.moments button')[1]!.click();
    await settled(app);
    expect(commands.at(-1)).to.include({ kind: 'from-here', unit: 'u3', from: 2 });
    expect(deep(app, 'zt-conversation')).to.exist;
  });

  it('offers the whole conversation again, and the next unit', async () => {
    const { app, commands } = await open(debrief, talked);
    expect(named(app, 'Verder met De container op de stoep')).to.exist;
    await press(app, 'Doe het hele gesprek opnieuw');
    expect(commands.at(-1)).to.deep.equal({ kind: 'start', unit: 'u3' });
    expect(deep(app, 'zt-conversation')).to.exist;
  });

  it('marks the norm on the line of each outcome, says it in words, and needs no scrolling for it', async () => {
    const { app } = await open(debrief, talked);
    await setViewport({ width: 320, height: 640 });
    await settled(app);
    const bars = deepAll(app, 'zt-range-bar');
    expect(bars).to.have.length(4);
    for (const bar of bars) {
      expect(deep(bar, '.norm').textContent).to.match(/^norm: (minstens|hooguit) \S/);
      const [tick, track] = ['.tick', '.track'].map((part) => deep(bar, part).getBoundingClientRect());
      expect(tick?.left).to.be.within((track?.left ?? 0) - 1, track?.right ?? 0);
    }
    expect(deepAll(app, '.scroll')).to.deep.equal([]);
    await expectSound();
  });

  it('takes along three things of this run', async () => {
    const { app } = await open(debrief, talked);
    const lessons = deepAll(app, '.lessons > li').map((item) => item.textContent);
    expect(lessons).to.have.length(3);
    expect(lessons.join()).to.contain('Zeg de volgende keer');
  });

  it('gives the competences as a table beside the web', async () => {
    const { app } = await open(debrief, talked);
    const rows = deepAll(app, 'zt-radar tbody tr').concat(deepAll(deep(app, 'zt-radar'), 'tbody tr'));
    expect(rows.map((row) => row.textContent).join()).to.contain('onder de norm');
  });
});
