/** Conditions: `niet bekeken klant wierda en weet alleen-wonend`. */
import type { Reporter } from '../finding.js';
import { cut, placeOf, splitPiece, type Piece } from '../source/lines.js';
import { hint, quoteShort } from '../source/suggest.js';
import { DESK_KINDS, TESTED_OUTCOMES } from '../vocabulary.js';
import type { ConditionNode, Word } from './ast.js';
import { readNumber } from './words.js';

const WORDS = ['bekeken', 'weet', 'stap', 'uitkomst', 'niet'];

/** Reads conditions joined by `en`; null when one of them cannot be read (reported). */
export function readConditions(piece: Piece, report: Reporter): ConditionNode[] | null {
  const parts = splitPiece(piece, ' en ');
  if (parts.length === 0) {
    report(
      placeOf(piece),
      'voorwaarde',
      "Hier hoort een voorwaarde, zoals 'weet alleen-wonend' of 'niet stap notitie'.",
    );
    return null;
  }
  const conditions = parts.map((part) => readCondition(part, report));
  return conditions.every((condition) => condition !== null) ? conditions : null;
}

function readCondition(part: Piece, report: Reporter): ConditionNode | null {
  const negated = /^niet\s+/.exec(part.text);
  const rest = negated ? cut(part, negated[0].length) : part;
  const not = negated !== null;
  const at = placeOf(part);
  const [word = '', ...others] = rest.text.split(/\s+/);
  const last = others.at(-1) ?? '';
  const name: Word = { value: last, at: placeOf(cut(rest, rest.text.length - last.length)) };
  if (word === 'weet' && others.length === 1) return { kind: 'knows', fact: name, not, at };
  if (word === 'stap' && others.length === 1) return { kind: 'step', step: name, not, at };
  if (word === 'bekeken' && others.length === 2) {
    const desk = DESK_KINDS.find((kind) => kind === others[0]);
    if (desk) return { kind: 'opened', desk, target: name, not, at };
    return refuse(
      at,
      `Achter 'bekeken' hoort een plek op het bureau.${hint(others[0] ?? '', DESK_KINDS)}`,
      report,
    );
  }
  if (word === 'uitkomst') return readBelow(rest, not, report);
  if (word === 'bekeken')
    return refuse(at, "Schrijf 'bekeken klant wierda': eerst de plek, dan de naam.", report);
  if (word === 'weet' || word === 'stap')
    return refuse(at, `Achter '${word}' hoort precies één naam.`, report);
  const advice = 'Is het gewone tekst, zet er dan een \\ voor.';
  return refuse(at, `${quoteShort(part.text)} is geen voorwaarde.${hint(word, WORDS)} ${advice}`, report);
}

function readBelow(rest: Piece, not: boolean, report: Reporter): ConditionNode | null {
  const found = /^uitkomst\s+([a-z]+)\s*<\s*/.exec(rest.text);
  const outcome = TESTED_OUTCOMES.find((each) => each === found?.[1]);
  const value = found && outcome ? readNumber(cut(rest, found[0].length), report) : null;
  if (outcome && value !== null) return { kind: 'below', outcome, value, not, at: placeOf(rest) };
  return refuse(
    placeOf(rest),
    "Schrijf 'uitkomst klanttevredenheid < 4', 'uitkomst minuten < 8' of 'uitkomst werkdagen < 2'; 'niet' ervoor keert het om.",
    report,
  );
}

function refuse(at: { line: number; column: number }, message: string, report: Reporter): null {
  report(at, 'voorwaarde', message);
  return null;
}
