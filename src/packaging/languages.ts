/** The languages of a package: which it can have, and the files in which the page finds them. */
import type { Module } from '../content/module.js';
import { packagesOf } from '../content/package-parts.js';
import { languagesOf, translateModule, type Translations } from '../content/translate/apply.js';
import type { Language } from '../content/vocabulary.js';
import { outlineOf } from './outline.js';

/** Those asked for that the module has, in the order asked; a module without any of them stays in its own. */
export function languagesIn(
  module: Module,
  known: Translations,
  asked: readonly Language[],
): readonly Language[] {
  const there = languagesOf(module, known);
  const found = asked.filter((language) => there.includes(language));
  return found.length === 0 ? [module.language] : found;
}

/** One package of a module, in each of its languages; the first one opens. */
export type Editions = readonly [Module, ...Module[]];

/** The packages of a module. A part has the languages of its module, whose translations it shares. */
export function editionsOf(
  module: Module,
  known: Translations,
  asked: readonly Language[],
): readonly Editions[] {
  const [first = module.language, ...others] = languagesIn(module, known, asked);
  const inLanguage = (language: Language): readonly Module[] =>
    packagesOf(translateModule(module, language, known));
  const more = others.map(inLanguage);
  return inLanguage(first).map((edition, index): Editions => [
    edition,
    ...more.flatMap((editions) => editions[index] ?? []),
  ]);
}

/** `module.json` and `outline.json` in the first language, `module.en.json` and so on in the others: name -> JSON. */
export function moduleFiles(editions: Editions): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [index, translated] of editions.entries()) {
    const { language } = translated;
    const ending = index === 0 ? 'json' : `${language}.json`;
    files.set(`module.${ending}`, JSON.stringify(translated));
    files.set(`outline.${ending}`, JSON.stringify(outlineOf(translated)));
  }
  return files;
}
