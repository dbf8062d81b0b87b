import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { complaints, deep, deepAll, focused, named, openApp, press, settled, type Stage } from './stage.js';

async function openDesk(tab: string): Promise<Stage> {
  const stage = await openApp();
  await press(stage.app, 'Start Het paspoort van mijn man');
  await press(stage.app, tab);
  stage.commands.length = 0;
  return stage;
}
const desk = ({ app }: Stage) => deep(app, 'zt-desk').shadowRoot?.textContent ?? '';
const acted = ({ commands }: Stage) =>
  commands.map((command) => command.kind === 'act' && command.action.code);

async function search(stage: Stage, words: string): Promise<void> {
  const field = deep(stage.app, 'input[type=search]') as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new Event('input'));
  await settled(stage.app);
}

describe('the desk', () => {
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    await emulateMedia({ reducedMotion: 'reduce' });
  });

  it('opens a record for its price, once, and says what was learnt', async () => {
    const stage = await openDesk('Klant');
    expect(desk(stage)).to.contain('kost 1 min');
    await press(stage.app, 'Open het dossier van Grietje Wierda');
    expect(acted(stage)).to.deep.equal(['k1']);
    expect(desk(stage)).to.contain('Weduwe sinds 2 november');
    expect(desk(stage)).to.contain('Mevrouw Wierda woont nu alleen');
    expect(focused()?.textContent).to.equal('Grietje Wierda');
    expect(deepAll(stage.app, '[role=status]').at(-1)?.textContent).to.contain(
      'Je bekeek het dossier van Grietje Wierda.',
    );
    expect(await complaints()).to.deep.equal([]);
  });

  it('shows the contact history, newest first, with what needs attention in words', async () => {
    const stage = await openDesk('Klant');
    await press(stage.app, 'Open het dossier');
    const lines = deepAll(stage.app, '.timeline li').map((line) => line.textContent);
    expect(lines[0]).to.contain('12 nov 2026');
    expect(lines[0]).to.contain('Let op');
  });

  it('finds articles while you type, through typing errors, and marks what was found', async () => {
    const stage = await openDesk('Kennis');
    await search(stage, 'overleiden');
    expect(deepAll(stage.app, '.result').length).to.equal(1);
    expect(deep(stage.app, 'mark').textContent).to.equal('Overlijden');
    expect(await complaints()).to.deep.equal([]);
    await search(stage, 'zwembad');
    expect(desk(stage)).to.contain('Niets gevonden');
  });

  it('warns of an article that was not checked for long', async () => {
    const stage = await openDesk('Kennis');
    await press(stage.app, 'Rijbewijs aanvragen');
    expect(desk(stage)).to.contain('Oud: gecontroleerd 2 mrt 2023');
    expect(await complaints()).to.deep.equal([]);
  });

  it('reads an article twice for one price, and goes back to the result', async () => {
    const stage = await openDesk('Kennis');
    await press(stage.app, 'Overlijden: wat');
    expect(focused()?.localName).to.equal('h2');
    await press(stage.app, 'Terug naar de resultaten');
    expect(focused()?.textContent).to.contain('Bekeken');
    await press(stage.app, 'Overlijden: wat');
    expect(acted(stage)).to.deep.equal(['k3']);
  });

  it('shows where a case stands and how much of its term is left', async () => {
    const stage = await openDesk('Zaken');
    await press(stage.app, 'Z-2101');
    expect(deep(stage.app, '[aria-current=step]').textContent).to.contain('In behandeling');
    expect(desk(stage)).to.contain('Nog 6 werkdagen');
    expect(await complaints()).to.deep.equal([]);
  });

  it('states the chance of an answer before the call, and the answer after it', async () => {
    const stage = await openDesk('Acties');
    await press(stage.app, 'Bel een collega');
    expect(desk(stage)).to.contain('ongeveer 60 van de 100 keer');
    await press(stage.app, 'Bel Burgerzaken');
    expect(desk(stage)).to.match(/De parkeerkaart van haar man loopt nog|Er nam niemand op/);
    expect(await complaints()).to.deep.equal([]);
  });

  it('proposes another channel, and the customer answers', async () => {
    const stage = await openDesk('Acties');
    await press(stage.app, 'Ander kanaal');
    await press(stage.app, 'Stel voor: E-mail');
    expect(desk(stage)).to.contain('Mailen doe ik niet zo vaak.');
    expect(deep(stage.app, '[role=log]').textContent).to.contain('Je stelde een ander kanaal voor: E-mail');
  });

  it('drafts a note from this contact and puts it into the case', async () => {
    const stage = await openDesk('Zaken');
    await press(stage.app, 'Gecondoleerd');
    await press(stage.app, 'Z-2101');
    await press(stage.app, 'Schrijf een notitie');
    expect(deep(stage.app, '.draft').textContent).to.contain('Gecondoleerd, mevrouw.');
    await press(stage.app, 'Zet in de zaak');
    expect(acted(stage)).to.deep.equal(['a1', 'k2', 'k5']);
    expect(desk(stage)).to.contain('De notitie staat in de zaak.');
    expect(await complaints()).to.deep.equal([]);
  });

  it('moves between its tabs with the arrows', async () => {
    const stage = await openDesk('Klant');
    deep(stage.app, 'zt-desk [aria-selected=true], [aria-selected=true]').focus();
    await sendKeys({ press: 'ArrowRight' });
    await settled(stage.app);
    expect(focused()?.id).to.equal('tab-knowledge');
    expect(named(stage.app, 'Overlijden: wat')).to.exist;
  });

  it('grows, and leaves the conversation usable', async () => {
    const stage = await openDesk('Kennis');
    await press(stage.app, 'Maak je bureau groter');
    await press(stage.app, 'Overlijden: wat');
    expect(named(stage.app, 'Gecondoleerd')).to.exist;
    expect(await complaints()).to.deep.equal([]);
  });
});
