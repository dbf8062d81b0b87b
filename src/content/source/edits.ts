/** Changes to a text, and where a place in the changed text stood before. */
import type { Edit, Place } from '../finding.js';

export type TextEdit = Omit<Edit, 'file'>;

const inOrder = (edits: readonly TextEdit[]): TextEdit[] =>
  [...edits].sort((a, b) => a.start - b.start || a.end - b.end);

/** Applies edits to a text; of two that overlap the first in the text wins. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of inOrder(edits)) {
    if (edit.start < from) continue;
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** The place in `text` of a place in the text that these edits made of it; of a text put in, the place where it went. */
export function placeBefore(text: string, edits: readonly TextEdit[], place: Place): Place {
  const target = offsetAt(applyEdits(text, edits), place);
  let shift = 0;
  for (const { start, end, text: put } of inOrder(edits)) {
    const from = start + shift;
    if (target < from) break;
    if (target < from + put.length) return { ...place, ...placeAt(text, start) };
    shift += put.length - (end - start);
  }
  return { ...place, ...placeAt(text, target - shift) };
}

const LINE_END = /\r\n|\n|\r/g;

/** A byte order mark is no part of the first line. */
const startsOf = (text: string): number[] => [
  text.startsWith('\uFEFF') ? 1 : 0,
  ...[...text.matchAll(LINE_END)].map((found) => found.index + found[0].length),
];

const offsetAt = (text: string, { line, column }: Place): number =>
  (startsOf(text)[line - 1] ?? text.length) + column - 1;

/** The place of the character at an offset. */
export function placeAt(text: string, offset: number): Pick<Place, 'line' | 'column'> {
  const starts = startsOf(text);
  const line = Math.max(
    0,
    starts.findLastIndex((start) => start <= offset),
  );
  return { line: line + 1, column: Math.max(1, offset - (starts[line] ?? 0) + 1) };
}
