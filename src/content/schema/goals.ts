/** `leerdoelen.yaml`: what the whole course teaches, and where. Descriptions are for authors: they go into `docs/`. */
import { z } from 'zod';
import { competence, id, text } from './common.js';

export const GOAL_KINDS = ['kennis', 'vaardigheid'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

export const goal = z.strictObject({
  id: id.describe('De naam waarmee een gesprek of een toetsvraag het leerdoel noemt.'),
  doel: text.describe("Wat iemand straks weet of doet, in één zin met 'je'."),
  competentie: competence.describe('De competentie waar het leerdoel bij hoort.'),
  soort: z
    .enum(GOAL_KINDS)
    .describe(
      'vaardigheid: dat oefen je in minstens één gesprek. kennis: daar gaan minstens twee toetsvragen over.',
    ),
  groep: id.describe('De groep uit groepen waar het leerdoel bij hoort.'),
  modules: z.array(id).min(1, 'noem minstens één module').describe('De modules die dit leerdoel oefenen.'),
});

export const goalsFile = z
  .strictObject({
    groepen: z.record(id, text).describe("De groepen, als 'naam: tekst'."),
    'in-aanbouw': z
      .array(id)
      .default([])
      .describe(
        "Modules die nog niet af zijn. Wat daar nog ontbreekt, is 'nog niet' en geen gat. Haal een module hier weg als hij af is.",
      ),
    leerdoelen: z.array(goal).min(1).describe('De leerdoelen.'),
  })
  .describe('De leerdoelen van de hele cursus (leerdoelen.yaml, in de map modules).');
export type Goal = z.infer<typeof goal>;
export type GoalsFile = z.infer<typeof goalsFile>;
