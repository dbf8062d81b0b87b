import { readFileSync } from 'node:fs';
import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnRoutes } from '../../../src/report/edition/drawn-routes.js';
import type { RoutesCell, Shown } from '../../../src/report/edition/edition.js';
import { FLOW, flowOf, RIBBON } from '../../../src/report/page/view/flow.js';
import { dearest, effectText } from '../../../src/report/page/view/mistakes.js';
import { viewOf } from '../../../src/report/page/view/view.js';
import { EXAMPLE } from '../example-edition.js';

const routes = drawnRoutes(EXAMPLE, EXAMPLE.routes[0] as Shown<RoutesCell>);

describe('the picture of the routes', () => {
  it('draws options of one turn that lead to the same next one as one ribbon', () => {
    const { ribbons } = flowOf(routes);
    expect(ribbons.map(({ id }) => id)).toEqual(['opening>verder', 'opening>weggestuurd', 'verder>geholpen']);
  });

  it('makes ribbons as wide as the part that took them', () => {
    const [further, away] = flowOf(routes).ribbons;
    expect(further!.width! / away!.width!).toBeCloseTo(62 / 36);
  });

  it('runs down, also where an edition has both ends in one row, but for a way back', () => {
    const level = {
      ...routes,
      nodes: routes.nodes.map((node) => ({ ...node, layer: Math.min(node.layer, 1) })),
    };
    const back = { ...routes.edges[0]!, from: 'verder', to: 'opening' };
    const { ribbons } = flowOf({ ...level, edges: [...routes.edges, back] });
    const up = ribbons.filter(({ from, to }) => to[1] <= from[1]).map(({ id }) => id);
    expect(up).toEqual(['verder>opening']);
  });

  it('can be read where words lie on a ribbon, in both themes', () => {
    const theme = readFileSync(new URL('../../../src/player/ui/theme.css', import.meta.url), 'utf8');
    const [light, dark] = [...theme.matchAll(/--zt-color: (#\w+)/g)].map(([, colour]) => colour);
    for (const ribbon of [RIBBON.rest, RIBBON.best]) {
      expect(wcagContrast(light!, ribbon.light)).toBeGreaterThanOrEqual(4.5);
      expect(wcagContrast(dark!, ribbon.dark)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('gives no width to what too few took', () => {
    const untold = { ...routes, edges: routes.edges.map((edge) => ({ ...edge, share: null })) };
    expect(flowOf(untold).ribbons.every(({ width }) => width === null)).toBe(true);
  });

  it('puts no two turns of a row over each other, and none beyond the edge, however many there are', () => {
    const node = fc.record({
      layer: fc.integer({ min: 0, max: 6 }),
      percent: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 40 }), (drawn) => {
        const nodes = drawn.map(({ layer, percent }, at) => ({
          id: String(at),
          kind: 'turn' as const,
          label: '',
          layer,
          quality: null,
          share: { percent, bound: 'about' as const },
          best: false,
        }));
        const placed = flowOf({ ...routes, nodes, edges: [] }).nodes;
        expect(placed).toHaveLength(nodes.length);
        for (const one of placed) {
          expect(one.x).toBeGreaterThanOrEqual(-0.001);
          expect(one.x + one.width).toBeLessThanOrEqual(FLOW.width + 0.001);
          for (const other of placed)
            if (other !== one && other.y === one.y)
              expect(
                one.room[0] + one.room[1] <= other.room[0] || other.room[0] + other.room[1] <= one.room[0],
              ).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the options that cost most', () => {
  it('come from all conversations in sight, dearest for the whole group first', () => {
    const [cell] = EXAMPLE.mistakes;
    if (!cell?.shown) throw new Error('the example shows mistakes');
    const [option] = cell.options;
    const rare = { ...option!, option: 'z', share: { percent: 5, bound: 'about' as const }, lost: 90 };
    const edition = {
      ...EXAMPLE,
      mistakes: [
        { ...cell, options: [rare] },
        { ...cell, unit: 'zoek-de-fout' },
      ],
    };
    const view = viewOf(edition, {
      period: 'all',
      group: 'whole',
      module: null,
      version: null,
      unit: null,
      open: [],
    });
    expect(dearest(view, 10).map(({ option }) => option.option)).toEqual(['a2', 'z']);
    expect(dearest(view, 1)).toHaveLength(1);
  });

  it('say what they did, and nothing of what they did not change', () => {
    expect(effectText({ klanttevredenheid: -2, minutes: 1, waitDays: 0, euro: 12.5 })).toBe(
      'klanttevredenheid −2 · +1 minuut · +€\u00a012,5',
    );
  });
});
