/** What each IRI of our own means, in Dutch and English: the concepts of the xAPI profile. */
import type { OwnIris } from '../vocabulary.js';

export interface Words {
  readonly nl: string;
  readonly en: string;
}
export interface Concept {
  readonly kind: 'ActivityType' | 'ContextExtension' | 'ResultExtension' | 'ActivityExtension';
  readonly label: Words;
  readonly definition: Words;
  /** JSON Schema of an extension's value. */
  readonly schema?: object;
}

export const words = (nl: string, en: string): Words => ({ nl, en });
const text = { type: 'string' } as const;
const number = { type: 'number' } as const;
const object = (properties: object, required = Object.keys(properties)): object => ({
  type: 'object',
  properties,
  required,
});
const any = {};

export const TYPE_CONCEPTS: Readonly<Record<keyof OwnIris['types'], Concept>> = {
  page: {
    kind: 'ActivityType',
    label: words('Bladzijde', 'Page'),
    definition: words(
      'Iets in een les dat je leest of bekijkt, of de raad van de coach.',
      'Something in a lesson that is read or seen, or the advice of the coach.',
    ),
  },
  desk: {
    kind: 'ActivityType',
    label: words('Handeling aan het bureau', 'Desk action'),
    definition: words(
      'Opzoeken, bellen, een ander kanaal voorstellen of een notitie maken tijdens een klantcontact.',
      'Looking something up, calling, proposing another channel or writing a note during a customer contact.',
    ),
  },
  outcome: {
    kind: 'ActivityType',
    label: words('Uitkomst', 'Outcome'),
    definition: words(
      'Een van de vier uitkomsten van een gesprek: klanttevredenheid, doorlooptijd, kosten of proces.',
      'One of the four outcomes of a conversation: customer satisfaction, lead time, cost or process.',
    ),
  },
};

export const EXTENSION_CONCEPTS: Readonly<Record<keyof OwnIris['extensions'], Concept>> = {
  run: {
    kind: 'ContextExtension',
    label: words('Ronde', 'Run'),
    definition: words(
      'De hoeveelste keer, en hoe: alleen `scored` is een meting, `again` en `from-here` zijn oefening.',
      'Which time, and how: only `scored` is a measurement, `again` and `from-here` are practice.',
    ),
    schema: object({ number, mode: { enum: ['scored', 'again', 'from-here'] } }),
  },
  visit: {
    kind: 'ContextExtension',
    label: words('Bezoek', 'Visit'),
    definition: words(
      'Toevallig nummer van deze keer dat de module openstond.',
      'Random id of this stay on the page.',
    ),
    schema: text,
  },
  happened: {
    kind: 'ContextExtension',
    label: words('Gebeurd op', 'Happened at'),
    definition: words(
      'Wanneer het echt gebeurde, bij een bericht dat pas in een latere sessie kon worden verteld (cmi5).',
      'When it really happened, of a statement that could only be told in a later session (cmi5).',
    ),
    schema: { type: 'string', format: 'date-time' },
  },
  demo: {
    kind: 'ContextExtension',
    label: words('Voorbeeldgegevens', 'Demo data'),
    definition: words(
      'Staat er alleen bij verzonnen medewerkers: dit heeft niemand echt gedaan.',
      'Only there with made-up employees: nobody really did this.',
    ),
    schema: { enum: [true] },
  },
  effect: {
    kind: 'ResultExtension',
    label: words('Effect', 'Effect'),
    definition: words(
      'Wat deze keuze of handeling aan de vier uitkomsten veranderde.',
      'What this choice or action changed in the four outcomes.',
    ),
    schema: object({
      klanttevredenheid: number,
      doorlooptijd: object({ minuten: number, werkdagen: number }),
      kosten: number,
      proces: { type: 'array' },
    }),
  },
  option: {
    kind: 'ResultExtension',
    label: words('Gekozen antwoord', 'Chosen option'),
    definition: words(
      'De vaste code en de tekst van het antwoord dat gekozen is.',
      'The permanent code and the text of the option that was chosen.',
    ),
    schema: object({ code: text, text }),
  },
  evidence: {
    kind: 'ResultExtension',
    label: words('Bewijs per competentie', 'Evidence per competence'),
    definition: words(
      'Wat deze keuze liet zien van elke competentie, en wat er te laten zien was.',
      'What this choice showed of each competence, and what there was to show.',
    ),
    schema: { type: 'object' },
  },
  raw: {
    kind: 'ResultExtension',
    label: words('Uitkomst in eigen eenheid', 'Outcome in its own unit'),
    definition: words(
      'Een punt van 0 tot 10, minuten en werkdagen, euro of stappen.',
      'A mark from 0 to 10, minutes and working days, euro or steps.',
    ),
    schema: any,
  },
  route: {
    kind: 'ResultExtension',
    label: words('Route', 'Route'),
    definition: words(
      'Alle codes van de ronde, in volgorde; een nieuwe versie van de module leest ze nog.',
      'All codes of the run, in order; a new version of the module still reads them.',
    ),
    schema: text,
  },
  ending: {
    kind: 'ResultExtension',
    label: words('Einde', 'Ending'),
    definition: words(
      'Hoe het gesprek afliep: het einde en of dat goed, voldoende of slecht is.',
      'How the conversation ended: the ending, and whether that is good, sufficient or poor.',
    ),
    schema: any,
  },
  code: {
    kind: 'ActivityExtension',
    label: words('Code', 'Code'),
    definition: words(
      'Vaste code van een onderdeel of een vraag; blijft gelijk in elke versie.',
      'Permanent code of a unit or an item, the same in every version.',
    ),
    schema: text,
  },
};
