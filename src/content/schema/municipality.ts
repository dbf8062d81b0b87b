/**
 * The municipality: one place for norms, rates, customers, cases and desks, shared by all modules.
 * Files: `modules/zeventerpen/gemeente.yaml`, `klanten/<id>.yaml` (a customer with his cases) and `kennisbank/<id>.artikel.md`.
 */
import { z } from 'zod';
import { CHANNELS, COMPETENCES, ENDING_QUALITIES, OUTCOMES } from '../vocabulary.js';
import { caseId, channel, date, id, text } from './common.js';
import { SCHEMA_VERSION, schemaVersion } from './version.js';

const label = z.strictObject({
  label: text.describe('De naam die de medewerker ziet.'),
  uitleg: text.describe('Eén of twee zinnen uitleg.'),
});

/** Fictional rates and the norms the municipality holds itself to. Money in euro, handling in minutes, waiting in working days. */
export const norms = z.strictObject({
  'tarief-per-minuut': z.number().positive().describe('Euro per minuut aan de voorkant.'),
  'kosten-vervolgcontact': z
    .number()
    .positive()
    .describe('Euro voor één extra contact dat niet nodig was geweest.'),
  vervolgcontacten: z
    .record(z.enum(ENDING_QUALITIES), z.number().int().min(0))
    .describe("Hoeveel extra contacten een einde geeft, als er niet 'vervolg N contacten' bij staat."),
  /** Index = working days; the last one repeats its step. */
  'wachtdagen-in-minuten': z
    .array(z.number().min(0))
    .min(2)
    .describe('Hoe zwaar wachten telt: 0, 1, 2, ... werkdagen wachten telt als zoveel minuten werk.'),
  'minuten-bureau': z
    .strictObject({
      klant: z.number().describe('Een klant opzoeken.'),
      zaak: z.number().describe('Een zaak lezen.'),
      artikel: z.number().describe('Een artikel lezen.'),
      bellen: z.number().describe('Een bureau bellen.'),
      kanaal: z.number().describe('Een ander kanaal voorstellen.'),
      notitie: z.number().describe('Een notitie schrijven.'),
    })
    .describe('Hoeveel minuten iets op het bureau kost, als het gesprek niets anders zegt.'),
  voldoende: z
    .strictObject({
      klanttevredenheid: z.number().describe('Minstens dit cijfer.'),
      proces: z.number().describe('Minstens dit deel van de stappen: 0.8 is 80 procent.'),
      minuten: z.record(z.enum(CHANNELS), z.number()).describe('Hooguit zoveel minuten, per kanaal.'),
      werkdagen: z.number().describe('Hooguit zoveel werkdagen wachten.'),
      kosten: z.number().describe('Hooguit zoveel euro.'),
    })
    .describe('Wanneer een gesprek op alle vier de uitkomsten voldoende is.'),
  /** What a group's score is called: the last one whose `vanaf` it reaches. */
  schaal: z
    .array(
      z.strictObject({
        vanaf: z.number().int().min(0).max(100).describe('Vanaf deze score, van 0 tot 100.'),
        label: text.describe('Hoe zo’n groep heet, zoals dienstverlenend.'),
      }),
    )
    .min(1)
    .optional()
    .describe('Hoe een dienstverleningsscore van een groep heet in het rapport, van laag naar hoog.'),
  servicenormen: z
    .array(
      z.strictObject({
        id: id.describe('De naam van de norm.'),
        norm: text.describe('Wat wij beloven.'),
        waarde: text.describe('Hoe snel of hoe vaak.'),
      }),
    )
    .describe('Wat de gemeente haar inwoners belooft.'),
});

export const backofficeDesk = z.strictObject({
  id: id.describe("De naam waarmee een gesprek het bureau belt: 'bellen wmo-loket'."),
  naam: text.describe('De naam van het bureau.'),
  open: text.describe('Wanneer het bureau te bellen is.'),
  'neemt-op': z
    .number()
    .min(0)
    .max(1)
    .describe('De kans dat er wordt opgenomen, van 0 tot en met 1, als het gesprek niets anders zegt.'),
  'tarief-per-minuut': z.number().positive().describe('Euro per minuut.'),
  antwoord: text.describe('Wat het bureau zegt als dit gesprek het niet nodig heeft.'),
});

export const channelInfo = z.strictObject({
  id: channel.describe('Het kanaal.'),
  naam: text.describe('De naam die de medewerker ziet.'),
  kosten: z.number().min(0).describe('Euro per contact.'),
  'geschikt-voor': text.describe('Waar dit kanaal goed voor is.'),
  'niet-geschikt-voor': text.describe('Waar dit kanaal niet goed voor is.'),
  antwoord: text.describe(
    'Wat een klant zegt als je dit kanaal voorstelt, als het gesprek niets anders zegt.',
  ),
});

