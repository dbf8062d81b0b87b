/** Every channel looks and reads like itself, wide and narrow, light and dark. */
import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { CHANNELS, type ChannelId } from '../../src/content/vocabulary.js';
import { newSession } from '../../src/engine/session.js';
import { moduleOn } from './fixtures/channels.js';
import { complaints, deep, deepAll, focused, openApp, policyViolations, press, type Stage } from './stage.js';

async function openOn(channel: ChannelId): Promise<Stage> {
  const module = moduleOn(channel);
  const stage = await openApp({ session: newSession(module, crypto.randomUUID().replaceAll('-', '')) });
  await press(stage.app, `Start ${module.units[0]?.title ?? ''}`);
  return stage;
}
/** Other media, and the colours that come with them on screen. */
async function restyle(media: Parameters<typeof emulateMedia>[0]): Promise<void> {
  await emulateMedia({ reducedMotion: 'reduce', ...media });
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
const isPaper = (channel: ChannelId) => ['e-mail', 'brief', 'website'].includes(channel);
const outside = (app: Element, width: number) =>
  deepAll(app, '*')
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => `${element.localName}.${element.className}`);

describe('a conversation on each channel', () => {
  beforeEach(() => restyle({ colorScheme: 'light', forcedColors: 'none' }));
  after(() => restyle({ colorScheme: 'light', forcedColors: 'none' }));

  for (const channel of CHANNELS) {
    for (const width of [1280, 320]) {
      it(`is accessible and fits on ${channel} at ${width} px, light and dark${width === 320 ? '' : ', and in forced colours'}`, async () => {
        await setViewport({ width, height: 800 });
        const { app } = await openOn(channel);
        await press(app, isPaper(channel) ? 'Ik beantwoord de e-mail' : (named[channel] ?? ''));
        expect(outside(app, width)).to.deep.equal([]);
        expect(await complaints()).to.deep.equal([]);
        await restyle({ colorScheme: 'dark' });
        expect(await complaints(), 'dark').to.deep.equal([]);
        if (width === 320) return;
        await restyle({ colorScheme: 'light', forcedColors: 'active' });
        expect(await complaints(), 'forced colours').to.deep.equal([]);
      });
    }
  }
  const named: Readonly<Record<string, string>> = {
    balie: 'Gecondoleerd',
    telefoon: 'Gecondoleerd',
    huisbezoek: 'Gecondoleerd',
    'social-media': 'Gecondoleerd',
    chat: 'Dank u wel voor de foto',
  };

  it('shows the customer at the counter with what lies there, and says it', async () => {
    await setViewport({ width: 1280, height: 800 });
    const { app } = await openOn('balie');
    expect(deep(app, 'zt-portrait').getAttribute('place')).to.equal('counter');
    expect(deep(app, '.band').textContent).to.match(/Nummer\s+B\d\d/);
    expect(deep(app, '[role=log]').textContent).to.contain('Er steekt een oude foto uit');
    expect(deep(app, '.sight').getAttribute('aria-hidden')).to.equal('true');
  });

  it('sits at the kitchen table on a home visit, and is a face only where there is no room', async () => {
    await setViewport({ width: 1280, height: 800 });
    expect(deep((await openOn('huisbezoek')).app, 'zt-portrait').getAttribute('place')).to.equal('table');
    await setViewport({ width: 390, height: 800 });
    expect(deep((await openOn('huisbezoek')).app, 'zt-portrait').getAttribute('place')).to.equal('none');
  });

  it('counts the minutes of a call, and shows no pictures', async () => {
    await setViewport({ width: 1280, height: 800 });
    const { app } = await openOn('telefoon');
    expect(deep(app, '.call').textContent).to.contain('In gesprek, 0 min');
    await press(app, 'Gecondoleerd');
    expect(deep(app, '.call').textContent).to.contain('In gesprek, 1 min');
    expect(deepAll(app, '.photo, .shown')).to.deep.equal([]);
  });

  it('gives a chat its hours, ticks that are read out, a photo with words, and a warning that stays', async () => {
    const { app } = await openOn('chat');
    await press(app, 'Dank u wel voor de foto');
    expect(deep(app, '.own .stamp').textContent).to.match(/10\.42\s*gelezen/);
    expect(deep(app, '.photo [role=img]').getAttribute('aria-label')).to.equal('Foto');
    expect(deep(app, '.photo figcaption').textContent).to.contain('liggen los en scheef');
    expect(deep(app, '.safety').textContent).to.contain('Vraag hier geen BSN');
    expect(focused()?.textContent).to.contain('Op de Kerkterp');
  });

  it('fills a report from the chat, and makes it in its case', async () => {
    await setViewport({ width: 1280, height: 800 });
    const { app, commands } = await openOn('chat');
    await press(app, 'Zaken');
    const slots = () => deepAll(app, '.report dd').map((slot) => slot.textContent);
    expect(slots()).to.deep.equal(['Losse stoeptegel', 'Nog niet bekend']);
    await press(app, 'Dank u wel voor de foto');
    expect(slots()).to.deep.equal(['Losse stoeptegel', 'Kerkterp, bij nummer 12']);
    expect(await complaints()).to.deep.equal([]);
    await press(app, 'Maak de melding');
    expect(commands.at(-1)).to.deep.include({ kind: 'act', action: { code: 'k5' } });
    expect(focused()?.textContent).to.contain('De melding staat in de zaak.');
  });

  it('gives a mail its head and its enclosure', async () => {
    const { app } = await openOn('e-mail');
    const letter = deep(app, '.letter').textContent;
    for (const words of ['Sofia Tavares', 'container ALWEER niet geleegd', '13.00 uur', 'Bijlage', 'Toon: '])
      expect(letter).to.contain(words);
  });

  it('puts a letter on paper, with an address and a name under it', async () => {
    const { app } = await openOn('brief');
    expect(deep(app, '.paper address').textContent).to.contain('Havenkade 3');
    expect(deep(app, '.signed').textContent).to.equal('Sofia Tavares');
  });

  it('answers in public as the municipality, while everybody reads along', async () => {
    const { app } = await openOn('social-media');
    await press(app, 'Gecondoleerd');
    expect(deep(app, '.safety').textContent).to.contain('Iedereen leest mee');
    expect(deep(app, '.reply').textContent).to.match(/Gemeente Zeventerpen \(jij\)[^]*Openbare reactie/);
  });

  it('keeps the policy of the package', () => {
    expect(policyViolations()).to.deep.equal([]);
  });
});
