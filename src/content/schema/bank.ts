/** `*.bank.yaml`: the items of a knowledge test, a file per competence; and `*.meting.yaml`, a test made of them. */
import { z } from 'zod';
import { competence, id, source, text } from './common.js';
import { judgementItem, matchingItem, multipleItem, numericItem, orderingItem, singleItem } from './items.js';

/** Slots that each form has per competence. */
export const SLOTS = 5;

const inBank = {
  vorm: z
    .enum(['A', 'B', 'rest'])
    .describe('A en B zijn de twee vormen van de toets; `rest` is voor de toetsen van de modules.'),
  plek: z
    .number()
    .int()
    .min(1)
    .max(SLOTS)
    .optional()
    .describe('De plek in de vorm. Dezelfde plek heeft in A en B dezelfde soort en hetzelfde niveau.'),
  leerdoel: id.describe('Het leerdoel dat de vraag toetst.'),
  bron: source.describe('Waar het feit of de maatstaf staat.'),
};

// The competence stands once, above the items of its file.
const without = { competentie: true } as const;
export const bankItem = z.discriminatedUnion('soort', [
  singleItem.omit(without).extend(inBank),
  multipleItem.omit(without).extend(inBank),
  orderingItem.omit(without).extend(inBank),
  judgementItem.omit(without).extend(inBank),
  matchingItem.omit(without).extend(inBank),
  numericItem.omit(without).extend(inBank),
]);

export const bankFile = z
  .strictObject({
    competentie: competence.describe('De competentie van alle vragen in dit bestand.'),
    module: text.describe('De titel van de module waarin je deze competentie oefent.'),
    vragen: z.array(bankItem).min(1).describe('De vragen.'),
  })
  .describe('De vragen van een kennistoets over één competentie (*.bank.yaml).');

export const testFile = z
  .strictObject({
    titel: text.describe('De naam van de meting.'),
    inleiding: text.describe('Wat de medewerker vooraf leest.'),
    meting: z
      .enum(['nul', 'eind'])
      .describe(
        '`nul`: voor de cursus, zonder antwoorden na afloop. `eind`: erna, met uitleg bij elke vraag.',
      ),
  })
  .describe('Een meting met de vragen van de bank (*.meting.yaml).');

export type BankItem = z.infer<typeof bankItem>;
export type BankFile = z.infer<typeof bankFile>;
export type TestFile = z.infer<typeof testFile>;
