/** The municipality as read from `zeventerpen/`: norms, customers with their cases, knowledge base. */
import { readArticle } from './article.js';
import { checkIdentities } from './check/identities.js';
import type { FindingList } from './finding.js';
import type { Fragment } from './fragment/fragment.js';
import { booksOf, fragmentsIn, readFragments } from './fragment/shelf.js';
import type { Article } from './module.js';
import { checkLanguage } from './check/language.js';
import { readGlossary } from './glossary.js';
import { readGoals, type Goals } from './goals.js';
import { customerTexts, municipalityTexts } from './language/town-texts.js';
import { id as idSchema } from './schema/common.js';
import {
  customerFile,
  municipality,
  type CaseFile,
  type Customer,
  type Municipality,
} from './schema/municipality.js';
import type { Term } from './schema/glossary.js';
import type { Folder } from './source/folder.js';
import { hint } from './source/suggest.js';
import { parseYaml } from './source/yaml.js';
import type { TranslatableFile } from './translate/check.js';
import { readTranslations } from './translate/folder.js';
import { isTranslation, type TranslationSource } from './translate/translation-file.js';
import { TOWN } from './vocabulary.js';

export interface Town {
  readonly municipality: Municipality;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly cases: ReadonlyMap<string, CaseFile>;
  readonly articles: ReadonlyMap<string, Article>;
  /** What nobody has looked up yet, by article; for authors only. */
  readonly unknown: ReadonlyMap<string, readonly string[]>;
  readonly glossary: readonly Term[];
  /** Null without a list of goals: then no name of a goal is checked. */
  readonly goals: Goals | null;
  /** Records that are there but have errors (`klant:x`): naming one is no second error, but nothing is built with it. */
  readonly broken: ReadonlySet<string>;
  /** Pieces of conversation for all modules, by name. */
  readonly fragments: ReadonlyMap<string, Fragment>;
  /** What a learner reads of each file, for translators. */
  readonly files: readonly TownFile[];
  readonly translations: readonly TranslationSource[];
}

/** A file of the municipality and the record that it holds: `gemeente`, `klant:wierda`, `artikel:rijbewijs`, `fragment:nagaan`. */
export interface TownFile extends TranslatableFile {
  readonly record: string;
}

/** Reads the municipality; null after findings when `gemeente.yaml` itself is missing or broken. */
export function readTown(folder: Folder, list: FindingList, folders: readonly string[]): Town | null {
  const report = list.reporter(folder.path(TOWN, 'gemeente.yaml'));
  const text = folder.read(TOWN, 'gemeente.yaml');
  if (text === null) {
    if (list.findings.some(({ file }) => file === report.file)) return null;
    report(
      { line: 1, column: 1 },
      'bestand-ontbreekt',
      `Het bestand met de gegevens van de gemeente ontbreekt: ${TOWN}/gemeente.yaml.`,
    );
    return null;
  }
  const file = parseYaml(text, municipality, report);
  if (!file) return null;
  const texts = municipalityTexts(file);
  checkLanguage({ texts, source: text, report });
  checkIdentities(text, report);
  const files: TownFile[] = [{ record: 'gemeente', name: `${TOWN}/gemeente.yaml`, texts, report }];
  const reading: Reading = { folder, list, broken: new Set(), files };
  const { customers, cases } = readCustomers(reading, file.data);
  const { articles, unknown } = readArticles(reading);
  const glossary = readGlossary(folder, list, files);
  const goals = readGoals(folder, list, folders);
  const fragments = readShared(reading, folders);
  const translations = [[], ['klanten'], ['kennisbank'], [FRAGMENTS]].flatMap((sub) =>
    readTranslations(folder, list, TOWN, ...sub),
  );
  const { broken } = reading;
  return {
    municipality: file.data,
    customers,
    cases,
    articles,
    unknown,
    glossary,
    goals,
    fragments,
    broken,
    files,
    translations,
  };
}

/** The shared ones, in the folder of the municipality. */
export const FRAGMENTS = 'fragmenten';

