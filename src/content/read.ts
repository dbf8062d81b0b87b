/** Reads a modules folder: the municipality, and per module its `module.yaml`, codes and unit files. */
import { CodeBook } from './codes.js';
import { FindingList, type Reporter } from './finding.js';
import { fragmentsIn } from './fragment/shelf.js';
import { FRAGMENT_ENDING, type FragmentSource } from './fragment/fragment.js';
import type { UnitKind } from './module.js';
import { id as idSchema } from './schema/common.js';
import { headOf, Versions, type Head } from './migrate/upgrade.js';
import { moduleFile, type ModuleFile, type UnitEntry } from './schema/module-file.js';
import { Folder } from './source/folder.js';
import { hint } from './source/suggest.js';
import { parseYaml, type YamlFile } from './source/yaml.js';
import { readTranslations } from './translate/folder.js';
import { isTranslation, type TranslationSource } from './translate/translation-file.js';
import { readTown, type Town } from './town.js';
import { TOWN } from './vocabulary.js';

const START = { line: 1, column: 1 };
/** A file's ending tells the unit's kind. */
export const ENDINGS: Readonly<Record<string, UnitKind>> = {
  '.gesprek.md': 'conversation',
  '.les.md': 'lesson',
  '.fout.md': 'find-mistake',
  '.toets.yaml': 'quiz',
  '.meting.yaml': 'test',
};
/** The items of a test: no unit by themselves. */
export const BANK = '.bank.yaml';

export interface UnitSource {
  readonly entry: UnitEntry;
  readonly kind: UnitKind;
  /** Of the file, in the folder of its module. */
  readonly name: string;
  readonly text: string;
  readonly report: Reporter;
}

/** A file of a module that is no unit. */
export type BankSource = Pick<UnitSource, 'name' | 'text' | 'report'>;

/** A module's files as read, before its scripts are parsed. */
export interface ModuleSource {
  readonly id: string;
  readonly head: YamlFile<ModuleFile>;
  /** `module.yaml` as stored. */
  readonly text: string;
  readonly report: Reporter;
  readonly units: readonly UnitSource[];
  readonly banks: readonly BankSource[];
  readonly codes: CodeBook;
  readonly codesReport: Reporter;
  readonly translations: readonly TranslationSource[];
  readonly fragments: readonly FragmentSource[];
}

export interface ModulesFolder {
  /** Null when the folder or the municipality cannot be read (reported). */
  readonly town: Town | null;
  readonly modules: readonly ModuleSource[];
  readonly list: FindingList;
  /** Names of all modules there are, also of those not asked for; and the banks of one. */
  readonly names: readonly string[];
  readonly banksOf: (module: string) => readonly BankSource[];
}

/** Reads all modules, or those named. Every fault becomes a finding; nothing is thrown. */
export function readModules(dir: string, ids: readonly string[] = []): ModulesFolder {
  const list = new FindingList();
  const versions = new Versions(list);
  const folder = Folder.open(dir, list, (names, text, from) => {
    const [top = '', ...below] = names;
    // What stands beside the modules goes with the municipality.
    const owner = below.length === 0 ? TOWN : top;
    const name = headOf(owner);
    const head = (): Head | null => {
      const stored = from.stored(owner, name);
      return stored === null ? null : { name, text: stored };
    };
    const file = { name: names.at(-1) ?? '', text };
    return versions.read(file, { folder: owner, shown: from.path(...names) }, head);
  });
  if (!folder) return { town: null, modules: [], list, names: [], banksOf: () => [] };
  const all = folder.names('folders').filter((name) => name !== TOWN);
  const wanted = ids.length === 0 ? all : all.filter((name) => ids.includes(name));
  for (const id of ids) {
    if (all.includes(id)) continue;
    list.reporter(folder.path())(START, 'module-onbekend', `De module '${id}' bestaat niet.${hint(id, all)}`);
  }
  if (all.length === 0)
    list.reporter(folder.path())(START, 'map-leeg', `In '${dir}' staat geen enkele module.`);
  const town = readTown(folder, list, all);
  const modules = wanted.flatMap((id) => readModule(folder, list, id) ?? []);
  return { town, modules, list, names: all, banksOf: (id) => readBanks(folder, list, id) };
}

