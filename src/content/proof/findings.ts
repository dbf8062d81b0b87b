/** Problems that follow from explored graphs. */
import { slotOptions } from '../../engine/conversation/compose.js';
import type { Script } from '../../engine/conversation/rules.js';
import type { Effects, Option, World } from '../module.js';
import { COMPETENCES, type CompetenceId } from '../vocabulary.js';
import { type BestPath, QUALITY } from './best-path.js';
import { type Edge, type Graph, type Node, pathTo } from './explore.js';
import type { Move } from './moves.js';
import type { Path, ProofProblem } from './problem.js';
import { missesOf, sufficientPath } from './sufficient.js';

/** Turns, endings and options that no draw ever reaches, and choices after which no way leads on. */
export function unreached(script: Script, graphs: readonly Graph[]): readonly ProofProblem[] {
  const nodes = graphs.flatMap((graph) => graph.nodes);
  const turns = new Set(nodes.map((node) => node.turn?.id));
  const endings = new Set(nodes.map((node) => node.ending?.id));
  const dead = graphs.flatMap((graph) => graph.deadEnds);
  const offered = new Set(
    [...graphs.flatMap((graph) => [...graph.moves]), ...dead].map(({ option }) => option),
  );
  const problems: ProofProblem[] = [];
  for (const { id } of script.turns) {
    if (!turns.has(id))
      problems.push({ severity: 'error', kind: 'turn-unreachable', turn: id, ...wayPast(id, nodes) });
  }
  for (const { id } of script.endings) {
    if (!endings.has(id))
      problems.push({ severity: 'error', kind: 'ending-unreachable', ending: id, ...wayPast(id, nodes) });
  }
  for (const { turn, option } of optionsOf(script)) {
    const node = offered.has(option) ? undefined : nodes.find((each) => each.turn?.id === turn);
    if (node)
      problems.push({
        severity: 'error',
        kind: 'option-never-offered',
        turn,
        option: option.id,
        path: pathTo(node),
      });
  }
  return [...problems, ...deadEnds(dead)];
}

/** The way to a choice that names this place as where it may lead, and through it. */
function wayPast(place: string, nodes: readonly Node[]): { readonly path?: Path } {
  for (const node of nodes) {
    const edge = node.edges.find(({ move }) => move.option?.routes.some(({ to }) => to === place));
    if (edge) return { path: [...pathTo(node), edge.move.token] };
  }
  return {};
}

function deadEnds(dead: Graph['deadEnds']): readonly ProofProblem[] {
  const byPlace = new Map<string, ProofProblem>();
  for (const { node, option } of dead) {
    const turn = node.turn?.id ?? '';
    const path = [...pathTo(node), ...(option ? [option.id] : [])];
    const key = `${turn}/${option?.id ?? ''}`;
    if (byPlace.has(key)) continue;
    byPlace.set(key, {
      severity: 'error',
      kind: 'dead-end',
      turn,
      path,
      ...(option && { option: option.id }),
    });
  }
  return [...byPlace.values()];
}

export function loopProblem(loop: readonly Edge[]): ProofProblem {
  const start = loop[0]?.from;
  return {
    severity: 'error',
    kind: 'loop',
    turn: start?.turn?.id ?? '',
    path: [...(start ? pathTo(start) : []), ...loop.map((edge) => edge.move.token)],
    round: loop.map((edge) => edge.move.token),
  };
}

/** Competences that options name and that are nowhere told apart. */
export function withoutEvidence(script: Script, graphs: readonly Graph[]): readonly ProofProblem[] {
  const moves = graphs.flatMap((graph) => [...graph.moves]);
  return COMPETENCES.flatMap((competence, at): ProofProblem[] => {
    const first = optionsOf(script).find(({ option }) => names(option, competence));
    if (!first || moves.some((move) => (move.max[at] ?? 0) > 0)) return [];
    const node = graphs.flatMap(({ nodes }) => nodes).find((each) => each.turn?.id === first.turn);
    return [
      {
        severity: 'error',
        kind: 'no-evidence',
        competence,
        turn: first.turn,
        option: first.option.id,
        ...(node && { path: pathTo(node) }),
      },
    ];
  });
}

function names(option: Option, competence: CompetenceId): boolean {
  const all: readonly Effects[] = [option.effects, ...option.conditional.map((group) => group.effects)];
  return all.some((effects) => effects.competences?.[competence] !== undefined);
}

export interface Proved {
  readonly order: readonly Node[];
  readonly best: BestPath;
}

/** What the best paths show: outcomes that cannot be sufficient together, no desk action, a competence that stays weak. */
export function onBestPaths(
  script: Script,
  world: World,
  proved: readonly Proved[],
): readonly ProofProblem[] {
  const problems: ProofProblem[] = [];
  const stuck = proved.find(
    ({ order, best }) =>
      missesOf(script, world, best.end, best.totals).length > 0 && !sufficientPath(script, world, order),
  );
  if (stuck) {
    const { end, totals } = stuck.best;
    const misses = missesOf(script, world, end, totals);
    problems.push({ severity: 'error', kind: 'not-sufficient', path: tokens(stuck.best), misses });
  }
  const withDesk = proved.some(({ best }) => best.edges.some((edge) => edge.move.kind === 'desk'));
  const [first] = proved;
  if (first && !withDesk)
    problems.push({ severity: 'warning', kind: 'best-without-desk', path: tokens(first.best) });
  return [...problems, ...weak(proved)];
}

