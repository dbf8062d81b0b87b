/**
 * The single path with the highest mean of competences, exactly: best first over labels on control states, with a bound that
 * never promises too little. Among equals the best ending, process, klanttevredenheid, time and cost decide.
 */
import { rawOutcomes } from '../../engine/conversation/outcomes.js';
import type { Script } from '../../engine/conversation/rules.js';
import { LEAST_DECISIONS } from '../../engine/conversation/score.js';
import type { World } from '../module.js';
import { COMPETENCES, type CompetenceId, type EndingQuality } from '../vocabulary.js';
import type { Edge, Node } from './explore.js';
import { Heap } from './heap.js';
import { isNoWorse, startTotals, type Totals, totalsAlong } from './sufficient.js';

export interface BestPath {
  /** Mean (0..1) over the competences that count. */
  readonly mean: number;
  readonly shares: Readonly<Partial<Record<CompetenceId, number>>>;
  readonly edges: readonly Edge[];
  readonly end: Node;
  readonly totals: Totals;
}

/** Per competence: points missed, points that could be got, decisions met (counted up to two). */
interface Label {
  readonly node: Node;
  readonly lost: readonly number[];
  readonly max: readonly number[];
  readonly met: readonly number[];
  readonly totals: Totals;
  /** The least loss, summed over competences, that any way on from here can end with. */
  readonly bound: number;
  readonly before: Label | null;
  readonly edge: Edge | null;
  beaten: boolean;
}

/** What the ways on from a control state can still bring, at the least and at the most: a row per state, a column per competence. */
interface Futures {
  /** 1 where some way leads to an ending. */
  readonly leads: Uint8Array;
  readonly lost: Float64Array;
  readonly max: Float64Array;
  readonly met: Float64Array;
}

export const QUALITY: Readonly<Record<EndingQuality, number>> = { slecht: 0, voldoende: 1, goed: 2 };
const SAME = 1e-9;

/** Null when the labels outgrow `room`. */
export function bestPathOf(
  script: Script,
  world: World,
  order: readonly Node[],
  competences: readonly CompetenceId[],
): BestPath | null {
  return new Search(script, world, order, competences).run();
}

/** More labels than this would mean a script in which nearly every way is as good as any other. */
const LABELS = 1_000_000;

class Search {
  private readonly futures: Futures;
  private readonly known: (Map<string, Label[]> | undefined)[] = [];
  private readonly open = new Heap<Label>((one, other) => one.bound - other.bound);
  /** Of the competences that count, among all. */
  private readonly columns: readonly number[];
  private made = 0;

  constructor(
    private readonly script: Script,
    private readonly world: World,
    private readonly order: readonly Node[],
    private readonly competences: readonly CompetenceId[],
  ) {
    this.columns = competences.map((competence) => COMPETENCES.indexOf(competence));
    this.futures = futuresOf(order, this.columns);
  }

  run(): BestPath | null {
    const [start] = this.order;
    const nothing = this.competences.map(() => 0);
    if (start)
      this.add({
        node: start,
        lost: nothing,
        max: nothing,
        met: nothing,
        totals: startTotals(this.script),
        before: null,
        edge: null,
      });
    let best: Label | null = null;
    for (let label = this.open.pop(); label && this.made < LABELS; label = this.open.pop()) {
      if (best && label.bound > best.bound + SAME) break;
      if (label.beaten) continue;
      if (label.node.ending) best = best && !this.isBetter(label, best) ? best : label;
      for (const edge of label.node.edges) this.follow(label, edge);
    }
    return best && this.made < LABELS ? this.toPath(best) : null;
  }

  private follow(label: Label, edge: Edge): void {
    const lost = [...label.lost];
    const max = [...label.max];
    const met = [...label.met];
    for (const [at, column] of this.columns.entries()) {
      const points = edge.move.max[column] ?? 0;
      if (points === 0) continue;
      lost[at] = (lost[at] ?? 0) + (edge.move.lost[column] ?? 0);
      max[at] = (max[at] ?? 0) + points;
      met[at] = Math.min(LEAST_DECISIONS, (met[at] ?? 0) + 1);
    }
    this.add({ node: edge.to, lost, max, met, totals: totalsAlong(label.totals, edge), before: label, edge });
  }

