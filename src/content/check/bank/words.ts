/** The words of an item: what tells two texts apart, and what two have in common. */
import { optionsOf } from '../../../engine/item-share.js';
import type { Item } from '../../schema/items.js';

/** Words of four letters or more that say nothing by themselves. */
const EMPTY = new Set(
  `aan alle alleen als altijd andere anders beide bent bijna daar daarna daarom deze dingen doen doet door
  deed dezelfde echt eens eerst eerste elk elke erbij ergens even gaan gaat gedaan geeft geen geven goed goede graag
  haar hebben hebt heeft hele helemaal hier hoeft hoor hun iedereen iemand iets ieder jij jou jouw jullie kan kunnen kunt komen komt
  krijg krijgt krijgen kies kiezen laat laten maak maakt maar maken meer mensen met mevrouw meneer mijn misschien moet moeten naar
  natuurlijk niemand niet niets nodig nog ook omdat onze over past precies samen staat staan steeds straks stel terug toch twee drie vier vijf
  tussen vaak vandaag vast veel vrouw voor vooral vraag vraagt waar waarom wanneer want waren wat weer welk welke werd weet
  werkt weten wie wij wil willen worden wordt zal zeggen zegt zelf zeker zich zien ziet zijn zijn zoals zodat zonder zou zullen
  beste graag helpen klant klanten dagen keer zeven`.split(/\s+/),
);
const SHORTEST = 4;
const STEM = 5;

/** All words, in small letters and without accents. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];

/** The words that carry the meaning, each cut to its first letters, so that 'melden' and 'melding' count as one. */
export function termsOf(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => word.length >= SHORTEST && !EMPTY.has(word))
      .map((word) => word.slice(0, STEM).replace(/v$/, 'f').replace(/z$/, 's')),
  );
}

/** What is asked, with what happens before it. */
export const stemTextOf = ({ situatie, vraag }: Item): string => `${situatie ?? ''} ${vraag}`.trim();

/** All that a learner sees of an item before it is answered. */
export const shownTextsOf = (item: Item): string[] => [
  ...(item.situatie === undefined ? [] : [item.situatie]),
  item.vraag,
  ...(item.soort === 'koppelen' ? item.groepen.map(({ tekst }) => tekst) : []),
  ...optionsOf(item).map(({ tekst }) => tekst),
];
