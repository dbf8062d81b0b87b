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

async function write(stage: Stage, field: string, words: string): Promise<void> {
  const element = deep(stage.app, field) as HTMLInputElement | HTMLTextAreaElement;
  element.value = words;
  element.dispatchEvent(new Event('input'));
  await settled(stage.app);
}
const search = (stage: Stage, words: string): Promise<void> => write(stage, 'input[type=search]', words);
/** What a finger at this place meets. */
function hit(x: number, y: number): Element | null {
  let at = document.elementFromPoint(x, y);
  while (at?.shadowRoot?.elementFromPoint(x, y)) at = at.shadowRoot.elementFromPoint(x, y);
  return at?.closest('button') ?? at;
}
const dialog = ({ app }: Stage) => deep(app, 'zt-handover').shadowRoot!.querySelector('dialog')!;

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

  it('helps to check who somebody is, by what the customer named, without doing anything in the conversation', async () => {
    const stage = await openDesk('Klant');
    const check = 'Controleer wie voor je staat';
    expect(deepAll(stage.app, 'button').some((button) => button.textContent.includes(check))).to.equal(false);
    await press(stage.app, 'Open het dossier');
    named(stage.app, check).focus();
    await press(stage.app, check);
    expect(focused()?.getAttribute('aria-expanded')).to.equal('true');
    const status = () => deep(stage.app, '.check-list [role=status]').textContent;
    expect(status()).to.contain('algemene vragen');
    for (const fact of ['Naam', 'Adres', 'Geboortedatum']) await press(stage.app, fact);
    expect(status()).to.contain('Herkend');
    await press(stage.app, 'Iets dat alleen de klant en wij weten');
    expect(status()).to.contain('Gecontroleerd');
    expect(acted(stage)).to.deep.equal(['k1']);
    expect(await complaints()).to.deep.equal([]);
    await setViewport({ width: 320, height: 700 });
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
    expect(desk(stage), 'an amount on one line').to.contain('€\u00a049,70');
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

  it('says in words that a desk does not answer now', async () => {
    const stage = await openDesk('Acties');
    const { module, ...session } = stage.app.session!;
    const units = module.units.map((unit) =>
      unit.kind === 'conversation'
        ? { ...unit, desk: unit.desk.map((action) => ({ ...action, chance: 0 })) }
        : unit,
    );
    stage.app.session = { ...session, module: { ...module, units } };
    await press(stage.app, 'Bel een collega');
    expect(desk(stage)).to.contain('Neemt nu niet op').and.not.to.contain('ongeveer 0 van');
  });

  it('states chance and price before a call, shows what came of it, and gives the focus back', async () => {
    const stage = await openDesk('Acties');
    await press(stage.app, 'Bel een collega');
    expect(desk(stage)).to.contain('ongeveer 60 van de 100 keer');
    const opener = named(stage.app, 'Schakel Burgerzaken in');
    opener.focus();
    await press(stage.app, 'Schakel Burgerzaken in');
    expect(focused()).to.have.property('type', 'radio');
    expect(dialog(stage).textContent).to.contain('Dit kost 3 min en hooguit €\u00a06,00.');
    expect(await complaints()).to.deep.equal([]);
    await press(stage.app, 'Bel Burgerzaken');
    expect(acted(stage)).to.deep.equal(['k4']);
    expect(focused()?.id).to.equal('outcome');
    expect(dialog(stage).textContent).to.match(/De parkeerkaart van haar man loopt nog|Er neemt niemand op/);
    expect(await complaints()).to.deep.equal([]);
    await press(stage.app, 'Terug naar het gesprek');
    expect(dialog(stage).open).to.equal(false);
    expect(desk(stage)).to.contain('Gebeld');
  });

  it('leaves a handover with Escape, back to its opener, without doing anything', async () => {
    const stage = await openDesk('Acties');
    await press(stage.app, 'Bel een collega');
    const opener = named(stage.app, 'Schakel Burgerzaken in');
    opener.focus();
    await press(stage.app, 'Schakel Burgerzaken in');
    await sendKeys({ press: 'Escape' });
    await settled(stage.app);
    expect(dialog(stage).open).to.equal(false);
    expect(focused()).to.equal(opener);
    expect(acted(stage)).to.deep.equal([]);
  });

  it('counts what a handover tells, and fills in only what this contact told', async () => {
    const stage = await openDesk('Klant');
    await press(stage.app, 'Open het dossier van Grietje Wierda');
    await press(stage.app, 'Acties');
    await press(stage.app, 'Bel een collega');
    await press(stage.app, 'Schakel Burgerzaken in');
    const count = () => dialog(stage).querySelector('[role=status]')?.textContent.replace(/\s+/g, ' ').trim();
    // Heard alone, '0 van 5' says nothing.
    expect(count()).to.equal('Is je overdracht compleet? 0 van 5');
    await write(stage, '#feeling', 'onzeker');
    await press(stage.app, 'Vul in wat je al weet');
    expect((deep(stage.app, '#who') as HTMLInputElement).value).to.contain('Achterom 12');
    expect((deep(stage.app, '#known') as HTMLTextAreaElement).value).to.contain('woont nu alleen');
    expect((deep(stage.app, '#feeling') as HTMLInputElement).value).to.equal('onzeker');
    expect(count()).to.contain('4 van 5');
    await write(stage, '#promise', 'Vrijdag bel ik zelf');
    expect(count()).to.contain('5 van 5');
    expect(JSON.stringify(stage.commands)).not.to.contain('Vrijdag bel ik zelf');
  });

  it('leaves a call-back note in the case instead of calling', async () => {
    const stage = await openDesk('Acties');
    await press(stage.app, 'Bel een collega');
    await press(stage.app, 'Schakel Burgerzaken in');
    await press(stage.app, 'Terugbelnotitie');
    await press(dialog(stage), 'Zet in de zaak');
    expect(acted(stage)).to.deep.equal(['k5']);
    expect(dialog(stage).textContent).to.contain('De notitie staat in de zaak');
  });

  it('has no handover open before it was ever drawn', () => {
    expect(document.createElement('zt-handover').isOpen).to.equal(false);
  });

  it('keeps a handover on screen when a tablet is turned while it is open', async () => {
    const stage = await openDesk('Acties');
    await press(stage.app, 'Bel een collega');
    await press(stage.app, 'Schakel Burgerzaken in');
    await write(stage, '#feeling', 'onzeker');
    await setViewport({ width: 768, height: 1024 });
    await settled(stage.app);
    expect(dialog(stage).open).to.equal(true);
    expect(dialog(stage).checkVisibility()).to.equal(true);
    expect((deep(stage.app, '#feeling') as HTMLInputElement).value).to.equal('onzeker');
  });

  it('breaks no word of the steps of a case on a narrow screen', async () => {
    await setViewport({ width: 320, height: 700 });
    const stage = await openDesk('Zaken');
    await press(stage.app, 'Z-2101');
    const labels = deepAll(stage.app, '.stepper .tiny');
    expect(labels).to.have.length.above(2);
    for (const label of labels)
      expect(label.getBoundingClientRect().height, label.textContent).to.be.below(30);
  });

  it('keeps the options beside a long record: what lies on the desk scrolls by itself', async () => {
    await setViewport({ width: 1280, height: 620 });
    const stage = await openDesk('Klant');
    const before = document.documentElement.scrollHeight;
    await press(stage.app, 'Open het dossier van Grietje Wierda');
    const pane = deep(stage.app, '.card.desk');
    expect(pane.scrollHeight).to.be.above(pane.clientHeight);
    expect(document.documentElement.scrollHeight - before).to.be.below(100);
    pane.scrollTop = pane.scrollHeight;
    const [option] = deepAll(deep(stage.app, 'zt-options'), 'button');
    expect(option!.getBoundingClientRect().bottom).to.be.below(620);
    // The tabs stay, and cover nothing that takes the focus.
    const head = deep(stage.app, '.head').getBoundingClientRect();
    expect(head.top).to.be.at.least(pane.getBoundingClientRect().top);
    for (const control of deepAll(deep(stage.app, '#panel'), 'button, input').toReversed()) {
      control.focus();
      expect(control.getBoundingClientRect().top, control.textContent).to.be.at.least(head.bottom);
    }
  });

  it('keeps the way back to the talk on a narrow screen, and comes back at the options', async () => {
    await setViewport({ width: 390, height: 620 });
    const stage = await openDesk('Klant');
    await press(stage.app, 'Open het dossier van Grietje Wierda');
    window.scrollTo(0, document.documentElement.scrollHeight);
    const back = named(stage.app, 'Gesprek');
    const { left, top, bottom } = back.getBoundingClientRect();
    expect(top).to.be.within(0, 100);
    expect(hit(left + 10, top + 10)).to.equal(back);
    for (const control of deepAll(deep(stage.app, '#panel'), 'button, input').toReversed()) {
      control.focus();
      expect(control.getBoundingClientRect().top, control.textContent).to.be.at.least(bottom);
    }
    window.scrollTo(0, document.documentElement.scrollHeight);
    back.click();
    await settled(stage.app);
    const [option] = deepAll(deep(stage.app, 'zt-options'), 'button');
    expect(option!.getBoundingClientRect().top).to.be.within(bottom, 620 - 44);
  });

  it('fills the screen with a handover on a telephone', async () => {
    await setViewport({ width: 360, height: 740 });
    const stage = await openDesk('Acties');
    await press(stage.app, 'Bel een collega');
    await press(stage.app, 'Schakel Burgerzaken in');
    const { width, height } = dialog(stage).getBoundingClientRect();
    expect([width, height]).to.deep.equal([360, 740]);
    expect(await complaints()).to.deep.equal([]);
  });

  it('points out the choice that an answer made possible, and says so where there is none yet', async () => {
    const stage = await openDesk('Kennis');
    await press(stage.app, 'Overlijden: wat');
    await press(stage.app, 'Gebruik dit antwoord');
    expect(desk(stage)).to.contain('Bij deze beurt past het nog niet');
    await press(stage.app, 'Gecondoleerd');
    await press(stage.app, 'Gebruik dit antwoord');
    expect(focused()?.textContent).to.contain('We maken het ongeldig');
    expect(deepAll(stage.app, '[role=status]').at(-1)?.textContent).to.contain('hoort bij een keuze');
  });

  it('brings who uses an answer on a telephone back to the talk', async () => {
    await setViewport({ width: 360, height: 740 });
    const stage = await openDesk('Gesprek');
    await press(stage.app, 'Gecondoleerd');
    await press(stage.app, 'Kennis');
    await press(stage.app, 'Overlijden: wat');
    await press(stage.app, 'Gebruik dit antwoord');
    expect(focused()?.textContent).to.contain('We maken het ongeldig');
    expect(focused()?.checkVisibility()).to.equal(true);
  });

  it('says under a record what opening it cost and taught', async () => {
    const stage = await openDesk('Klant');
    await press(stage.app, 'Open het dossier');
    expect(deep(stage.app, '.opened-for').textContent).to.contain('kostte 1 min. Je leerde 1 feit.');
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
    expect((deep(stage.app, '#note-1') as HTMLTextAreaElement).value).to.contain('Gecondoleerd, mevrouw.');
    expect(desk(stage)).to.contain('2 van 3 delen klaar');
    await write(stage, '#note-2', 'Nadia belt vrijdag');
    expect(desk(stage)).to.contain('3 van 3 delen klaar');
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
