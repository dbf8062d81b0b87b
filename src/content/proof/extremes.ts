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

/** Null when no ending is ever reached. */
export function extremesOf(script: Script, world: World, order: readonly Node[]): Extremes | null {
  const ranges = new Ranges(script, order, world.norms['tarief-per-minuut']);
  const found = new Ends(script, world);
  for (const node of order) {
    for (const edge of node.edges) ranges.widen(edge);
    if (node.ending) found.add(node, ranges.at(node));
  }
  return found.extremes();
}

/** The least and the most that a path to a state can have come to. */
interface Range {
  readonly satisfied: number;
  readonly cheapest: Cost;
  /** Null where only pointless desk actions lead. */
  readonly worst: { readonly dissatisfied: number; readonly dearest: Cost } | null;
  readonly minutes: readonly Minutes[];
}
interface Cost {
  readonly minutes: number;
  readonly otherCost: number;
}
/** Minutes with one number of waiting days; `most` is -Infinity where only pointless desk actions lead. */
interface Minutes {
  readonly waitDays: number;
  least: number;
  most: number;
}

/** Ranges of all states; they are widened along every way, so that must be quick. */
class Ranges {
  private readonly satisfied: Float64Array;
  private readonly dissatisfied: Float64Array;
  private readonly cheapest: Paid;
  private readonly dearest: Paid;
  private readonly minutes: readonly Minutes[][];

  constructor(script: Script, order: readonly Node[], rate: number) {
    this.satisfied = new Float64Array(order.length).fill(-Infinity);
    this.dissatisfied = new Float64Array(order.length).fill(Infinity);
    this.cheapest = new Paid(order.length, rate, Infinity);
    this.dearest = new Paid(order.length, rate, -Infinity);
    this.minutes = order.map(() => []);
    const [start] = order;
    if (!start) return;
    const { klanttevredenheid } = startSituation(script);
    this.satisfied[start.index] = klanttevredenheid;
    this.dissatisfied[start.index] = klanttevredenheid;
    this.cheapest.euro[start.index] = 0;
    this.dearest.euro[start.index] = 0;
    this.minutes[start.index]?.push({ waitDays: 0, least: 0, most: 0 });
  }

  at({ index }: Node): Range {
    const dissatisfied = this.dissatisfied[index] ?? Infinity;
    return {
      satisfied: this.satisfied[index] ?? -Infinity,
      cheapest: this.cheapest.at(index),
      worst: dissatisfied === Infinity ? null : { dissatisfied, dearest: this.dearest.at(index) },
      minutes: this.minutes[index] ?? [],
    };
  }

  /** Takes in what comes along a way; the worst does not go along pointless desk actions. */
  widen(edge: Edge): void {
    const { satisfied, dissatisfied } = this;
    const from = edge.from.index;
    const to = edge.to.index;
    const { effects } = edge.costs;
    const most = satisfactionAfter(satisfied[from] ?? 0, effects);
    if (most > (satisfied[to] ?? 0)) satisfied[to] = most;
    if (this.cheapest.after(edge) < (this.cheapest.euro[to] ?? 0)) this.cheapest.take(edge);
    if (edge.useful && (dissatisfied[from] ?? 0) < Infinity) {
      const least = satisfactionAfter(dissatisfied[from] ?? 0, effects);
      if (least < (dissatisfied[to] ?? 0)) dissatisfied[to] = least;
      if (this.dearest.after(edge) > (this.dearest.euro[to] ?? 0)) this.dearest.take(edge);
    }
    this.spend(edge);
  }

  private spend({ from, to, costs, useful }: Edge): void {
    const there = this.minutes[to.index] ?? [];
    for (const { waitDays, least, most } of this.minutes[from.index] ?? []) {
      const days = waitDays + costs.waitDays;
      let minutes = there.find((each) => each.waitDays === days);
      if (!minutes) there.push((minutes = { waitDays: days, least: Infinity, most: -Infinity }));
      minutes.least = Math.min(minutes.least, least + costs.minutes);
      if (useful) minutes.most = Math.max(minutes.most, most + costs.minutes);
    }
  }
}

/** What the cheapest (or dearest) path to each state has come to. */
class Paid {
  readonly euro: Float64Array;
  private readonly minutes: Float64Array;
  private readonly otherCost: Float64Array;

  constructor(
    states: number,
    private readonly rate: number,
    unknown: number,
  ) {
    this.euro = new Float64Array(states).fill(unknown);
    this.minutes = new Float64Array(states);
    this.otherCost = new Float64Array(states);
  }

  at(index: number): Cost {
    return { minutes: this.minutes[index] ?? 0, otherCost: this.otherCost[index] ?? 0 };
  }

  after({ from, costs }: Edge): number {
    return (this.euro[from.index] ?? 0) + costs.minutes * this.rate + costs.otherCost;
  }

  take(edge: Edge): void {
    const { from, to, costs } = edge;
    this.euro[to.index] = this.after(edge);
    this.minutes[to.index] = (this.minutes[from.index] ?? 0) + costs.minutes;
    this.otherCost[to.index] = (this.otherCost[from.index] ?? 0) + costs.otherCost;
  }
}

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

  add(node: Node, { satisfied, cheapest, worst: bad, minutes }: Range): void {
    const { best, worst } = this;
    const raw = (change: Partial<Node['situation']>) =>
      rawOutcomes(this.script, this.world, { ...node.situation, ...change }, node.ending?.id ?? null);
    const proces = raw({}).proces.value;
    this.any = true;
    best.klanttevredenheid = Math.max(best.klanttevredenheid, satisfied);
    best.kosten = Math.min(best.kosten, raw(cheapest).kosten.value);
    best.proces = Math.max(best.proces, proces);
    for (const { waitDays, least, most } of minutes) {
      const value = (spent: number) => raw({ waitDays, minutes: spent }).doorlooptijd.value;
      best.doorlooptijd = Math.min(best.doorlooptijd, value(least));
      if (most > -Infinity) worst.doorlooptijd = Math.max(worst.doorlooptijd, value(most));
    }
    if (!bad) return;
    worst.klanttevredenheid = Math.min(worst.klanttevredenheid, bad.dissatisfied);
    worst.kosten = Math.max(worst.kosten, raw(bad.dearest).kosten.value);
    worst.proces = Math.min(worst.proces, proces);
  }

  extremes(): Extremes | null {
    return this.any ? { best: this.best, worst: this.worst } : null;
  }
}
