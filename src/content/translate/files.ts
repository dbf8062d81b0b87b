/** The export and import of `npm run check`: the files around `exchange.ts`. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { FindingList, sortFindings, type Finding, type Reporter } from '../finding.js';
import { writeWhole } from '../fix.js';
import { loadContent, type Content } from '../index.js';
import { exportXliff, importXliff } from './exchange.js';
import { LANGUAGE } from './translation-file.js';
import { readXliff } from './xliff-read.js';

/** The language in the name of a file: `en.xliff`, `welkom-en.xlf`; null when there is none to translate to. */
export function languageOfFile(path: string): string | null {
  const language = /(?:^|[-_.])([a-z]{2})\.(?:xliff|xlf)$/i.exec(basename(path))?.[1]?.toLowerCase();
  return language !== undefined && LANGUAGE.test(language) && language !== 'nl' ? language : null;
}

const isWhole = ({ findings }: Content): boolean => !findings.some(({ severity }) => severity === 'error');

/**
 * Writes all texts as XLIFF; the number of texts, or null when the content has errors, for then its keys are not sure.
 * @throws Error when the file cannot be written
 */
export function exportTexts(content: Content, path: string, language: string): number | null {
  if (!isWhole(content)) return null;
  writeWhole(path, exportXliff(content, language));
  return content.files.reduce((sum, file) => sum + file.texts.length, 0);
}

export interface ImportedTexts {
  /** The content as it is afterwards, with what was found in the XLIFF among its findings. */
  readonly content: Content;
  readonly changed: readonly string[];
  /** Translations that were taken over. */
  readonly count: number;
}

/** Takes over the targets of an XLIFF file. With errors, in it or in the content, nothing is written. */
export function importTexts(dir: string, ids: readonly string[], path: string): ImportedTexts {
  const content = loadContent(dir, ids);
  const list = new FindingList();
  const report = list.reporter(path);
  const text = isWhole(content) ? readText(path, report) : null;
  const xliff = text === null ? null : readXliff(text, report);
  if (!xliff) return { content: withFindings(content, list.findings), changed: [], count: 0 };
  const { writes, count } = importXliff(xliff, content, report);
  const changed = writes.filter(({ file, text }) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  for (const { file, text } of changed) writeWhole(file, text);
  const after = changed.length > 0 ? loadContent(dir, ids) : content;
  return { content: withFindings(after, list.findings), changed: changed.map(({ file }) => file), count };
}

/** Tools of translators write UTF-16 too; the byte order mark tells. */
function readText(path: string, report: Reporter): string | null {
  const bytes = readFileSync(path);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    report(
      { line: 1, column: 1 },
      'bestand-onleesbaar',
      'Dit bestand is geen UTF-8. Bewaar het opnieuw als UTF-8.',
    );
    return null;
  }
}

const withFindings = (content: Content, more: readonly Finding[]): Content => ({
  ...content,
  findings: sortFindings([...content.findings, ...more]),
});
