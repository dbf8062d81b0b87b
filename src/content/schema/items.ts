/** `*.toets.yaml`: the items of a quiz. */
import { z } from 'zod';
import { competence, id, source, text } from './common.js';

const base = {
  id,
  competentie: competence,
  leerdoel: id.optional(),
  niveau: z.enum(['weten', 'begrijpen', 'toepassen']),
  /** The situation, if any, and then the question. */
  situatie: text.optional(),
  vraag: text,
  /** Shown after answering: why the best answer is best. */
  uitleg: text,
  /** Article of the Kennisportaal to read on. */
  artikel: id.optional(),
  /** Conversation rule this item is about. */
  gespreksregel: id.optional(),
  bron: source.optional(),
};

/** `waarom`: for a weaker option, why it tempts and why it is weaker; for a good one, why it is good. */
const option = z.strictObject({ id: z.string().regex(/^[a-h]$/), tekst: text, waarom: text });

export const singleItem = z.strictObject({
  ...base,
  soort: z.literal('enkel'),
  opties: z.array(option).min(3).max(5),
  goed: z.string(),
});
export const multipleItem = z.strictObject({
  ...base,
  soort: z.literal('meer'),
  opties: z.array(option).min(3).max(6),
  goed: z.array(z.string()).min(1),
});
/** Options in the right order; shown shuffled. */
export const orderingItem = z.strictObject({
  ...base,
  soort: z.literal('volgorde'),
  opties: z.array(option).min(3).max(6),
});
/** Situational judgement: rate each reaction 1 (werkt niet) .. 4 (werkt heel goed); partial credit by distance to the expert key. */
export const judgementItem = z.strictObject({
  ...base,
  soort: z.literal('beoordelen'),
  opties: z
    .array(option.extend({ sleutel: z.number().int().min(1).max(4) }))
    .min(3)
    .max(4),
});
/** Left with right: each option's `bij` is one of `groepen`. */
export const matchingItem = z.strictObject({
  ...base,
  soort: z.literal('koppelen'),
  groepen: z
    .array(z.strictObject({ id: z.string().regex(/^[p-w]$/), tekst: text }))
    .min(2)
    .max(5),
  opties: z
    .array(option.extend({ bij: z.string() }))
    .min(3)
    .max(6),
});

export const item = z.discriminatedUnion('soort', [
  singleItem,
  multipleItem,
  orderingItem,
  judgementItem,
  matchingItem,
]);
export const itemsFile = z.strictObject({ titel: text, inleiding: text, vragen: z.array(item).min(1) });
export type Item = z.infer<typeof item>;
export type ItemsFile = z.infer<typeof itemsFile>;