/** Who an employee may be: what a minute costs follows from it. */
export const role = z.strictObject({
  id: id.describe('De naam van de rol.'),
  naam: text.describe('De naam die de medewerker ziet.'),
  'tarief-per-minuut': z.number().positive().describe('Euro per minuut. Verzonnen.'),
  uitleg: text.describe('Wat iemand in deze rol doet, in één of twee zinnen.'),
});

/** A named rule of conversation, reused everywhere. */
export const conversationRule = z.strictObject({
  id: id.describe('De naam waarmee een module de regel noemt.'),
  naam: text.describe('De naam van de regel, kort.'),
  uitleg: text.describe('Wat je doet, in één of twee zinnen.'),
});

export const municipality = z
  .strictObject({
    schemaVersion: schemaVersion(SCHEMA_VERSION).describe(
      'De versie waarin de bestanden van de gemeente zijn geschreven. `npm run check -- --fix` werkt haar bij.',
    ),
    naam: text.describe('De naam van de gemeente.'),
    'over-zeventerpen': text.describe('Een korte beschrijving van de gemeente.'),
    competenties: z.record(z.enum(COMPETENCES), label).describe('De zeven competenties.'),
    uitkomsten: z.record(z.enum(OUTCOMES), label).describe('De vier uitkomsten van elk contact.'),
    normen: norms.describe('Tarieven en normen. Alles is verzonnen.'),
    kanalen: z.array(channelInfo).describe('De kanalen, met wat ze kosten en waar ze goed voor zijn.'),
    backoffice: z.array(backofficeDesk).describe('De bureaus die je kunt bellen.'),
    rollen: z.array(role).default([]).describe('De rollen van medewerkers, met hun tarief.'),
    gespreksregels: z.array(conversationRule).describe('De gespreksregels die in alle modules terugkomen.'),
  })
  .describe('De gemeente Zeventerpen (gemeente.yaml).');