  private add(parts: Omit<Label, 'bound' | 'beaten'>): void {
    const { index } = parts.node;
    if (this.futures.leads[index] === 0) return;
    const label: Label = { ...parts, bound: this.lossOf(parts), beaten: false };
    const byMax = (this.known[index] ??= new Map<string, Label[]>());
    const key = `${label.max.join()}|${label.met.join()}`;
    const rivals = byMax.get(key) ?? [];
    if (rivals.some((rival) => beats(rival, label))) return;
    for (const rival of rivals) rival.beaten ||= beats(label, rival);
    byMax.set(key, [...rivals.filter((rival) => !rival.beaten), label]);
    this.open.push(label);
    this.made += 1;
  }

  /** Both at an ending, with the same mean: which one would a debrief rather show? */
  private isBetter(one: Label, other: Label): boolean {
    if (Math.abs(one.bound - other.bound) > SAME) return one.bound < other.bound;
    const [merits, others] = [this.merits(one), this.merits(other)];
    const at = merits.findIndex((merit, index) => merit !== others[index]);
    return at !== -1 && (merits[at] ?? 0) > (others[at] ?? 0);
  }

  private merits({ node, totals }: Label): readonly number[] {
    const raw = rawOutcomes(
      this.script,
      this.world,
      { ...node.situation, ...totals },
      node.ending?.id ?? null,
    );
    return [
      QUALITY[node.ending?.quality ?? 'slecht'],
      raw.proces.value,
      raw.klanttevredenheid,
      -raw.doorlooptijd.value,
      -raw.kosten.value,
    ];
  }

  private toPath(label: Label): BestPath {
    const edges: Edge[] = [];
    for (let at: Label | null = label; at?.edge; at = at.before) edges.unshift(at.edge);
    const shares: Partial<Record<CompetenceId, number>> = {};
    for (const [at, competence] of this.competences.entries())
      shares[competence] = 1 - this.lossAt(label, at);
    const mean =
      this.competences.reduce((sum, id) => sum + (shares[id] ?? 0), 0) / Math.max(1, this.competences.length);
    return { mean, shares, edges, end: label.node, totals: label.totals };
  }

  private lossOf(label: Met): number {
    let sum = 0;
    for (let at = 0; at < this.columns.length; at += 1) sum += this.lossAt(label, at);
    return sum;
  }

  /** The least share of one competence that can be lost in the end: all of it with fewer than two decisions. */
  private lossAt({ node, lost, max, met }: Met, at: number): number {
    const { futures } = this;
    const there = node.index * this.columns.length + at;
    if ((met[at] ?? 0) + (futures.met[there] ?? 0) < LEAST_DECISIONS) return 1;
    const most = (max[at] ?? 0) + (futures.max[there] ?? 0);
    return most === 0 ? 0 : ((lost[at] ?? 0) + (futures.lost[there] ?? 0)) / most;
  }
}

type Met = Pick<Label, 'node' | 'lost' | 'max' | 'met'>;

/** With the same points to be got, less lost and better outcomes stay better whatever follows. */
function beats(one: Label, other: Label): boolean {
  return one.lost.every((lost, at) => lost <= (other.lost[at] ?? 0)) && isNoWorse(one.totals, other.totals);
}

function futuresOf(order: readonly Node[], columns: readonly number[]): Futures {
  const size = order.length * columns.length;
  const futures: Futures = {
    leads: new Uint8Array(order.length),
    lost: new Float64Array(size).fill(Infinity),
    max: new Float64Array(size),
    met: new Float64Array(size),
  };
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at];
    if (!node) continue;
    const row = node.index * columns.length;
    if (node.ending) {
      futures.leads[node.index] = 1;
      futures.lost.fill(0, row, row + columns.length);
    }
    for (const edge of node.edges) lookBack(futures, edge, columns);
  }
  return futures;
}

/** What a way brings to the state that it leaves. */
function lookBack({ leads, lost, max, met }: Futures, { from, to, move }: Edge, columns: readonly number[]) {
  if (leads[to.index] === 0) return;
  leads[from.index] = 1;
  for (let at = 0; at < columns.length; at += 1) {
    const here = from.index * columns.length + at;
    const there = to.index * columns.length + at;
    const column = columns[at] ?? 0;
    const points = move.max[column] ?? 0;
    lost[here] = Math.min(lost[here] ?? 0, (move.lost[column] ?? 0) + (lost[there] ?? 0));
    max[here] = Math.max(max[here] ?? 0, points + (max[there] ?? 0));
    met[here] = Math.max(met[here] ?? 0, Math.sign(points) + (met[there] ?? 0));
  }
}
