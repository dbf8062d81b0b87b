/** The axes of the cube: groups from the teams file, modules from the content. */
import { packagesOf } from '../../content/package-parts.js';
import type { Module } from '../../content/module.js';
import { COMPETENCES, type CompetenceId } from '../../content/vocabulary.js';
import type { Group, ModuleAxis } from './edition.js';
import type { RowOf } from './rows.js';

export function groupAxis(rows: readonly RowOf<'groups'>[]): Group[] {
  const names = (pick: (row: RowOf<'groups'>) => string | null): readonly string[] =>
    [...new Set(rows.flatMap((row) => pick(row) ?? []))].sort((one, other) => one.localeCompare(other, 'nl'));
  const departmentOf = (team: string): string | null =>
    rows.find((row) => row.team === team && row.department !== null)?.department ?? null;
  return [
    { id: 'whole', kind: 'whole', label: 'Hele organisatie', parent: null },
    ...names(({ department }) => department).map((label): Group => ({
      id: `department:${label}`,
      kind: 'department',
      label,
      parent: 'whole',
    })),
    ...names(({ team }) => team).map((label): Group => {
      const department = departmentOf(label);
      return {
        id: `team:${label}`,
        kind: 'team',
        label,
        parent: department === null ? 'whole' : `department:${department}`,
      };
    }),
    ...names(({ role }) => role).map((label): Group => ({
      id: `role:${label}`,
      kind: 'role',
      label,
      parent: 'whole',
    })),
  ];
}

/** The packages of the content of which anything was seen, in the order of the course. */
export function moduleAxis(modules: readonly Module[], versions: readonly RowOf<'versions'>[]): ModuleAxis[] {
  return modules.flatMap(packagesOf).flatMap((module): ModuleAxis[] => {
    const seen = versions.filter((row) => row.module === module.id);
    if (seen.length === 0) return [];
    return [
      {
        id: module.id,
        label: module.title,
        units: module.units.map(({ id, title, kind }) => ({ id, label: title, kind })),
        versions: seen.map(({ version, first_seen }) => ({ id: version, firstSeen: first_seen })),
        practises: practisedBy(module),
      },
    ];
  });
}

/** The competences that a module practises, what it gives most evidence of first. A test practises nothing. */
function practisedBy(module: Module): CompetenceId[] {
  const evidence = evidenceIn(module);
  return COMPETENCES.filter((id) => evidence.has(id)).sort(
    (one, other) => (evidence.get(other) ?? 0) - (evidence.get(one) ?? 0),
  );
}

/** How much a module practises each competence: a conversation counts for three items. */
export function evidenceIn({ units }: Module): ReadonlyMap<CompetenceId, number> {
  const evidence = new Map<CompetenceId, number>();
  const add = (competence: CompetenceId, weight: number) =>
    evidence.set(competence, (evidence.get(competence) ?? 0) + weight);
  for (const unit of units) {
    if (unit.kind === 'conversation') for (const competence of unit.proof.competences) add(competence, 3);
    if (unit.kind === 'find-mistake') for (const { competence } of unit.mistakes) add(competence, 1);
    if (unit.kind === 'quiz') for (const { competentie } of unit.items) add(competentie, 1);
  }
  return evidence;
}