function readShared(
  { folder, list, files }: Reading,
  modules: readonly string[],
): ReadonlyMap<string, Fragment> {
  const sources = fragmentsIn(folder, list, TOWN, FRAGMENTS);
  const fragments = readFragments(sources, sources.length > 0 ? booksOf(folder, modules) : [], list);
  for (const { id, texts, source } of fragments.values())
    files.push({ record: `fragment:${id}`, name: source.name, texts, report: source.report });
  return fragments;
}

/** Names of files with an ending, without it; a name that is no id is reported. */
function idsWith(folder: Folder, list: FindingList, sub: string, ending: string): string[] {
  return folder.names('files', TOWN, sub).flatMap((name) => {
    if (isTranslation(name)) return [];
    const id = name.endsWith(ending) ? name.slice(0, -ending.length) : null;
    if (id !== null && idSchema.safeParse(id).success) return [id];
    const report = list.reporter(folder.path(TOWN, sub, name));
    report(
      { line: 1, column: 1 },
      'id-vorm',
      `Noem dit bestand '<naam>${ending}', met kleine letters, cijfers en streepjes.`,
    );
    return [];
  });
}

/** What the readers of records share and add to. */
interface Reading {
  readonly folder: Folder;
  readonly list: FindingList;
  readonly broken: Set<string>;
  readonly files: TownFile[];
}

function readCustomers(
  { folder, list, broken, files }: Reading,
  town: Municipality,
): Pick<Town, 'customers' | 'cases'> {
  const customers = new Map<string, Customer>();
  const cases = new Map<string, CaseFile>();
  const desks = town.backoffice.map((desk) => desk.id);
  for (const id of idsWith(folder, list, 'klanten', '.yaml')) {
    const report = list.reporter(folder.path(TOWN, 'klanten', `${id}.yaml`));
    const text = folder.read(TOWN, 'klanten', `${id}.yaml`);
    checkIdentities(text ?? '', report);
    const file = text === null ? null : parseYaml(text, customerFile, report);
    if (!file) {
      broken.add(`klant:${id}`);
      for (const number of text?.match(/\bZ-\d{4}\b/g) ?? []) broken.add(`zaak:${number}`);
      continue;
    }
    const texts = customerTexts(file);
    files.push({ record: `klant:${id}`, name: `${TOWN}/klanten/${id}.yaml`, texts, report });
    const { zaken, ...customer } = file.data;
    customers.set(id, { id, ...customer });
    for (const [index, zaak] of zaken.entries()) {
      const at = file.at(['zaken', index, 'id']);
      if (cases.has(zaak.id))
        report(
          at,
          'dubbel',
          `De zaak ${zaak.id} staat ook bij '${cases.get(zaak.id)?.klant ?? ''}'. Geef deze een ander nummer.`,
        );
      if (!desks.includes(zaak.bureau)) {
        report(
          file.at(['zaken', index, 'bureau']),
          'verwijzing',
          `Het bureau '${zaak.bureau}' bestaat niet.${hint(zaak.bureau, desks)}`,
        );
        broken.add(`zaak:${zaak.id}`);
      }
      cases.set(zaak.id, { ...zaak, klant: id });
    }
  }
  return { customers, cases };
}

function readArticles({ folder, list, broken, files }: Reading): Pick<Town, 'articles' | 'unknown'> {
  const articles = new Map<string, Article>();
  const unknown = new Map<string, readonly string[]>();
  for (const id of idsWith(folder, list, 'kennisbank', '.artikel.md')) {
    const before = list.errorCount;
    const name = `${id}.artikel.md`;
    const text = folder.read(TOWN, 'kennisbank', name);
    const report = list.reporter(folder.path(TOWN, 'kennisbank', name));
    const read = text === null ? null : readArticle(text, id, report);
    if (read)
      files.push({ record: `artikel:${id}`, name: `${TOWN}/kennisbank/${name}`, texts: read.texts, report });
    if (read && list.errorCount === before) {
      articles.set(id, read.article);
      unknown.set(id, read.unknown);
    } else broken.add(`artikel:${id}`);
  }
  return { articles, unknown };
}
