/** Texts out to a translator and back. */
import type { Content } from '../index.js';
import type { Reporter } from '../finding.js';
import { nearest } from '../source/suggest.js';
import { entriesOf, type TranslatableFile } from './check.js';
import { matchTexts, type Pair } from './match.js';
import {
  fingerprint,
  formatTranslation,
  stemOf,
  translationName,
  type Translated,
  type TranslationSource,
} from './translation-file.js';
import type { ReadUnit, ReadXliff } from './xliff-read.js';
import { writeXliff, type XliffUnit } from './xliff-write.js';

type Known = Pick<Content, 'files' | 'translations'>;

const translationOf = (
  { translations }: Known,
  { name }: TranslatableFile,
  language: string,
): TranslationSource | undefined =>
  translations.find((each) => each.language === language && each.of === stemOf(name));

function pairsOf(known: Known, file: TranslatableFile, language: string): readonly Pair[] {
  const translation = translationOf(known, file, language);
  return matchTexts(file.texts, translation ? entriesOf(translation) : new Map()).pairs;
}

/** All texts with their translations so far, as XLIFF 2.0. */
export function exportXliff(known: Known, language: string): string {
  const files = known.files.map((file) => ({
    original: file.name,
    units: pairsOf(known, file, language).map(toUnit),
  }));
  return writeXliff(language, files);
}

function toUnit(pair: Pair): XliffUnit {
  const { key, note, text } = pair.text;
  const unit = { id: key, note, source: text };
  if (pair.kind === 'missing') return unit;
  const state = pair.kind === 'current' ? 'translated' : 'initial';
  return { ...unit, target: { text: pair.target.tekst, state } };
}

/** A translation file to write; `source` is the source's path as the author knows it. */
export interface TranslationWrite {
  readonly file: string;
  readonly text: string;
}
export interface Imported {
  readonly writes: readonly TranslationWrite[];
  /** Translations that were taken over. */
  readonly count: number;
}

/** Lays what came back beside the sources. A target for a text that is not there is told and kept out. */
export function importXliff(xliff: ReadXliff, known: Known, report: Reporter): Imported {
  const writes: TranslationWrite[] = [];
  let count = 0;
  const names = known.files.map((file) => file.name);
  for (const { original, units, at } of xliff.files) {
    const file = known.files.find((each) => each.name === original);
    if (!file) {
      const near = nearest(original, names);
      const meant = near === null ? '' : ` Bedoelde u '${near}'?`;
      const message = `Het bestand '${original.slice(0, 80)}' is er niet; zijn vertalingen doen niet mee.${meant}`;
      report(at, 'vertaling-onbekend', message);
      continue;
    }
    const targets = knownTargets(units, file, report);
    if (targets.size === 0) continue;
    count += targets.size;
    const entries = merge(targets, pairsOf(known, file, xliff.language), report);
    const translation = translationOf(known, file, xliff.language);
    for (const [key, entry] of translation ? keptOf(translation, file) : []) entries.set(key, entry);
    writes.push({
      file: translationName(file.report.file, xliff.language),
      text: formatTranslation(file.name, xliff.language, entries),
    });
  }
  return { writes, count };
}

/** The units that have a target and a text; of two with one id the first counts. */
function knownTargets(
  units: readonly ReadUnit[],
  file: TranslatableFile,
  report: Reporter,
): ReadonlyMap<string, ReadUnit> {
  const keys = new Set(file.texts.map((text) => text.key));
  const targets = new Map<string, ReadUnit>();
  for (const unit of units) {
    const { id, at } = unit;
    if (unit.target === null) continue;
    if (!keys.has(id))
      report(
        at,
        'vertaling-onbekend',
        `Bij '${id.slice(0, 80)}' hoort geen tekst meer in ${file.name}; deze vertaling doet niet mee.`,
      );
    else if (targets.has(id))
      report(at, 'vertaling-onbekend', `'${id}' staat er twee keer. De eerste vertaling telt.`);
    else targets.set(id, unit);
  }
  return targets;
}

/** What came back wins over what was there, in the order of the source. */
function merge(
  targets: ReadonlyMap<string, ReadUnit>,
  pairs: readonly Pair[],
  report: Reporter,
): Map<string, Translated> {
  const entries = new Map<string, Translated>();
  for (const pair of pairs) {
    const { key, text } = pair.text;
    const unit = targets.get(key);
    const before = pair.kind === 'missing' ? null : pair.target;
    if (unit?.target == null) {
      if (before) entries.set(key, before);
      continue;
    }
    const isFresh = sameWords(unit.source, text);
    if (pair.kind === 'current' && !isFresh) {
      const message = `'${key}' is hier vertaald van ouder Nederlands dan de vertaling die er al staat; die blijft.`;
      report(unit.at, 'vertaling-verouderd', message);
      entries.set(key, pair.target);
      continue;
    }
    // Sent out as stale and come back untouched: still stale.
    const untouched = pair.kind === 'stale' && unit.initial && pair.target.tekst === unit.target;
    const van = fingerprint(isFresh ? text : unit.source);
    entries.set(key, untouched ? pair.target : { van, tekst: unit.target });
  }
  return entries;
}

/** Tools tidy white space; that makes no other text. */
const sameWords = (a: string, b: string): boolean => a === b || squeeze(a) === squeeze(b);
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Translations that belong to nothing any more stay until somebody takes them out: the checker tells of them. */
function keptOf(translation: TranslationSource, file: TranslatableFile): [string, Translated][] {
  const entries = entriesOf(translation);
  const keys = new Set(file.texts.map((text) => text.key));
  return matchTexts(file.texts, entries).unknown.flatMap((key): [string, Translated][] => {
    const entry = entries.get(key);
    return entry && !keys.has(key) ? [[key, entry]] : [];
  });
}
