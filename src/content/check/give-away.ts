/** Answers that give themselves away: a learner who never reads could still pick the best one. */
import type { Reporter } from '../finding.js';
import type { EffectNode, OptionNode, TurnNode } from '../script/ast.js';

/** With fewer decisions a pattern is no pattern. */
const MIN_DECISIONS = 3;

/** Warns when in every turn the best option is the first, or the longest. */
export function checkGiveAways(turns: readonly TurnNode[], report: Reporter): void {
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
