/** The YAML heads of `.gesprek.md`, `.les.md` and `.fout.md`. Descriptions are for authors: they go into `docs/`. */
import { z } from 'zod';
import { DRAWINGS } from '../vocabulary.js';
import { caseId, channel, id, text } from './common.js';

const step = z.union(
  [
    text.describe('Wat er moet gebeuren, in één zin.'),
    z.strictObject({
      doe: text.describe('Wat er moet gebeuren, in één zin.'),
      'alleen als': text
        .optional()
        .describe("De stap telt alleen mee als dit aan het eind klopt, zoals 'weet lift-donderdag'."),
      na: id.optional().describe('De stap telt alleen als deze andere stap eerder is gezet.'),
    }),
  ],
  {
    error: "schrijf 'naam: tekst' of 'naam: {doe: tekst, alleen als: voorwaarde, na: andere-stap}'",
  },
);

/** A photo that the customer sends, or a thing that lies on the counter. */
const picture = z.strictObject({
  tekening: z.enum(DRAWINGS).describe('Welke tekening: een ding of een foto.'),
  alt: text.describe('Wat er te zien is, in één zin. Wie niet ziet, leest dit.'),
  bij: id.optional().describe('De beurt waar het bij hoort. Weggelaten: de eerste beurt.'),
});

/** A report that fills itself while the conversation goes on. */
const report = z.strictObject({
  zaak: caseId.describe('De zaak waar de melding in komt.'),
  velden: z
    .array(
      z.strictObject({
        veld: text.describe("De naam van het vakje, zoals 'Plek'."),
        waarde: text.describe('Wat erin komt te staan.'),
        als: id.optional().describe('Het feit dat je eerst moet weten. Weggelaten: meteen ingevuld.'),
      }),
    )
    .min(1)
    .max(6, 'geef hooguit zes velden')
    .describe('De vakjes van de melding, hooguit zes.'),
});

const title = text.describe('De naam zoals de medewerker die ziet.');
const customer = id.describe(
  'Wie de klant is: de naam van een bestand in zeventerpen/klanten, zonder .yaml.',
);
const contactChannel = channel.describe('Hoe de klant contact zoekt.');

export const conversationHead = z
  .strictObject({
    titel: title,
    kanaal: contactChannel,
    klant: customer,
    moment: text.describe("Dag en tijd, zoals 'dinsdag 24 november, 10.15 uur'."),
    vraag: text.describe('Wat de klant vraagt, in zijn eigen woorden.'),
    'vraag-achter-de-vraag': text.describe('Waar het echt om gaat. Staat pas in de nabespreking.'),
    leerdoelen: z.array(id).default([]).describe('Wat je hier leert: een lijst van namen.'),
    stappen: z
      .record(id, step)
      .describe(
        "De stappen van het juiste proces, als 'naam: tekst'. Hooguit zes. Een stap wordt gezet met 'stap naam'.",
      ),
    feiten: z
      .record(id, text)
      .optional()
      .describe(
        "Wat er te ontdekken is, als 'naam: zin'. Een feit wordt geleerd met 'leert naam'. De zin staat in de nabespreking.",
      ),
    begin: z
      .string()
      .regex(
        /^klanttevredenheid\s+\d{1,2}([.,]5)?$/,
        "schrijf 'klanttevredenheid 3': een cijfer van 0 tot en met 10, halven mogen",
      )
      .describe("Hoe tevreden de klant is als het begint, zoals 'klanttevredenheid 5'. Van 0 tot en met 10."),
    coach: z
      .literal('aan', { error: "schrijf 'coach: aan', of laat het weg" })
      .optional()
      .describe(
        "Met 'aan' geeft de coach bij elke beurt zijn raad, ook ongevraagd. Alleen voor een oefengesprek.",
      ),
    onderwerp: text.optional().describe('Het onderwerp van een mail of brief. Weggelaten: de vraag.'),
    beelden: z
      .array(picture)
      .max(4, 'geef hooguit vier beelden')
      .default([])
      .describe('Wat de klant laat zien: een foto, of iets dat op de balie ligt.'),
    melding: report.optional().describe('Een melding die zich vult terwijl je praat.'),
    'neem-mee': z
      .array(text)
      .max(3, 'geef hooguit drie lessen')
      .default([])
      .describe('Hooguit drie lessen voor de nabespreking.'),
  })
  .describe('De kop van een gesprek (*.gesprek.md).');
export type ConversationHead = z.infer<typeof conversationHead>;

export const fragmentHead = z
  .strictObject({
    titel: text.describe('Waar dit stuk gesprek voor is. Alleen schrijvers en beoordelaars lezen dit.'),
    uitgangen: z
      .record(id, text)
      .refine((exits) => Object.keys(exits).length > 0, 'een fragment heeft minstens één uitgang')
      .describe(
        "Hoe het stuk kan aflopen, als 'naam: zin'. Een keuze gaat eruit met '-> UIT naam'. Een gesprek zegt per uitgang waar het dan heen gaat.",
      ),
  })
  .describe('De kop van een fragment: een stuk gesprek dat meer gesprekken gebruiken (*.fragment.md).');
export type FragmentHead = z.infer<typeof fragmentHead>;

export const lessonHead = z.strictObject({ titel: title }).describe('De kop van een les (*.les.md).');
export type LessonHead = z.infer<typeof lessonHead>;

export const mistakesHead = z
  .strictObject({
    titel: title,
    klant: customer,
    kanaal: contactChannel,
    inleiding: text.describe('Wat de medewerker vooraf moet weten: wie belt, en wat hij gaat doen.'),
  })
  .describe("De kop van 'zoek de fout' (*.fout.md).");
export type MistakesHead = z.infer<typeof mistakesHead>;
