/** Column 0 decides: a script is a row of column-0 lines, each with the indented lines that belong to it. */
import type { Reporter } from '../finding.js';
import { cut, offsetOf, placeIn, placeOf, wholeLine, type Line, type Piece } from '../source/lines.js';
import { hint, quoteShort } from '../source/suggest.js';
import type { IdNode, TextNode } from './ast.js';

export interface Entry {
  readonly line: Line;
  readonly children: readonly Line[];
}

export interface Section {
  readonly heading: Line;
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** Groups lines; an indented line without a line above it is reported. Blank lines mean nothing. */
export function toEntries(lines: readonly Line[], report: Reporter): Entry[] {
  const entries: { line: Line; children: Line[] }[] = [];
  for (const line of lines) {
    if (line.text === '') continue;
    const last = entries.at(-1);
    if (line.indent === 0) entries.push({ line, children: [] });
    else if (last) last.children.push(line);
    else
      report(placeIn(line), 'kolom', 'Deze regel springt in, maar er staat niets boven waar hij bij hoort.');
  }
  return entries;
}

/** Divides entries over the allowed `# Koppen`; reports unknown and repeated ones, and text before the first. */
export function toSections(
  entries: readonly Entry[],
  allowed: readonly string[],
  report: Reporter,
): Section[] {
  const sections: { heading: Line; name: string; entries: Entry[] }[] = [];
  // Under an unknown heading nothing can be judged: one finding there is enough.
  let skipping = false;
  for (const entry of entries) {
    const heading = /^#\s+(.+)$/.exec(entry.line.text);
    if (!heading) {
      const last = sections.at(-1);
      if (skipping) continue;
      if (last) last.entries.push(entry);
      else {
        report(
          placeIn(entry.line),
          'opbouw',
          `Boven deze regel ontbreekt een kop: ${allowed.map((name) => `# ${name}`).join(', ')}.`,
        );
        skipping = true;
      }
      continue;
    }
    const name = heading[1] ?? '';
    skipping = !allowed.includes(name);
    if (skipping)
      report(
        placeIn(entry.line),
        'opbouw',
        `De kop '# ${name.slice(0, 40)}' bestaat niet.${hint(name, allowed)}`,
      );
    else if (sections.some((section) => section.name === name)) {
      skipping = true;
      report(placeIn(entry.line), 'dubbel', `De kop '# ${name}' staat er al. Zet alles onder de eerste.`);
    } else sections.push({ heading: entry.line, name, entries: [] });
    for (const child of entry.children) misplaced(child, report);
  }
  return sections;
}

/** Reports an indented line that can belong to nothing. */
export function misplaced(line: Line, report: Reporter): void {
  report(placeIn(line), 'kolom', `Hier kan geen ingesprongen regel staan: ${quoteShort(line.text)}.`);
}

/** Takes `{#id}` off the end of a piece. A wrong id is reported and counts as none to be written. */
export function takeId(piece: Piece, report: Reporter): { text: Piece; id: IdNode } {
  const from = piece.text.endsWith('}') ? piece.text.lastIndexOf('{#') : -1;
  if (from < 0) return { text: piece, id: missingId(piece) };
  const id = piece.text.slice(from + 2, -1).trim();
  const text = cut(piece, 0, from);
  const at = placeOf(cut(piece, from));
  const good = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 40;
  if (!good)
    report(
      at,
      'id-vorm',
      `'{#${id.slice(0, 40)}}' is geen goed id: gebruik kleine letters, cijfers en streepjes, zoals {#a1}.`,
    );
  return { text, id: { value: good ? id : '?', at, insertAt: offsetOf(piece) + piece.text.length } };
}

/** The id that is not there; `--fix` writes it at the end of the piece. */
const missingId = (piece: Piece): IdNode => ({
  value: null,
  at: placeOf(piece),
  insertAt: offsetOf(piece) + piece.text.length,
});

/** An author's `\` keeps a line from being read as structure; it is no part of the text. */
export const unescape = (text: string): string => (text.startsWith('\\') ? text.slice(1) : text);

/** `LABEL: text` in capitals, with a mood or note in brackets; null when the line is something else. */
export function readLabel(piece: Piece): { label: string; note: Piece | null; text: Piece } | null {
  const found = /^(\p{Lu}[\p{Lu}\d-]+)(\s*\(([^()]*)\))?\s*:/u.exec(piece.text);
  if (!found) return null;
  const [whole, label = '', brackets, inside = ''] = found;
  const from = label.length + (brackets ?? '').indexOf('(') + 1;
  const note = brackets === undefined ? null : cut(piece, from, from + inside.length);
  return { label, note, text: cut(piece, whole.length) };
}

/** Reads the text of a label and its continuation lines; empty text is reported. */
export function joinText(first: Piece, more: readonly Line[], what: string, report: Reporter): TextNode {
  const text = [first.text, ...more.map((line) => unescape(line.text))]
    .filter((part) => part !== '')
    .join(' ');
  if (text === '') report(placeOf(first), 'tekst-ontbreekt', `Achter ${what} staat geen tekst.`);
  return { text, at: placeOf(first) };
}

/** As `joinText`, with the id that stands at the end of the first line or, where the text goes on, of the last. */
export function joinTextAndId(
  first: Piece,
  more: readonly Line[],
  what: string,
  report: Reporter,
): TextNode & { id: IdNode } {
  const head = takeId(first, report);
  const last = more.at(-1);
  if (!last || head.id.value !== null) return { ...joinText(head.text, more, what, report), id: head.id };
  const tail = takeId(wholeLine(last), report);
  const { text, at } = joinText(head.text, more.slice(0, -1), what, report);
  return { text: `${text} ${unescape(tail.text.text)}`.trim(), at, id: tail.id };
}
