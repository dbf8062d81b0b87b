/** The kinds of figure that a report may show. All of them are rounded before they get here. */
import { z } from 'zod';

/** Hundred points: whole, because a tenth of a point of a small group would tell too much of one person. */
export const points = z.number().int().min(0).max(100);

/** A difference between two means, in whole points. */
export const difference = z.number().int().min(-100).max(100);

/**
 * Part of a group in percent, rounded to a step of at least two persons. `at-most` and `at-least` stand at the ends of the scale:
 * 'nobody' and 'everybody' are never told. Write 'hoogstens 20 %', 'minstens 80 %'.
 */
export const share = z.strictObject({
  percent: points,
  bound: z.enum(['about', 'at-most', 'at-least']),
});
export type Share = z.infer<typeof share>;

/** A mean with its 95 % interval over persons (Student's t), all in points 0-100. */
export const mean = z.strictObject({ mean: points, low: points, high: points });
export type Mean = z.infer<typeof mean>;

/** A mean difference with its 95 % interval over persons. */
export const change = z.strictObject({
  difference,
  low: difference,
  high: difference,
  /** The interval holds 0: write 'het verschil kan toeval zijn'. */
  mayBeChance: z.boolean(),
});
export type Change = z.infer<typeof change>;

/** Minutes: half of the group stayed under `median`, a quarter under `low`, three quarters under `high`. */
export const minutes = z.strictObject({
  median: z.number().int().min(0),
  low: z.number().int().min(0),
  high: z.number().int().min(0),
});

/** On what a released figure stands; the page shows it with every figure, beside the period of its cell. */
export const basis = {
  /** Persons. Never under the edition's `k`. */
  n: z.number().int().positive(),
  /** Content versions of the packages that the figure was measured with, sorted. */
  versions: z.array(z.string()),
  /** Day of the edition that the figure was first in, where it changed by so few persons since that it is repeated as it was. */
  asOf: z.iso.date().optional(),
};

/**
 * Why there is no figure:
 * - `too-few`: fewer than k persons (or nobody: that is not told either).
 * - `complement`: big enough itself, but with the rest it would give away a group that is not.
 * - `all-equal`: everybody scored the same, so the mean would be each one's score.
 * - `few-pairs`: growth only: fewer than 30 persons took both tests.
 */
export const withheldReason = z.enum(['too-few', 'complement', 'all-equal', 'few-pairs']);
export type WithheldReason = z.infer<typeof withheldReason>;

/** A place in the cube with what may be known of it: a figure, or why not and which bigger group to look at instead. */
export function cell<K extends z.ZodRawShape, F extends z.ZodRawShape>(key: K, figure: F) {
  return z.discriminatedUnion('shown', [
    z.strictObject({ ...key, shown: z.literal(true), ...basis, ...figure }),
    z.strictObject({
      ...key,
      shown: z.literal(false),
      why: withheldReason,
      /** The nearest bigger group of the same table, period and subject that is shown; null: none is. */
      instead: z.string().nullable(),
    }),
  ]);
}
