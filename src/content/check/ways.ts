/** How to come to a choice of which the graph alone tells that it is wrong: by the proof's own search. */
import type { Unproved } from '../compile/conversation.js';
import type { World } from '../module.js';
import { explore, pathTo, type Node } from '../proof/explore.js';
import { possibleDraws } from '../proof/moves.js';
import type { IdNode, OptionNode } from '../script/ast.js';

/** The shortest path that takes this option, as an author writes it; undefined when none was found. */
export type WayBy = (option: OptionNode) => readonly string[] | undefined;

/** A way to show a mistake is no proof: the search stops early where there is much to see. */
const MOST_STATES = 20_000;

/** Nothing is searched before it is asked for. */
export function waysIn(unit: Unproved, world: World, ids: ReadonlyMap<IdNode, string>): WayBy {
  let paths: ReadonlyMap<string, readonly string[]> | null = null;
  return (option) => {
    paths ??= shortest(unit, world);
    return paths.get(ids.get(option.id) ?? '');
  };
}

function shortest(unit: Unproved, world: World): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>();
  const add = (id: string, node: Node): void => {
    const path = [...pathTo(node), id];
    if ((paths.get(id)?.length ?? Infinity) > path.length) paths.set(id, path);
  };
  const [draw = ''] = possibleDraws(unit);
  const { nodes, deadEnds } = explore(unit, world, draw, MOST_STATES);
  for (const node of nodes) for (const { move } of node.edges) if (move.option) add(move.option.id, node);
  for (const { node, option } of deadEnds) if (option) add(option.id, node);
  return paths;
}
