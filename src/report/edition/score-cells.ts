/** Score and growth, from rows to cells. */
import { COMPETENCES, type CompetenceId } from '../../content/vocabulary.js';
import { changeWithin, decimals, marginOf, toChange, toMean, toShare, points } from '../privacy/rounding.js';
import { indexBy, listOf, placesOf, withheld, type Cube } from './cube.js';
import type { Edition, GrowthCell, ScoreCell } from './edition.js';
import type { RowOf, Rows } from './rows.js';

type Labels = Edition['labels'];
type ScoreRow = RowOf<'score'>;
type GrowthRow = RowOf<'growth'>;

const TOTAL = 'total';
const at = ({ grp, period }: { readonly grp: string; readonly period: string }): string => `${grp}|${period}`;

export function scoreCells(rows: Rows, cube: Cube, labels: Labels): ScoreCell[] {
  const index = indexBy(rows.score, at);
  const totalOf = (group: string, period: string) =>
    index.get(`${group}|${period}`)?.find(({ subject }) => subject === TOTAL);
  return placesOf(cube, 'every').map(({ group, period }): ScoreCell => {
    const hidden = withheld(cube, 'test', ['score', group, period]);
    const total = totalOf(group, period);
    if (hidden || !total)
      return { group, period, ...(hidden ?? { shown: false, why: 'too-few', instead: null }) };
    const figure = toMean(spreadOf(total));
    const previous = cube.periods.find(({ id }) => id === period)?.previous ?? null;
    const before =
      previous === null || withheld(cube, 'test', ['score', group, previous])
        ? undefined
        : totalOf(group, previous);
    return {
      group,
      period,
      shown: true,
      n: total.n,
      versions: listOf(total.versions),
      ...figure,
      label: labels.findLast(({ from }) => figure.mean >= from)?.label ?? '',
      competences: subjects(index.get(`${group}|${period}`) ?? []).map(([competence, row]) => ({
        competence,
        ...toMean(spreadOf(row)),
      })),
      instruments: instrumentsOf(total, cube.k),
      atEnd: toShare(total.at_end, total.n),
      change: before && previous !== null ? { previous, ...differenceOf(total, before) } : null,
    };
  });
}

/** The halves apart, unless the one would tell who did not do the other. */
function instrumentsOf(row: ScoreRow, k: number): Extract<ScoreCell, { shown: true }>['instruments'] {
  const test = {
    instrument: 'kennistoets' as const,
    n: row.n,
    ...toMean({ n: row.n, mean: row.test_mean, sd: row.test_sd ?? 0 }),
  };
  const without = row.n - row.workday_n;
  if (row.workday_n < k || (without > 0 && without < k)) return row.workday_n === 0 ? [test] : [];
  const mean = row.workday_mean ?? 0;
  return [
    test,
    {
      instrument: 'werkdag',
      n: row.workday_n,
      ...toMean({ n: row.workday_n, mean, sd: row.workday_sd ?? 0 }),
    },
  ];
}

/** As if the two periods had other people: then the interval is too wide rather than too narrow. */
function differenceOf(now: ScoreRow, before: ScoreRow) {
  const margin = Math.hypot(marginOf(now.n, now.sd ?? 0), marginOf(before.n, before.sd ?? 0));
  return changeWithin(now.mean - before.mean, margin);
}

export function growthCells(rows: Rows, cube: Cube): GrowthCell[] {
  const index = indexBy(rows.growth, at);
  return placesOf(cube, 'every').map(({ group, period }): GrowthCell => {
    const hidden = withheld(cube, 'test', ['growth', group, period]);
    const list = index.get(`${group}|${period}`) ?? [];
    const total = list.find(({ subject }) => subject === TOTAL);
    if (hidden || !total)
      return { group, period, ...(hidden ?? { shown: false, why: 'too-few', instead: null }) };
    const withMeans = withheld(cube, 'test', ['growth-means', group, period]) === null;
    const effect = effectOf(total);
    return {
      group,
      period,
      shown: true,
      n: total.n,
      versions: listOf(total.versions),
      ...grown(total, withMeans),
      effect: decimals(effect, 2),
      effectSize: sizeOf(effect),
      competences: subjects(list).map(([competence, row]) => ({ competence, ...grown(row, withMeans) })),
      forms: { firstA: toShare(total.first_a, total.n), bEasier: decimals(total.b_easier, 1) },
    };
  });
}

function grown(row: GrowthRow, withMeans: boolean) {
  return {
    ...toChange(spreadOf(row)),
    baseline: withMeans ? points(row.baseline_mean) : null,
    final: withMeans ? points(row.final_mean) : null,
  };
}

/** Cohen's d with the mean of the two standard deviations, so that it can be compared with studies of other designs. */
function effectOf({ mean, baseline_sd, final_sd }: GrowthRow): number {
  const sd = ((baseline_sd ?? 0) + (final_sd ?? 0)) / 2;
  return sd === 0 ? 0 : mean / sd;
}

/** Cohen's rule of thumb. */
function sizeOf(effect: number): Extract<GrowthCell, { shown: true }>['effectSize'] {
  const size = Math.abs(effect);
  if (size < 0.2) return 'none';
  if (size < 0.5) return 'small';
  return size < 0.8 ? 'medium' : 'large';
}

const spreadOf = ({
  n,
  mean,
  sd,
}: {
  readonly n: number;
  readonly mean: number;
  readonly sd: number | null;
}) => ({
  n,
  mean,
  sd: sd ?? 0,
});

/** The rows of the competences, in their fixed order. */
function subjects<T extends { readonly subject: string }>(
  rows: readonly T[],
): readonly (readonly [CompetenceId, T])[] {
  return COMPETENCES.flatMap((competence) => {
    const row = rows.find(({ subject }) => subject === competence);
    return row ? [[competence, row] as const] : [];
  });
}
