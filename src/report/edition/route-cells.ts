/** Routes through conversations on their own graph. */
import type { Conversation, Turn } from '../../content/module.js';
import { ENDING_QUALITIES } from '../../content/vocabulary.js';
import { toShare } from '../privacy/rounding.js';
import { indexBy, keyOfUnit, listOf, NOTHING, placesOf, withheld, type Cube } from './cube.js';
import type { Graph, RoutesCell } from './edition.js';
import type { Share } from './figures.js';
import type { Played } from './module-cells.js';
import { bestRoute } from './reference.js';
import type { RowOf, Rows } from './rows.js';

const TEXT = 90;

/** Shares of a group: nothing of a part that is smaller than k. */
type Shares = (persons: number | undefined) => Share | null;

/** A conversation that was played, with its graph. */
export interface Charted extends Played {
  readonly graph: Graph;
}

export const charted = (played: Played): Charted => ({ ...played, graph: graphOf(played) });

export function routeCells(rows: Rows, cube: Cube, played: readonly Charted[]): RoutesCell[] {
  const runs = indexBy(rows.runs, keyOfUnit);
  const steps = indexBy(rows.routes, keyOfUnit);
  const places = indexBy(rows.places, keyOfUnit);
  return played.flatMap(({ module, unit, graph }) =>
    placesOf(cube, 'long').map(({ group, period }): RoutesCell => {
      const place = { group, period, module: module.id, unit: unit.id };
      const key = keyOfUnit({ grp: group, ...place });
      const run = runs.get(key)?.[0];
      const hidden = withheld(cube, `unit/${module.id}/${unit.id}`, ['all', group, period]);
      if (hidden || !run) return { ...place, ...(hidden ?? NOTHING) };
      const shares: Shares = (persons = 0) => (persons < cube.k ? null : toShare(persons, run.n));
      return {
        ...place,
        shown: true,
        n: run.n,
        versions: listOf(run.versions),
        graph: graph.id,
        ...drawn(graph, { steps: steps.get(key) ?? [], places: places.get(key) ?? [], shares }),
        bestRoute: toShare(run.best, run.n),
        endings: ENDING_QUALITIES.map((quality) => ({ quality, share: toShare(run[quality], run.n) })),
      };
    }),
  );
}

type Edge = Graph['edges'][number];

const edgeKey = (from: string, option: string | null, to: string): string =>
  [from, option ?? '', to].join('>');

function drawn(
  { nodes, edges }: Graph,
  {
    steps,
    places,
    shares,
  }: {
    readonly steps: readonly RowOf<'routes'>[];
    readonly places: readonly RowOf<'places'>[];
    readonly shares: Shares;
  },
) {
  const went = new Map(steps.map((row) => [edgeKey(row.turn, row.option, row.target), row.persons]));
  const came = new Map(places.map(({ turn, persons }) => [turn, persons]));
  for (const { target, persons } of steps)
    if (nodes.some(({ id, kind }) => id === target && kind === 'ending'))
      came.set(target, (came.get(target) ?? 0) + persons);
  return {
    nodes: nodes.map(({ id }) => shares(came.get(id))),
    edges: edges.map(({ from, option, to }) => shares(went.get(edgeKey(from, option, to)))),
  };
}

function graphOf({ module, unit }: Played): Graph {
  const best = bestRoute(unit);
  const next = new Map(best.places.map((id, index) => [id, best.places[index + 1] ?? null]));
  const chosen = new Set(best.decisions.map(({ turn, option }) => `${turn}>${option}`));
  const edges = unit.turns.flatMap((turn) =>
    edgesFrom(turn).map((edge) => {
      const onPath = next.has(turn.id) && (edge.option === null || chosen.has(`${turn.id}>${edge.option}`));
      const after = next.get(turn.id) ?? null;
      const isEnding = unit.endings.some(({ id, quality }) => id === edge.to && quality === 'goed');
      return { ...edge, best: onPath && (after === null ? isEnding : edge.to === after) };
    }),
  );
  const layers = layersOf(unit, edges);
  const last = Math.max(0, ...layers.values()) + 1;
  const bestTargets = new Set(edges.filter((edge) => edge.best).map(({ to }) => to));
  return {
    id: `${module.id}/${unit.id}@${module.contentVersion}`,
    edges,
    nodes: [
      ...unit.turns.map((turn) => ({
        id: turn.id,
        kind: 'turn' as const,
        label: saidAt(turn),
        layer: layers.get(turn.id) ?? last - 1,
        quality: null,
        best: next.has(turn.id),
      })),
      ...unit.endings.map(({ id, quality, verdict }) => ({
        id,
        kind: 'ending' as const,
        label: short(verdict),
        layer: last,
        quality,
        best: bestTargets.has(id),
      })),
    ],
  };
}

function edgesFrom(turn: Turn): readonly Omit<Edge, 'best'>[] {
  const again = turn.again ? [turn.again.to] : [];
  if (turn.kind === 'compose')
    return [...new Set(turn.send.routes.map(({ to }) => to))].map((to) => ({
      from: turn.id,
      to,
      option: null,
      label: turn.form === 'notitie' ? 'Legt de notitie vast' : 'Verstuurt het bericht',
    }));
  return turn.options.flatMap((option) =>
    [...new Set([...option.routes.map(({ to }) => to), ...(option.topic ? again : [])])].map((to) => ({
      from: turn.id,
      to,
      option: option.code,
      label: short(option.text),
    })),
  );
}

/** Steps from the first turn, the shortest way. */
function layersOf(
  unit: Conversation,
  edges: readonly { readonly from: string; readonly to: string }[],
): ReadonlyMap<string, number> {
  const turns = new Set(unit.turns.map(({ id }) => id));
  const layers = new Map<string, number>(unit.turns.slice(0, 1).map(({ id }) => [id, 0]));
  for (const [id, layer] of layers)
    for (const { from, to } of edges)
      if (from === id && turns.has(to) && !layers.has(to)) layers.set(to, layer + 1);
  return layers;
}

/** What the customer said last there. */
export function saidAt({ lines, id }: Turn): string {
  const line = lines.findLast(({ speaker }) => speaker === 'KLANT') ?? lines.at(-1);
  return line ? `‘${short(line.text)}’` : id;
}

function short(text: string): string {
  return text.length <= TEXT ? text : `${text.slice(0, text.lastIndexOf(' ', TEXT))} …`;
}
