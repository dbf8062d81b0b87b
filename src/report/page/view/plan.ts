/** From a weak competence to what a team can do about it. */
import type { PlanCell, Shown } from '../../edition/edition.js';
import type { Names } from '../../edition/names.js';
import { percent } from './words.js';

type Step = Shown<PlanCell>['steps'][number];

/** From this part on, doing the module is no longer what a team needs. */
const MOSTLY_DONE = 75;

export interface Deed {
  readonly module: string;
  /** `play`: many did not finish the module yet; `talk`: most did, so it takes more than the module. */
  readonly kind: 'play' | 'talk';
  readonly text: string;
  /** For a table, where the advice stands above it. */
  readonly short: string;
}

/** What to do for a competence: the module that fits it best, or what comes after it. Null: no module practises it. */
export function deedFor({ modules: [best] }: Step, names: Names): Deed | null {
  if (!best) return null;
  const { module, completed } = best;
  const name = `‘${names.module(module)}’`;
  if (completed === null) return { module, kind: 'play', text: `Speel de module ${name}.`, short: name };
  const done = percent(completed);
  const short = `${name}: ${done} af`;
  return completed.percent < MOSTLY_DONE
    ? { module, kind: 'play', text: `Speel de module ${name}: ${done} heeft hem af.`, short }
    : {
        module,
        kind: 'talk',
        text: `Bijna iedereen deed de module ${name} al (${done}). Bespreek samen wat daarin misging.`,
        short,
      };
}

/** The conversation to do once more for a competence. Null: none is told, or next to nothing was lost in it. */
export interface Again {
  readonly module: string;
  readonly text: string;
  /** For a table, where the advice stands above it. */
  readonly short: string;
}

/** Points of a hundred; below it a conversation went well. */
const WORTH_REPEATING = 10;

export function againFor({ again }: Step, names: Names): Again | null {
  if (again === null || again.lost < WORTH_REPEATING) return null;
  const { module, lost } = again;
  const name = `‘${names.unit(module, again.unit)}’`;
  return {
    module,
    text: `Doe het gesprek ${name} opnieuw: daarin gingen ${lost} van de 100 punten hiervoor verloren.`,
    short: `Opnieuw: ${name} (${lost} van 100 verloren)`,
  };
}
