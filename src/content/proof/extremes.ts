/** Best and worst of each outcome over all paths of one draw, as labels on the control states in forward order. */
import { rawOutcomes } from '../../engine/conversation/outcomes.js';
import { satisfactionAfter, type Script, startSituation } from '../../engine/conversation/rules.js';
import type { World } from '../module.js';
import type { OutcomeId } from '../vocabulary.js';
import type { Edge, Node } from './explore.js';

export interface Extremes {
  readonly best: Readonly<Record<OutcomeId, number>>;
  readonly worst: Readonly<Record<OutcomeId, number>>;
}

/**
 * The least and the most that a path to a state can have come to. What is worst stays undefined (or -Infinity) where only
 * pointless desk actions lead.
 */
interface Range {
  satisfied: number;
  dissatisfied: number | undefined;
  cheapest: Cost;
  dearest: Cost | undefined;
  /** Minutes per number of waiting days. */
  readonly minutes: Map<number, { least: number; most: number }>;
}
interface Cost {
  readonly minutes: number;
  readonly otherCost: number;
  readonly euro: number;
}

/** Null when no ending is ever reached. */
export function extremesOf(script: Script, world: World, order: readonly Node[]): Extremes | null {
  const rate = world.norms['tarief-per-minuut'];
  const ranges = new Map<Node, Range>();
  const [start] = order;
  if (start) ranges.set(start, startRange(script));
  const found = new Ends(script, world);
  for (const node of order) {
    const range = ranges.get(node);
    if (!range) continue;
    for (const edge of node.edges) {
      const next = ranges.get(edge.to);
      if (next) widen(next, range, edge, rate);
      else ranges.set(edge.to, widen(emptyRange(range, edge, rate), range, edge, rate));
    }
    if (node.ending) found.add(node, range);
  }
  return found.extremes();
}

function startRange(script: Script): Range {
  const { klanttevredenheid } = startSituation(script);
  const nothing = { minutes: 0, otherCost: 0, euro: 0 };
  return {
    satisfied: klanttevredenheid,
    dissatisfied: klanttevredenheid,
    cheapest: nothing,
    dearest: nothing,
    minutes: new Map([[0, { least: 0, most: 0 }]]),
  };
}

const emptyRange = (before: Range, edge: Edge, rate: number): Range => ({
  satisfied: 0,
  dissatisfied: undefined,
  cheapest: paid(before.cheapest, edge, rate),
  dearest: undefined,
  minutes: new Map(),
});

/** Takes in what comes along a way; the worst does not go along pointless desk actions. */
function widen(range: Range, before: Range, edge: Edge, rate: number): Range {
  const { effects, minutes, waitDays } = edge;
  range.satisfied = Math.max(range.satisfied, satisfactionAfter(before.satisfied, effects));
  const cheapest = paid(before.cheapest, edge, rate);
  if (cheapest.euro < range.cheapest.euro) range.cheapest = cheapest;
  if (edge.useful && before.dissatisfied !== undefined && before.dearest) {
    const dissatisfied = satisfactionAfter(before.dissatisfied, effects);
    range.dissatisfied = Math.min(range.dissatisfied ?? Infinity, dissatisfied);
    const dearest = paid(before.dearest, edge, rate);
    if (!range.dearest || dearest.euro > range.dearest.euro) range.dearest = dearest;
  }
  for (const [days, { least, most }] of before.minutes) {
    const there = range.minutes.get(days + waitDays) ?? { least: Infinity, most: -Infinity };
    there.least = Math.min(there.least, least + minutes);
    if (edge.useful) there.most = Math.max(there.most, most + minutes);
    range.minutes.set(days + waitDays, there);
  }
  return range;
}

const paid = ({ minutes, otherCost, euro }: Cost, edge: Edge, rate: number): Cost => ({
  minutes: minutes + edge.minutes,
  otherCost: otherCost + edge.otherCost,
  euro: euro + edge.minutes * rate + edge.otherCost,
});

/** Collects what the endings show, through the engine's own outcomes. */
class Ends {
  private readonly best: Record<OutcomeId, number> = {
    klanttevredenheid: -Infinity,
    doorlooptijd: Infinity,
    kosten: Infinity,
    proces: 0,
  };
  private readonly worst: Record<OutcomeId, number> = {
    klanttevredenheid: Infinity,
    doorlooptijd: -Infinity,
    kosten: -Infinity,
    proces: 1,
  };
  private any = false;

  constructor(
    private readonly script: Script,
    private readonly world: World,
  ) {}

  add(node: Node, { satisfied, dissatisfied, cheapest, dearest, minutes }: Range): void {
    const { best, worst } = this;
    const raw = (change: Partial<Node['situation']>) =>
      rawOutcomes(this.script, this.world, { ...node.situation, ...change }, node.ending?.id ?? null);
    const proces = raw({}).proces.value;
    this.any = true;
    best.klanttevredenheid = Math.max(best.klanttevredenheid, satisfied);
    best.kosten = Math.min(best.kosten, raw(cheapest).kosten.value);
    best.proces = Math.max(best.proces, proces);
    for (const [waitDays, { least, most }] of minutes) {
      const value = (spent: number) => raw({ waitDays, minutes: spent }).doorlooptijd.value;
      best.doorlooptijd = Math.min(best.doorlooptijd, value(least));
      if (most > -Infinity) worst.doorlooptijd = Math.max(worst.doorlooptijd, value(most));
    }
    if (dissatisfied === undefined || !dearest) return;
    worst.klanttevredenheid = Math.min(worst.klanttevredenheid, dissatisfied);
    worst.kosten = Math.max(worst.kosten, raw(dearest).kosten.value);
    worst.proces = Math.min(worst.proces, proces);
  }

  extremes(): Extremes | null {
    return this.any ? { best: this.best, worst: this.worst } : null;
  }
}
