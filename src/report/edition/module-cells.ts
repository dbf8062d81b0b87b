/** What happened in packages and conversations, from rows to cells. */
import type { Conversation, Module } from '../../content/module.js';
import { COMPETENCES, OUTCOMES } from '../../content/vocabulary.js';
import { toMean, toShare } from '../privacy/rounding.js';
import { indexBy, keyOfUnit, listOf, NOTHING, placesOf, withheld, type Cube } from './cube.js';
import type { FunnelCell, ModuleAxis, OutcomesCell, PracticeCell } from './edition.js';
import type { RowOf, Rows } from './rows.js';

export function funnelCells(rows: Rows, cube: Cube, modules: readonly ModuleAxis[]): FunnelCell[] {
  const key = ({
    grp,
    period,
    module,
  }: {
    readonly grp: string;
    readonly period: string;
    readonly module: string;
  }) => [grp, period, module].join('|');
  const stops = indexBy(rows.stops, key);
  const all = indexBy(rows.funnel, key);
  return modules.flatMap((module) => {
    const cellOf = (group: string, period: string, version: string | null): FunnelCell => {
      const place = { group, period, module: module.id, version };
      const row = all
        .get(key({ grp: group, period, module: module.id }))
        ?.find((each) => each.version === version);
      const id = version === null ? period : `${period}|${version}`;
      const hidden = withheld(cube, `module/${module.id}`, ['all', group, id]);
      if (hidden || !row) return { ...place, ...(hidden ?? NOTHING) };
      return { ...place, ...funnelFigure(row, module, { stops: stops.get(key(row)) ?? [], k: cube.k }) };
    };
    return [
      ...placesOf(cube, 'coarse').map(({ group, period }) => cellOf(group, period, null)),
      ...(module.versions.length > 1 ? module.versions.map(({ id }) => cellOf('whole', 'all', id)) : []),
    ];
  });
}

function funnelFigure(
  row: RowOf<'funnel'>,
  module: ModuleAxis,
  { stops, k }: { readonly stops: readonly RowOf<'stops'>[]; readonly k: number },
) {
  const left = stops.filter(({ stopped }) => stopped >= k).sort((one, other) => other.stopped - one.stopped);
  const of = (unit: string) => stops.find((each) => each.unit === unit);
  const whole = (minutes: number | null): number => Math.round(minutes ?? 0);
  return {
    shown: true as const,
    n: row.n,
    versions: listOf(row.versions),
    completed: toShare(row.completed, row.n),
    passed: row.judged === 0 ? null : toShare(row.passed, row.n),
    units: module.units.map(({ id }) => ({
      unit: id,
      begun: toShare(of(id)?.begun ?? 0, row.n),
      finished: toShare(of(id)?.finished ?? 0, row.n),
    })),
    stop: left[0]?.unit ?? null,
    minutes:
      row.timed < k
        ? null
        : { median: whole(row.median), low: whole(row.quarter), high: whole(row.three_quarters) },
  };
}

export function practiceCells(rows: Rows, cube: Cube, modules: readonly ModuleAxis[]): PracticeCell[] {
  const index = indexBy(rows.practice, ({ grp, period, module }) => [grp, period, module].join('|'));
  return modules
    .filter(({ practises }) => practises.length > 0)
    .flatMap(({ id: module, versions }) =>
      placesOf(cube, 'long').map(({ group, period }): PracticeCell => {
        const place = { group, period, module };
        const found = index.get([group, period, module].join('|')) ?? [];
        const verdicts = COMPETENCES.map((competence) => ({
          competence,
          hidden: withheld(cube, `practice/${module}/${competence}`, ['all', group, period]),
          row: found.find((row) => row.competence === competence),
        }));
        // All the same means the mean would be everybody's.
        const told = verdicts.flatMap(({ competence, hidden, row }) =>
          hidden || !row || row.sd === 0
            ? []
            : [{ competence, n: row.n, ...toMean({ n: row.n, mean: row.mean, sd: row.sd ?? 0 }) }],
        );
        const hidden = verdicts.find((each) => each.hidden)?.hidden;
        if (told.length === 0) return { ...place, ...(hidden ?? NOTHING) };
        return {
          ...place,
          shown: true,
          n: Math.max(...told.map(({ n }) => n)),
          versions: versions.map((version) => version.id).sort(),
          competences: told,
        };
      }),
    );
}

/** A conversation of a package, with its place. */
export interface Played {
  readonly module: Module;
  readonly unit: Conversation;
}

export function outcomeCells(rows: Rows, cube: Cube, played: readonly Played[]): OutcomesCell[] {
  const index = indexBy(rows.outcomes, keyOfUnit);
  const runs = indexBy(rows.runs, keyOfUnit);
  return played.flatMap(({ module, unit }) =>
    placesOf(cube, 'long').map(({ group, period }): OutcomesCell => {
      const place = { group, period, module: module.id, unit: unit.id };
      const id = keyOfUnit({ grp: group, ...place });
      const hidden = withheld(cube, `unit/${module.id}/${unit.id}`, ['all', group, period]);
      const run = runs.get(id)?.[0];
      const list = index.get(id) ?? [];
      if (hidden || !run) return { ...place, ...(hidden ?? NOTHING) };
      if (list.some(({ scale, sd }) => scale === 'outcome' && sd === 0))
        return { ...place, shown: false, why: 'all-equal', instead: null };
      return {
        ...place,
        shown: true,
        n: run.n,
        versions: listOf(run.versions),
        outcomes: OUTCOMES.flatMap((outcome) => meansOf(list, outcome).map((row) => ({ outcome, ...row }))),
        competences: COMPETENCES.flatMap((competence) =>
          // Of other people than the cell's, or of people who all did the same, a mean would tell too much.
          meansOf(
            list.filter(({ n, sd }) => n === run.n && sd !== 0),
            competence,
          ).map((row) => ({ competence, ...row })),
        ),
      };
    }),
  );
}

const meansOf = (rows: readonly RowOf<'outcomes'>[], name: string) =>
  rows.filter((row) => row.name === name).map(({ n, mean, sd }) => toMean({ n, mean, sd: sd ?? 0 }));
