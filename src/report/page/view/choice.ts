/** What of the cube the reader looks at. It stands in the address after the #, so that a view can be kept and sent. */
import type { Edition } from '../../edition/edition.js';

export interface Choice {
  readonly period: string;
  readonly group: string;
  /** null: all modules. */
  readonly module: string | null;
  /** A content version of `module`; null: all together. */
  readonly version: string | null;
  /** The conversation whose routes are drawn, as 'module/unit'; null: the first there is. */
  readonly unit: string | null;
}

const KEYS = {
  period: 'periode',
  group: 'groep',
  module: 'module',
  version: 'versie',
  unit: 'gesprek',
} as const;

/** Where the report opens. */
export function firstChoice(edition: Edition): Choice {
  return { ...edition.open, module: null, version: null, unit: null };
}

/** Reads an address; what the edition does not know (an old link, a typo) is as if it was not there. */
export function readChoice(edition: Edition, hash: string): Choice {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const known = (key: string, ids: readonly { readonly id: string }[]): string | null => {
    const value = asked.get(key);
    return ids.some(({ id }) => id === value) ? value : null;
  };
  const first = firstChoice(edition);
  const module = known(KEYS.module, edition.modules);
  const versions = edition.modules.find(({ id }) => id === module)?.versions ?? [];
  const units = edition.modules.flatMap(({ id, units }) => units.map((unit) => ({ id: `${id}/${unit.id}` })));
  return {
    period: known(KEYS.period, edition.periods) ?? first.period,
    group: known(KEYS.group, edition.groups) ?? first.group,
    module,
    version: known(KEYS.version, versions),
    unit: known(KEYS.unit, units),
  };
}

/** The address of a choice: only what differs from where the report opens. */
export function writeChoice(edition: Edition, choice: Choice): string {
  const first = firstChoice(edition);
  const kept = new URLSearchParams();
  for (const [key, name] of Object.entries(KEYS) as [keyof Choice, string][]) {
    const value = choice[key];
    if (value !== null && value !== first[key]) kept.set(name, value);
  }
  return kept.toString();
}

/** A version belongs to its module, a conversation too: another module lets go of both. */
export function choose(choice: Choice, change: Partial<Choice>): Choice {
  const moved = change.module !== undefined && change.module !== choice.module;
  return { ...choice, ...(moved && { version: null, unit: null }), ...change };
}
