/** The training plan: the weakest competences of each group, with what practises them. */
import type { CompetenceId } from '../../content/vocabulary.js';
import type { FunnelCell, ModuleAxis, OutcomesCell, PlanCell, ScoreCell, Shown } from './edition.js';

/** How many competences a plan names. */
const STEPS = 3;

/** What is known of practice. */
export interface Practised {
  readonly funnel: readonly FunnelCell[];
  readonly outcomes: readonly OutcomesCell[];
  readonly modules: readonly ModuleAxis[];
  /** By module: how much it practises each competence. */
  readonly evidence: ReadonlyMap<string, ReadonlyMap<CompetenceId, number>>;
}

type Step = Shown<PlanCell>['steps'][number];

/** From the scores. A module is named with how many of the group completed it, a conversation with what was lost in it. */
export function planCells(scores: readonly ScoreCell[], practised: Practised): PlanCell[] {
  const { funnel, modules, evidence } = practised;
  const weight = ({ id }: ModuleAxis, competence: CompetenceId): number =>
    evidence.get(id)?.get(competence) ?? 0;
  const completed = new Map(
    funnel.flatMap((cell) =>
      cell.shown && cell.period === 'all' && cell.version === null
        ? [[`${cell.group}|${cell.module}`, cell.completed] as const]
        : [],
    ),
  );
  return scores.map((cell): PlanCell => {
    const { group, period } = cell;
    if (!cell.shown) return { group, period, shown: false, why: cell.why, instead: cell.instead };
    const whole = scores.find((each) => each.group === 'whole' && each.period === period);
    const meanOf = (competence: CompetenceId) =>
      whole?.shown ? whole.competences.find((each) => each.competence === competence)?.mean : undefined;
    const { n, versions, asOf } = cell;
    const steps = [...cell.competences].sort((one, other) => one.mean - other.mean).slice(0, STEPS);
    return {
      group,
      period,
      shown: true,
      n,
      versions,
      ...(asOf === undefined ? {} : { asOf }),
      steps: steps.map((step, index) => ({
        rank: index + 1,
        ...step,
        behind: step.high < (meanOf(step.competence) ?? 0),
        modules: modules
          .filter(({ practises }) => practises.includes(step.competence))
          .sort((one, other) => weight(other, step.competence) - weight(one, step.competence))
          .map(({ id }) => ({ module: id, completed: completed.get(`${group}|${id}`) ?? null })),
        again: again(practised.outcomes, group, step.competence),
      })),
    };
  });
}

/** The conversation in which the group lost most of what could be shown of a competence, over all months. */
function again(outcomes: readonly OutcomesCell[], group: string, competence: CompetenceId): Step['again'] {
  const lost = outcomes.flatMap((cell) =>
    cell.shown && cell.group === group && cell.period === 'all'
      ? cell.competences
          .filter((each) => each.competence === competence)
          .map(({ mean }) => ({ module: cell.module, unit: cell.unit, lost: 100 - mean, n: cell.n }))
      : [],
  );
  return lost.sort((one, other) => other.lost - one.lost)[0] ?? null;
}
