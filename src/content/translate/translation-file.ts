/** A translation stands beside its source (`weduwe.gesprek.md` -> `weduwe.gesprek.en.yaml`) and is keyed as its texts are. */
import { createHash } from 'node:crypto';
import { Document, Scalar, visit } from 'yaml';
import { z } from 'zod';
import type { Reporter } from '../finding.js';
import { schemaVersion } from '../schema/version.js';
import { parseYaml, type YamlFile } from '../source/yaml.js';

/** Two letters of ISO 639-1. */
export const LANGUAGE = /^[a-z]{2}$/;
const NAME = /^(.+)\.([a-z]{2})\.yaml$/;

const entry = z.strictObject({
  /** Fingerprint of the Dutch text that this was made from. */
  van: z.string().regex(/^[a-z]{8}$/, 'hier hoort het kenmerk van de Nederlandse tekst: acht letters'),
  tekst: z.string().min(1),
});
export const translationFile = z.strictObject({
  schemaVersion: schemaVersion(1),
  taal: z.string().regex(LANGUAGE, "schrijf de taal met twee letters, zoals 'en'"),
  teksten: z.record(z.string(), entry),
});
export type TranslationFile = z.infer<typeof translationFile>;
export type Translated = TranslationFile['teksten'][string];

/** A translation as read. */
export interface TranslationSource {
  /** Below the modules folder: `welkom/rondleiding.les.en.yaml`. */
  readonly name: string;
  /** Name of the source without its last ending: `welkom/rondleiding.les`. */
  readonly of: string;
  readonly language: string;
  /** Null when it could not be read (reported). */
  readonly file: YamlFile<TranslationFile> | null;
  readonly report: Reporter;
}

/** True for the name of a translation, which is no unit or record of its own. */
export const isTranslation = (name: string): boolean => NAME.test(name);

/** `welkom/rondleiding.les.md` -> `welkom/rondleiding.les`. */
export const stemOf = (source: string): string => source.replace(/\.[^./]+$/, '');
export const translationName = (source: string, language: string): string =>
  `${stemOf(source)}.${language}.yaml`;

/** Reads one translation; its faults are reported in its own file. */
export function readTranslation(name: string, text: string, report: Reporter): TranslationSource {
  const [, of = '', language = ''] = NAME.exec(name) ?? [];
  const file = parseYaml(text, translationFile, report);
  if (file && file.data.taal !== language) {
    const message = `Dit bestand heet '.${language}.yaml', maar bij 'taal' staat '${file.data.taal}'.`;
    report(file.at(['taal']), 'veld', message);
    return { name, of, language, file: null, report };
  }
  return { name, of, language, file, report };
}

/** Fingerprint of a Dutch text: eight letters, so that YAML never reads it as a number. */
export function fingerprint(text: string): string {
  let number = createHash('sha256').update(text, 'utf16le').digest().readBigUInt64BE();
  let letters = '';
  for (let count = 0; count < 8; count++) {
    letters += String.fromCharCode(97 + Number(number % 26n));
    number /= 26n;
  }
  return letters;
}

/** Anything but letters, marks, digits, signs and the common space. */
const STRANGE = /[\p{C}\p{Zl}\p{Zp}]/u;

/** The file as written by the import; keys in the order of the source. */
export function formatTranslation(
  source: string,
  language: string,
  entries: ReadonlyMap<string, Translated>,
): string {
  const name = source.slice(source.lastIndexOf('/') + 1);
  const content: TranslationFile = {
    schemaVersion: 1,
    taal: language,
    teksten: Object.fromEntries(entries),
  };
  const head = `# Vertaling (${language}) van ${name}. 'van' is het kenmerk van de Nederlandse tekst waarvan vertaald is.\n`;
  const document = new Document(content);
  visit(document, {
    Scalar: (_key, node) => {
      // Escaped, for a bare CR or NEL would come back as another line end, and half a surrogate not at all.
      if (typeof node.value === 'string' && STRANGE.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return head + document.toString({ lineWidth: 0 });
}
