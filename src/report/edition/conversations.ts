/** What an edition tells of first scored runs through conversations: their routes, the options that cost most, what they came to. */
import { z } from 'zod';
import { COMPETENCES, ENDING_QUALITIES, OUTCOMES } from '../../content/vocabulary.js';
import { cell, mean, points, share } from './figures.js';
import { ofUnit } from './keys.js';

/** A conversation's own graph, once for all cells that tell of its routes. */
export const graph = z.strictObject({
  /** '<module>/<unit>@<content version>'. */
  id: z.string(),
  /** `layer` 0 is the first turn, endings stand in the last layer. */
  nodes: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['turn', 'ending']),
      label: z.string(),
      layer: z.number().int().min(0),
      quality: z.enum(ENDING_QUALITIES).nullable(),
      /** On the best route. */
      best: z.boolean(),
    }),
  ),
  /** One for each option that leads there. A letter or note that is composed is one edge with `option` null. */
  edges: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      option: z.string().nullable(),
      label: z.string(),
      best: z.boolean(),
    }),
  ),
});
export type Graph = z.infer<typeof graph>;

/** First scored runs through a conversation. */
export const routesCell = cell(ofUnit, {
  /** Of `graphs`: the newest content met; runs of older ones count as far as their turns exist. */
  graph: z.string(),
  /** Share of the n who came to each node, in the order of the graph; null: too few came here. */
  nodes: z.array(share.nullable()),
  /** Share of the n who took each edge, in the order of the graph; null: nobody, or too few to tell. */
  edges: z.array(share.nullable()),
  /** Who took the best route from beginning to end. */
  bestRoute: share,
  endings: z.array(z.strictObject({ quality: z.enum(ENDING_QUALITIES), share })),
});

/** An option as it is written, once for all cells that name it. */
export const choice = z.strictObject({
  /** '<module>/<unit>@<content version>#<code of the option>'. */
  id: z.string(),
  /** What the customer said. */
  situation: z.string(),
  text: z.string(),
  /** What a stronger choice was; null when the content does not say. */
  better: z.string().nullable(),
});
export type Choice = z.infer<typeof choice>;

/** The options that cost most: chosen often, and far from the best of that turn. Sorted, dearest first; at most ten a unit. */
export const mistakesCell = cell(ofUnit, {
  options: z.array(
    z.strictObject({
      turn: z.string(),
      option: z.string(),
      /** Of `choices`: its words. */
      choice: z.string(),
      /** Of those who came to this turn, `reached` persons. */
      share,
      reached: z.number().int().positive(),
      /** Points (0-100) of evidence lost by this choice against the best one in that turn. */
      lost: points,
      /** Mean effect of the choice itself. */
      effect: z.strictObject({
        klanttevredenheid: z.number(),
        minutes: z.number(),
        waitDays: z.number(),
        euro: z.number(),
      }),
    }),
  ),
});

/** What the first scored runs came to: 0 = the worst that exists in this conversation, 100 = the best. */
export const outcomesCell = cell(ofUnit, {
  outcomes: z.array(z.strictObject({ outcome: z.enum(OUTCOMES), ...mean.shape })),
  /** Of what a run could show of each; one that not all runs could show, or that all showed alike, is left out. */
  competences: z.array(z.strictObject({ competence: z.enum(COMPETENCES), ...mean.shape })),
});
