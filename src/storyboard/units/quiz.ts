/** A quiz with its key. */
import type { Quiz, QuizItem, Test, World } from '../../content/module.js';
import { anchor, html, type Html, nothing } from '../html.js';
import { idInWords } from '../words/names.js';
import { decimal } from '../words/numbers.js';
import { answerList, type Answer } from './answers.js';

const KINDS: Readonly<Record<QuizItem['soort'], string>> = {
  enkel: 'één antwoord is goed',
  meer: 'meer antwoorden zijn goed',
  volgorde: 'zet op volgorde; hieronder staat de goede volgorde',
  beoordelen: 'beoordeel elke reactie van 1 (werkt niet) tot 4 (werkt heel goed)',
  koppelen: 'zet bij elkaar wat bij elkaar hoort',
  getal: 'vul een getal in',
};

export const quizSection = (unit: Quiz, world: World): Html =>
  html`<p>${unit.intro}</p>
    ${unit.items.map((item, index) => itemSection(item, { number: index + 1, unit: unit.id, world }))}`;

/** Both forms of a test, one after the other. */
export const testSection = (unit: Test, world: World): Html =>
  html`<p>${unit.intro}</p>
    ${(['A', 'B'] as const).map(
      (form) =>
        html`<h3>Vorm ${form}</h3>
          ${unit.forms[form].map((item, index) => itemSection(item, { number: index + 1, unit: unit.id, world }))}`,
    )}`;

interface Around {
  readonly number: number;
  readonly unit: string;
  readonly world: World;
}

function itemSection(item: QuizItem, { number, unit, world }: Around): Html {
  const about = [
    world.competences[item.competentie].label,
    ...(item.leerdoel === undefined ? [] : [`leerdoel ${idInWords(item.leerdoel)}`]),
    `niveau ${item.niveau}`,
    KINDS[item.soort],
  ];
  return html`<section class="turn" id="${anchor(unit, 'vraag', item.id)}">
    <h3><span class="number">${number}</span> ${item.vraag}</h3>
    <p class="from">${about.join(' · ')}</p>
    ${item.situatie === undefined ? nothing : html`<p>${item.situatie}</p>`} ${answerList(answersOf(item))}
    ${item.uitleg === '' ? nothing : html`<p class="why"><b>Uitleg</b> ${item.uitleg}</p>`}
    ${item.bron === undefined ? nothing : html`<p class="note">Bron: ${item.bron.bron} (gecontroleerd ${item.bron.gecontroleerd})</p>`}
  </section>`;
}

function answersOf(item: QuizItem): readonly Answer[] {
  const answer = (option: { id: string; tekst: string; waarom: string }, verdict: string): Answer => ({
    mark: option.id,
    text: option.tekst,
    feedback: option.waarom,
    verdict,
  });
  switch (item.soort) {
    case 'enkel':
      return item.opties.map((option) => answer(option, option.id === item.goed ? 'Goed' : ''));
    case 'meer':
      return item.opties.map((option) => answer(option, item.goed.includes(option.id) ? 'Goed' : ''));
    case 'volgorde':
      return item.opties.map((option, index) => answer(option, `Plaats ${index + 1}`));
    case 'beoordelen':
      return item.opties.map((option) => answer(option, `${option.sleutel} van 4`));
    case 'koppelen':
      return item.opties.map((option) => {
        const group = item.groepen.find(({ id }) => id === option.bij);
        return answer(option, `Bij: ${group?.tekst ?? option.bij}`);
      });
    case 'getal':
      return [
        { text: `${decimal(item.antwoord)} ${item.eenheid}`, verdict: 'Goed', feedback: '' },
        ...item.vergissingen.map(({ getal, waarom }) => ({
          text: `${decimal(getal)} ${item.eenheid}`,
          verdict: '',
          feedback: waarom,
        })),
      ];
  }
}