/** Below this share on the best path, a competence can hardly be practised here. */
const WEAK = 0.7;

function weak(proved: readonly Proved[]): readonly ProofProblem[] {
  return COMPETENCES.flatMap((competence): ProofProblem[] => {
    const shares = proved.map(({ best }) => ({ best, share: best.shares[competence] ?? 1 }));
    const lowest = shares.reduce<(typeof shares)[number] | null>(
      (low, each) => (low && low.share <= each.share ? low : each),
      null,
    );
    if (!lowest || lowest.share >= WEAK) return [];
    return [
      {
        severity: 'warning',
        kind: 'weak-on-best',
        competence,
        share: lowest.share,
        path: tokens(lowest.best),
      },
    ];
  });
}

export const tokens = (best: BestPath): Path => best.edges.map((edge) => edge.move.token);

/** Options without VERLEIDING that at their best give no more than another one at its worst. */
export function dominated(script: Script, orders: readonly (readonly Node[])[]): readonly ProofProblem[] {
  const worth = new Map<Option, Worth>();
  for (const order of orders) judge(order, worth);
  return groupsOf(script).flatMap(({ turn, options }) =>
    options.flatMap((option): ProofProblem[] => {
      const own = worth.get(option);
      if (!own || option.temptation !== undefined) return [];
      const by = options.find(
        (other) =>
          other !== option && isDominated(own, worth.get(other)) && standsBeside(orders, option, other),
      );
      if (!by) return [];
      const path = [...pathTo(own.node), ...tillSent(own.node, option)];
      return [{ severity: 'warning', kind: 'dominated', turn, option: option.id, by: by.id, path }];
    }),
  );
}

/** Is the other one offered wherever this one is? */
function standsBeside(orders: readonly (readonly Node[])[], option: Option, other: Option): boolean {
  const offers = ({ edges }: Node, wanted: Option) => edges.some(({ move }) => move.option === wanted);
  return orders.every((order) => order.every((node) => !offers(node, option) || offers(node, other)));
}

/** The option, and in a message whatever must follow it before it can be sent: so that the path can be played. */
function tillSent(node: Node, option: Option): Path {
  const path: string[] = [];
  let edge = node.edges.find((candidate) => candidate.move.option === option);
  while (edge) {
    path.push(edge.move.token);
    edge = edge.to.slot > 0 ? edge.to.edges[0] : undefined;
  }
  return path;
}

/** What an option is worth over all states in which it is offered: quality of endings, and points lost per competence. */
interface Worth {
  /** The state nearest to the start in which it was met. */
  node: Node;
  readonly moves: Set<Move>;
  best: number;
  worst: number;
}

function isDominated(own: Worth, other: Worth | undefined): boolean {
  if (!other || own.best > other.worst) return false;
  const gaps = COMPETENCES.map((_, at) => least(own, at) - most(other, at));
  return gaps.every((gap) => gap >= 0) && (own.best < other.worst || gaps.some((gap) => gap > 0));
}

const least = ({ moves }: Worth, at: number) => Math.min(...[...moves].map((move) => move.lost[at] ?? 0));
const most = ({ moves }: Worth, at: number) => Math.max(...[...moves].map((move) => move.lost[at] ?? 0));

function judge(order: readonly Node[], worth: Map<Option, Worth>): void {
  const best = new Float64Array(order.length).fill(-Infinity);
  const worst = new Float64Array(order.length).fill(Infinity);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at];
    if (!node) continue;
    if (node.ending) best[node.index] = worst[node.index] = QUALITY[node.ending.quality];
    for (const edge of node.edges) {
      const high = best[edge.to.index] ?? 0;
      const low = worst[edge.to.index] ?? 0;
      if (high > (best[node.index] ?? 0)) best[node.index] = high;
      if (low < (worst[node.index] ?? 0)) worst[node.index] = low;
      const known = worthOf(worth, edge);
      if (!known) continue;
      if (node.index < known.node.index) known.node = node;
      known.moves.add(edge.move);
      known.best = Math.max(known.best, high);
      known.worst = Math.min(known.worst, low);
    }
  }
}

function worthOf(worth: Map<Option, Worth>, { from, move: { option } }: Edge): Worth | undefined {
  const known = option && worth.get(option);
  if (known || !option) return known;
  const fresh = { node: from, moves: new Set<Move>(), best: -1, worst: 3 };
  worth.set(option, fresh);
  return fresh;
}

/** The options that stand beside each other: those of a turn, or the blocks of a slot (leaving it empty needs no excuse). */
function groupsOf(script: Script): readonly { readonly turn: string; readonly options: readonly Option[] }[] {
  return script.turns.flatMap((turn) =>
    turn.kind === 'choice'
      ? [{ turn: turn.id, options: turn.options }]
      : turn.slots.map((slot) => ({ turn: turn.id, options: slot.blocks })),
  );
}

function optionsOf(script: Script): readonly { readonly turn: string; readonly option: Option }[] {
  return script.turns.flatMap((turn) => {
    const options = turn.kind === 'choice' ? turn.options : turn.slots.flatMap(slotOptions);
    return options.map((option) => ({ turn: turn.id, option }));
  });
}
