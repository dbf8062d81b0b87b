/** What a cell of an edition is keyed by: ids of its axes. */
import { z } from 'zod';

export const where = { group: z.string(), period: z.string() };
/** `version` null: all versions together. One version alone is given for the whole organisation and the period 'all' only. */
export const ofModule = { ...where, module: z.string(), version: z.string().nullable() };
export const ofUnit = { ...where, module: z.string(), unit: z.string() };
