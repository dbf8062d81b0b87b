/** What of the cube the reader looks at. It stands in the address after the #, so that a view can be kept and sent. */
import type { Edition } from '../../edition/edition.js';

/** The parts that fold, by the id of their heading, in the order of the page. */
export const CHAPTERS = [
  'teams',
  'plan',
  'keuzes',
  'routes',
  'uitkomsten',
  'klaar',
  'vragen',
  'uitleg',
  'downloads',
] as const;
export type Chapter = (typeof CHAPTERS)[number];

export interface Choice {
  readonly period: string;
  readonly group: string;
  /** null: all modules. */
  readonly module: string | null;
  /** A content version of `module`; null: all together. */
  readonly version: string | null;
  /** The conversation whose routes are drawn, as 'module/unit'; null: the first there is. */
  readonly unit: string | null;
  /** The chapters that are unfolded. */
  readonly open: readonly Chapter[];
}

const KEYS = {
  period: 'periode',
  group: 'groep',
  module: 'module',
  version: 'versie',
  unit: 'gesprek',
} as const;
const OPEN = 'open';
/** The teams are what most readers come for. */
const FIRST_OPEN: readonly Chapter[] = ['teams'];

/** Where the report opens. */
export function firstChoice(edition: Edition): Choice {
  return { ...edition.open, module: null, version: null, unit: null, open: FIRST_OPEN };
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
    open: unfolded(asked) ?? first.open,
  };
}

/** The chapters that an address unfolds, as `open=routes,vragen` or bare, as `#routes`; null: it names none. */
export function unfolded(asked: URLSearchParams): readonly Chapter[] | null {
  const bare = CHAPTERS.filter((id) => asked.has(id));
  const named = asked.get(OPEN)?.split(',');
  if (named === undefined) return bare.length > 0 ? bare : null;
  return CHAPTERS.filter((id) => named.includes(id) || bare.includes(id));
}

/** The address of a choice: only what differs from where the report opens. */
export function writeChoice(edition: Edition, choice: Choice): string {
  const first = firstChoice(edition);
  const kept = new URLSearchParams();
  for (const [key, name] of Object.entries(KEYS) as [keyof typeof KEYS, string][]) {
    const value = choice[key];
    if (value !== null && value !== first[key]) kept.set(name, value);
  }
  if (choice.open.join() !== first.open.join()) kept.set(OPEN, choice.open.join());
  // A comma needs no escape in a fragment (RFC 3986, 3.5), and reads better without.
  return kept.toString().replaceAll('%2C', ',');
}

export const toggled = ({ open }: Choice, chapter: Chapter): readonly Chapter[] =>
  CHAPTERS.filter((id) => open.includes(id) !== (id === chapter));

/** A version belongs to its module, a conversation too: another module lets go of both. */
export function choose(choice: Choice, change: Partial<Choice>): Choice {
  const moved = change.module !== undefined && change.module !== choice.module;
  return { ...choice, ...(moved && { version: null, unit: null }), ...change };
}
