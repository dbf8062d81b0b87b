/** The control states in an order in which every way leads forward, or the round that makes this impossible. */
import type { Edge, Node } from './explore.js';

export type Order = { readonly order: readonly Node[] } | { readonly loop: readonly Edge[] };

const ON_PATH = 1;
const DONE = 2;

/** Depth first without recursion: a script may be long. `nodes[0]` is the start. */
export function orderOf(nodes: readonly Node[]): Order {
  const marks = new Uint8Array(nodes.length);
  const path: Edge[] = [];
  const order: Node[] = [];
  const [start] = nodes;
  const stack: { node: Node; next: number }[] = start ? [{ node: start, next: 0 }] : [];
  if (start) marks[start.index] = ON_PATH;
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const edge = top.node.edges[top.next];
    top.next += 1;
    if (!edge) {
      marks[top.node.index] = DONE;
      order.push(top.node);
      stack.pop();
      path.pop();
    } else if (marks[edge.to.index] === ON_PATH) {
      const from = path.findIndex((each) => each.from === edge.to);
      return { loop: [...(from === -1 ? [] : path.slice(from)), edge] };
    } else if (marks[edge.to.index] !== DONE) {
      marks[edge.to.index] = ON_PATH;
      path.push(edge);
      stack.push({ node: edge.to, next: 0 });
    }
  }
  return { order: order.reverse() };
}
