import { z } from 'zod';
import { CHANNELS, COMPETENCES } from '../vocabulary.js';

/** Ids are kebab-case, without `_`: LMSs turn `-` into `_`, so the two must not both occur. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'gebruik kleine letters, cijfers en streepjes');
export const caseId = z.string().regex(/^Z-\d{4}$/, 'een zaaknummer ziet eruit als Z-2041');
export const date = z.iso.date();
export const text = z.string().trim().min(1);
export const competence = z.enum(COMPETENCES);
export const channel = z.enum(CHANNELS);

/** Where a fact comes from, and when somebody must look again. */
export const source = z.strictObject({
  bron: text.describe('Waar dit staat: een wet, een besluit of een werkafspraak.'),
  gecontroleerd: date.describe('De dag waarop iemand dit voor het laatst naliep, zoals 2026-11-23.'),
  'opnieuw-voor': date.optional().describe('Voor deze dag moet iemand het weer nalopen.'),
});
export type Source = z.infer<typeof source>;
