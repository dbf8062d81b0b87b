/** `* tekst {#id}` with what belongs to it. Also the blocks, `leeg` and `verstuur` of a message to compose. */
import type { Reporter } from '../finding.js';
import { cut, placeIn, placeOf, wholeLine, type Line, type Piece } from '../source/lines.js';
import type { ConditionNode, EffectNode, IdNode, OptionNode, RouteNode, TextNode } from './ast.js';
import { joinTextAndId, takeId, type Entry } from './entries.js';
import { readParts, type Grammar, type Part } from './parts.js';
import { readMood } from './spoken.js';

/** What may stand below, and what must. */
export interface OptionRules {
  /** As a message names it: 'een keuze', 'een blok'. */
  readonly what: string;
  readonly labels: readonly string[];
  readonly allowed: readonly Part['kind'][];
  readonly text: boolean;
  readonly feedback: boolean;
}

const talk: OptionRules = {
  what: 'een keuze',
  labels: ['FEEDBACK', 'VERLEIDING', 'REGEL', 'COACH'],
  allowed: ['label', 'route', 'only-if', 'conditional', 'effects'],
  text: true,
  feedback: true,
};
export const CHOICE: OptionRules = {
  ...talk,
  labels: [...talk.labels, 'ZEGT'],
  allowed: [...talk.allowed, 'topic'],
};
export const BLOCK: OptionRules = {
  ...talk,
  what: 'een blok',
  allowed: ['label', 'only-if', 'conditional', 'effects'],
};
export const EMPTY: OptionRules = {
  ...talk,
  what: "'leeg'",
  allowed: ['label', 'conditional', 'effects'],
  text: false,
};
export const SEND: OptionRules = {
  ...talk,
  what: "'verstuur'",
  labels: [],
  allowed: ['route', 'effects'],
  text: false,
  feedback: false,
};
export const ANSWER: OptionRules = {
  what: 'een antwoord',
  labels: ['FEEDBACK'],
  allowed: ['label', 'good'],
  text: true,
  feedback: true,
};

/** Reads one option; `skip` = length of the marker before its text (`* `, `leeg`, `verstuur`). */
export function readOption(entry: Entry, skip: number, rules: OptionRules, report: Reporter): OptionNode {
  const { labels, allowed } = rules;
  const grammar: Grammar = { labels, rules: allowed.includes('effects'), good: allowed.includes('good') };
  const { more, parts } = readParts(entry.children, grammar, report);
  const { text, id } = readHead(cut(wholeLine(entry.line), skip), more, rules, report);
  const kept = parts.filter((part) => {
    if (allowed.includes(part.kind)) return true;
    report(placeIn(part.at), 'opbouw', `${PART_NAMES[part.kind]} kan niet bij ${rules.what} staan.`);
    return false;
  });
  const texts = readTexts(kept, report);
  const topic = kept.find((part) => part.kind === 'topic');
  if (rules.feedback && !texts.FEEDBACK) {
    report(
      placeIn(entry.line),
      'tekst-ontbreekt',
      `Bij ${rules.what} ontbreekt FEEDBACK: zeg waarom dit goed of minder goed is.`,
    );
  }
  return {
    at: placeIn(entry.line),
    id,
    text,
    ...collect(kept),
    // A spot of a lesson has TEKST where an option has FEEDBACK.
    ...((texts.FEEDBACK ?? texts.TEKST) ? { feedback: texts.FEEDBACK ?? texts.TEKST } : {}),
    ...(texts.COACH ? { coach: texts.COACH } : {}),
    ...(texts.VERLEIDING ? { temptation: texts.VERLEIDING } : {}),
    ...(texts.REGEL ? { rule: texts.REGEL } : {}),
    ...(topic ? { topic: placeIn(topic.at) } : {}),
    ...(texts.ZEGT ? { reply: { ...texts.ZEGT, ...readReplyMood(kept, report) } } : {}),
  };
}

const PART_NAMES: Readonly<Record<Part['kind'], string>> = {
  label: 'Deze tekst',
  route: 'Een weg (->)',
  'only-if': "'alleen als'",
  conditional: "'als ...: effecten'",
  effects: 'Een effect',
  good: "'goed'",
  topic: "'onderwerp'",
};

function collect(
  parts: readonly Part[],
): Pick<OptionNode, 'offeredIf' | 'effects' | 'conditional' | 'good' | 'routes'> {
  const offeredIf: ConditionNode[] = [];
  const effects: EffectNode[] = [];
  const conditional: { if: readonly ConditionNode[]; effects: readonly EffectNode[] }[] = [];
  const routes: RouteNode[] = [];
  for (const part of parts) {
    if (part.kind === 'only-if') offeredIf.push(...part.conditions);
    if (part.kind === 'effects') effects.push(...part.effects);
    if (part.kind === 'conditional') conditional.push({ if: part.if, effects: part.effects });
    if (part.kind === 'route') routes.push(part.route);
  }
  return { offeredIf, effects, conditional, good: parts.some((part) => part.kind === 'good'), routes };
}

function readReplyMood(parts: readonly Part[], report: Reporter): { mood?: string } {
  const reply = parts.find((part) => part.kind === 'label' && part.label === 'ZEGT');
  const mood = reply?.kind === 'label' && reply.note ? readMood(reply.note, report) : null;
  return mood === null ? {} : { mood };
}

function readTexts(parts: readonly Part[], report: Reporter): Partial<Record<string, TextNode>> {
  const texts: Partial<Record<string, TextNode>> = {};
  for (const part of parts) {
    if (part.kind !== 'label') continue;
    if (texts[part.label])
      report(placeIn(part.at), 'dubbel', `${part.label}: staat hier twee keer. Voeg de teksten samen.`);
    texts[part.label] = part.text;
  }
  return texts;
}

function readHead(
  head: Piece,
  more: readonly Line[],
  { what, text }: OptionRules,
  report: Reporter,
): { text: string; id: IdNode } {
  if (text) return joinTextAndId(head, more, what, report);
  const { text: extra, id } = takeId(head, report);
  const [line] = more;
  if (extra.text !== '' || line) {
    report(
      extra.text !== '' || !line ? placeOf(extra) : placeIn(line),
      'opbouw',
      `Bij ${what} hoort geen tekst.`,
    );
  }
  return { text: '', id };
}
