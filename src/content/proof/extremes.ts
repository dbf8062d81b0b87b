/** Best and worst of each outcome over all paths of one draw, as labels on the control states in forward order. */
import { rawOutcomes } from '../../engine/conversation/outcomes.js';
import { satisfactionAfter, type Script, startSituation } from '../../engine/conversation/rules.js';
import type { World } from '../module.js';
import type { OutcomeId } from '../vocabulary.js';
import type { Edge, Node } from './explore.js';

/** Klanttevredenheid, minutes per number of waiting days, and euro: the least and the most that a path here can have. */
interface Range {
  /** `most` and `worst...` are undefined when only pointless desk actions lead here. */
  readonly satisfaction: { best: number; worst: number | undefined };
  readonly minutes: Map<number, { least: number; most: number | undefined }>;
  readonly cost: { least: Cost; most: Cost | undefined };
}
interface Cost {
  readonly minutes: number;
  readonly backofficeCost: number;
}

export interface Extremes {
  readonly best: Readonly<Record<OutcomeId, number>>;
  readonly worst: Readonly<Record<OutcomeId, number>>;
}

export function extremesOf(script: Script, world: World, order: readonly Node[]): Extremes | null {
  const rate = world.norms['tarief-per-minuut'];
  const ranges = new Map<Node, Range>();
  const [start] = order;
  if (start) ranges.set(start, startRange(script));
  const found = new Ends(script, world);
  for (const node of order) {
    const range = ranges.get(node);
    if (!range) continue;
    for (const edge of node.edges) ranges.set(edge.to, merged(ranges.get(edge.to), along(range, edge), rate));
    if (node.ending) found.add(node, range);
  }
  return found.extremes();
}

function startRange(script: Script): Range {
  const { klanttevredenheid } = startSituation(script);
  const nothing = { minutes: 0, backofficeCost: 0 };
  return {
    satisfaction: { best: klanttevredenheid, worst: klanttevredenheid },
    minutes: new Map([[0, { least: 0, most: 0 }]]),
    cost: { least: nothing, most: nothing },
  };
}

/** A range carried along a way; the worst does not go along pointless desk actions. */
function along({ satisfaction, minutes, cost }: Range, edge: Edge): Range {
  const worst = <T>(value: T | undefined, go: (value: T) => T) =>
    value === undefined || !edge.useful ? undefined : go(value);
  const satisfied = (value: number) => satisfactionAfter(value, edge.effects);
  const paid = (value: Cost): Cost => ({
    minutes: value.minutes + edge.minutes,
    backofficeCost: value.backofficeCost + edge.backofficeCost,
  });
  const carried = new Map<number, { least: number; most: number | undefined }>();
  for (const [days, { least, most }] of minutes) {
    carried.set(days + edge.waitDays, {
      least: least + edge.minutes,
      most: worst(most, (value) => value + edge.minutes),
    });
  }
  return {
    satisfaction: { best: satisfied(satisfaction.best), worst: worst(satisfaction.worst, satisfied) },
    minutes: carried,
    cost: { least: paid(cost.least), most: worst(cost.most, paid) },
  };
}

function merged(one: Range | undefined, other: Range, rate: number): Range {
  if (!one) return other;
  const minutes = new Map(one.minutes);
  for (const [days, { least, most }] of other.minutes) {
    const before = minutes.get(days);
    minutes.set(days, {
      least: Math.min(before?.least ?? Infinity, least),
      most: pick(before?.most, most, (value) => value),
    });
  }
  const euro = (value: Cost) => value.minutes * rate + value.backofficeCost;
  return {
    satisfaction: {
      best: Math.max(one.satisfaction.best, other.satisfaction.best),
      worst: pick(one.satisfaction.worst, other.satisfaction.worst, (value) => -value),
    },
    minutes,
    cost: {
      least: euro(one.cost.least) <= euro(other.cost.least) ? one.cost.least : other.cost.least,
      most: pick(one.cost.most, other.cost.most, euro),
    },
  };
}

/** The one with the larger size; the other when one is missing. */
function pick<T>(one: T | undefined, other: T | undefined, size: (value: T) => number): T | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return size(one) >= size(other) ? one : other;
}

/** Collects what the endings show, through the engine's own outcomes. */
class Ends {
  private readonly best: Record<OutcomeId, number[]> = {
    klanttevredenheid: [],
    doorlooptijd: [],
    kosten: [],
    proces: [],
  };
  private readonly worst: Record<OutcomeId, number[]> = {
    klanttevredenheid: [],
    doorlooptijd: [],
    kosten: [],
    proces: [],
  };

  constructor(
    private readonly script: Script,
    private readonly world: World,
  ) {}

  add(node: Node, { satisfaction, minutes, cost }: Range): void {
    const raw = (change: Partial<Node['situation']>) =>
      rawOutcomes(this.script, this.world, { ...node.situation, ...change }, node.ending?.id ?? null);
    this.best.klanttevredenheid.push(satisfaction.best);
    this.best.kosten.push(raw(cost.least).kosten.value);
    this.best.proces.push(raw({}).proces.value);
    for (const [waitDays, { least, most }] of minutes) {
      this.best.doorlooptijd.push(raw({ waitDays, minutes: least }).doorlooptijd.value);
      if (most !== undefined)
        this.worst.doorlooptijd.push(raw({ waitDays, minutes: most }).doorlooptijd.value);
    }
    if (satisfaction.worst === undefined || !cost.most) return;
    this.worst.klanttevredenheid.push(satisfaction.worst);
    this.worst.kosten.push(raw(cost.most).kosten.value);
    this.worst.proces.push(raw({}).proces.value);
  }

  extremes(): Extremes | null {
    const { best, worst } = this;
    if (best.proces.length === 0) return null;
    return {
      best: {
        klanttevredenheid: Math.max(...best.klanttevredenheid),
        doorlooptijd: Math.min(...best.doorlooptijd),
        kosten: Math.min(...best.kosten),
        proces: Math.max(...best.proces),
      },
      worst: {
        klanttevredenheid: Math.min(...worst.klanttevredenheid),
        doorlooptijd: Math.max(...worst.doorlooptijd),
        kosten: Math.max(...worst.kosten),
        proces: Math.min(...worst.proces),
      },
    };
  }
}
