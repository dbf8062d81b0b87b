/** The languages of a package: which it can have, and the files in which the page finds them. */
import type { Module } from '../content/module.js';
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

/** `module.json` and `outline.json` in the first language, `module.en.json` and so on in the others: name -> JSON. */
export function moduleFiles(
  module: Module,
  known: Translations,
  languages: readonly Language[],
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [index, language] of languages.entries()) {
    const translated = translateModule(module, language, known);
    const ending = index === 0 ? 'json' : `${language}.json`;
    files.set(`module.${ending}`, JSON.stringify(translated));
    files.set(`outline.${ending}`, JSON.stringify(outlineOf(translated)));
  }
  return files;
}
