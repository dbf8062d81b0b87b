/** An edition seen through a choice: the cells and the tables that belong to it. */
import type { Edition, FunnelCell } from '../../edition/edition.js';
import { namesOf, type Names } from '../../edition/names.js';
import type { Table } from '../../edition/table.js';
import { tablesOf } from '../../edition/tables.js';
import { choose, type Choice } from './choice.js';

export interface View {
  readonly edition: Edition;
  readonly choice: Choice;
  readonly names: Names;
  /** The table behind a chart: the rows of this choice only, by the table's id. */
  readonly table: (id: string) => Table | undefined;
}

interface Place {
  readonly group: string;
  readonly period: string;
}

export function viewOf(edition: Edition, choice: Choice): View {
  const tables = new Map(tablesOf(narrowed(edition, choice)).map((table) => [table.id, table]));
  return { edition, choice, names: namesOf(edition), table: (id) => tables.get(id) };
}

const whole = new WeakMap<Edition, readonly Table[]>();

/** The tables of all choices together; made once, for they may be long. */
export function allTables(edition: Edition): readonly Table[] {
  const tables = whole.get(edition) ?? tablesOf(edition);
  whole.set(edition, tables);
  return tables;
}

/** The cell of the group and period chosen; undefined where nothing was measured. */
export function cellOf<C extends Place>(cells: readonly C[], { group, period }: Place): C | undefined {
  return cells.find((cell) => cell.group === group && cell.period === period);
}

/** Those of the group and period, and of the module when one was chosen. */
export function cellsOf<C extends Place & { readonly module: string }>(
  cells: readonly C[],
  choice: Choice,
): readonly C[] {
  return cells.filter(
    (cell) =>
      cell.group === choice.group &&
      cell.period === choice.period &&
      (choice.module === null || cell.module === choice.module),
  );
}

/** One version alone is measured for everybody and all months only, whatever group and period were chosen. */
export function funnelOf(edition: Edition, choice: Choice): readonly FunnelCell[] {
  const where = choice.version === null ? choice : choose(choice, { group: 'whole', period: 'all' });
  return cellsOf(edition.funnel, where).filter(({ version }) => version === choice.version);
}

/** The groups that the heat map and the plan set side by side: the whole, and of a department or team those around it. */
export function groupsBeside(edition: Edition, chosen: string): Edition['groups'] {
  const group = edition.groups.find(({ id }) => id === chosen);
  if (!group || group.kind === 'whole') return edition.groups;
  if (group.kind === 'role') return edition.groups.filter(({ kind }) => kind === 'role' || kind === 'whole');
  const department = group.kind === 'team' ? group.parent : group.id;
  return edition.groups.filter(
    ({ id, kind, parent }) => kind === 'whole' || id === department || parent === department,
  );
}

/** The whole, to compare with; departments with their teams below them; then roles. */
export function inOrder(groups: Edition['groups']): Edition['groups'] {
  const of = (kind: string, parent?: string | null): Edition['groups'] =>
    groups.filter((group) => group.kind === kind && (parent === undefined || group.parent === parent));
  const departments = of('department');
  const loose = of('team').filter(({ parent }) => !departments.some(({ id }) => id === parent));
  return [
    ...of('whole'),
    ...departments.flatMap((department) => [department, ...of('team', department.id)]),
    ...loose,
    ...of('role'),
  ];
}

function narrowed(edition: Edition, choice: Choice): Edition {
  const beside = new Set(groupsBeside(edition, choice.group).map(({ id }) => id));
  const here = <C extends Place>(cells: readonly C[]): C[] =>
    cells.filter((cell) => cell.group === choice.group && cell.period === choice.period);
  const around = <C extends Place>(cells: readonly C[]): C[] =>
    cells.filter((cell) => beside.has(cell.group) && cell.period === choice.period);
  const unit = routeUnit(edition, choice);
  return {
    ...edition,
    score: around(edition.score),
    growth: here(edition.growth),
    plan: around(edition.plan),
    funnel: [...funnelOf(edition, choice)],
    routes: cellsOf(edition.routes, choice).filter((cell) => `${cell.module}/${cell.unit}` === unit),
    mistakes: [...cellsOf(edition.mistakes, choice)],
    outcomeScores: [...cellsOf(edition.outcomeScores, choice)],
    practice: [...cellsOf(edition.practice, choice)],
  };
}

/** The conversation whose routes are drawn, 'module/unit': the one chosen, or else the first that there are figures of. */
export function routeUnit(edition: Edition, choice: Choice): string | undefined {
  const there = cellsOf(edition.routes, choice);
  const ids = there.map((cell) => `${cell.module}/${cell.unit}`);
  if (choice.unit !== null && ids.includes(choice.unit)) return choice.unit;
  return ids[there.findIndex(({ shown }) => shown)] ?? ids[0];
}
