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

/** What the ways on from a control state can still bring, at the least and at the most. */
interface Future {
  readonly lost: readonly number[];
  readonly max: readonly number[];
  readonly met: readonly number[];
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
  private readonly futures: ReadonlyMap<Node, Future>;
  private readonly known = new Map<Node, Map<string, Label[]>>();
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
    const future = this.futures.get(parts.node);
    if (!future) return;
    const label: Label = { ...parts, bound: lossOf(parts, future), beaten: false };
    const byMax = this.known.get(label.node) ?? new Map<string, Label[]>();
    this.known.set(label.node, byMax);
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
      shares[competence] = 1 - lossAt(label, NO_FUTURE, at);
    const mean =
      this.competences.reduce((sum, id) => sum + (shares[id] ?? 0), 0) / Math.max(1, this.competences.length);
    return { mean, shares, edges, end: label.node, totals: label.totals };
  }
}

const NO_FUTURE: Future = { lost: [], max: [], met: [] };

/** With the same points to be got, less lost and better outcomes stay better whatever follows. */
function beats(one: Label, other: Label): boolean {
  return one.lost.every((lost, at) => lost <= (other.lost[at] ?? 0)) && isNoWorse(one.totals, other.totals);
}

function lossOf(label: Pick<Label, 'lost' | 'max' | 'met'>, future: Future): number {
  return label.lost.reduce((sum, _, at) => sum + lossAt(label, future, at), 0);
}

/** The least share of one competence that can be lost in the end: all of it with fewer than two decisions. */
function lossAt({ lost, max, met }: Pick<Label, 'lost' | 'max' | 'met'>, future: Future, at: number): number {
  if ((met[at] ?? 0) + (future.met[at] ?? 0) < LEAST_DECISIONS) return 1;
  const most = (max[at] ?? 0) + (future.max[at] ?? 0);
  return most === 0 ? 0 : ((lost[at] ?? 0) + (future.lost[at] ?? 0)) / most;
}

function futuresOf(order: readonly Node[], columns: readonly number[]): ReadonlyMap<Node, Future> {
  const futures = new Map<Node, Future>();
  const all = (value: number) => columns.map(() => value);
  for (const node of order.toReversed()) {
    if (node.ending) futures.set(node, { lost: all(0), max: all(0), met: all(0) });
    const here = { lost: all(Infinity), max: all(0), met: all(0) };
    let leads = false;
    for (const { to, move } of node.edges) {
      const there = futures.get(to);
      if (!there) continue;
      leads = true;
      for (const [at, column] of columns.entries()) {
        const points = move.max[column] ?? 0;
        const lost = (move.lost[column] ?? 0) + (there.lost[at] ?? 0);
        here.lost[at] = Math.min(here.lost[at] ?? 0, lost);
        here.max[at] = Math.max(here.max[at] ?? 0, points + (there.max[at] ?? 0));
        here.met[at] = Math.max(here.met[at] ?? 0, (points > 0 ? 1 : 0) + (there.met[at] ?? 0));
      }
    }
    if (leads) futures.set(node, here);
  }
  return futures;
}
