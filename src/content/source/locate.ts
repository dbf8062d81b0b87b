/** Finds a character of a text in the file it was read from, where the text may be wrapped, quoted or marked up. */
import type { Place } from '../finding.js';

/** A text goes on for a few lines at most; a paragraph of YAML is the longest. */
const MOST_LINES = 40;
/** Longer is a slip, and not worth the search. */
const MOST_CHARACTERS = 8000;
const SPOKEN = /[\p{L}\p{N}]/u;
const SILENT = /[^\p{L}\p{N}]+/gu;

/**
 * The place of the character at `offset` of `text`, which begins at or soon after `at`. Only letters and digits are
 * compared, since everything else (line ends, quotes, stars) may differ. Falls back to `at`.
 */
export function locate(source: readonly string[], text: string, offset: number, at: Place): Place {
  if (text.length > MOST_CHARACTERS) return at;
  const needle = text.replace(SILENT, '');
  const skip = text.slice(0, offset).replace(SILENT, '').length;
  let letters = '';
  const places: Place[] = [];
  for (let row = 0; row < MOST_LINES; row++) {
    const line = source[at.line - 1 + row];
    if (line === undefined || line.length > MOST_CHARACTERS) break;
    let column = 1;
    for (const character of line) {
      if (SPOKEN.test(character) && (row > 0 || column >= at.column)) {
        for (let unit = 0; unit < character.length; unit++) places.push({ line: at.line + row, column });
        letters += character;
      }
      column += character.length;
    }
    const start = letters.indexOf(needle);
    if (start >= 0) return places[start + skip] ?? at;
  }
  return at;
}
