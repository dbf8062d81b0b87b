import { z } from 'zod';
import { id, text } from './common.js';

/** One entry of the unit list: the id is the file name without its endings; the ending tells the kind. */
export const unitEntry = z.strictObject({
  id,
  /** Weight in the module's score; 0 = practice that does not count. */
  gewicht: z.number().min(0).max(10).default(1),
  verplicht: z.boolean().default(true),
  minuten: z.number().int().positive(),
  /** One line on the card of the overview. */
  kaart: text,
});

/** `module.yaml` */
export const moduleFile = z.strictObject({
  schemaVersion: z.literal(1),
  titel: text,
  samenvatting: text,
  doelgroep: text,
  /** Position in the course, from 1. */
  volgnummer: z.number().int().positive(),
  onderdelen: z.array(unitEntry).min(1, 'een module heeft minstens één onderdeel'),
  /** Conversation rules (ids of gemeente.yaml) that this module trains. */
  gespreksregels: z.array(id).default([]),
  /** Articles on this module's desk beside those its scripts name: look-alikes to search among. */
  kennisbank: z.array(id).default([]),
  /** Pass mark, 0..100; absent = completion only. */
  zakgrens: z.number().min(0).max(100).optional(),
});
export type ModuleFile = z.infer<typeof moduleFile>;
export type UnitEntry = z.infer<typeof unitEntry>;
