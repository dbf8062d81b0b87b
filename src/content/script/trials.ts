/** `# Proeven`: transcript tests, `naam: klant wierda, a1, b2 => netjes, klanttevredenheid >= 9`. */
import type { Reporter } from '../finding.js';
import { cut, placeIn, placeOf, splitPiece, wholeLine, type Piece } from '../source/lines.js';
import { hint, quoteShort } from '../source/suggest.js';
import { COMPETENCES } from '../vocabulary.js';
import type { Comparison, TrialCondition, TrialNode, TrialStep } from './ast.js';
import { readDeskTarget } from './desk.js';
import { misplaced, type Entry } from './entries.js';
import { readNumber, splitAtResult } from './words.js';

const MEASURES = ['klanttevredenheid', 'proces', 'minuten', 'werkdagen', 'kosten', ...COMPETENCES];
const UNANSWERED = /\s*\(geen gehoor\)$/;

/** Reads all trials; a long one may go on in indented lines. */
export function readTrials(entries: readonly Entry[], report: Reporter): TrialNode[] {
  return entries.flatMap(({ line, children }) => {
    for (const child of children) misplaced(child, report);
    const whole = wholeLine(line);
    const colon = whole.text.indexOf(':');
    const split = splitAtResult(colon < 0 ? whole : cut(whole, colon + 1), report);
    if (colon < 1 || !split) {
      report(
        placeIn(line),
        'proef',
        "Schrijf een proef als 'naam: klant wierda, a1, b2 => einde, klanttevredenheid >= 8'.",
      );
      return [];
    }
    const [ending, ...conditions] = splitPiece(split.after, ',');
    if (!ending) {
      report(placeOf(split.after), 'proef', 'Achter => hoort het einde dat u verwacht.');
      return [];
    }
    return [
      {
        at: placeIn(line),
        name: whole.text.slice(0, colon).trim(),
        steps: splitPiece(split.before, ',').flatMap((piece) => readStep(piece, report) ?? []),
        ending: { value: ending.text, at: placeOf(ending) },
        conditions: conditions.flatMap((piece) => readTrialCondition(piece, report) ?? []),
      },
    ];
  });
}

function readStep(piece: Piece, report: Reporter): TrialStep | null {
  const at = placeOf(piece);
  const words = piece.text.split(/\s+/);
  if (words.length === 1) return { kind: 'id', id: piece.text, at };
  const unanswered = UNANSWERED.exec(piece.text);
  const found = readDeskTarget(unanswered ? cut(piece, 0, unanswered.index) : piece, report);
  if (!found) return null;
  if (found.rest.text !== '') {
    report(
      placeOf(found.rest),
      'proef',
      `${quoteShort(found.rest.text)} hoort hier niet. Tussen twee stappen staat een komma.`,
    );
    return null;
  }
  if (unanswered && found.kind !== 'bellen') report(at, 'proef', "'(geen gehoor)' kan alleen bij 'bellen'.");
  return { kind: 'desk', desk: found.kind, target: found.target.text, answered: !unanswered, at };
}

function readTrialCondition(piece: Piece, report: Reporter): TrialCondition | null {
  const at = placeOf(piece);
  const steps = /^proces\s+(\d{1,2})\s*\/\s*(\d{1,2})$/.exec(piece.text);
  const { text } = piece;
  if (steps)
    return { at, text, name: 'proces', comparison: '=', value: Number(steps[1]), of: Number(steps[2]) };
  const found = /^(\p{L}[\p{L}-]*)\s*(<=|>=|<|>|=|≤|≥)\s*/u.exec(text);
  const name = found?.[1] ?? '';
  if (!found || !MEASURES.includes(name)) {
    const word = text.split(/\s/, 1)[0] ?? '';
    const advice = "Schrijf bijvoorbeeld 'klanttevredenheid >= 8', 'proces 5/5' of 'minuten <= 8'.";
    report(
      at,
      'proef',
      `${quoteShort(text)} kan niet worden nagegaan.${found ? hint(word, MEASURES) : ''} ${advice}`,
    );
    return null;
  }
  const value = readNumber(cut(piece, found[0].length), report);
  if (value === null) {
    report(at, 'proef', `Achter ${found[2] ?? ''} hoort een getal: ${quoteShort(text)}.`);
    return null;
  }
  return { at, text, name, comparison: asComparison(found[2]), value };
}

function asComparison(sign: string | undefined): Comparison {
  if (sign === '≤') return '<=';
  if (sign === '≥') return '>=';
  return sign === '<' || sign === '<=' || sign === '>' || sign === '>=' ? sign : '=';
}
