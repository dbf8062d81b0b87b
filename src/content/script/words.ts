/** Signs that Word makes of `-`, `->` and `=>`: understood, and rewritten by `--fix`. */
import type { Reporter } from '../finding.js';
import { cut, offsetOf, placeOf, type Piece } from '../source/lines.js';

// U+F0E0 and U+F0E8 are the Wingdings arrows that Word puts in for --> and ==>.
const ARROW = /--?>|[–—−]>|[→➔➜⟶\uF0E0]/;
const RESULT = /==?>|[⇒⟹\uF0E8]/;
const NUMBER = /^([+\-–—−])?\s?(\d{1,6}(?:[.,]\d{1,6})?)$/;

export interface Split {
  readonly before: Piece;
  readonly after: Piece;
}

/** Cuts at `->`; null when there is none. */
export const splitAtArrow = (piece: Piece, report: Reporter): Split | null =>
  splitAt(piece, ARROW, '->', report);
/** Cuts at `=>`; null when there is none. */
export const splitAtResult = (piece: Piece, report: Reporter): Split | null =>
  splitAt(piece, RESULT, '=>', report);

function splitAt(piece: Piece, pattern: RegExp, plain: string, report: Reporter): Split | null {
  const found = pattern.exec(piece.text);
  if (!found) return null;
  const sign = found[0];
  if (sign !== plain) rewrite({ ...piece, text: sign, index: piece.index + found.index }, plain, report);
  return { before: cut(piece, 0, found.index), after: cut(piece, found.index + sign.length) };
}

export const hasArrow = (text: string): boolean => ARROW.test(text);

/** A signed number with a comma or a point; null when it is none. */
export function readNumber(piece: Piece, report: Reporter): number | null {
  const found = NUMBER.exec(piece.text);
  if (!found) return null;
  const [, sign = '', digits = ''] = found;
  if (sign !== '' && !'+-'.includes(sign)) rewrite({ ...piece, text: sign }, '-', report);
  const value = Number(digits.replace(',', '.'));
  return sign === '' || sign === '+' ? value : -value;
}

function rewrite(sign: Piece, plain: string, report: Reporter): void {
  const start = offsetOf(sign);
  report(
    placeOf(sign),
    'teken-uit-word',
    `Word heeft hier '${sign.text}' van '${plain}' gemaakt. Het is begrepen; \`npm run check -- --fix\` zet het terug.`,
    { edit: { start, end: start + sign.text.length, text: plain } },
  );
}
