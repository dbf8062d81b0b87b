/** The routes through a conversation as a picture from top to bottom: a row a turn deep, ribbons as wide as the part that took them. */
import type { DrawnRoutes as Routes } from '../../edition/drawn-routes.js';

export type RouteNode = Routes['nodes'][number];

export const FLOW = { width: 1000, bar: 12, label: 38, ribbons: 42, gap: 14 } as const;
/** Of ribbons; words lie on them, so text on each is at least 4.5:1 (WCAG 1.4.3). */
export const RIBBON = {
  rest: { light: '#d9dee1', dark: '#3a4853' },
  best: { light: '#8fb1be', dark: '#2a5968' },
} as const;
/** Width of one percent. */
const PERCENT = 5.5;
const LABEL_LEAST = 118;
const ROW = FLOW.bar + FLOW.label + FLOW.ribbons;

export interface PlacedNode {
  readonly node: RouteNode;
  /** Left and width of its bar. */
  readonly x: number;
  readonly width: number;
  readonly y: number;
  /** Left and width of the room for its words. */
  readonly room: readonly [number, number];
}

export interface Ribbon {
  readonly id: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** null: too few (or nobody) to tell. */
  readonly width: number | null;
  readonly best: boolean;
}

export interface Flow {
  readonly nodes: readonly PlacedNode[];
  readonly ribbons: readonly Ribbon[];
  readonly height: number;
}

export function flowOf(cell: Routes): Flow {
  const pairs = pairsOf(cell);
  const layers = orderedLayers(cell, pairs);
  const nodes = layers.flatMap(placeLayer);
  return { nodes, ribbons: ribbonsOf(nodes, pairs), height: layers.length * ROW - FLOW.ribbons };
}

interface Pair {
  readonly from: string;
  readonly to: string;
  /** Percent, over all options that lead there; null: none of them may be told. */
  readonly percent: number | null;
  readonly best: boolean;
}

/** Options of one turn that lead to the same next one are one ribbon. */
function pairsOf({ edges }: Routes): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { from, to, share, best } of edges) {
    const key = JSON.stringify([from, to]);
    const known = pairs.get(key);
    const percent = share === null ? (known?.percent ?? null) : (known?.percent ?? 0) + share.percent;
    pairs.set(key, { from, to, percent, best: best || (known?.best ?? false) });
  }
  return [...pairs.values()];
}

/**
 * How deep each node is drawn: below all that lead to it, so that ribbons run down; only a way back, in a conversation that repeats
 * a turn, runs up. Endings share the last row.
 */
function depths({ nodes }: Routes, pairs: readonly Pair[]): ReadonlyMap<string, number> {
  const next = new Map(
    nodes.map(({ id }) => [id, pairs.filter(({ from }) => from === id).map(({ to }) => to)]),
  );
  const depth = new Map<string, number>();
  const above = new Set<string>();
  const visit = (id: string, at: number): void => {
    if (above.has(id) || (depth.get(id) ?? -1) >= at) return;
    depth.set(id, at);
    above.add(id);
    for (const to of next.get(id) ?? []) visit(to, at + 1);
    above.delete(id);
  };
  for (const { id, layer } of nodes) if (layer === 0) visit(id, 0);
  for (const { id, layer } of nodes) if (!depth.has(id)) depth.set(id, layer);
  const last = Math.max(0, ...depth.values());
  for (const { id, kind } of nodes) if (kind === 'ending') depth.set(id, last);
  return depth;
}

/** Within a row, a turn stands near those that lead to it, so that few ribbons cross. */
function orderedLayers(cell: Routes, pairs: readonly Pair[]): readonly (readonly RouteNode[])[] {
  const depth = depths(cell, pairs);
  const place = new Map<string, number>();
  return Array.from({ length: Math.max(0, ...depth.values()) + 1 }, (_, layer) => {
    const row = cell.nodes.filter(({ id }) => depth.get(id) === layer);
    const middle = ({ id }: RouteNode): number => {
      const from = pairs.flatMap((pair) =>
        pair.to === id ? [{ at: place.get(pair.from) ?? 0.5, pair }] : [],
      );
      const weight = (pair: Pair): number => (pair.percent ?? 0) + 1;
      const total = from.reduce((sum, { pair }) => sum + weight(pair), 0);
      return total === 0 ? 0.5 : from.reduce((sum, { at, pair }) => sum + at * weight(pair), 0) / total;
    };
    const sorted = row
      .map((node) => ({ node, middle: middle(node) }))
      .sort((a, b) => a.middle - b.middle)
      .map(({ node }) => node);
    sorted.forEach(({ id }, at) => place.set(id, (at + 0.5) / sorted.length));
    return sorted;
  }).filter((row) => row.length > 0);
}

function placeLayer(row: readonly RouteNode[], layer: number): readonly PlacedNode[] {
  const space = FLOW.width - FLOW.gap * (row.length - 1);
  const bars = row.map(({ share }) => Math.max(3, (share?.percent ?? 0) * PERCENT));
  const least = Math.min(LABEL_LEAST, space / row.length);
  const rooms = bars.map((bar) => Math.max(bar, least));
  const used = rooms.reduce((sum, room) => sum + room, 0);
  // What is left over goes to the words; what is too much comes off the wide ones.
  const factor = space / used;
  let left = 0;
  return row.map((node, at) => {
    const room = (rooms[at] ?? 0) * factor;
    const width = Math.min(bars[at] ?? 0, room);
    const placed: PlacedNode = {
      node,
      x: left + (room - width) / 2,
      width,
      y: layer * ROW,
      room: [left, room],
    };
    left += room + FLOW.gap;
    return placed;
  });
}

function ribbonsOf(nodes: readonly PlacedNode[], pairs: readonly Pair[]): readonly Ribbon[] {
  const byId = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const ends = pairs.flatMap((pair) => {
    const [from, to] = [byId.get(pair.from), byId.get(pair.to)];
    return from && to ? [{ pair, from, to }] : [];
  });
  const middle = (placed: PlacedNode): number => placed.x + placed.width / 2;
  /** Side by side along the bar, in the order of where they go to or come from. */
  const along = (side: 'from' | 'to'): ReadonlyMap<Pair, number> => {
    const other = side === 'from' ? 'to' : 'from';
    const starts = new Map<Pair, number>();
    for (const placed of nodes) {
      const here = ends
        .filter((end) => end[side] === placed)
        .sort((a, b) => middle(a[other]) - middle(b[other]));
      const total = here.reduce((sum, { pair }) => sum + widthOf(pair), 0);
      let at = middle(placed) - total / 2;
      for (const { pair } of here) {
        starts.set(pair, at + widthOf(pair) / 2);
        at += widthOf(pair);
      }
    }
    return starts;
  };
  const [starts, stops] = [along('from'), along('to')];
  return ends.map(({ pair, from, to }) => ({
    id: `${pair.from}>${pair.to}`,
    from: [starts.get(pair) ?? 0, from.y + FLOW.bar],
    to: [stops.get(pair) ?? 0, to.y],
    width: pair.percent === null ? null : widthOf(pair),
    best: pair.best,
  }));
}

const widthOf = ({ percent }: Pair): number => Math.max(1, (percent ?? 0) * PERCENT);
