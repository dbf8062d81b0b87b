/** What stands in a turn or an ending for whoever comes there: `CONTACT`, `GEVOLG`, `herhaal` and `onderwerpen`. */
import type { Reporter } from '../finding.js';
import { placeIn, placeOf, wholeLine, type Line, type Piece } from '../source/lines.js';
import { hint, quoteShort } from '../source/suggest.js';
import { CHANNELS } from '../vocabulary.js';
import type { AgainNode, ConsequenceNode, ContactNode, EffectNode, TextNode } from './ast.js';
import { readConditions } from './conditions.js';
import { joinText, misplaced, type Entry } from './entries.js';
import { readParts, readTarget, type Grammar } from './parts.js';
import { splitAtArrow } from './words.js';

/** A label in column 0 with its brackets, as `readLabel` gives it. */
export interface Label {
  readonly note: Piece | null;
  readonly text: Piece;
}

/** `CONTACT (telefoon): vrijdag 27 november`, with `wacht` and `INTUSSEN:` below it; null after a finding. */
export function readContact(
  { line, children }: Entry,
  { note, text }: Label,
  report: Reporter,
): ContactNode | null {
  const grammar: Grammar = { labels: ['INTUSSEN'], rules: true, good: false };
  const { more, parts } = readParts(children, grammar, report);
  let between: TextNode | undefined;
  const effects: EffectNode[] = [];
  for (const part of parts) {
    if (part.kind === 'effects') effects.push(...part.effects);
    else if (part.kind !== 'label')
      onlyHere(part.at, "Bij CONTACT kunnen alleen 'wacht' en INTUSSEN: staan.", report);
    else if (between)
      report(placeIn(part.at), 'dubbel', 'INTUSSEN: staat hier twee keer. Voeg de teksten samen.');
    else between = part.text;
  }
  const moment = joinText(text, more, 'CONTACT', report);
  const channel = CHANNELS.find((each) => each === note?.text);
  if (!channel) {
    const advice = note ? hint(note.text, CHANNELS) : ` Kies uit: ${CHANNELS.join(', ')}.`;
    report(
      note ? placeOf(note) : placeIn(line),
      'onbekend',
      `Achter CONTACT hoort tussen haakjes het kanaal, zoals 'CONTACT (telefoon): vrijdag 27 november'.${advice}`,
    );
    return null;
  }
  return { at: placeIn(line), channel, moment, effects, ...(between ? { between } : {}) };
}

/** `GEVOLG (niet stap notitie): tekst`, with its effects below it; none after a finding. */
export function readConsequences(
  { line, children }: Entry,
  { note, text }: Label,
  report: Reporter,
): ConsequenceNode[] {
  const { more, parts } = readParts(children, { labels: [], rules: true, good: false }, report);
  const effects = parts.flatMap((part) => {
    if (part.kind === 'effects') return part.effects;
    onlyHere(
      part.at,
      'Bij GEVOLG kunnen alleen effecten staan; de voorwaarde staat tussen de haakjes.',
      report,
    );
    return [];
  });
  const what = joinText(text, more, 'GEVOLG', report);
  if (!note) {
    const advice =
      "Zet achter GEVOLG tussen haakjes wanneer het gebeurt, zoals 'GEVOLG (niet stap notitie): ...'.";
    report(placeIn(line), 'voorwaarde', advice);
    return [];
  }
  const conditions = readConditions(note, report);
  return conditions ? [{ at: placeIn(line), if: conditions, text: what, effects }] : [];
}

const onlyHere = (at: Line, message: string, report: Reporter): void => {
  report(placeIn(at), 'opbouw', message);
};

export const AGAIN = /^(herhaal|onderwerpen)(\s|$)/;

/** `herhaal max 2 -> ongeduldig` or `onderwerpen -> afsluiten`; null after a finding. */
export function readAgain({ line, children }: Entry, report: Reporter): AgainNode | null {
  for (const child of children) misplaced(child, report);
  const whole = wholeLine(line);
  const split = splitAtArrow(whole, report);
  const target = split && readTarget(split.after);
  const head = (split?.before.text ?? line.text).replace(/\s+/g, ' ');
  const max = Number(/^herhaal max ([1-9])$/.exec(head)?.[1]);
  if (head.startsWith('herhaal') && !(max >= 1)) {
    report(
      placeIn(line),
      'opbouw',
      `Schrijf 'herhaal max 2 -> beurt': een getal van 1 tot en met 9, en waar het daarna heen gaat. Hier staat ${quoteShort(line.text)}.`,
    );
    return null;
  }
  if (!head.startsWith('herhaal') && head !== 'onderwerpen') {
    report(placeIn(line), 'opbouw', `Schrijf 'onderwerpen -> beurt'. Hier staat ${quoteShort(line.text)}.`);
    return null;
  }
  if (!target) {
    const after = max >= 1 ? 'de klant vaker terugkomt dan dit' : 'alle onderwerpen zijn geweest';
    report(
      placeIn(line),
      'geen-weg',
      `Zeg waar het heen gaat als ${after}: '${head} -> beurt' of '${head} -> EINDE einde'.`,
    );
    return null;
  }
  const kind = max >= 1 ? { kind: 'repeat' as const, max } : { kind: 'topics' as const };
  return { at: placeIn(line), ...kind, to: { if: [], ...target }, lines: [], consequences: [] };
}
