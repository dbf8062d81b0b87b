/** The fixed cube: which cells there are in each table, what may be told of them, and which group to look at instead. */
import type { Group, Period } from './edition.js';
import type { WithheldReason } from './figures.js';
import { cellId, type Decision } from './space.js';

export interface Withheld {
  readonly shown: false;
  readonly why: WithheldReason;
  readonly instead: string | null;
}

export interface Cube {
  readonly groups: readonly Group[];
  readonly periods: readonly Period[];
  readonly k: number;
  /** Verdicts per space, per cell of `cellId`. */
  readonly decisions: ReadonlyMap<string, ReadonlyMap<string, Decision>>;
}

/** Of a cell without rows. */
export const NOTHING = { shown: false, why: 'too-few', instead: null } as const;

/** null: may be told. */
export function withheld(
  cube: Cube,
  space: string,
  [table, group, period]: readonly [string, string, string],
): Withheld | null {
  const cells = cube.decisions.get(space);
  const verdictOf = (of: string) => cells?.get(cellId(table, of, period))?.verdict ?? 'too-few';
  const verdict = verdictOf(group);
  if (verdict === 'shown') return null;
  return {
    shown: false,
    why: verdict,
    instead: bigger(cube.groups, group).find((each) => verdictOf(each) === 'shown') ?? null,
  };
}

/** The department and the whole, of a team. */
function bigger(groups: readonly Group[], group: string): readonly string[] {
  const parent = groups.find(({ id }) => id === group)?.parent ?? null;
  return parent === null ? [] : [parent, ...bigger(groups, parent)];
}

export type Detail = 'every' | 'coarse' | 'long';

/**
 * The places of a table: 'every' group in every period; 'coarse': months for the whole organisation only; 'long': for the groups all
 * months together, and for the whole the years and quarters too. Roles have 'every' only, over all months.
 */
export function placesOf(
  { groups, periods }: Cube,
  detail: Detail,
): readonly { readonly group: string; readonly period: string }[] {
  const fits = (group: Group, period: Period): boolean => {
    if (group.kind === 'role') return detail === 'every' && period.kind === 'all';
    if (period.kind === 'all' || detail === 'every') return true;
    if (group.kind === 'whole') return detail === 'coarse' || period.kind !== 'month';
    return detail === 'coarse' && period.kind !== 'month';
  };
  return groups.flatMap((group) =>
    periods.filter((period) => fits(group, period)).map((period) => ({ group: group.id, period: period.id })),
  );
}

/** Rows by what they are looked up by. */
export function indexBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const list = index.get(key);
    if (list) list.push(row);
    else index.set(key, [row]);
  }
  return index;
}

/** Of rows and cells of a unit. */
export const keyOfUnit = ({
  grp,
  period,
  module,
  unit,
}: {
  readonly grp: string;
  readonly period: string;
  readonly module: string;
  readonly unit: string;
}): string => [grp, period, module, unit].join('|');

/** 'v1 v2 v1' -> ['v1', 'v2']. */
export const listOf = (versions: string): string[] =>
  [...new Set(versions.split(' '))].filter(Boolean).sort();
