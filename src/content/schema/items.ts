/** `*.toets.yaml`: the items of a quiz. Descriptions are for authors: they go into `docs/`. */
import { z } from 'zod';
import { competence, id, source, text } from './common.js';

const base = {
  id: id.describe('De naam van de vraag. Verander hem niet meer als medewerkers hem hebben gemaakt.'),
  competentie: competence.describe('De competentie waar de vraag over gaat.'),
  leerdoel: id.optional().describe('Het leerdoel dat de vraag toetst.'),
  niveau: z
    .enum(['weten', 'begrijpen', 'toepassen'])
    .describe('Wat de vraag vraagt: iets weten, iets begrijpen of iets toepassen.'),
  situatie: text.optional().describe('Wat er gebeurt, boven de vraag.'),
  vraag: text.describe('De vraag zelf.'),
  uitleg: text.describe('Staat er na het antwoord: waarom het beste antwoord het beste is.'),
  artikel: id.optional().describe('Het artikel in het Kennisportaal om verder te lezen.'),
  gespreksregel: id.optional().describe('De gespreksregel uit gemeente.yaml waar de vraag over gaat.'),
  bron: source.optional().describe('Waar een feit in de vraag vandaan komt.'),
};

const option = z.strictObject({
  id: z
    .string()
    .regex(/^[a-h]$/, 'gebruik één letter van a tot en met h')
    .describe('Eén letter, van a tot en met h.'),
  tekst: text.describe('Wat de medewerker kan kiezen.'),
  waarom: text.describe(
    'Bij een goed antwoord: waarom het goed is. Bij een ander antwoord: waarom het aantrekkelijk lijkt, en wat er mis mee is.',
  ),
});

export const singleItem = z
  .strictObject({
    ...base,
    soort: z.literal('enkel').describe('Eén antwoord is goed.'),
    opties: z.array(option).min(3).max(5).describe('Drie, vier of vijf antwoorden. Ze worden geschud.'),
    goed: z.string().describe('De letter van het goede antwoord.'),
  })
  .describe('Eén antwoord is goed.');
export const multipleItem = z
  .strictObject({
    ...base,
    soort: z.literal('meer').describe('Meer dan één antwoord kan goed zijn.'),
    opties: z.array(option).min(3).max(6).describe('Drie tot zes antwoorden. Ze worden geschud.'),
    goed: z.array(z.string()).min(1).describe('De letters van de goede antwoorden: [a, c].'),
  })
  .describe('Meer dan één antwoord kan goed zijn.');
export const orderingItem = z
  .strictObject({
    ...base,
    soort: z.literal('volgorde').describe('Zet in de goede volgorde.'),
    opties: z.array(option).min(3).max(6).describe('Schrijf ze in de goede volgorde. Ze worden geschud.'),
  })
  .describe('Zet in de goede volgorde.');
/** Situational judgement; partial credit by distance to the expert key. */
export const judgementItem = z
  .strictObject({
    ...base,
    soort: z.literal('beoordelen').describe('Geef elke reactie een cijfer van 1 tot en met 4.'),
    opties: z
      .array(
        option.extend({
          sleutel: z
            .number()
            .int()
            .min(1)
            .max(4)
            .describe('Wat deskundigen vinden: 1 werkt niet, 4 werkt heel goed.'),
        }),
      )
      .min(3)
      .max(4)
      .describe('Drie of vier reacties.'),
  })
  .describe('Geef elke reactie een cijfer van 1 (werkt niet) tot en met 4 (werkt heel goed).');
/** Left with right: each option's `bij` is one of `groepen`. */
export const matchingItem = z
  .strictObject({
    ...base,
    soort: z.literal('koppelen').describe('Zet elk kaartje bij de goede groep.'),
    groepen: z
      .array(
        z.strictObject({
          id: z
            .string()
            .regex(/^[p-w]$/, 'gebruik één letter van p tot en met w')
            .describe('Eén letter, van p tot en met w.'),
          tekst: text.describe('De naam van de groep.'),
        }),
      )
      .min(2)
      .max(5)
      .describe('Twee tot vijf groepen.'),
    opties: z
      .array(option.extend({ bij: z.string().describe('De letter van de groep waar dit bij hoort.') }))
      .min(3)
      .max(6)
      .describe('Drie tot zes kaartjes.'),
  })
  .describe('Zet elk kaartje bij de goede groep.');
/** A number; whoever is off by more than `marge` gets nothing. */
export const numericItem = z
  .strictObject({
    ...base,
    soort: z.literal('getal').describe('Vul een getal in.'),
    antwoord: z.number().min(0).describe('Het goede getal.'),
    marge: z.number().min(0).describe('Hoeveel het ernaast mag liggen; 0 is precies.'),
    eenheid: text.describe('Wat je telt: dagen, euro, minuten.'),
    vergissingen: z
      .array(
        z.strictObject({
          getal: z.number().min(0).describe('Een getal dat een goede collega ook kan invullen.'),
          waarom: text.describe('Waarom dat getal aantrekkelijk lijkt, en wat er mis mee is.'),
        }),
      )
      .min(1)
      .describe('Getallen die voor de hand liggen en niet kloppen.'),
  })
  .describe('Vul een getal in.');

export const item = z.discriminatedUnion('soort', [
  singleItem,
  multipleItem,
  orderingItem,
  judgementItem,
  matchingItem,
  numericItem,
]);
export const itemsFile = z
  .strictObject({
    titel: text.describe('De naam van de toets.'),
    inleiding: text.describe('Wat de medewerker vooraf leest.'),
    vragen: z.array(item).min(1).describe('De vragen, in volgorde.'),
    'uit-de-bank': z
      .array(
        z
          .string()
          .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'schrijf module/vraag, zoals kennistoets/zet-maar-door')
          .describe('Een vraag uit de bank van een toets: module/vraag.'),
      )
      .optional()
      .describe('Vragen uit de bank van de kennistoets, met `vorm: rest`. Ze komen na de eigen vragen.'),
  })
  .describe('Toetsvragen (*.toets.yaml).');
export type Item = z.infer<typeof item>;
export type ItemOption = z.infer<typeof option>;
export type ItemsFile = z.infer<typeof itemsFile>;
