/** Where the boxes and arrows of a conversation go: laid out by dagre, top to bottom. */
import dagre from '@dagrejs/dagre';
import type { ConversationMap, Place, Way } from '../conversation/map.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}
/** A box by its middle, in px. */
export interface Box extends Point {
  readonly place: Place;
  readonly width: number;
  readonly height: number;
  /** The lines of its text. */
  readonly lines: readonly string[];
}
export interface Arrow {
  readonly way: Way;
  readonly points: readonly Point[];
  readonly label: string;
  readonly labelWidth: number;
  /** Middle of the label. */
  readonly at: Point;
}
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

const LINE_LENGTH = 17;
const LINE_HEIGHT = 17;
const CHARACTER = 7.2;
const LABEL_CHARACTER = 6.3;
const SMALLEST_BOX = 84;

/** Lays out all turns and endings with the ways between them. */
export function layoutOf(map: ConversationMap): Layout {
  const graph = new dagre.graphlib.Graph<GraphSize, NodeBox, EdgeLine>();
  graph.setGraph({ rankdir: 'TB', nodesep: 26, edgesep: 14, ranksep: 34, marginx: 8, marginy: 8 });
  const places: readonly Place[] = [...map.turns, ...map.endings];
  const texts = new Map(places.map((place) => [place.id, textOf(place)]));
  for (const place of places) graph.setNode(place.id, sizeOf(texts.get(place.id) ?? []));
  for (const way of map.ways) {
    if (map.place(way.to)) graph.setEdge(way.from, way.to, { ...labelSize(labelOf(way)), labelpos: 'c' });
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const boxes = places.map((place): Box => {
    const { x = 0, y = 0, width: w, height: h } = graph.node(place.id);
    return { place, x, y, width: w, height: h, lines: texts.get(place.id) ?? [] };
  });
  const arrows = map.ways.flatMap((way): Arrow[] => {
    if (!graph.hasEdge(way.from, way.to)) return [];
    const { points = [], x = 0, y = 0 } = graph.edge(way.from, way.to);
    return [{ way, points, label: labelOf(way), labelWidth: labelSize(labelOf(way)).width, at: { x, y } }];
  });
  return { width: Math.ceil(width), height: Math.ceil(height), boxes, arrows };
}

interface GraphSize {
  width?: number;
  height?: number;
  [option: string]: unknown;
}
interface NodeBox {
  width: number;
  height: number;
  x?: number;
  y?: number;
}
interface EdgeLine {
  width: number;
  height: number;
  labelpos: 'c';
  points?: Point[];
  x?: number;
  y?: number;
}

/** Ids of the moves; a star when the way is open only under a condition. */
const labelOf = (way: Way): string => way.moves.join(' ') + (way.isConditional ? ' *' : '');

const labelSize = (label: string) => ({ width: label.length * LABEL_CHARACTER + 5, height: 18 });

const sizeOf = (lines: readonly string[]) => ({
  width: Math.max(SMALLEST_BOX, Math.max(...lines.map((line) => line.length)) * CHARACTER + 24),
  height: lines.length * LINE_HEIGHT + 16,
});

function textOf(place: Place): readonly string[] {
  const name = wrap(place.id.replaceAll('-', ' '));
  const head = place.kind === 'turn' ? place.mark : `${place.mark} · ${place.ending.quality}`;
  return [head, ...name];
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LINE_LENGTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
