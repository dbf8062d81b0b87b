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
  const weakest = weakestOf(practised.outcomes);
  const completed = new Map(
    funnel.flatMap((cell) =>
      cell.shown && cell.period === 'all' && cell.version === null
        ? [[`${cell.group}|${cell.module}`, cell.completed] as const]
        : [],
    ),
  );
  const wholes = new Map(scores.filter(({ group }) => group === 'whole').map((cell) => [cell.period, cell]));
  return scores.map((cell): PlanCell => {
    const { group, period } = cell;
    if (!cell.shown) return { group, period, shown: false, why: cell.why, instead: cell.instead };
    const whole = wholes.get(period);
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
        again: weakest.get(`${group}|${step.competence}`) ?? null,
      })),
    };
  });
}

/** By group and competence: the conversation in which the group lost most of what could be shown of it, over all months. */
function weakestOf(outcomes: readonly OutcomesCell[]): ReadonlyMap<string, NonNullable<Step['again']>> {
  const weakest = new Map<string, NonNullable<Step['again']>>();
  for (const cell of outcomes) {
    if (!cell.shown || cell.period !== 'all') continue;
    for (const { competence, mean } of cell.competences) {
      const key = `${cell.group}|${competence}`;
      const lost = 100 - mean;
      if (lost > (weakest.get(key)?.lost ?? -1))
        weakest.set(key, { module: cell.module, unit: cell.unit, lost, n: cell.n });
    }
  }
  return weakest;
}
