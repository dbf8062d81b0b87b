/** The proof of a conversation (design: section 4): what can be reached, what is best and worst, and what is wrong with it. */
import type { Script } from '../../engine/conversation/rules.js';
import type { DrawProof, Proof, World } from '../module.js';
import { testedFacts, testedOutcomes } from './ahead.js';
import { bestPathOf } from './best-path.js';
import { countingCompetences } from './counting.js';
import { explore, type Graph, type Node } from './explore.js';
import { extremesOf } from './extremes.js';
import { dominated, loopProblem, onBestPaths, type Proved, unreached, withoutEvidence } from './findings.js';
import { withLateDesk } from './late-desk.js';
import { possibleDraws } from './moves.js';
import { orderOf } from './order.js';
import { LIMITS, type ProofProblem } from './problem.js';

export interface ProofResult {
  /** Null when there is a dead end, a loop, or more than can be proved. */
  readonly proof: Proof | null;
  /** Errors and warnings, in the order in which an author had better take them up. */
  readonly problems: readonly ProofProblem[];
}

/** Proves a conversation by the engine's own rules; each draw of chance by itself, `most` states together. */
export function prove(unit: Script, world: World, most: number = LIMITS.states): ProofResult {
  const limits = tooLarge(unit);
  if (limits.length > 0) return { proof: null, problems: limits };
  const graphs: Graph[] = [];
  let room = most;
  for (const draw of possibleDraws(unit)) {
    const graph = explore(unit, world, draw, room);
    if (graph.tooMany) return { proof: null, problems: [tooMany(unit, most)] };
    graphs.push(graph);
    room -= graph.nodes.length;
  }
  const reached = unreached(unit, graphs);
  const orders: (readonly Node[])[] = [];
  for (const graph of graphs) {
    const ordered = orderOf(graph.nodes);
    if ('loop' in ordered) return { proof: null, problems: [...reached, loopProblem(ordered.loop)] };
    orders.push(ordered.order);
  }
  if (reached.some((problem) => problem.kind === 'dead-end')) return { proof: null, problems: reached };
  return measured(unit, world, { graphs, orders, reached, most });
}

interface Explored {
  readonly graphs: readonly Graph[];
  readonly orders: readonly (readonly Node[])[];
  readonly reached: readonly ProofProblem[];
  readonly most: number;
}

function measured(unit: Script, world: World, { graphs, orders, reached, most }: Explored): ProofResult {
  const competences = countingCompetences(orders);
  const draws: Record<string, DrawProof> = {};
  const proved: Proved[] = [];
  for (const [at, order] of orders.entries()) {
    const extremes = extremesOf(unit, world, order);
    const found = bestPathOf(unit, world, order, competences);
    const [start] = order;
    // A script without turns has nothing to measure; `reached` says that its endings are out of reach.
    if (!extremes || !start) return { proof: null, problems: reached };
    if (!found) return { proof: null, problems: [...reached, tooMany(unit, most)] };
    const best = { ...found, edges: withLateDesk(unit, start, found.edges) };
    proved.push({ order, best });
    draws[graphs[at]?.draw ?? ''] = {
      ...extremes,
      bestMean: best.mean,
      bestPath: best.edges.map((edge) => edge.move.code),
    };
  }
  const states = graphs.reduce((sum, graph) => sum + graph.nodes.length, 0);
  const none: readonly ProofProblem[] =
    competences.length === 0 ? [{ severity: 'error', kind: 'no-competence-counts' }] : [];
  return {
    proof: { states, draws, competences },
    problems: [
      ...reached,
      ...withoutEvidence(unit, graphs),
      ...none,
      ...onBestPaths(unit, world, proved),
      ...dominated(unit, orders),
    ],
  };
}

function tooLarge(unit: Script): readonly ProofProblem[] {
  const facts = testedFacts(unit);
  const steps = unit.steps.map((step) => step.id);
  const outcomes = testedOutcomes(unit);
  return [
    ...(facts.length > LIMITS.facts
      ? [{ severity: 'error' as const, kind: 'too-many-facts' as const, facts, max: LIMITS.facts }]
      : []),
    ...(steps.length > LIMITS.steps
      ? [{ severity: 'error' as const, kind: 'too-many-steps' as const, steps, max: LIMITS.steps }]
      : []),
    ...(outcomes.length > LIMITS.outcomes
      ? [{ severity: 'error' as const, kind: 'too-many-outcomes' as const, outcomes, max: LIMITS.outcomes }]
      : []),
  ];
}

/** Every fact, step and uncertain call at worst doubles the states; an outcome in a condition multiplies them by its values. */
function tooMany(unit: Script, max: number): ProofProblem {
  const outcomes = testedOutcomes(unit);
  const calls = unit.desk.filter((action) => action.chance < 1).map((action) => action.key.replace(':', ' '));
  const drop = [
    ...outcomes.map((outcome) => `uitkomst ${outcome}`),
    ...calls,
    ...testedFacts(unit),
    ...unit.steps.map((step) => step.id),
  ];
  return { severity: 'error', kind: 'too-many-states', max, drop };
}
