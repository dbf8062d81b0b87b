/** What follows from one part of a statement: its context, its actor, what it is about. */
import { createHash } from 'node:crypto';
import { irisAmong, NOBODYS, type Iris } from './iris.js';
import { isThere, listOf, member, numberOf, textOf } from './json.js';
import { momentOf } from './moment.js';

/** Something that content has a name for. */
export interface Defined {
  readonly id: string | null;
  /** Without the base of the IRIs; null: not of ours. */
  readonly path: string | null;
  /** It has the two parts of a unit's id. */
  readonly is_unit: boolean;
  readonly definition: unknown;
  /** Its definition speaks Dutch before any other language. */
  readonly isDutch: boolean;
}

/** Where in the content; null: not there. */
export interface Where {
  /** Of what may be a whole module, and its id in the content, if it is one of ours. */
  readonly activity: string | null;
  readonly module_path: string | null;
  /** The object is a unit; then `holder` is its module, as the LMS may call it. */
  readonly is_unit: boolean;
  readonly holder: string | null;
  /** What follows the unit in the object's path, or the bank of a test. */
  readonly part: string | null;
  readonly in_bank: boolean;
  /** What was scored. */
  readonly scale: 'competence' | 'outcome' | null;
  readonly name: string | null;
}

/** What a context says. */
export interface Setting {
  readonly iris: Iris;
  readonly isOurs: boolean;
  /** Microseconds since 1970, of what was told later than it happened; null: it does not say. */
  readonly happened: number | null;
  readonly isDemo: boolean;
  /** What holds the object. */
  readonly holder: Defined;
  readonly attempt: string;
  readonly version: string;
  /** It is of a run; `run` is its number. */
  readonly isRun: boolean;
  readonly run: number | null;
  readonly mode: string | null;
}

const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const PSEUDONYM = /^[0-9a-f]{32}$/;
/** What has two parts as the id of a unit has, but is none. */
const NO_UNIT = /^(competence|outcome|course)\//;
const SCALES = [
  { name: 'competence', start: 'competence/' },
  { name: 'outcome', start: 'outcome/' },
] as const;
const BANK = '/vraag/';
/** Of an INTEGER. */
const MOST_RUNS = 2 ** 31 - 1;

export function settingOf(context: unknown): Setting {
  const activities = member(context, 'contextActivities');
  const categories = listOf(member(activities, 'category'));
  const iris = irisAmong(categories);
  const extensions = member(context, 'extensions');
  const said = member(extensions, iris.run);
  const number = numberOf(member(said, 'number'));
  return {
    iris,
    isOurs: iris !== NOBODYS || categories.some((one) => member(one, 'id') === CMI5),
    happened: momentOf(member(extensions, iris.happened)),
    isDemo: isThere(member(extensions, iris.demo)),
    holder: holderOf(listOf(member(activities, 'parent')), iris),
    attempt: (textOf(member(context, 'registration')) ?? '').toLowerCase(),
    version: textOf(member(context, 'revision')) ?? '',
    isRun: isThere(said),
    run: Number.isInteger(number) && Math.abs(number ?? 0) <= MOST_RUNS ? number : null,
    mode: textOf(member(said, 'mode')),
  };
}

/** Where an LMS adds a parent of its own (cmi5's context template), ours comes after it. */
function holderOf(parents: readonly unknown[], iris: Iris): Defined {
  let holder = definedOf(undefined, iris);
  for (const parent of parents) {
    const one = definedOf(parent, iris);
    if (one.path !== null || holder.path === null) holder = one;
  }
  return holder;
}

export function definedOf(activity: unknown, { activities }: Iris): Defined {
  const id = textOf(member(activity, 'id'));
  const path = id?.startsWith(activities) ? id.slice(activities.length) : null;
  const definition = member(activity, 'definition');
  const isDutch = languageOf(member(definition, 'name')).startsWith('nl');
  return { id, path, is_unit: path !== null && isUnitPath(path), definition, isDutch };
}

export function whereOf({ id, path, is_unit }: Defined, holder: Defined): Where {
  const isModule = path === null || !path.includes('/');
  const part = path === null ? null : partOf(path, is_unit ? path : holder.path);
  const item = path === null || part !== null ? null : bankItemOf(path);
  const scale = SCALES.find(({ start }) => path?.startsWith(start));
  return {
    activity: isModule ? id : null,
    module_path: isModule ? path : null,
    is_unit,
    holder: is_unit ? holder.id : null,
    part: part ?? item,
    in_bank: item !== null,
    scale: scale?.name ?? null,
    name: scale && path !== null ? path.slice(scale.start.length) : null,
  };
}

/** The module, and the unit in it; '' of a module itself. */
export function halves(path: string): readonly [module: string, unit: string] {
  const slash = path.indexOf('/');
  if (slash < 0) return [path, ''];
  const end = path.indexOf('/', slash + 1);
  return [path.slice(0, slash), path.slice(slash + 1, end < 0 ? undefined : end)];
}

/** A unit's id has two parts; what it holds has it for parent. */
function isUnitPath(path: string): boolean {
  const slash = path.indexOf('/');
  return slash > 0 && slash < path.length - 1 && !path.includes('/', slash + 1) && !NO_UNIT.test(path);
}

function partOf(path: string, unitPath: string | null): string | null {
  const isIn = unitPath !== null && path.startsWith(unitPath) && path[unitPath.length] === '/';
  return isIn ? path.slice(unitPath.length + 1) : null;
}

/** An item of a test belongs to its bank, whichever package it is in. */
function bankItemOf(path: string): string | null {
  const slash = path.indexOf('/');
  return slash > 0 && path.startsWith(BANK, slash) ? path.slice(slash + BANK.length) : null;
}

/** What names an agent, in the order of xAPI 1.0.3, Data 2.4.2.3; a team needs no more than that it is the same each time. */
export function personOf(actor: unknown): string | null {
  const name =
    textOf(member(member(actor, 'account'), 'name')) ??
    textOf(member(actor, 'mbox')) ??
    textOf(member(actor, 'mbox_sha1sum')) ??
    textOf(member(actor, 'openid'));
  if (name === null || PSEUDONYM.test(name)) return name;
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}

/** Dutch, or else the first one; '' where nothing is said. */
export function languageOf(texts: unknown): string {
  let first: string | undefined;
  if (typeof texts === 'object' && texts !== null)
    for (const language of Object.keys(texts)) {
      if (language.startsWith('nl')) return language;
      first ??= language;
    }
  return first ?? '';
}
