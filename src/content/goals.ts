/** The learning goals of the course: `leerdoelen.yaml` in the modules folder. */
import type { FindingList, Place, Reporter } from './finding.js';
import { goalsFile, type Goal, type GoalsFile } from './schema/goals.js';
import type { Folder } from './source/folder.js';
import { hint } from './source/suggest.js';
import { parseYaml, type YamlFile } from './source/yaml.js';

export interface Goals {
  readonly all: readonly Goal[];
  readonly file: YamlFile<GoalsFile>;
  readonly report: Reporter;
}

/** Null when there is no such file, or after findings. `folders` = the modules there are. */
export function readGoals(folder: Folder, list: FindingList, folders: readonly string[]): Goals | null {
  const text = folder.read('leerdoelen.yaml');
  if (text === null) return null;
  const report = list.reporter(folder.path('leerdoelen.yaml'));
  const file = parseYaml(text, goalsFile, report);
  if (!file) return null;
  const { leerdoelen, groepen, 'in-aanbouw': unfinished } = file.data;
  const known = [...new Set([...folders, ...unfinished])];
  const seen = new Set<string>();
  for (const [index, { id, groep, modules }] of leerdoelen.entries()) {
    const at = (...path: (string | number)[]): Place => file.at(['leerdoelen', index, ...path]);
    if (seen.has(id)) report(at('id'), 'dubbel', `Het leerdoel '${id}' staat er twee keer.`);
    seen.add(id);
    if (!Object.hasOwn(groepen, groep))
      report(
        at('groep'),
        'verwijzing',
        `De groep '${groep}' bestaat niet.${hint(groep, Object.keys(groepen))}`,
      );
    for (const [row, module] of modules.entries()) {
      if (known.includes(module)) continue;
      const advice = `Moet hij nog komen? Zet hem dan bij 'in-aanbouw'.`;
      report(
        at('modules', row),
        'verwijzing',
        `De module '${module}' bestaat niet.${hint(module, known)} ${advice}`,
      );
    }
  }
  return { all: leerdoelen, file, report };
}

/** A conversation that practises a goal, or a quiz item that asks for it. */
export interface GoalUse {
  readonly goal: string;
  readonly kind: 'simulation' | 'item';
  /** `hostmanship/weduwe`. */
  readonly unit: string;
}

/** False after a finding: the course has no such goal. Without a list of goals every name is fine. */
export function isGoal(name: string, goals: Goals | null, at: Place, report: Reporter): boolean {
  if (!goals || goals.all.some(({ id }) => id === name)) return true;
  const names = goals.all.map(({ id }) => id);
  report(at, 'verwijzing', `Het leerdoel '${name}' staat niet in leerdoelen.yaml.${hint(name, names)}`);
  return false;
}
