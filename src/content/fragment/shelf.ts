/** The fragments that a script may use: those of its module, and those of the municipality. */
import { CodeBook } from '../codes.js';
import { checkIdentities } from '../check/identities.js';
import { checkLanguage } from '../check/language.js';
import { FindingList } from '../finding.js';
import type { Folder } from '../source/folder.js';
import { FRAGMENT_ENDING, readFragment, type Fragment, type FragmentSource } from './fragment.js';

const START = { line: 1, column: 1 };

/** Reads the texts of all fragments that stand in one folder. */
export function fragmentsIn(
  folder: Folder,
  list: FindingList,
  ...names: readonly string[]
): FragmentSource[] {
  return folder
    .names('files', ...names)
    .filter((file) => file.endsWith(FRAGMENT_ENDING))
    .flatMap((file) => {
      const text = folder.read(...names, file);
      const report = list.reporter(folder.path(...names, file));
      const id = file.slice(0, -FRAGMENT_ENDING.length);
      return text === null ? [] : [{ id, name: [...names, file].join('/'), text, report }];
    });
}

/** By name; their own faults are reported once, whoever uses them. `books`: the codes of all who may. */
export function readFragments(
  sources: readonly FragmentSource[],
  books: readonly CodeBook[],
  list: FindingList,
): ReadonlyMap<string, Fragment> {
  const read = sources.map((source) => {
    const given = books.flatMap((book) => book.idsOfFragment(source.id));
    const fragment = readFragment(source, given, list);
    checkLanguage({ texts: fragment.texts, source: source.text, report: source.report });
    checkIdentities(source.text, source.report);
    return fragment;
  });
  return new Map(read.map((fragment) => [fragment.id, fragment]));
}

/** The codes of every module, to know which ids a shared fragment ever had; what is wrong with them is told elsewhere. */
export const booksOf = (folder: Folder, modules: readonly string[]): CodeBook[] =>
  modules.map((module) => {
    const unheard = new FindingList().reporter('');
    return CodeBook.read(folder.read(module, 'codes.json'), unheard);
  });

/** A module's own before those of the municipality; the same name in both is reported. */
export function shelfOf(
  own: ReadonlyMap<string, Fragment>,
  shared: ReadonlyMap<string, Fragment>,
): ReadonlyMap<string, Fragment> {
  for (const { id, source } of own.values()) {
    const other = shared.get(id);
    if (other)
      source.report(
        START,
        'fragment-dubbel',
        `Er is ook een fragment '${id}' voor alle modules (${other.source.name}). Geef dit een andere naam.`,
      );
  }
  return new Map([...shared, ...own]);
}

/** Warns of each fragment that no script uses. */
export function reportUnused(fragments: Iterable<Fragment>, used: ReadonlySet<Fragment>): void {
  for (const fragment of fragments) {
    if (!used.has(fragment))
      fragment.source.report(
        START,
        'fragment-ongebruikt',
        `Geen enkel gesprek gebruikt het fragment '${fragment.id}'. Zet 'fragment ${fragment.id}' in een beurt, of haal het bestand weg.`,
      );
  }
}
