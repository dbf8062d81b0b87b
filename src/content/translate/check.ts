/** What is missing and what is stale in the translations, for the languages that a module has. */
import type { Reporter } from '../finding.js';
import type { TextFile } from '../language/texts.js';
import { hint, nearest, quoteShort } from '../source/suggest.js';
import { matchTexts } from './match.js';
import {
  fingerprint,
  stemOf,
  translationName,
  type Translated,
  type TranslationSource,
} from './translation-file.js';

const START = { line: 1, column: 1 };
/** More are counted, not named. */
const MOST_NAMED = 10;

const names = new Intl.DisplayNames('nl', { type: 'language' });
/** `en` -> `Engels`. */
export const languageName = (language: string): string => names.of(language) ?? language;

/** A source whose texts were read, with a reporter for its file. */
export interface TranslatableFile extends TextFile {
  readonly report: Reporter;
}

/**
 * Checks one folder. A language counts when it has at least one file there; `needed` says which sources must then be
 * translated (all of a module; of the municipality what its modules use).
 */
export function checkTranslations<F extends TranslatableFile>(
  files: readonly F[],
  translations: readonly TranslationSource[],
  needed: (file: F, language: string) => boolean = () => true,
): void {
  const languages = [...new Set(translations.map((each) => each.language))].sort();
  for (const translation of translations) reportStray(translation, files);
  for (const file of files) {
    for (const language of languages) {
      const translation = translations.find(
        (each) => each.language === language && each.of === stemOf(file.name),
      );
      if (translation) checkTranslation(file, translation);
      else if (file.texts.length > 0 && needed(file, language)) reportMissingFile(file, language);
    }
  }
}

export const entriesOf = ({ file }: TranslationSource): ReadonlyMap<string, Translated> =>
  new Map(Object.entries(file?.data.teksten ?? {}));

function reportStray({ of, report, name }: TranslationSource, files: readonly TranslatableFile[]): void {
  const known = files.map((file) => stemOf(file.name));
  if (known.includes(of)) return;
  const message = `Dit is een vertaling van een bestand dat er niet is.${hint(of, known)} Haal '${name}' weg, of geef het de goede naam.`;
  report(START, 'vertaling-onbekend', message);
}

function reportMissingFile({ name, texts, report }: TranslatableFile, language: string): void {
  const file = translationName(name.slice(name.lastIndexOf('/') + 1), language);
  const message = `De vertaling naar het ${languageName(language)} ontbreekt: ${file}, ${texts.length} teksten. ${how(language)}`;
  report(START, 'vertaling-ontbreekt', message);
}

const how = (language: string): string =>
  `Maak een lijst voor de vertaler met \`npm run check -- --export ${language}.xliff\`.`;

function checkTranslation({ texts }: TranslatableFile, translation: TranslationSource): void {
  const { file, report, language } = translation;
  if (!file) return;
  const { pairs, unknown } = matchTexts(texts, entriesOf(translation));
  const missing = pairs.flatMap((pair) => (pair.kind === 'missing' ? pair.text.key : []));
  if (missing.length > 0) {
    const some = missing.slice(0, MOST_NAMED).join(', ');
    const more = missing.length > MOST_NAMED ? ` en nog ${missing.length - MOST_NAMED}` : '';
    const count =
      missing.length === 1 ? 'Er ontbreekt één vertaling' : `Er ontbreken ${missing.length} vertalingen`;
    report(START, 'vertaling-ontbreekt', `${count}: ${some}${more}. ${how(language)}`);
  }
  for (const pair of pairs) {
    if (pair.kind !== 'stale') continue;
    const { text } = pair.text;
    const message = `De Nederlandse tekst is veranderd na deze vertaling. Nu staat er ${quoteShort(text)}. Pas de vertaling aan en zet bij 'van': ${fingerprint(text)}.`;
    report(file.at(['teksten', pair.key], true), 'vertaling-verouderd', message);
  }
  for (const key of unknown.slice(0, MOST_NAMED)) {
    const near = nearest(
      key,
      texts.map((text) => text.key),
    );
    const meant = near === null ? '' : ` Bedoelde u '${near}'?`;
    const message = `Bij ${quoteShort(key)} hoort geen tekst meer.${meant} Haal deze vertaling weg.`;
    report(file.at(['teksten', key], true), 'vertaling-onbekend', message);
  }
  if (unknown.length > MOST_NAMED) {
    const message = `Nog ${unknown.length - MOST_NAMED} vertalingen horen bij geen tekst meer.`;
    report(START, 'vertaling-onbekend', message);
  }
}
