/** How easy the texts of a module are to read. */
import { readingLevel } from '../../content/language/flesch-douma.js';
import type { Module, Unit, World } from '../../content/module.js';
import type { Html } from '../html.js';
import { itemsOf } from '../items/unit-items.js';
import { dataTable } from '../table.js';
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
export const readingTable = ({ units, world }: Module): Html =>
  dataTable({
    caption: 'Leesniveau van de teksten voor de deelnemer',
    columns: ['Onderdeel', 'Woorden', 'Woorden per zin', 'Flesch-Douma', 'Oordeel'],
    rows: units.map((unit) => {
      const { words, wordsPerSentence, flesch } = readingLevel(textsOf(unit, world));
      return [
        unit.title,
        words,
        decimal(Math.round(wordsPerSentence * 10) / 10),
        decimal(Math.round(flesch)),
        flesch >= B1 ? 'past bij B1' : 'moeilijker dan B1',
      ];
    }),
  });

export const readingNote =
  'Flesch-Douma: hoe hoger, hoe makkelijker. Ongeveer 60 en hoger past bij taalniveau B1. Lange zinnen en lange woorden verlagen het cijfer.';
