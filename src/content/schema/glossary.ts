/** `zeventerpen/begrippen.yaml`: words of the trade, each told in one sentence. */
import { z } from 'zod';
import { text } from './common.js';

export const term = z.strictObject({
  term: text.describe('Het woord, zoals het in een zin staat.'),
  ook: z
    .array(text)
    .default([])
    .describe('Andere vormen van hetzelfde woord: een meervoud, een afkorting, een ander woord.'),
  uitleg: text.describe('Wat het is, in één korte zin.'),
});

export const glossaryFile = z
  .strictObject({ begrippen: z.array(term).describe('De begrippen.') })
  .describe('Woorden uit het vak met uitleg (begrippen.yaml).');
export type Term = z.infer<typeof term>;
export type GlossaryFile = z.infer<typeof glossaryFile>;
