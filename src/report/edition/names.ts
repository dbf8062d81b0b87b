/** The words for what the ids of an edition stand for. */
import type { Edition } from './edition.js';
import type { WithheldReason } from './figures.js';

export interface Names {
  readonly group: (id: string) => string;
  readonly period: (id: string) => string;
  readonly module: (id: string) => string;
  readonly unit: (module: string, unit: string) => string;
  readonly competence: (id: string) => string;
  readonly outcome: (id: string) => string;
  /** 'Kennistoets vorm A', or the name of a module's own quiz. */
  readonly form: (id: string) => string;
}

/** An id that the edition does not know is its own name. */
export function namesOf(edition: Edition): Names {
  const label = (list: readonly { readonly id: string; readonly label: string }[]) => {
    const byId = new Map(list.map((each) => [each.id, each.label]));
    return (id: string) => byId.get(id) ?? id;
  };
  const units = label(
    edition.modules.flatMap((module) =>
      module.units.map((unit) => ({ id: `${module.id}/${unit.id}`, label: unit.label })),
    ),
  );
  return {
    group: label(edition.groups),
    period: label(edition.periods),
    module: label(edition.modules),
    unit: (module, unit) => units(`${module}/${unit}`),
    competence: label(edition.competences),
    outcome: label(edition.outcomes),
    form: (id) => (id.includes('/') ? units(id) : `Kennistoets vorm ${id}`),
  };
}

/** Why a figure is not there, as a reader may see it. */
export function reasonText(why: WithheldReason, k: number): string {
  switch (why) {
    case 'too-few':
      return `Niet getoond: minder dan ${k} mensen`;
    case 'complement':
      return 'Niet getoond: anders is een kleinere groep uit te rekenen';
    case 'all-equal':
      return 'Niet getoond: iedereen had hetzelfde';
    case 'few-pairs':
      return 'Niet getoond: minder dan 30 mensen maakten beide toetsen';
  }
}
