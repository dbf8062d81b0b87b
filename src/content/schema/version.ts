/** In which version of its format a file is written. */
import { z } from 'zod';

/**
 * Of everything that authors write: stands in `module.yaml` for all files of that module, and in `gemeente.yaml` for the
 * municipality. Raise it with a migration (`src/content/migrate/migrations.ts`), so that older files are still read.
 */
export const SCHEMA_VERSION = 2;

/** The field of a file that is of this version by the time it is validated. */
export const schemaVersion = <N extends number>(known: N): z.ZodLiteral<N> =>
  z.literal(known, {
    error: ({ input }) =>
      typeof input === 'number' && input > known
        ? `is ${input}, en dit programma kent tot en met ${known}. Werk het programma bij`
        : undefined,
  });
