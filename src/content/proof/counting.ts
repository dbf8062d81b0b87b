/** Which competences count: those for which every route to an ending that is not `slecht` meets at least two decisions. */
import { LEAST_DECISIONS } from '../../engine/conversation/score.js';
import { COMPETENCES, type CompetenceId } from '../vocabulary.js';
import type { Node } from './explore.js';

export function countingCompetences(orders: readonly (readonly Node[])[]): readonly CompetenceId[] {
  return COMPETENCES.filter((competence) =>
    orders.every((order) => fewest(order, competence) >= LEAST_DECISIONS),
  );
}

/** The fewest decisions for a competence on a route to an ending that is not `slecht`; to any ending when all are. */
function fewest(order: readonly Node[], competence: CompetenceId): number {
  const least = new Map<Node, number>();
  const [start] = order;
  if (start) least.set(start, 0);
  for (const node of order) {
    const here = least.get(node) ?? Infinity;
    for (const { to, evidence } of node.edges) {
      const next = here + Number(evidence[competence] !== undefined);
      least.set(to, Math.min(least.get(to) ?? Infinity, next));
    }
  }
  const ends = order.filter((node) => node.ending);
  const passed = ends.filter((node) => node.ending?.quality !== 'slecht');
  return Math.min(...(passed.length > 0 ? passed : ends).map((node) => least.get(node) ?? Infinity));
}
