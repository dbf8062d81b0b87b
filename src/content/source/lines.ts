/** A text file as lines that know where they stand in the file as stored (BOM and CRLF included). */
import type { Place, Reporter } from '../finding.js';

/** Longer lines are a slip (a pasted document); nobody writes a bubble of this size. */
const MAX_LINE = 4000;

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Characters of white space before the text. */
  readonly indent: number;
  /** Without indentation and trailing white space. */
  readonly text: string;
  /** Offset of `text` in the file. */
  readonly start: number;
  /** As the author knows it; absent for a line of the head, which is told by its reporter. */
  readonly file?: string;
}

/** Splits a file; lines that are too long are reported and cut, so that no pattern ever meets them. */
export function splitLines(raw: string, report: Reporter): Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|\n|\r/g;
  let offset = raw.startsWith('\uFEFF') ? 1 : 0;
  for (let more = true; more;) {
    ends.lastIndex = offset;
    const end = ends.exec(raw);
    const stop = end?.index ?? raw.length;
    lines.push(toLine(raw.slice(offset, stop), offset, lines.length + 1, report));
    more = end !== null;
    offset = stop + (end?.[0].length ?? 0);
  }
  return lines;
}

function toLine(whole: string, offset: number, number: number, report: Reporter): Line {
  let content = whole;
  if (content.length > MAX_LINE) {
    const advice = 'Knip de regel in stukken; een vervolgregel begint met twee spaties.';
    report(
      { line: number, column: MAX_LINE },
      'regel-te-lang',
      `Deze regel heeft ${whole.length} tekens. ${advice}`,
    );
    content = content.slice(0, MAX_LINE);
  }
  const text = content.trim();
  const indent = text === '' ? 0 : content.length - content.trimStart().length;
  return { number, indent, text, start: offset + indent, file: report.file };
}

/** The place of the character at `index` of the line's text. */
export function placeIn(line: Line, index = 0): Place {
  const { number, indent, file } = line;
  return { line: number, column: indent + index + 1, ...(file === undefined ? {} : { file }) };
}

/** A piece of a line that keeps its place. */
export interface Piece {
  readonly text: string;
  readonly line: Line;
  /** Index of the piece in the line's text. */
  readonly index: number;
}

/** Cuts [from, to) out of a piece and trims it. */
export function cut(piece: Piece, from: number, to = piece.text.length): Piece {
  const part = piece.text.slice(from, to);
  const left = part.length - part.trimStart().length;
  return { text: part.trim(), line: piece.line, index: piece.index + from + left };
}

/** The pieces between separators, trimmed, empty ones dropped. */
export function splitPiece(piece: Piece, separator: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let more = true; more;) {
    const found = piece.text.indexOf(separator, from);
    const to = found < 0 ? piece.text.length : found;
    pieces.push(cut(piece, from, to));
    more = found >= 0;
    from = to + separator.length;
  }
  return pieces.filter((part) => part.text !== '');
}

export const wholeLine = (line: Line): Piece => ({ text: line.text, line, index: 0 });
export const placeOf = (piece: Piece): Place => placeIn(piece.line, piece.index);
/** Offset of a piece in the file, for edits. */
export const offsetOf = (piece: Piece): number => piece.line.start + piece.index;
