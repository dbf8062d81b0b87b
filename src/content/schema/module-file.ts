import { z } from 'zod';
import { id, text } from './common.js';
import { SCHEMA_VERSION, schemaVersion } from './version.js';

/** One entry of the unit list: the id is the file name without its endings; the ending tells the kind. */
export const unitEntry = z.strictObject({
  id: id.describe('De naam van het bestand zonder einde: weduwe staat voor weduwe.gesprek.md.'),
  gewicht: z
    .number()
    .min(0)
    .max(10)
    .default(1)
    .describe('Hoe zwaar dit meetelt in de score van de module. 0 is oefenen: dat telt niet mee.'),
  verplicht: z.boolean().default(true).describe('Moet dit af zijn om de module te voltooien?'),
  minuten: z
    .number()
    .int()
    .positive()
    .describe('Hoeveel minuten een medewerker hier ongeveer voor nodig heeft.'),
  kaart: text.describe('Eén zin op de kaart in het overzicht.'),
});

const passMark = z
  .number()
  .min(0)
  .max(100)
  .optional()
  .describe('De score (0 tot en met 100) waarmee je slaagt. Laat weg als het alleen om voltooien gaat.');

/** A part of a module that is uploaded by itself. */
const packageEntry = z.strictObject({
  id: id.describe('Komt achter de naam van de module: kennistoets-nulmeting.'),
  titel: text.describe('De naam in het leerplatform.'),
  samenvatting: text.describe('Twee of drie zinnen: wat je hier doet.'),
  onderdelen: z.array(id).min(1).describe("Welke van de 'onderdelen' in dit pakket zitten."),
  zakgrens: passMark,
});

/** `module.yaml` */
export const moduleFile = z
  .strictObject({
    schemaVersion: schemaVersion(SCHEMA_VERSION).describe(
      'De versie waarin de bestanden van deze module zijn geschreven. `npm run check -- --fix` werkt haar bij.',
    ),
    titel: text.describe('De naam van de module.'),
    samenvatting: text.describe('Twee of drie zinnen: wat je hier oefent.'),
    doelgroep: text.describe('Voor wie de module is.'),
    volgnummer: z.number().int().positive().describe('De plaats in de cursus, vanaf 1.'),
    onderdelen: z
      .array(unitEntry)
      .min(1, 'een module heeft minstens één onderdeel')
      .describe('De onderdelen, in de volgorde waarin de medewerker ze ziet.'),
    gespreksregels: z
      .array(id)
      .default([])
      .describe('Welke gespreksregels uit gemeente.yaml deze module oefent.'),
    kennisbank: z
      .array(id)
      .default([])
      .describe(
        'Extra artikelen in het Kennisportaal van deze module. Neem er ook een paar die er op lijken, zodat zoeken echt zoeken is.',
      ),
    zakgrens: passMark,
    pakketten: z
      .array(packageEntry)
      .min(1)
      .optional()
      .describe(
        'Een module in losse pakketten, elk met eigen onderdelen. Laat weg als de module één pakket is.',
      ),
  })
  .describe('Een module: titel, doelgroep en onderdelen (module.yaml).');
export type ModuleFile = z.infer<typeof moduleFile>;
export type PackageEntry = z.infer<typeof packageEntry>;
export type UnitEntry = z.infer<typeof unitEntry>;
