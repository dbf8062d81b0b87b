/** The routes of a cell with the words of its graph: what the picture and the table are made of. */
import type { Edition, Graph, RoutesCell, Shown } from './edition.js';
import type { Share } from './figures.js';

type WithShare<T> = T & { readonly share: Share | null };

export interface DrawnRoutes {
  readonly nodes: readonly WithShare<Graph['nodes'][number]>[];
  readonly edges: readonly WithShare<Graph['edges'][number]>[];
}

export function drawnRoutes({ graphs }: Edition, cell: Shown<RoutesCell>): DrawnRoutes {
  const graph = graphs.find(({ id }) => id === cell.graph);
  const withShare = <T>(parts: readonly T[], shares: readonly (Share | null)[]): readonly WithShare<T>[] =>
    parts.map((part, at) => ({ ...part, share: shares[at] ?? null }));
  return {
    nodes: withShare(graph?.nodes ?? [], cell.nodes),
    edges: withShare(graph?.edges ?? [], cell.edges),
  };
}
