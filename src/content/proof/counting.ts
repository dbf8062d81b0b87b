/** Which competences count: those for which every route to an ending that is not `slecht` meets at least two decisions. */
import { LEAST_DECISIONS } from '../../engine/conversation/score.js';
import { COMPETENCES, type CompetenceId } from '../vocabulary.js';
import type { Node } from './explore.js';

export function countingCompetences(orders: readonly (readonly Node[])[]): readonly CompetenceId[] {
  const fewest = orders.map(fewestDecisions);
  return COMPETENCES.filter((_, at) => fewest.every((counts) => (counts[at] ?? 0) >= LEAST_DECISIONS));
}

/** Per competence the fewest decisions on a route to an ending that is not `slecht`; to any ending when all are. */
function fewestDecisions(order: readonly Node[]): readonly number[] {
  const least = new Map<Node, number[]>();
  const none = COMPETENCES.map(() => 0);
  for (const node of order) {
    const here = least.get(node) ?? none;
    for (const { to, move } of node.edges) {
      const there = least.get(to) ?? COMPETENCES.map(() => Infinity);
      least.set(to, there);
      for (const [at, max] of move.max.entries()) {
        there[at] = Math.min(there[at] ?? Infinity, (here[at] ?? 0) + (max > 0 ? 1 : 0));
      }
    }
  }
  const ends = order.filter((node) => node.ending);
  const passed = ends.filter((node) => node.ending?.quality !== 'slecht');
  const counts = (passed.length > 0 ? passed : ends).map((node) => least.get(node) ?? none);
  return COMPETENCES.map((_, at) => Math.min(...counts.map((count) => count[at] ?? 0)));
}
