/** What compiling a unit leans on, and what it remembers of what the module uses. */
import type { CodeBook } from '../codes.js';
import type { Place, Reporter } from '../finding.js';
import type { Fragment } from '../fragment/fragment.js';
import { isGoal, type GoalUse } from '../goals.js';
import type { SourceText } from '../language/texts.js';
import type { DeskAction } from '../module.js';
import type { UnitEntry } from '../schema/module-file.js';
import { hint } from '../source/suggest.js';
import type { Town } from '../town.js';
import { CHANNELS, type DeskKind } from '../vocabulary.js';
import type { Bank } from './bank.js';
import type { Reserve } from './reserve.js';

/** Records that go into the module's world; `broken` = one of them has errors of its own, so nothing is built. */
export interface Usage {
  readonly customers: Set<string>;
  readonly cases: Set<string>;
  readonly articles: Set<string>;
  readonly notes: Set<string>;
  readonly fragments: Set<Fragment>;
  /** Conversation rules that a choice names. */
  readonly rules: Set<string>;
  readonly goals: GoalUse[];
  broken: boolean;
}
export const newUsage = (): Usage => ({
  customers: new Set(),
  cases: new Set(),
  articles: new Set(),
  notes: new Set(),
  fragments: new Set(),
  rules: new Set(),
  goals: [],
  broken: false,
});

export interface UnitContext {
  readonly entry: UnitEntry;
  readonly town: Town;
  readonly codes: CodeBook;
  readonly usage: Usage;
  /** Those that a script of this module may use, by name. */
  readonly fragments: ReadonlyMap<string, Fragment>;
  /** The items of this module's bank. */
  readonly bank: Bank;
  /** Items of all banks that a quiz may borrow. */
  readonly reserve: Reserve;
  readonly report: Reporter;
  /** What a learner reads of this unit; its compiler adds to it. */
  readonly texts: SourceText[];
}

const NAMES: Readonly<Record<DeskKind, string>> = {
  klant: 'De klant',
  zaak: 'De zaak',
  artikel: 'Het artikel',
  bellen: 'Het bureau',
  kanaal: 'Het kanaal',
  notitie: 'De klant of zaak',
};

/** What a desk action may name. */
function targetsOf(kind: DeskKind, town: Town): string[] {
  const broken = (prefix: string): string[] =>
    [...town.broken].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  switch (kind) {
    case 'klant':
      return [...town.customers.keys(), ...broken('klant:')];
    case 'zaak':
      return [...town.cases.keys(), ...broken('zaak:')];
    case 'artikel':
      return [...town.articles.keys(), ...broken('artikel:')];
    case 'bellen':
      return town.municipality.backoffice.map((desk) => desk.id);
    case 'kanaal':
      return [...CHANNELS];
    case 'notitie':
      return [...targetsOf('zaak', town), ...targetsOf('klant', town)];
  }
}

/** Looks a record up and notes that the module uses it; false after a finding. */
export function use(
  kind: DeskKind,
  target: string,
  at: Place,
  { town, usage, report }: Pick<UnitContext, 'town' | 'usage' | 'report'>,
): boolean {
  const known = targetsOf(kind, town);
  if (!known.includes(target)) {
    report(at, 'verwijzing', `${NAMES[kind]} '${target}' bestaat niet.${hint(target, known)}`);
    return false;
  }
  if (town.broken.has(`${kind}:${target}`)) usage.broken = true;
  if (kind === 'klant') usage.customers.add(target);
  if (kind === 'zaak') usage.cases.add(target);
  if (kind === 'artikel') usage.articles.add(target);
  if (kind === 'notitie') {
    usage.notes.add(target);
    (town.cases.has(target) ? usage.cases : usage.customers).add(target);
  }
  return true;
}

type GoalContext = Pick<UnitContext, 'town' | 'usage' | 'report'> & {
  readonly entry: { readonly id: string };
};

/** Notes that a unit practises or asks for a goal, after looking it up. */
export function useGoal(
  goal: string,
  kind: GoalUse['kind'],
  at: Place,
  { town, usage, entry, report }: GoalContext,
): void {
  if (isGoal(goal, town.goals, at, report)) usage.goals.push({ goal, kind, unit: entry.id });
}

/** Key of a desk action in `World.deskCodes` and `codes.json`. */
export const deskKey = (kind: DeskKind, target: string): DeskAction['key'] => `${kind}:${target}`;
