/** Routes through conversations on their own graph, and the options that cost most. */
import type { ChoiceTurn, Conversation, Option, Turn } from '../../content/module.js';
import { ENDING_QUALITIES } from '../../content/vocabulary.js';
import { decimals, points, toShare } from '../privacy/rounding.js';
import { indexBy, listOf, placesOf, withheld, type Cube } from './cube.js';
import type { Graph, MistakesCell, RoutesCell } from './edition.js';
import type { Share } from './figures.js';
import type { Played } from './module-cells.js';
import { bestRoute } from './reference.js';
import type { RowOf, Rows } from './rows.js';

const NOTHING = { shown: false, why: 'too-few', instead: null } as const;
/** How many options a conversation names. */
const DEAREST = 10;
const TEXT = 90;

type Key = { readonly grp: string; readonly period: string; readonly module: string; readonly unit: string };
const keyOf = ({ grp, period, module, unit }: Key): string => [grp, period, module, unit].join('|');

/** Shares of a group: nothing of a part that is smaller than k. */
type Shares = (persons: number | undefined) => Share | null;

/** A conversation that was played, with its graph. */
export interface Charted extends Played {
  readonly graph: Graph;
}

export const charted = (played: Played): Charted => ({ ...played, graph: graphOf(played) });

export function routeCells(rows: Rows, cube: Cube, played: readonly Charted[]): RoutesCell[] {
  const runs = indexBy(rows.runs, keyOf);
  const steps = indexBy(rows.routes, keyOf);
  const places = indexBy(rows.places, keyOf);
  return played.flatMap(({ module, unit, graph }) =>
    placesOf(cube, 'long').map(({ group, period }): RoutesCell => {
      const place = { group, period, module: module.id, unit: unit.id };
      const key = keyOf({ grp: group, ...place });
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

export function mistakeCells(rows: Rows, cube: Cube, played: readonly Played[]): MistakesCell[] {
  const runs = indexBy(rows.runs, keyOf);
  const taken = indexBy(rows.options, keyOf);
  return played.flatMap(({ module, unit }) => {
    const written = writtenIn(unit);
    return placesOf(cube, 'long').map(({ group, period }): MistakesCell => {
      const place = { group, period, module: module.id, unit: unit.id };
      const key = keyOf({ grp: group, ...place });
      const run = runs.get(key)?.[0];
      const hidden = withheld(cube, `unit/${module.id}/${unit.id}`, ['all', group, period]);
      if (hidden || !run) return { ...place, ...(hidden ?? NOTHING) };
      const list = taken.get(key) ?? [];
      const reached = new Map<string, number>();
      for (const { turn, persons } of list) reached.set(turn, (reached.get(turn) ?? 0) + persons);
      const options = list
        .filter(({ persons, lost }) => persons >= cube.k && lost > 0)
        .map((row) => ({ row, cost: costOfAll(row) }))
        .sort((one, other) => other.cost - one.cost)
        .flatMap(({ row }) => {
          const choice = written.get(row.turn)?.get(row.option);
          return choice ? [costOf(row, choice, reached.get(row.turn) ?? row.persons)] : [];
        })
        .slice(0, DEAREST);
      return { ...place, shown: true, n: run.n, versions: listOf(run.versions), options };
    });
  });
}

/** What an option cost all who took it; rounded, so that equals stand in the order of their turns whatever was added up first. */
const costOfAll = ({ persons, lost }: RowOf<'options'>): number => decimals(persons * lost, 6);

function costOf(row: RowOf<'options'>, { option, situation, better }: Written, reached: number) {
  return {
    turn: row.turn,
    situation,
    option: row.option,
    text: option.text === '' ? '(leeg gelaten)' : option.text,
    share: toShare(row.persons, reached),
    reached,
    lost: points(100 * row.lost),
    effect: {
      klanttevredenheid: decimals(row.klanttevredenheid, 1),
      minutes: decimals(row.minutes, 1),
      waitDays: decimals(row.wait_days, 1),
      euro: decimals(row.euro, 0),
    },
    better: better?.text ?? null,
  };
}

/** An option where it stands, with what was stronger there. */
interface Written {
  readonly situation: string;
  readonly option: Option;
  readonly better: Option | null;
}

/** What may be chosen at each place of a decision, keyed as in the facts: 'turn' or 'turn/slot', then the option's code. */
function writtenIn(unit: Conversation): ReadonlyMap<string, ReadonlyMap<string, Written>> {
  const best = new Map(bestRoute(unit).decisions.map(({ turn, option }) => [turn, option]));
  const place = (id: string, situation: string, options: readonly Option[]) =>
    [
      id,
      new Map(
        options.map((option) => [
          option.code,
          { situation, option, better: betterThan(option, options, best.get(id)) },
        ]),
      ),
    ] as const;
  return new Map(
    unit.turns.flatMap((turn) =>
      turn.kind === 'choice'
        ? [place(turn.id, saidAt(turn), turn.options)]
        : turn.slots.map((slot) =>
            place(`${turn.id}/${slot.id}`, `${saidAt(turn)}: ${slot.label}`, [
              ...slot.blocks,
              ...(slot.empty ? [slot.empty] : []),
            ]),
          ),
    ),
  );
}

/** The option of the best route where that comes here, else the one with the most to show for. */
function betterThan(option: Option, options: ChoiceTurn['options'], best: string | undefined): Option | null {
  const shows = ({ effects }: Option): number =>
    Object.values(effects.competences ?? {}).reduce((sum, value) => sum + value, 0);
  const strongest = [...options].sort((one, other) => shows(other) - shows(one))[0];
  const better = options.find(({ code }) => code === best) ?? strongest;
  return better && better !== option && shows(better) > shows(option) ? better : null;
}

/** What the customer said last there. */
function saidAt({ lines, id }: Turn): string {
  const line = lines.findLast(({ speaker }) => speaker === 'KLANT') ?? lines.at(-1);
  return line ? `‘${short(line.text)}’` : id;
}

function short(text: string): string {
  return text.length <= TEXT ? text : `${text.slice(0, text.lastIndexOf(' ', TEXT))} …`;
}
