/**
 * The municipality: one place for norms, rates, customers, cases and desks, shared by all modules.
 * Files: `modules/zeventerpen/gemeente.yaml`, `klanten/<id>.yaml` (a customer with his cases) and `kennisbank/<id>.artikel.md`.
 */
import { z } from 'zod';
import { CHANNELS, COMPETENCES, ENDING_QUALITIES, OUTCOMES } from '../vocabulary.js';
import { caseId, channel, date, id, text } from './common.js';

const label = z.strictObject({ label: text, uitleg: text });

/** Fictional rates and the norms the municipality holds itself to. Money in euro, handling in minutes, waiting in working days. */
export const norms = z.strictObject({
  /** Cost of one minute of the front office. */
  'tarief-per-minuut': z.number().positive(),
  /** Cost of one follow-up contact that a bad ending causes. */
  'kosten-vervolgcontact': z.number().positive(),
  /** Follow-up contacts by the quality of the ending, unless the ending says `vervolg N contacten`. */
  vervolgcontacten: z.record(z.enum(ENDING_QUALITIES), z.number().int().min(0)),
  /** One waiting day in the lead-time score, in minutes of handling: index = working days, the last one repeats its step. */
  'wachtdagen-in-minuten': z.array(z.number().min(0)).min(2),
  /** Minutes a desk action takes that the script does not list. */
  'minuten-bureau': z.strictObject({
    klant: z.number(),
    zaak: z.number(),
    artikel: z.number(),
    bellen: z.number(),
    kanaal: z.number(),
    notitie: z.number(),
  }),
  /** 'All four outcomes sufficient': satisfaction and process at least, handling minutes and euro at most, per channel. */
  voldoende: z.strictObject({
    klanttevredenheid: z.number(),
    proces: z.number(),
    minuten: z.record(z.enum(CHANNELS), z.number()),
    werkdagen: z.number(),
    kosten: z.number(),
  }),
  servicenormen: z.array(z.strictObject({ id, norm: text, waarde: text })),
});

export const backofficeDesk = z.strictObject({
  id,
  naam: text,
  open: text,
  /** Chance (0..1) that the phone is answered, when a script does not say otherwise. */
  'neemt-op': z.number().min(0).max(1),
  'tarief-per-minuut': z.number().positive(),
  /** What the desk says when a contact does not need it. */
  antwoord: text,
});

export const channelInfo = z.strictObject({
  id: channel,
  naam: text,
  /** Cost of one contact, in euro. */
  kosten: z.number().min(0),
  'geschikt-voor': text,
  'niet-geschikt-voor': text,
  /** What a customer answers when this channel is proposed and the script does not say otherwise. */
  antwoord: text,
});

/** A named rule of conversation, reused everywhere. */
export const conversationRule = z.strictObject({ id, naam: text, uitleg: text });

export const municipality = z.strictObject({
  naam: text,
  'over-zeventerpen': text,
  competenties: z.record(z.enum(COMPETENCES), label),
  uitkomsten: z.record(z.enum(OUTCOMES), label),
  normen: norms,
  kanalen: z.array(channelInfo),
  backoffice: z.array(backofficeDesk),
  gespreksregels: z.array(conversationRule),
});

/** Parameters of a drawn portrait; colours as #rrggbb. */
export const portrait = z.strictObject({
  huid: z.string().regex(/^#[0-9a-f]{6}$/),
  haar: z.string().regex(/^#[0-9a-f]{6}$/),
  kapsel: z.enum(['kort', 'lang', 'knot', 'hoofddoek', 'kaal', 'krul', 'bob', 'vlecht']),
  kleding: z.string().regex(/^#[0-9a-f]{6}$/),
  bril: z.boolean().default(false),
  baard: z.boolean().default(false),
  ouder: z.boolean().default(false),
});
export type Portrait = z.infer<typeof portrait>;

export const contact = z.strictObject({
  datum: date,
  kanaal: channel,
  tekst: text,
  let: z.boolean().default(false),
});

export const customer = z.strictObject({
  id,
  naam: text,
  /** How the employee addresses the customer: 'mevrouw Wierda'. */
  aanspreking: text,
  geboren: date.optional(),
  bedrijf: text.optional(),
  adres: text,
  telefoon: text.optional(),
  'e-mail': text.optional(),
  /** Masked, as the desk shows it; can never be a real one (facts: numbers that fail the eleven test). */
  bsn: z
    .string()
    .regex(/^•••••••\d\d$/, 'schrijf alleen de laatste twee cijfers: •••••••01')
    .optional(),
  huishouden: z.array(z.strictObject({ naam: text, rol: text })).default([]),
  signalen: z.array(text).default([]),
  voorkeur: text.optional(),
  contacten: z.array(contact).default([]),
  portret: portrait,
});
export type Customer = z.infer<typeof customer>;

export const caseFile = z.strictObject({
  id: caseId,
  titel: text,
  klant: id,
  /** The desk (backoffice id) that handles it. */
  bureau: id,
  behandelaar: text,
  gestart: date,
  status: z.enum(['ontvangen', 'in-behandeling', 'stilgezet', 'afgerond']),
  /** Term in working days and how many have gone. */
  termijn: z
    .strictObject({ werkdagen: z.number().int().positive(), verstreken: z.number().int().min(0) })
    .optional(),
  notities: z.array(z.strictObject({ datum: date, door: text, tekst: text })).default([]),
});
export type CaseFile = z.infer<typeof caseFile>;

/** Front matter of `kennisbank/<id>.artikel.md`; the body holds `## Kort antwoord`, `## Zo gaat het`, `## Denk vooruit`. */
export const articleHead = z.strictObject({
  titel: text,
  trefwoorden: z.array(text),
  kosten: text.optional(),
  termijn: text.optional(),
  kanalen: text.optional(),
  beslist: text.optional(),
  bron: text,
  gecontroleerd: date,
  'opnieuw-voor': date.optional(),
  /** True for the articles that are outdated on purpose. */
  verouderd: z.boolean().default(false),
});

/** `klanten/<id>.yaml`: the id is the file name; a case belongs to the customer whose file it stands in. */
export const customerFile = customer
  .omit({ id: true })
  .extend({ zaken: z.array(caseFile.omit({ klant: true })).default([]) });
export type Municipality = z.infer<typeof municipality>;
export type Norms = z.infer<typeof norms>;
export type BackofficeDesk = z.infer<typeof backofficeDesk>;
export type ChannelInfo = z.infer<typeof channelInfo>;
export type ConversationRule = z.infer<typeof conversationRule>;
export type ArticleHead = z.infer<typeof articleHead>;