const colour = z.string().regex(/^#[0-9a-f]{6}$/, "schrijf een kleur als '#335577', tussen aanhalingstekens");

/** Parameters of a drawn portrait. A field that is left out is drawn in the plainest way. */
export const portrait = z.strictObject({
  huid: colour.describe("De kleur van de huid, zoals '#e8c4a0'."),
  haar: colour.describe("De kleur van het haar, de hoofddoek of de tulband, zoals '#888888'."),
  kapsel: z
    .enum([
      'kort',
      'kuif',
      'gemillimeterd',
      'kaal',
      'krans',
      'bob',
      'lang',
      'golvend',
      'staart',
      'knot',
      'vlecht',
      'krul',
      'afro',
      'locks',
      'hoofddoek',
      'tulband',
      'pet',
    ])
    .describe('Hoe het haar zit, of wat erop zit.'),
  kleding: colour.describe("De kleur van de kleding, zoals '#335577'."),
  leeftijd: z
    .enum(['jong', 'midden', 'ouder', 'oud'])
    .optional()
    .describe('Hoe oud het gezicht is. Weggelaten: midden.'),
  gezicht: z
    .enum(['ovaal', 'rond', 'smal', 'hoekig'])
    .optional()
    .describe('De vorm van het gezicht. Weggelaten: ovaal.'),
  dracht: z
    .enum([
      'trui',
      'overhemd',
      'blouse',
      'colbert',
      'capuchon',
      'werkjas',
      'hesje',
      'schort',
      'tuniek',
      'sjaal',
    ])
    .optional()
    .describe('Wat iemand draagt. Weggelaten: trui.'),
  bril: z.boolean().default(false).describe('true: draagt een bril.'),
  baard: z.boolean().default(false).describe('true: heeft een baard.'),
  snor: z.boolean().optional().describe('true: heeft een snor.'),
  gehoorapparaat: z.boolean().optional().describe('true: draagt een gehoorapparaat.'),
  oorbellen: z.boolean().optional().describe('true: draagt oorbellen.'),
  ouder: z
    .boolean()
    .default(false)
    .describe("true: hetzelfde als 'leeftijd: ouder'. Kies liever 'leeftijd'."),
});
export type Portrait = z.infer<typeof portrait>;

export const contact = z.strictObject({
  datum: date.describe('De dag, zoals 2026-11-23.'),
  kanaal: channel.describe('Het kanaal van dit contact.'),
  tekst: text.describe('Wat er gebeurde, zoals een collega het opschreef.'),
  let: z.boolean().default(false).describe('true: dit is belangrijk, en valt op in het overzicht.'),
});

export const customer = z.strictObject({
  id,
  naam: text.describe('Voor- en achternaam.'),
  aanspreking: text.describe("Hoe je de klant aanspreekt, zoals 'mevrouw Wierda'."),
  geboren: date.optional().describe('De geboortedag, zoals 1985-04-17.'),
  bedrijf: text.optional().describe('De naam van het bedrijf, bij een ondernemer.'),
  adres: text.describe('Straat, nummer en dorp.'),
  telefoon: text.optional().describe('Een verzonnen nummer dat met 06-00 begint.'),
  'e-mail': text.optional().describe('Een verzonnen adres dat op .example eindigt.'),
  /** Masked, as the desk shows it: can never be a real one. */
  bsn: z
    .string()
    .regex(/^•••••••\d\d$/, 'schrijf alleen de laatste twee cijfers: •••••••01')
    .optional()
    .describe('Alleen de laatste twee cijfers: •••••••01.'),
  huishouden: z
    .array(
      z.strictObject({
        naam: text.describe('Voor- en achternaam.'),
        rol: text.describe('Wie dit is: echtgenote, zoon, bewindvoerder.'),
      }),
    )
    .default([])
    .describe('Wie er bij de klant horen.'),
  signalen: z.array(text).default([]).describe('Wat een collega meteen moet zien.'),
  voorkeur: text.optional().describe('Hoe de klant het liefst contact heeft.'),
  contacten: z.array(contact).default([]).describe('Eerdere contacten, het nieuwste bovenaan.'),
  portret: portrait.describe('Hoe de klant getekend wordt.'),
});
export type Customer = z.infer<typeof customer>;

export const caseFile = z.strictObject({
  id: caseId.describe('Het nummer van de zaak, zoals Z-2041.'),
  titel: text.describe('Waar de zaak over gaat.'),
  klant: id,
  bureau: id.describe('Het bureau uit gemeente.yaml dat de zaak behandelt.'),
  behandelaar: text.describe('De collega die de zaak behandelt.'),
  gestart: date.describe('De dag waarop de zaak begon, zoals 2026-11-23.'),
  status: z.enum(['ontvangen', 'in-behandeling', 'stilgezet', 'afgerond']).describe('Hoe ver de zaak is.'),
  termijn: z
    .strictObject({
      werkdagen: z.number().int().positive().describe('Hoeveel werkdagen er voor staan.'),
      verstreken: z.number().int().min(0).describe('Hoeveel daarvan voorbij zijn.'),
      stilgezet: z
        .number()
        .int()
        .min(0)
        .optional()
        .describe('Hoeveel werkdagen de zaak stilstond of stilstaat. Die tellen niet mee.'),
    })
    .optional()
    .describe('De termijn van de zaak.'),
  notities: z
    .array(
      z.strictObject({
        datum: date.describe('De dag, zoals 2026-11-23.'),
        door: text.describe('Wie het schreef.'),
        tekst: text.describe('Wat er staat.'),
      }),
    )
    .default([])
    .describe('De notities in de zaak, de oudste bovenaan.'),
});
export type CaseFile = z.infer<typeof caseFile>;

/** Front matter of `kennisbank/<id>.artikel.md`; the body holds `## Kort antwoord`, `## Zo gaat het`, `## Denk vooruit`. */
export const articleHead = z
  .strictObject({
    titel: text.describe('De titel van het artikel.'),
    trefwoorden: z.array(text).describe('Woorden waarop je het artikel vindt, zoals [boom, kappen].'),
    kosten: text.optional().describe('Wat het de klant kost.'),
    termijn: text.optional().describe('Hoe lang het duurt.'),
    kanalen: text.optional().describe('Hoe de klant het kan regelen.'),
    beslist: text.optional().describe('Welk bureau beslist.'),
    bron: text.describe('Waar dit staat: een wet, een besluit of een werkafspraak.'),
    gecontroleerd: date.describe('De dag waarop iemand dit voor het laatst naliep, zoals 2026-11-23.'),
    'opnieuw-voor': date.optional().describe('Voor deze dag moet iemand het weer nalopen.'),
    verouderd: z.boolean().default(false).describe('true: het artikel is met opzet verouderd.'),
    'te-controleren': z
      .array(text)
      .default([])
      .describe('Wat niemand nog heeft nagezien. Alleen schrijvers zien dit; de controle telt het op.'),
  })
  .describe('De kop van een artikel (*.artikel.md).');

/** `klanten/<id>.yaml`: the id is the file name; a case belongs to the customer whose file it stands in. */
export const customerFile = customer
  .omit({ id: true })
  .extend({
    zaken: z
      .array(caseFile.omit({ klant: true }))
      .default([])
      .describe('De zaken van deze klant.'),
  })
  .describe('Een klant met zijn zaken: een bestand in de map klanten.');
export type Municipality = z.infer<typeof municipality>;
export type Norms = z.infer<typeof norms>;
export type BackofficeDesk = z.infer<typeof backofficeDesk>;
export type ChannelInfo = z.infer<typeof channelInfo>;
export type ConversationRule = z.infer<typeof conversationRule>;
export type ArticleHead = z.infer<typeof articleHead>;
