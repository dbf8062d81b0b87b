/** The indented lines below an option, a block or a desk action, each read for what it is. */
import type { Reporter } from '../finding.js';
import { cut, placeIn, placeOf, wholeLine, type Line, type Piece } from '../source/lines.js';
import { hint, quoteShort } from '../source/suggest.js';
import { SPEAKERS } from '../vocabulary.js';
import type { ConditionNode, EffectNode, RouteNode, TextNode } from './ast.js';
import { readConditions } from './conditions.js';
import { looksLikeEffects, readEffects } from './effects.js';
import { joinText, readLabel } from './entries.js';
import { hasArrow, splitAtArrow } from './words.js';

export type Part =
  | {
      readonly kind: 'label';
      readonly label: string;
      readonly at: Line;
      readonly note: Piece | null;
      readonly text: TextNode;
    }
  | { readonly kind: 'route'; readonly at: Line; readonly route: RouteNode }
  | { readonly kind: 'only-if'; readonly at: Line; readonly conditions: readonly ConditionNode[] }
  | {
      readonly kind: 'conditional';
      readonly at: Line;
      readonly if: readonly ConditionNode[];
      readonly effects: readonly EffectNode[];
    }
  | { readonly kind: 'effects'; readonly at: Line; readonly effects: readonly EffectNode[] }
  | { readonly kind: 'good'; readonly at: Line }
  | { readonly kind: 'topic'; readonly at: Line };

export interface Grammar {
  /** Labels that may stand here: `FEEDBACK`, ... */
  readonly labels: readonly string[];
  /** Effects, conditions and routes are read only in a conversation; elsewhere such a line is text. */
  readonly rules: boolean;
  readonly good: boolean;
}

/** Continuation of the head line's text, then the parts. */
export function readParts(
  children: readonly Line[],
  grammar: Grammar,
  report: Reporter,
): { more: Line[]; parts: Part[] } {
  const more: Line[] = [];
  const parts: Part[] = [];
  for (let index = 0; index < children.length;) {
    const line = children[index];
    if (!line) break;
    const label = readLabel(wholeLine(line));
    if (label && isLabel(label.label, grammar)) {
      const texts = takeTexts(children, index + 1, grammar);
      parts.push({
        kind: 'label',
        label: label.label,
        at: line,
        note: label.note,
        text: joinText(label.text, texts, `${label.label}:`, report),
      });
      index += 1 + texts.length;
      continue;
    }
    if (isText(line, grammar)) {
      if (parts.length === 0) more.push(line);
      else report(placeIn(line), 'kolom', looseText(line, grammar));
    } else parts.push(...readStructure(line, grammar, report));
    index += 1;
  }
  return { more, parts };
}

function looseText(line: Line, grammar: Grammar): string {
  const labels = grammar.labels.map((label) => `${label}:`).join(', ');
  const word = line.text.split(/[\s:;]/, 1)[0] ?? '';
  return `${quoteShort(line.text)} hoort nergens bij. Zet er ${labels} voor, of schrijf het direct onder de tekst waar het bij hoort.${hint(word, grammar.labels).replace(/ Kies uit.*/, '')}`;
}

function takeTexts(children: readonly Line[], from: number, grammar: Grammar): Line[] {
  const texts: Line[] = [];
  for (const line of children.slice(from)) {
    if (!isText(line, grammar)) break;
    texts.push(line);
  }
  return texts;
}

