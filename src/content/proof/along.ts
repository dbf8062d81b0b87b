/** Paths over the control states of one draw: what each of them comes to, kept for as long as no other path beats it. */
import type { Edge, Node } from './explore.js';

export interface Along<T> {
  readonly node: Node;
  readonly value: T;
  readonly steps: number;
  /** How it was reached; null at the start. */
  readonly by: { readonly edge: Edge; readonly before: Along<T> } | null;
}

export interface Rules<T> {
  readonly start: T;
  /** The value after a way; null when it need not be followed. */
  readonly step: (value: T, edge: Edge) => T | null;
  /** Is one at least as good as the other, whatever follows? */
  readonly beats: (one: T, other: T) => boolean;
}

/** Sums of hundredths differ by less than this. */
const SAME = 1e-9;

/** Of all that reaches an ending, what is worth most, and of equals the shortest path. `worth`: null = does not count. */
export function bestAlong<T>(
  order: readonly Node[],
  rules: Rules<T>,
  worth: (along: Along<T>) => number | null,
): Along<T> | null {
  const kept: Along<T>[][] = order.map(() => []);
  const [start] = order;
  if (start) kept[start.index]?.push({ node: start, value: rules.start, steps: 0, by: null });
  const best = new Best(worth);
  for (const node of order) {
    const here = kept[node.index] ?? [];
    if (node.ending) for (const along of here) best.see(along);
    for (const edge of node.edges) {
      const there = kept[edge.to.index];
      for (const before of there ? here : []) {
        const value = rules.step(before.value, edge);
        if (value !== null && there)
          keep(there, { node: edge.to, value, steps: before.steps + 1, by: { edge, before } }, rules.beats);
      }
    }
    // Nobody comes back here: what was kept lives on in the paths that use it.
    kept[node.index] = [];
  }
  return best.along;
}

class Best<T> {
  along: Along<T> | null = null;
  private most = -Infinity;

  constructor(private readonly worth: (along: Along<T>) => number | null) {}

  see(along: Along<T>): void {
    const worth = this.worth(along);
    if (worth === null || worth < this.most - SAME) return;
    if (this.along && worth <= this.most + SAME && along.steps >= this.along.steps) return;
    this.along = along;
    this.most = worth;
  }
}

/** Adds a path unless another one beats it, and takes out those that it beats. */
function keep<T>(list: Along<T>[], fresh: Along<T>, beats: Rules<T>['beats']): void {
  const isBeaten = (one: Along<T>, by: Along<T>): boolean =>
    beats(by.value, one.value) && (by.steps <= one.steps || !beats(one.value, by.value));
  if (list.some((other) => isBeaten(fresh, other))) return;
  let at = 0;
  for (const other of list) if (!isBeaten(other, fresh)) list[at++] = other;
  list.length = at;
  list.push(fresh);
}

export function edgesOf<T>(along: Along<T>): readonly Edge[] {
  const edges: Edge[] = [];
  for (let at = along.by; at; at = at.before.by) edges.unshift(at.edge);
  return edges;
}
