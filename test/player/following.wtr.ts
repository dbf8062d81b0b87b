/** What stands around an answer is drawn a frame after it, and what is done once is done before the first conversation. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/player/screens.js';
import { warmUp } from '../../src/player/screens.js';
import '../../src/player/ui/ring-meter.js';
import { lesson, fixture as module } from './fixtures/module.js';
import { deepAll, sessionAfter } from './stage.js';

const soon = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
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
