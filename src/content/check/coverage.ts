/** Which learning goals are practised and asked, and where nothing does. */
import type { Goals, GoalUse } from '../goals.js';
import type { Goal, GoalKind } from '../schema/goals.js';
import { COMPETENCES } from '../vocabulary.js';

/** `hole`: all its modules are there and finished, and still too little. */
export type GoalState = 'covered' | 'later' | 'hole';
export interface GoalCoverage extends Goal {
  /** Conversations that practise it, or the units whose items ask for it, once per item. */
  readonly units: readonly string[];
  readonly state: GoalState;
}

/** How many simulations or items a goal needs. */
const ENOUGH: Readonly<Record<GoalKind, number>> = { vaardigheid: 1, kennis: 2 };

/** Coverage per goal, in the order of the file; a hole is reported at its goal. `checked` = the modules of this run. */
export function checkCoverage(
  { all, file, report }: Goals,
  uses: readonly GoalUse[],
  checked: readonly string[],
): GoalCoverage[] {
  const unfinished = file.data['in-aanbouw'];
  return all.map((goal, index) => {
    const wanted = goal.soort === 'vaardigheid' ? 'simulation' : 'item';
    const units = uses.filter((use) => use.goal === goal.id && use.kind === wanted).map(({ unit }) => unit);
    const there = goal.modules.every((module) => checked.includes(module) && !unfinished.includes(module));
    const enough = units.length >= ENOUGH[goal.soort];
    const state: GoalState = enough ? 'covered' : there ? 'hole' : 'later';
    if (state === 'hole') report(file.at(['leerdoelen', index, 'id']), 'leerdoel', holeMessage(goal, units));
    return { ...goal, units, state };
  });
}

function holeMessage({ id, soort, modules }: Goal, units: readonly string[]): string {
  const where = modules.join(', ');
  if (soort === 'vaardigheid')
    return `Geen enkel gesprek oefent '${id}'. Zet het bij 'leerdoelen' in de kop van een gesprek (${where}).`;
  const found = units.length === 0 ? 'Geen enkele toetsvraag gaat' : 'Er gaat maar één toetsvraag';
  return `${found} over '${id}'; het zijn er minstens ${ENOUGH.kennis}. Schrijf ze bij: ${where}.`;
}

const STATES: Readonly<Record<GoalState, string>> = { covered: 'gedekt', later: 'nog niet', hole: 'gat' };
const cell = (value: string | number, width: number): string => String(value).padStart(width);

/** The matrix as text: a row per competence. */
export function formatCoverage(coverage: readonly GoalCoverage[]): string {
  const columns = (['vaardigheid', 'kennis'] as const).flatMap((kind) =>
    (['covered', 'later', 'hole'] as const).map((state) => ({ kind, state })),
  );
  const row = (name: string, goals: readonly GoalCoverage[]): string =>
    `  ${name.padEnd(20)}${columns
      .map(({ kind, state }) =>
        cell(goals.filter((goal) => goal.soort === kind && goal.state === state).length, 10),
      )
      .join('')}`;
  return [
    `leerdoelen (${coverage.length})          ----- vaardigheid, geoefend -----   ------ kennis, getoetst ------`,
    `  ${''.padEnd(20)}${columns.map(({ state }) => cell(STATES[state], 10)).join('')}`,
    ...COMPETENCES.map((id) =>
      row(
        id,
        coverage.filter((goal) => goal.competentie === id),
      ),
    ),
    row('samen', coverage),
  ].join('\n');
}

/** Every goal in a line, with where it is practised or asked. */
export function formatGoals(coverage: readonly GoalCoverage[]): string {
  return coverage
    .map(({ id, soort, competentie, modules, units, state }) => {
      const where = units.length > 0 ? [...new Set(units)].join(', ') : `komt in ${modules.join(', ')}`;
      return `  ${id.padEnd(30)} ${soort.padEnd(12)} ${competentie.padEnd(19)} ${STATES[state].padEnd(9)} ${where}`;
    })
    .join('\n');
}
