/** The spaces of the cube: which cells there are, who is in them, and which of them may be shown. */
import type { Candidate, Verdict } from '../privacy/release.js';
import { release } from '../privacy/release.js';
import type { PersonClass, Sum } from '../privacy/ledger.js';
import type { Period } from './edition.js';

/** Persons (or tests of persons) who were in the same places now and in all editions before: a row of `classes.sql`. */
export interface ClassRow {
  readonly space: string;
  readonly history: string;
  readonly n: number;
}

/** A cell that earlier editions told. */
export interface ToldRow {
  readonly edition: number;
  readonly space: string;
  readonly cell: string;
}

/** What decides in which cells somebody is: the columns of `attributes` in `5-members.sql`. */
interface Attributes {
  readonly team: string;
  readonly department: string;
  readonly role: string;
  readonly month: string;
  readonly version: string;
  readonly moment: string;
  readonly form: string;
  readonly lastOf: readonly string[];
  readonly pairMonth: string;
}

/** Being in a cell: in which of the cell's sums, and how often (-1: taken off, as the nulmeting is in growth). */
interface Place {
  readonly cell: string;
  readonly part: number;
  readonly times: 1 | -1;
}

export interface Decision {
  readonly verdict: Verdict | 'few-pairs';
  readonly n: number;
}

/** From how many pairs growth is told at all. */
const PAIRS = 30;

export const cellId = (table: string, group: string, period: string): string =>
  [table, group, period].join('|');

/** Everything about one space. */
export interface Space {
  readonly name: string;
  readonly classes: readonly ClassRow[];
  readonly told: readonly ToldRow[];
  readonly periods: readonly Period[];
  readonly k: number;
  /** Cells in which everybody scored the same. */
  readonly allEqual: ReadonlySet<string>;
}

/** All cells of a space with somebody in them now, and what may be done with each. */
export function decide(space: Space): ReadonlyMap<string, Decision> {
  const { classes, told, periods, k, allEqual } = space;
  const histories = classes.map(({ history }) => parseHistory(history));
  const sumsAt = (edition: number): Map<string, Sum[]> =>
    collect(
      classes,
      histories.map((history) => placesOf(space.name, at(history, edition), periods)),
    );
  const now = sumsAt(Infinity);
  const decisions = new Map<string, Decision>();
  const candidates: Candidate[] = [];
  const cells = [...now].map(([id, sums]) => {
    const n = Math.max(...sums.map((sum) => sum.n));
    return { id, sums, n, rank: [...rankOf(id, periods), -n] };
  });
  for (const { id, sums, n } of cells.sort((one, other) => compare(one.rank, other.rank))) {
    if (id.startsWith('growth') && n >= k && n < PAIRS) decisions.set(id, { verdict: 'few-pairs', n });
    else candidates.push({ id, n, sums, allEqual: allEqual.has(id) });
  }
  const before = [...new Set(told.map(({ edition }) => edition))].flatMap((edition) => {
    const sums = sumsAt(edition);
    return told.filter((row) => row.edition === edition).flatMap(({ cell }) => sums.get(cell) ?? []);
  });
  const people: readonly PersonClass[] = classes.map(({ n }, index) => ({
    n,
    kind: histories[index]?.at(-1)?.attributes?.moment === 'baseline' ? 1 : 0,
  }));
  const verdicts = release({ classes: people, candidates, told: before, k });
  for (const { id, n } of candidates) decisions.set(id, { verdict: verdicts.get(id) ?? 'complement', n });
  return decisions;
}

// ---------------------------------------------------------------- who is where

type History = readonly { readonly edition: number; readonly attributes: Attributes | null }[];

function parseHistory(history: string): History {
  return history.split('\n').map((line) => {
    const cut = line.indexOf('=');
    const edition = line.slice(0, cut);
    return {
      edition: edition === 'now' ? Infinity : Number(edition),
      attributes: parse(line.slice(cut + 1)),
    };
  });
}

function parse(text: string): Attributes | null {
  if (text === '') return null;
  const [
    team = '',
    department = '',
    role = '',
    month = '',
    version = '',
    moment = '',
    form = '',
    lastOf = '',
    pairMonth = '',
  ] = text.split('|');
  return {
    team,
    department,
    role,
    month,
    version,
    moment,
    form,
    lastOf: lastOf.split(' ').filter(Boolean),
    pairMonth,
  };
}

