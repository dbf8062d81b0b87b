/** A module in another language: the same units and codes, with each text replaced by its translation. */
import { toMarkdown, type TextFile } from '../language/texts.js';
import type { Block, Module, Run, Spot } from '../module.js';
import { toRuns } from '../source/rich-text.js';
import { FRAGMENTS } from '../town.js';
import { TOWN, LANGUAGES, type Language } from '../vocabulary.js';
import { entriesOf } from './check.js';
import { matchTexts } from './match.js';
import { stemOf, type TranslationSource } from './translation-file.js';

/** What the content knows of languages: see `Content`. */
export interface Translations {
  readonly files: readonly TextFile[];
  readonly translations: readonly TranslationSource[];
}

/** The languages in which a module can be read: Dutch, and those in which something of its own was translated. */
export const languagesOf = (module: Module, { translations }: Translations): readonly Language[] =>
  LANGUAGES.filter(
    (language) =>
      language === module.language ||
      translations.some((one) => one.language === language && one.name.startsWith(`${module.id}/`)),
  );

/**
 * The module with every text that has a translation in that language; what has none stays Dutch. Codes, rules and
 * `contentVersion` stay, so that an attempt that began in one language goes on in the other.
 */
export function translateModule(module: Module, language: Language, known: Translations): Module {
  if (language === module.language) return module;
  const of = (prefix: string): Dictionary => dictionary(language, known, (name) => name.startsWith(prefix));
  const own = of(`${module.id}/`);
  const head = of(`${module.id}/module.`);
  // What the module shows of the municipality: all that is not a file of a module.
  const town = dictionary(language, known, (name) => !name.startsWith(`${module.id}/`));
  const shared = of(`${TOWN}/${FRAGMENTS}/`);
  return {
    ...module,
    ...translate(headOf(module), [head]),
    language,
    // The same words may be said differently elsewhere: what stands nearest comes first, shared fragments last.
    units: module.units.map((unit) => translate(unit, [of(`${module.id}/${unit.id}.`), head, own, shared])),
    rules: translate(module.rules, [town]),
    terms: translate(module.terms, [town]),
    world: translate(module.world, [town]),
  };
}

const headOf = ({ title, summary, audience, packages }: Module) => ({
  title,
  summary,
  audience,
  ...(packages && { packages }),
});

type Dictionary = ReadonlyMap<string, string>;

/** Dutch -> translation, of the files with these names; of texts that come twice the first counts. */
function dictionary(
  language: Language,
  { files, translations }: Translations,
  wanted: (name: string) => boolean,
): Dictionary {
  const words = new Map<string, string>();
  for (const file of files.filter(({ name }) => wanted(name))) {
    const translation = translations.find(
      (each) => each.language === language && each.of === stemOf(file.name),
    );
    if (!translation) continue;
    for (const pair of matchTexts(file.texts, entriesOf(translation)).pairs) {
      if (pair.kind === 'missing' || words.has(pair.text.text)) continue;
      words.set(pair.text.text, pair.target.tekst);
    }
  }
  return words;
}

/** The fields of a module that hold what is read; all others hold ids, codes and numbers. A test finds one that is missing. */
const READ = new Set(
  `title summary audience card subject alt question behindQuestion moment goals takeaways intro text reply feedback coach
  temptation label when between verdict fine vraag situatie uitleg tekst waarom naam norm waarde open antwoord geschikt-voor
  niet-geschikt-voor eenheid practice aanspreking voorkeur rol signalen titel behandelaar door trefwoorden kosten
  termijn kanalen beslist bron term ook value`.split(/\s+/),
);

/** The same value with its texts translated: the first dictionary that knows one counts. */
function translate<T>(value: T, dictionaries: readonly Dictionary[]): T {
  const word = (text: string): string => dictionaries.find((one) => one.has(text))?.get(text) ?? text;
  const walk = (inner: unknown, isRead: boolean): unknown => {
    if (typeof inner === 'string') return isRead ? word(inner) : inner;
    if (Array.isArray(inner)) return inner.map((one: unknown) => walk(one, isRead));
    if (typeof inner !== 'object' || inner === null) return inner;
    if (isBlock(inner)) return translateBlock(inner, word);
    return Object.fromEntries(
      Object.entries(inner).map(([key, one]: [string, unknown]) => [
        key,
        walk(one, isRead || READ.has(key) || isNames(key, one) || (key === 'id' && isWord(inner))),
      ]),
    );
  };
  return walk(value, false) as T;
}

/** Labels of facts under their ids; in effects `facts` is a list of ids. */
const isNames = (key: string, value: unknown): boolean => key === 'facts' && !Array.isArray(value);

/** The word before the colon of a card or a year is read; on the desk of a lesson it is a place, which no text names. */
const isWord = (value: object): value is Spot => 'code' in value && 'label' in value && 'text' in value;

const isBlock = (value: object): value is Block =>
  ('runs' in value && Array.isArray(value.runs)) ||
  ('ordered' in value && 'items' in value && Array.isArray(value.items));

function translateBlock(block: Block, word: (text: string) => string): Block {
  const runs = (all: readonly Run[]): Run[] => toRuns(word(toMarkdown(all)));
  return block.kind === 'paragraph'
    ? { ...block, runs: runs(block.runs) }
    : { ...block, items: block.items.map(runs) };
}
