/** How easy the texts of a module are to read. */
import { readingLevel } from '../../content/language/flesch-douma.js';
import type { Module, Unit, World } from '../../content/module.js';
import { html, type Html } from '../html.js';
import { itemsOf } from '../items/unit-items.js';
import { decimal } from '../words/numbers.js';

/** Language level B1, roughly. */
const B1 = 60;

/** All texts that a learner reads in a unit. */
const textsOf = (unit: Unit, world: World): string =>
  itemsOf(unit, world)
    .flatMap(({ fields }) => fields)
    .filter(({ isRead }) => isRead)
    .map(({ text }) => text)
    .join('\n');

/** One row per unit: words, sentence length, Flesch-Douma and what that means. */
export function readingTable({ units, world }: Module): Html {
  return html`<table>
    <caption>
      Leesniveau van de teksten voor de deelnemer
    </caption>
    <thead>
      <tr>
        <th scope="col">Onderdeel</th>
        <th scope="col">Woorden</th>
        <th scope="col">Woorden per zin</th>
        <th scope="col">Flesch-Douma</th>
        <th scope="col">Oordeel</th>
      </tr>
    </thead>
    <tbody>
      ${units.map((unit) => {
        const { words, wordsPerSentence, flesch } = readingLevel(textsOf(unit, world));
        return html`<tr>
          <th scope="row">${unit.title}</th>
          <td>${words}</td>
          <td>${decimal(Math.round(wordsPerSentence * 10) / 10)}</td>
          <td>${decimal(Math.round(flesch))}</td>
          <td>${flesch >= B1 ? 'past bij B1' : 'moeilijker dan B1'}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

export const readingNote =
  'Flesch-Douma: hoe hoger, hoe makkelijker. Ongeveer 60 en hoger past bij taalniveau B1. Lange zinnen en lange woorden verlagen het cijfer.';
