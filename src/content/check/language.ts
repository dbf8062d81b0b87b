/** Warnings about what a learner reads: long bubbles and sentences; and the answers that give themselves away. */
import type { Place, Reporter } from '../finding.js';
import type { ConversationBody, EffectNode, OptionNode, SpokenNode, TurnNode } from '../script/ast.js';
import { optionsOf } from '../script/ast.js';
import { quoteShort } from '../source/suggest.js';

/** A customer who says more than this at once is not listened to. */
const MAX_BUBBLE = 40;
/** Language level B1. */
const MAX_SENTENCE = 20;
/** With fewer decisions a pattern is no pattern. */
const MIN_DECISIONS = 3;

const sentences = new Intl.Segmenter('nl', { granularity: 'sentence' });
const wordCount = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Warns of each sentence above B1 length. */
export function checkSentences(text: string, at: Place, report: Reporter): void {
  for (const { segment } of sentences.segment(text)) {
    const words = wordCount(segment);
    if (words <= MAX_SENTENCE) continue;
    report(
      at,
      'zin-te-lang',
      `Deze zin heeft ${words} woorden: ${quoteShort(segment)} Maak er twee zinnen van, hooguit ${MAX_SENTENCE} woorden elk.`,
    );
  }
}

/** All texts of a conversation. */
export function checkConversationLanguage(body: ConversationBody, report: Reporter): void {
  for (const line of body.turns.flatMap((turn) => turn.lines)) checkBubble(line, report);
  for (const turn of body.turns) {
    if (turn.coach) checkSentences(turn.coach.text, turn.coach.at, report);
    for (const option of optionsOf(turn)) checkOptionLanguage(option, report);
  }
  for (const ending of body.endings) {
    for (const line of ending.lines) checkBubble(line, report);
    if (ending.later) checkSentences(ending.later.text, ending.later.at, report);
    if (ending.verdict) checkSentences(ending.verdict.text, ending.verdict.at, report);
  }
  for (const { reply } of body.desk) if (reply) checkSentences(reply.text, reply.at, report);
  checkPattern(body.turns, report);
}

/** An option's own text, and what is said of it. */
export function checkOptionLanguage(option: OptionNode, report: Reporter): void {
  checkSentences(option.text, option.at, report);
  for (const text of [option.feedback, option.coach, option.temptation])
    if (text) checkSentences(text.text, text.at, report);
}

export function checkBubble({ speaker, text, at }: SpokenNode, report: Reporter): void {
  const words = wordCount(text);
  if (speaker === 'KLANT' && words > MAX_BUBBLE) {
    report(
      at,
      'ballon-te-lang',
      `De klant zegt ${words} woorden achter elkaar. Houd het bij ${MAX_BUBBLE}, of maak er twee beurten van.`,
    );
  }
  checkSentences(text, at, report);
}

function checkPattern(turns: readonly TurnNode[], report: Reporter): void {
  const choices = turns.filter((turn) => turn.options.length > 1);
  const [first] = choices;
  if (!first || choices.length < MIN_DECISIONS) return;
  const always = (is: (best: OptionNode, all: readonly OptionNode[]) => boolean): boolean =>
    choices.every(({ options }) => bestOf(options).some((best) => is(best, options)));
  if (always((best, all) => all[0] === best)) {
    report(
      first.at,
      'eerste-altijd-best',
      'In elke beurt is de eerste keuze de beste. Wissel de volgorde af.',
    );
  }
  if (always((best, all) => all.every((other) => other === best || other.text.length < best.text.length))) {
    report(
      first.at,
      'langste-altijd-best',
      'In elke beurt is de langste keuze de beste. Dan hoeft niemand te lezen; maak ook korte goede keuzes.',
    );
  }
}

/** The options with the highest value; none when all are equal. */
function bestOf(options: readonly OptionNode[]): OptionNode[] {
  const values = options.map((option) => valueOf(option.effects));
  const highest = Math.max(...values);
  return values.every((value) => value === highest)
    ? []
    : options.filter((_, index) => values[index] === highest);
}

/** What an option is worth at first sight: satisfaction and competences. */
const valueOf = (effects: readonly EffectNode[]): number =>
  effects.reduce(
    (sum, effect) =>
      sum +
      (effect.kind === 'amount' && effect.name !== 'minuten' && effect.name !== 'wacht' ? effect.value : 0),
    0,
  );
