/** What a step of the training plan asks of a team. */
import type { PlanCell, Shown } from '../../edition/edition.js';
import type { Names } from '../../edition/names.js';
import { percent } from './words.js';

type Step = Shown<PlanCell>['steps'][number];

/** From this part on, doing the module is no longer what a team needs. */
const MOSTLY_DONE = 75;
/** Points of a hundred; where less was lost, a conversation went well. */
const WORTH_REPEATING = 10;

export interface Deed {
  /** Where the choices stand that go with it. */
  readonly module: string;
  /** `play`: many did not finish the module yet; `talk`: most did, so it takes more than the module. */
  readonly kind: 'play' | 'talk';
  readonly text: string;
  /** For a table, where the advice stands above it: the module, and the conversation to do once more. */
  readonly short: readonly string[];
}

/** What to do for a competence: the module that fits it best, or what comes after it. Null: no module practises it. */
export function deedFor(step: Step, names: Names): Deed | null {
  const [best] = step.modules;
  if (!best) return null;
  const module = `‘${names.module(best.module)}’`;
  const again = step.again !== null && step.again.lost >= WORTH_REPEATING ? step.again : null;
  const talk = again === null ? '' : `‘${names.unit(again.module, again.unit)}’`;
  const lost = again === null ? '' : `${again.lost} van de 100 punten`;
  const done = percent(best.completed);
  const isDone = best.completed !== null && best.completed.percent >= MOSTLY_DONE;
  const short = [
    best.completed === null ? module : `${module}: ${done} af`,
    ...(again === null ? [] : [`Opnieuw: ${talk} (${again.lost} van 100 verloren)`]),
  ];
  if (isDone)
    return {
      ...{ module: again?.module ?? best.module, kind: 'talk', short },
      text: `Bijna iedereen deed de module ${module} al (${done}). ${
        again === null
          ? 'Bespreek samen wat daarin misging.'
          : `Doe samen het gesprek ${talk} opnieuw: daarin gingen ${lost} verloren.`
      }`,
    };
  const play = best.completed === null ? '.' : `: ${done} heeft hem af.`;
  return {
    ...{ module: best.module, kind: 'play', short },
    text: `Speel de module ${module}${play}${again === null ? '' : ` Doe ook het gesprek ${talk} opnieuw: daarin gingen ${lost} verloren.`}`,
  };
}
