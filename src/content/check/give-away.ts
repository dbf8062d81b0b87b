/** Answers that give themselves away: a learner who never reads could still pick the best one. */
import { slotOptions } from '../../engine/conversation/compose.js';
import { playScript } from '../../engine/conversation/play-script.js';
import type { Unproved } from '../compile/conversation.js';
import type { Reporter } from '../finding.js';
import type { Option, World } from '../module.js';
import type { EffectNode, OptionNode, TurnNode } from '../script/ast.js';

/** With fewer decisions a pattern is no pattern. */
const MIN_DECISIONS = 3;

/** What a conversation holds, and its engine: with it a finding shows the conversation of who never reads. */
interface Play {
  readonly unit: Unproved;
  readonly world: World;
}

/** Warns when in every turn the best option is the first, or the longest; with what then comes of picking just that. */
export function checkGiveAways(turns: readonly TurnNode[], report: Reporter, play: Play | null): void {
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
      pathOf(play, (options) => options),
    );
  }
  if (always((best, all) => all.every((other) => other === best || other.text.length < best.text.length))) {
    report(
      first.at,
      'langste-altijd-best',
      'In elke beurt is de langste keuze de beste. Dan hoeft niemand te lezen; maak ook korte goede keuzes.',
      pathOf(play, (options) => options.toSorted((a, b) => b.text.length - a.text.length)),
    );
  }
}

/** More choices than any conversation asks on one way. */
const MOST_CHOICES = 200;

/** The conversation in which the first option that is offered, in this order, is picked in every turn. */
function pathOf(
  play: Play | null,
  inOrder: (options: readonly Option[]) => readonly Option[],
): { readonly path?: readonly string[] } {
  if (!play) return {};
  const path: string[] = [];
  const accepts = (id: string): boolean => playScript(play.unit, play.world, [...path, id]).ok;
  while (path.length < MOST_CHOICES) {
    const { ok, state } = playScript(play.unit, play.world, path);
    const turn = play.unit.turns.find(({ id }) => id === state.turn);
    if (!ok || !turn) break;
    const picked =
      turn.kind === 'choice'
        ? inOrder(turn.options)
            .map(({ id }) => id)
            .find(accepts)
        : undefined;
    if (picked !== undefined) path.push(picked);
    else if (turn.kind === 'compose')
      path.push(...turn.slots.flatMap((slot) => slotOptions(slot)[0]?.id ?? []));
    else break;
  }
  return { path };
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
