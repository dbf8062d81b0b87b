/** Is there a path on which all four outcomes are sufficient at once? Per control state the paths that no other one beats. */
import { rawOutcomes, sufficientFor } from '../../engine/conversation/outcomes.js';
import { satisfactionAfter, type Script, startSituation } from '../../engine/conversation/rules.js';
import type { World } from '../module.js';
import type { ChannelId } from '../vocabulary.js';
import { type Along, bestAlong } from './along.js';
import type { Edge, Node } from './explore.js';
import type { Miss } from './problem.js';

/** What a path has come to, as far as outcomes go. */
export interface Totals {
  readonly klanttevredenheid: number;
  readonly minutes: number;
  readonly waitDays: number;
  readonly otherCost: number;
  /** Each contact has the norm of its channel. */
  readonly contacts: readonly ChannelId[];
}

export const startTotals = (script: Script): Totals => {
  const { klanttevredenheid, minutes, waitDays, otherCost } = startSituation(script);
  return { klanttevredenheid, minutes, waitDays, otherCost, contacts: [script.channel] };
};

export const totalsAlong = (totals: Totals, edge: Edge): Totals => ({
  klanttevredenheid: satisfactionAfter(totals.klanttevredenheid, edge.costs.effects),
  minutes: totals.minutes + edge.costs.minutes,
  waitDays: totals.waitDays + edge.costs.waitDays,
  otherCost: totals.otherCost + edge.costs.otherCost,
  contacts: edge.contact ? [...totals.contacts, edge.contact] : totals.contacts,
});

/** Is one at least as good as the other in every respect? Then whatever follows, it stays so. */
export const isNoWorse = (one: Totals, other: Totals): boolean =>
  one.klanttevredenheid >= other.klanttevredenheid &&
  one.minutes <= other.minutes &&
  one.waitDays <= other.waitDays &&
  one.otherCost <= other.otherCost &&
  (one.contacts === other.contacts || one.contacts.join() === other.contacts.join());

/** Where these outcomes fall short of the norms; empty = all four sufficient. */
export function missesOf(script: Script, world: World, node: Node, totals: Totals): readonly Miss[] {
  const norm = world.norms.voldoende;
  const most = sufficientFor(world.norms, totals.contacts);
  const raw = rawOutcomes(script, world, { ...node.situation, ...totals }, node.ending?.id ?? null);
  const { minutes, waitDays } = raw.doorlooptijd;
  const atLeast = (outcome: 'klanttevredenheid' | 'proces', value: number): Miss[] =>
    value >= norm[outcome] ? [] : [{ outcome, measure: outcome, value, norm: norm[outcome] }];
  const atMost = (
    outcome: Miss['outcome'],
    measure: Miss['measure'],
    value: number,
    limit: number,
  ): Miss[] => (value <= limit ? [] : [{ outcome, measure, value, norm: limit }]);
  return [
    ...atLeast('klanttevredenheid', raw.klanttevredenheid),
    ...atMost('doorlooptijd', 'minuten', minutes, most.minutes),
    ...atMost('doorlooptijd', 'werkdagen', waitDays, most.waitDays),
    ...atMost('kosten', 'kosten', raw.kosten.value, most.kosten),
    ...atLeast('proces', raw.proces.value),
  ];
}

/** Among the paths on which all four outcomes are sufficient the one that is worth most; null when there is none. */
export function sufficientPath(
  script: Script,
  world: World,
  order: readonly Node[],
  worth: (along: Along<Totals>) => number = () => 0,
): Along<Totals> | null {
  const most = sufficientFor(world.norms, [script.channel]);
  const isOneContact = script.turns.every((turn) => turn.contact === undefined);
  const step = (totals: Totals, edge: Edge): Totals | null => {
    const next = totalsAlong(totals, edge);
    // Time never shrinks: what is too long already stays too long, unless another contact brings its own norm.
    return isOneContact && (next.minutes > most.minutes || next.waitDays > most.waitDays) ? null : next;
  };
  return bestAlong(order, { start: startTotals(script), step, beats: isNoWorse }, (along) =>
    missesOf(script, world, along.node, along.value).length === 0 ? worth(along) : null,
  );
}
