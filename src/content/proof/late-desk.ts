/** Shows the best path as a good colleague would walk it: he looks something up when he needs it, not before he said hello. */
import type { Code } from '../module.js';
import type { Edge, Node } from './explore.js';
import { startTotals, type Totals, totalsAlong } from './sufficient.js';
import type { Script } from '../../engine/conversation/rules.js';

/** The same path with every desk action as late as it can be without changing anything that counts. */
export function withLateDesk(script: Script, start: Node, path: readonly Edge[]): readonly Edge[] {
  let edges = path;
  for (let at = edges.length - 1; at >= 0; at -= 1) {
    if (edges[at]?.move.kind === 'desk') edges = moveLate(script, start, edges, at);
  }
  return edges;
}

function moveLate(script: Script, start: Node, edges: readonly Edge[], at: number): readonly Edge[] {
  const moves = edges.map((edge) => edge.move);
  const [desk] = moves.splice(at, 1);
  if (!desk) return edges;
  for (let later = moves.length - 1; later > at; later -= 1) {
    // Behind another desk action it would only change places with it.
    if (moves[later - 1]?.kind === 'desk') continue;
    const walked = walk(
      start,
      moves.toSpliced(later, 0, desk).map((move) => move.code),
    );
    if (walked && isSame(script, walked, edges)) return walked;
  }
  return edges;
}

/** The ways along these codes; null when one of them is not there. */
export function walk(start: Node, codes: readonly Code[]): readonly Edge[] | null {
  let node = start;
  const edges: Edge[] = [];
  for (const code of codes) {
    const edge = node.edges.find((candidate) => candidate.move.code === code);
    if (!edge) return null;
    edges.push(edge);
    node = edge.to;
  }
  return edges;
}

/** Same ending, same steps in order, same evidence, same outcomes. */
function isSame(script: Script, one: readonly Edge[], other: readonly Edge[]): boolean {
  return one.at(-1)?.to === other.at(-1)?.to && summary(script, one) === summary(script, other);
}

function summary(script: Script, edges: readonly Edge[]): string {
  let totals: Totals = startTotals(script);
  for (const edge of edges) totals = totalsAlong(totals, edge);
  const decisions = edges.filter(({ move }) => move.kind !== 'desk');
  const evidence = decisions.map(({ move }) => `${move.code}:${move.max.join()}:${move.lost.join()}`);
  const { klanttevredenheid, minutes, waitDays, otherCost, contacts } = totals;
  return [klanttevredenheid, minutes, waitDays, otherCost, ...contacts, ...evidence].join('|');
}