/** A line that continues the text above: anything that does not begin as structure. */
function isText(line: Line, grammar: Grammar): boolean {
  const { text } = line;
  if (text.startsWith('\\')) return true;
  if (grammar.good && text === 'goed') return false;
  const label = readLabel(wholeLine(line));
  if (label && (isLabel(label.label, grammar) || looksLikeLabel(label.label, grammar))) return false;
  if (/^(\*|#{1,3})\s/.test(text)) return false;
  if (!grammar.rules) return true;
  if (text === TOPIC) return false;
  return !(/^(alleen\s+als|als|->)(\s|$)/.test(text) || startsWithArrow(text) || looksLikeEffects(text));
}

const TOPIC = 'onderwerp';
const startsWithArrow = (text: string): boolean =>
  hasArrow(text.slice(0, 3)) && /^[-–—−→➔➜⟶\uF0E0]/.test(text);
const isLabel = (label: string, grammar: Grammar): boolean => grammar.labels.includes(label);
const KNOWN_LABELS = [
  ...SPEAKERS,
  'COACH',
  'FEEDBACK',
  'VERLEIDING',
  'REGEL',
  'ZEGT',
  'TEKST',
  'PRIMA',
  'OORDEEL',
  'LATER',
  'GEVOLG',
  'CONTACT',
  'INTUSSEN',
  'VRAAG',
];
const COLUMN_0: readonly string[] = [...SPEAKERS, 'OORDEEL', 'LATER', 'GEVOLG', 'CONTACT'];
const looksLikeLabel = (label: string, grammar: Grammar): boolean =>
  KNOWN_LABELS.includes(label) || hint(label, grammar.labels).startsWith(' Bedoelde');

function readStructure(line: Line, grammar: Grammar, report: Reporter): Part[] {
  const piece = wholeLine(line);
  const { text } = line;
  if (grammar.good && text === 'goed') return [{ kind: 'good', at: line }];
  if (text === TOPIC) return [{ kind: 'topic', at: line }];
  const label = readLabel(piece);
  if (label) {
    const advice = COLUMN_0.includes(label.label) ? ` Zet '${label.label}:' in kolom 0.` : '';
    report(
      placeIn(line),
      'kolom',
      `'${label.label}:' kan hier niet staan.${hint(label.label, grammar.labels)}${advice}`,
    );
    return [];
  }
  if (/^(\*|#{1,3})\s/.test(text)) {
    const what = text.startsWith('*') ? 'Een keuze' : 'Een kop';
    report(
      placeIn(line),
      'kolom',
      `${what} begint in kolom 0. Haal de spaties weg, of zet er een \\ voor als het tekst is.`,
    );
    return [];
  }
  const onlyIf = /^alleen\s+als(\s+|$)/.exec(text);
  if (onlyIf) {
    const conditions = readConditions(cut(piece, onlyIf[0].length), report);
    return conditions ? [{ kind: 'only-if', at: line, conditions }] : [];
  }
  const condition = /^als(\s+|$)/.exec(text);
  if (condition) return readConditional(line, cut(piece, condition[0].length), report);
  if (startsWithArrow(text)) return readRoute(line, [], piece, report);
  return [{ kind: 'effects', at: line, effects: readEffects(piece, report) }];
}

function readConditional(line: Line, rest: Piece, report: Reporter): Part[] {
  const arrow = hasArrow(rest.text) ? splitAtArrow(rest, report) : null;
  if (arrow) {
    const conditions = readConditions(arrow.before, report);
    return conditions ? readRoute(line, conditions, arrow.after, report, true) : [];
  }
  const colon = rest.text.indexOf(':');
  if (colon < 0) {
    const advice =
      "Schrijf 'als weet feit: portalen +1' of 'als weet feit -> beurt'. Is het gewone tekst, zet er dan een \\ voor.";
    report(placeIn(line), 'voorwaarde', advice);
    return [];
  }
  const conditions = readConditions(cut(rest, 0, colon), report);
  const effects = readEffects(cut(rest, colon + 1), report);
  if (effects.length === 0 && rest.text.slice(colon + 1).trim() === '') {
    report(placeIn(line), 'effect', "Achter de dubbele punt hoort een effect, zoals 'portalen +1'.");
  }
  return conditions ? [{ kind: 'conditional', at: line, if: conditions, effects }] : [];
}

// eslint-disable-next-line max-params -- one place where the arrow may be off already
function readRoute(
  line: Line,
  conditions: readonly ConditionNode[],
  piece: Piece,
  report: Reporter,
  cutOff = false,
): Part[] {
  const after = cutOff ? piece : splitAtArrow(piece, report)?.after;
  const target = after && readTarget(after);
  if (!target) {
    const advice = "Schrijf '-> naam-van-de-beurt' of '-> EINDE naam-van-het-einde'.";
    report(placeIn(line), 'route', `${quoteShort(line.text)} is geen weg. ${advice}`);
    return [];
  }
  return [{ kind: 'route', at: line, route: { if: conditions, ...target } }];
}

const WAYS_OUT = new Map<string, RouteNode['kind']>([
  ['EINDE', 'ending'],
  ['UIT', 'exit'],
]);

/** `beurt`, `EINDE einde` or `UIT uitgang`, behind an arrow; null when it is none of these. */
export function readTarget(piece: Piece): Pick<RouteNode, 'to' | 'kind'> | null {
  const [first = '', second, ...rest] = piece.text.split(/\s+/);
  const kind = second === undefined ? 'turn' : WAYS_OUT.get(first);
  const name = second ?? first;
  if (name === '' || rest.length > 0 || !kind) return null;
  return { to: { value: name, at: placeOf(cut(piece, piece.text.length - name.length)) }, kind };
}

/** Texts that continue a column-0 line which has no parts of its own; anything else is reported. */
export function readPlainText(
  first: Piece,
  children: readonly Line[],
  what: string,
  report: Reporter,
): TextNode {
  const grammar: Grammar = { labels: [], rules: false, good: false };
  const { more } = readParts(children, grammar, report);
  return joinText(first, more, what, report);
}
