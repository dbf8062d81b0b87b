import type { Module, Unit } from '../content/module.js';

/**
 * What the overview of a module shows, and nothing of what its units hold: `outline.json`. It is the module's own type
 * with the long lists left empty, so that the first screen of a new attempt need not wait for the whole course text.
 */
export function outlineOf(module: Module): Module {
  const { world } = module;
  const shown = new Set(module.units.flatMap((unit) => ('customer' in unit ? [unit.customer] : [])));
  return {
    ...module,
    units: module.units.map(outlineOfUnit),
    terms: [],
    world: {
      ...world,
      customers: world.customers
        .filter(({ id }) => shown.has(id))
        .map((customer) => ({ ...customer, contacten: [], huishouden: [], signalen: [] })),
      channels: [],
      desks: [],
      cases: [],
      articles: [],
      deskCodes: {},
    },
  };
}

function outlineOfUnit(unit: Unit): Unit {
  switch (unit.kind) {
    case 'lesson':
      return { ...unit, pages: [] };
    case 'conversation':
      return {
        ...unit,
        steps: [],
        facts: {},
        desk: [],
        turns: [],
        endings: [],
        takeaways: [],
        proof: { ...unit.proof, draws: {} },
      };
    case 'find-mistake':
      return { ...unit, lines: [], mistakes: [] };
    case 'quiz':
      return { ...unit, items: [] };
    case 'test':
      return { ...unit, forms: { A: [], B: [] } };
  }
}