function readModule(folder: Folder, list: FindingList, id: string): ModuleSource | null {
  const path = folder.path(id, 'module.yaml');
  const report = list.reporter(path);
  if (!idSchema.safeParse(id).success) {
    list.reporter(folder.path(id))(
      START,
      'module-naam',
      `De map '${id}' is geen goede naam voor een module: gebruik kleine letters, cijfers en streepjes.`,
    );
    return null;
  }
  const text = folder.read(id, 'module.yaml');
  if (text === null) {
    if (list.findings.some((finding) => finding.file === path)) return null;
    const empty = folder.names('files', id).length === 0 && folder.names('folders', id).length === 0;
    const what = empty ? `De map '${id}' is leeg` : `In de map '${id}' staat geen module.yaml`;
    report(
      START,
      empty ? 'map-leeg' : 'bestand-ontbreekt',
      `${what}. Schrijf er een module.yaml in, of haal de map weg.`,
    );
    return null;
  }
  const head = parseYaml(text, moduleFile, report);
  const codesReport = list.reporter(folder.path(id, 'codes.json'));
  const codes = CodeBook.read(folder.read(id, 'codes.json'), codesReport);
  if (!head) return null;
  const units = readUnits(folder, list, id, head);
  const banks = readBanks(folder, list, id);
  const translations = readTranslations(folder, list, id);
  const fragments = fragmentsIn(folder, list, id);
  return { id, head, text, report, units, banks, codes, codesReport, translations, fragments };
}

function readUnits(folder: Folder, list: FindingList, id: string, head: YamlFile<ModuleFile>): UnitSource[] {
  const report = list.reporter(folder.path(id, 'module.yaml'));
  const files = folder.names('files', id);
  const seen = new Set<string>();
  const units = head.data.onderdelen.flatMap((entry, index) => {
    const at = head.at(['onderdelen', index, 'id']);
    if (seen.has(entry.id)) {
      report(at, 'dubbel', `Het onderdeel '${entry.id}' staat er twee keer.`);
      return [];
    }
    seen.add(entry.id);
    const endings = Object.keys(ENDINGS).filter((ending) => files.includes(entry.id + ending));
    const [ending, second] = endings;
    if (second !== undefined)
      report(
        at,
        'dubbel',
        `Er zijn twee bestanden voor '${entry.id}': ${endings.map((each) => entry.id + each).join(' en ')}. Geef er één een andere naam.`,
      );
    if (ending === undefined) {
      report(at, 'bestand-ontbreekt', missingUnit(entry.id, files));
      return [];
    }
    const kind = ENDINGS[ending];
    const text = folder.read(id, entry.id + ending);
    if (text === null || kind === undefined) return [];
    const name = entry.id + ending;
    return [{ entry, kind, name, text, report: list.reporter(folder.path(id, name)) }];
  });
  reportUnlisted(files, [...seen], list, (name) => folder.path(id, name));
  return units;
}

function readBanks(folder: Folder, list: FindingList, id: string): BankSource[] {
  return folder
    .names('files', id)
    .filter((name) => name.endsWith(BANK))
    .flatMap((name) => {
      const text = folder.read(id, name);
      return text === null ? [] : [{ name, text, report: list.reporter(folder.path(id, name)) }];
    });
}

function missingUnit(id: string, files: readonly string[]): string {
  const names = files.flatMap((file) => nameOf(file) ?? []);
  return `Het bestand van onderdeel '${id}' ontbreekt (${Object.keys(ENDINGS)
    .map((ending) => id + ending)
    .join(', ')}).${hint(id, names)}`;
}

const nameOf = (file: string): string | null => {
  const ending = Object.keys(ENDINGS).find((each) => file.endsWith(each));
  return ending === undefined ? null : file.slice(0, -ending.length);
};

function reportUnlisted(
  files: readonly string[],
  listed: readonly string[],
  list: FindingList,
  path: (name: string) => string,
): void {
  for (const file of files) {
    if (isTranslation(file) || file.endsWith(FRAGMENT_ENDING) || file.endsWith(BANK)) continue;
    const name = nameOf(file);
    const report = list.reporter(path(file));
    if (name !== null && !listed.includes(name)) {
      report(
        START,
        'niet-in-module',
        `Dit bestand doet niet mee: '${name}' staat niet bij 'onderdelen' in module.yaml.`,
      );
    } else if (name === null && /\.[^.]+\.md$|\.ya?ml$/.test(file) && file !== 'module.yaml') {
      report(
        START,
        'niet-in-module',
        `Dit bestand doet niet mee. Een onderdeel eindigt op ${Object.keys(ENDINGS).join(', ')}.`,
      );
    }
  }
}
