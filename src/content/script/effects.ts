/** Effects of an option or a desk action: `klanttevredenheid +2; minuten 0,5; stap notitie`. */
import type { Reporter } from '../finding.js';
import { cut, placeOf, splitPiece, type Piece } from '../source/lines.js';
import { hint, nearest, quoteShort } from '../source/suggest.js';
import { COMPETENCES, type CompetenceId } from '../vocabulary.js';
import type { EffectNode } from './ast.js';
import { readNumber } from './words.js';

interface Range {
  readonly min: number;
  readonly max: number;
  /** Smallest step between two values. */
  readonly step: number;
}
const COMPETENCE_RANGE: Range = { min: -3, max: 3, step: 0.5 };
const RANGES: Readonly<Record<'klanttevredenheid' | 'minuten' | 'wacht', Range>> = {
  klanttevredenheid: { min: -4, max: 4, step: 0.5 },
  minuten: { min: 0, max: 30, step: 0.5 },
  wacht: { min: 0, max: 40, step: 1 },
};
/** Computed by the engine; a script that writes one of these would be lying. */
const DERIVED = ['kosten', 'doorlooptijd', 'proces'];
export const EFFECT_WORDS: readonly string[] = [
  'klanttevredenheid',
  'minuten',
  'wacht',
  ...COMPETENCES,
  'stap',
  'leert',
  'vervolg',
];
const LOOKS_LIKE_AMOUNT = /^\p{L}[\p{L}-]*\s+[+\-–—−]?\s?\d{1,6}(?:[.,]\d{1,6})?$/u;

/** True when a line can only be meant as effects, well written or not. */
export function looksLikeEffects(text: string): boolean {
  const first = (text.split(';', 1)[0] ?? '').trim();
  const word = firstWord(first);
  if (EFFECT_WORDS.includes(word) && first !== word) return true;
  if (LOOKS_LIKE_AMOUNT.test(first)) return true;
  return word.length > 5 && text.includes(';') && nearest(word, EFFECT_WORDS) !== null;
}

/** Reads all effects of a piece; what cannot be read is reported and left out. */
export function readEffects(piece: Piece, report: Reporter): EffectNode[] {
  return splitPiece(piece, ';').flatMap((part) => readEffect(part, report) ?? []);
}

function readEffect(part: Piece, report: Reporter): EffectNode | null {
  const word = firstWord(part.text);
  const rest = cut(part, word.length);
  const at = placeOf(part);
  if (word === 'stap' || word === 'leert') return readName(word, rest, report);
  if (word === 'neemt') return readChance(part, report);
  if (word === 'vervolg') return readFollowUps(part, report);
  if (word === 'wacht') return readWait(rest, part, report);
  if (word === 'klanttevredenheid' || word === 'minuten' || isCompetence(word))
    return readAmount(word, rest, report);
  if (DERIVED.includes(word)) {
    report(at, 'effect', `'${word}' wordt uitgerekend; dat schrijft u nooit zelf. Haal het hier weg.`);
    return null;
  }
  const advice = 'Is het gewone tekst, zet er dan een \\ voor.';
  report(
    at,
    'effect',
    `${quoteShort(part.text)} is geen effect.${hint(word, [...EFFECT_WORDS, 'neemt'])} ${advice}`,
  );
  return null;
}

function readAmount(
  name: 'klanttevredenheid' | 'minuten' | CompetenceId,
  rest: Piece,
  report: Reporter,
): EffectNode | null {
  const value = readNumber(rest, report);
  if (value === null) {
    const comma = rest.text.includes(',') ? ' Tussen twee effecten staat een ; en geen komma.' : '';
    const advice = `Achter '${name}' hoort één getal, zoals '${name} ${name === 'minuten' ? '1,5' : '+1'}'.`;
    report(placeOf(rest), 'effect', `${advice}${comma} Is het gewone tekst, zet er dan een \\ voor.`);
    return null;
  }
  const range = isCompetence(name) ? COMPETENCE_RANGE : RANGES[name];
  return inRange(value, range)
    ? { kind: 'amount', name, value, at: placeOf(rest) }
    : reject(name, range, rest, report);
}

function readWait(rest: Piece, part: Piece, report: Reporter): EffectNode | null {
  const unit = /\s+werkdag(en)?$/.exec(rest.text);
  const value = unit ? readNumber(cut(rest, 0, unit.index), report) : null;
  if (value === null) {
    report(
      placeOf(part),
      'effect',
      "Schrijf 'wacht 2 werkdagen'. Is het gewone tekst, zet er dan een \\ voor.",
    );
    return null;
  }
  if (!inRange(value, RANGES.wacht)) return reject('wacht', RANGES.wacht, rest, report);
  return { kind: 'amount', name: 'wacht', value, at: placeOf(part) };
}

/** `vervolg 2 contacten`, of an ending or of what comes of it. */
export function readFollowUps(
  part: Piece,
  report: Reporter,
): (EffectNode & { readonly kind: 'follow-ups' }) | null {
  const found = /^vervolg\s+(\d{1,2})\s+contact(en)?$/.exec(part.text);
  if (found) return { kind: 'follow-ups', value: Number(found[1]), at: placeOf(part) };
  report(placeOf(part), 'opbouw', "Schrijf 'vervolg 2 contacten': een heel getal.");
  return null;
}

const PICK_UP: Readonly<Record<string, { value: number; second?: true }>> = {
  altijd: { value: 1 },
  nooit: { value: 0 },
  'tweede keer': { value: 1, second: true },
};

function readChance(part: Piece, report: Reporter): EffectNode | null {
  const fixed = PICK_UP[/^neemt\s+op\s+(.+)$/.exec(part.text)?.[1]?.replace(/\s+/g, ' ') ?? ''];
  if (fixed) return { kind: 'chance', ...fixed, at: placeOf(part) };
  const found = /^neemt\s+op\s+(\d{1,3})\s?%$/.exec(part.text);
  const percent = Number(found?.[1]);
  if (found && percent >= 0 && percent <= 100)
    return { kind: 'chance', value: percent / 100, at: placeOf(part) };
  report(
    placeOf(part),
    'effect',
    "Schrijf 'neemt op 40%' met een getal van 0 tot en met 100, of 'neemt op altijd', 'neemt op nooit' of 'neemt op tweede keer'.",
  );
  return null;
}

function readName(kind: 'stap' | 'leert', rest: Piece, report: Reporter): EffectNode | null {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(rest.text)) return { kind, name: rest.text, at: placeOf(rest) };
  const what = kind === 'stap' ? 'de naam van een stap' : 'de naam van een feit';
  const advice =
    'Een naam bestaat uit kleine letters, cijfers en streepjes. Is het gewone tekst, zet er dan een \\ voor.';
  report(
    placeOf(rest),
    'effect',
    `Achter '${kind}' hoort ${what}; hier staat ${quoteShort(rest.text)}. ${advice}`,
  );
  return null;
}

function reject(name: string, range: Range, rest: Piece, report: Reporter): null {
  const steps = range.step === 1 ? 'in hele getallen' : 'halven mogen';
  report(
    placeOf(rest),
    'effect',
    `'${name}' gaat van ${range.min} tot en met ${range.max}, ${steps}; hier staat ${quoteShort(rest.text)}.`,
  );
  return null;
}

const inRange = (value: number, { min, max, step }: Range): boolean =>
  value >= min && value <= max && Number.isInteger(value / step);
const isCompetence = (word: string): word is CompetenceId =>
  (COMPETENCES as readonly string[]).includes(word);
const firstWord = (text: string): string => text.split(/\s/, 1)[0] ?? '';
