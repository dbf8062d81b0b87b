/** The control states in an order in which every way leads forward, or the round that makes this impossible. */
import type { Edge, Node } from './explore.js';

export type Order = { readonly order: readonly Node[] } | { readonly loop: readonly Edge[] };

/** Depth first without recursion: a script may be long. `nodes[0]` is the start. */
export function orderOf(nodes: readonly Node[]): Order {
  const done = new Set<Node>();
  const path: Edge[] = [];
  const onPath = new Set<Node>();
  const order: Node[] = [];
  const [start] = nodes;
  const stack: { node: Node; next: number }[] = start ? [{ node: start, next: 0 }] : [];
  if (start) onPath.add(start);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const edge = top.node.edges[top.next];
    top.next += 1;
    if (!edge) {
      done.add(top.node);
      onPath.delete(top.node);
      order.push(top.node);
      stack.pop();
      path.pop();
    } else if (onPath.has(edge.to)) {
      const from = path.findIndex((each) => each.from === edge.to);
      return { loop: [...(from === -1 ? [] : path.slice(from)), edge] };
    } else if (!done.has(edge.to)) {
      onPath.add(edge.to);
      path.push(edge);
      stack.push({ node: edge.to, next: 0 });
    }
  }
  return { order: order.reverse() };
}
