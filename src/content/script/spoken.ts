/** `SPREKER (stemming): tekst` */
import type { Reporter } from '../finding.js';
import { placeIn, placeOf, wholeLine, type Line, type Piece } from '../source/lines.js';
import { hint, quoteShort } from '../source/suggest.js';
import { MOODS, SPEAKERS, type Speaker } from '../vocabulary.js';
import type { SpokenNode } from './ast.js';
import { readLabel, type Entry } from './entries.js';
import { readPlainText } from './parts.js';

export const asSpeaker = (label: string): Speaker | undefined =>
  SPEAKERS.find((speaker) => speaker === label);

/** Reads a spoken line; null when the line is none (nothing reported). */
export function readSpoken(entry: Entry, report: Reporter): SpokenNode | null {
  const label = readLabel(wholeLine(entry.line));
  const speaker = label && asSpeaker(label.label);
  if (!speaker) return null;
  const { text } = readPlainText(label.text, entry.children, `${speaker}:`, report);
  const mood = label.note && readMood(label.note, report);
  return { at: placeIn(entry.line), speaker, text, ...(mood ? { mood } : {}) };
}

/** The mood word, or null after a finding. */
export function readMood(note: Piece, report: Reporter): string | null {
  const mood = note.text.toLowerCase();
  if (Object.hasOwn(MOODS, mood)) return mood;
  report(
    placeOf(note),
    'stemming',
    `De stemming ${quoteShort(note.text)} bestaat niet.${hint(mood, Object.keys(MOODS))}`,
  );
  return null;
}

/** What a line in column 0 that is nothing might have been meant as. */
export function reportLoose(line: Line, labels: readonly string[], report: Reporter): void {
  const { text } = line;
  const at = placeIn(line);
  const label = /^(\p{L}[\p{L}-]{1,20})\s*(\([^()]*\))?\s*:/u.exec(text)?.[1];
  if (label !== undefined) {
    const upper = label.toUpperCase();
    const near = labels.includes(upper) ? ` Schrijf '${upper}:' in hoofdletters.` : hint(upper, labels);
    report(
      at,
      'spreker',
      `'${label}' kan hier niet spreken.${near} Hoort de tekst bij de regel erboven, begin dan met twee spaties.`,
    );
    return;
  }
  if (/^([-+•·o]\s|\*\S)/.test(text)) {
    report(
      at,
      'kolom',
      `Begin een keuze met een sterretje en een spatie: '* tekst'. Hier staat ${quoteShort(text)}.`,
    );
    return;
  }
  if (/^(->|→|alleen als |als |stap |leert |minuten |klanttevredenheid )/.test(text)) {
    report(at, 'kolom', `${quoteShort(text)} hoort bij een keuze: zet er twee spaties voor.`);
    return;
  }
  const advice =
    'Zet er een spreker voor (zoals BUREAU:), of begin met twee spaties als het bij de regel erboven hoort.';
  report(at, 'kolom', `Losse tekst kan hier niet staan: ${quoteShort(text)}. ${advice}`);
}