/** As it was in an edition; Infinity: as it is now, and that is written in any case for who is there. */
function at(history: History, edition: number): Attributes | null {
  const line =
    edition === Infinity
      ? history.find((each) => each.edition === Infinity)
      : history.findLast((each) => each.edition <= edition);
  return line?.attributes ?? null;
}

function placesOf(
  space: string,
  attributes: Attributes | null,
  periods: readonly Period[],
): readonly Place[] {
  if (!attributes) return [];
  const groups = groupsOf(attributes).filter((group) => space === 'test' || !group.startsWith('role:'));
  const within = periods
    .filter(({ first, last }) => first <= attributes.month && attributes.month <= last)
    .map(({ id }) => id);
  const place = (table: string, over: readonly string[]): Place[] =>
    groups.flatMap((group) =>
      over.map((period): Place => ({ cell: cellId(table, group, period), part: 0, times: 1 })),
    );
  if (space === 'test') return testPlaces(attributes, groups, { periods, place });
  if (!space.startsWith('module/')) return place('all', within);
  return [
    ...place('all', within),
    { cell: `${cellId('all', 'whole', 'all')}|${attributes.version}`, part: 0, times: 1 },
  ];
}

function testPlaces(
  { moment, form, lastOf, pairMonth }: Attributes,
  groups: readonly string[],
  {
    periods,
    place,
  }: {
    readonly periods: readonly Period[];
    readonly place: (table: string, over: readonly string[]) => Place[];
  },
): readonly Place[] {
  const isFinal = moment === 'final';
  const paired = periods.filter(({ first, last }) => first <= pairMonth && pairMonth <= last);
  return [
    ...place('score', lastOf),
    ...(form === '' ? [] : [{ cell: `form|${form}`, part: 0, times: 1 as const }]),
    ...groups.flatMap((group) =>
      paired
        .filter(({ id }) => isKnown(group, id))
        .flatMap(({ id }): Place[] => [
          { cell: cellId('growth', group, id), part: 0, times: isFinal ? 1 : -1 },
          { cell: cellId('growth-means', group, id), part: isFinal ? 1 : 0, times: 1 },
        ]),
    ),
  ];
}

/** Roles cut across teams, which tells much of few: they have a score and growth over all months, and no more. */
export const isKnown = (group: string, period: string): boolean =>
  !group.startsWith('role:') || period === 'all';

export function groupsOf({
  team,
  department,
  role,
}: Pick<Attributes, 'team' | 'department' | 'role'>): readonly string[] {
  return [
    'whole',
    ...(department === '' ? [] : [`department:${department}`]),
    ...(team === '' ? [] : [`team:${team}`]),
    ...(role === '' ? [] : [`role:${role}`]),
  ];
}

/** The sums of all cells. `n` of a sum: the persons that are added, not those that are taken off. */
function collect(classes: readonly ClassRow[], places: readonly (readonly Place[])[]): Map<string, Sum[]> {
  const cells = new Map<string, { n: number; terms: Map<number, number> }[]>();
  places.forEach((list, index) => {
    const n = classes[index]?.n ?? 0;
    for (const { cell, part, times } of list) {
      const parts = cells.get(cell) ?? [];
      while (parts.length <= part) parts.push({ n: 0, terms: new Map() });
      cells.set(cell, parts);
      const sum = parts[part];
      if (!sum) continue;
      sum.terms.set(index, times);
      if (times === 1) sum.n += n;
    }
  });
  return cells;
}

// ---------------------------------------------------------------- what goes first

const TABLES = ['all', 'score', 'growth', 'growth-means', 'form'];
const PERIODS = ['all', 'year', 'quarter', 'month'];
const GROUPS = ['whole', 'department', 'team', 'role'];

/**
 * What management looks at first gives way last: the longer period, then the bigger kind of group (for which growth goes before the
 * scores of smaller ones, and before the item analysis), then the table; a bigger group before a smaller one.
 */
function rankOf(id: string, periods: readonly Period[]): readonly number[] {
  const [table = '', group = '', period = ''] = id.split('|');
  const kind = periods.find((each) => each.id === period)?.kind ?? 'all';
  const size = table === 'form' ? 0 : GROUPS.indexOf(group.split(':')[0] ?? '');
  return [PERIODS.indexOf(kind), size, TABLES.indexOf(table), id.split('|').length];
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
