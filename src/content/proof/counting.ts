/** Which competences count: those for which every route to an ending that is not `slecht` meets at least two decisions. */
import { LEAST_DECISIONS } from '../../engine/conversation/score.js';
import { COMPETENCES, type CompetenceId } from '../vocabulary.js';
import type { Node } from './explore.js';

/** More decisions than any way has. */
const FAR = 0xffff_ffff;

export function countingCompetences(orders: readonly (readonly Node[])[]): readonly CompetenceId[] {
  // A competence that no move shows does not count: no need to follow it along every way.
  const shown = COMPETENCES.filter((_, at) =>
    orders.some((order) => order.some(({ edges }) => edges.some(({ move }) => (move.max[at] ?? 0) > 0))),
  );
  const columns = shown.map((competence) => COMPETENCES.indexOf(competence));
  const fewest = orders.map((order) => fewestDecisions(order, columns));
  return shown.filter((_, at) => fewest.every((counts) => (counts[at] ?? 0) >= LEAST_DECISIONS));
}

/** Per competence the fewest decisions on a route to an ending that is not `slecht`; to any ending when all are. */
function fewestDecisions(order: readonly Node[], columns: readonly number[]): readonly number[] {
  const width = columns.length;
  // A row per state, a column per competence; the first state is the start.
  const least = new Uint32Array(order.length * width).fill(FAR);
  for (const [at, node] of order.entries()) {
    const from = node.index * width;
    if (at === 0) least.fill(0, from, from + width);
    for (const { to, move } of node.edges) {
      const there = to.index * width;
      for (let column = 0; column < width; column += 1) {
        const count = (least[from + column] ?? 0) + ((move.max[columns[column] ?? 0] ?? 0) > 0 ? 1 : 0);
        if (count < (least[there + column] ?? 0)) least[there + column] = count;
      }
    }
  }
  const ends = order.filter((node) => node.ending);
  const passed = ends.filter((node) => node.ending?.quality !== 'slecht');
  const counts = passed.length > 0 ? passed : ends;
  return columns.map((_, at) =>
    counts.reduce((fewest, { index }) => Math.min(fewest, least[index * width + at] ?? 0), Infinity),
  );
}
