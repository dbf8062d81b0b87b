/** `config.json`: what `npm run build` decided for this package. Packaging writes it, the page reads it. */
import { LANGUAGES, type Language } from '../content/vocabulary.js';
import type { DetailLevel } from './snapshot.js';

export type ScormEdition = 'scorm12' | 'scorm2004';
export type Target = ScormEdition | 'cmi5';
/** Whom statements are about: HMAC of the learner id, the learner id itself, or nobody beyond this attempt. */
export type ActorMode = 'pseudonym' | 'lms-id' | 'attempt';

export interface PackageConfig {
  /** Name of the package in local copies: unique among the packages of a course, the same over its versions. */
  readonly package: string;
  readonly target: Target;
  readonly detail: DetailLevel;
  /** The languages that are in the package; the first one opens unless somebody asks for another. */
  readonly languages: readonly Language[];
  /** Id of the course, for the statements' grouping. */
  readonly course: string;
  /** Base of all our IRIs, without a slash at the end: activities, extensions, profile. */
  readonly iri: string;
  /** `account.homePage` of the actor. */
  readonly homePage: string;
  /** Key of the pseudonym; not secret to who can open the package. */
  readonly salt: string;
  readonly actor: ActorMode;
  /** `none`, `launch` (from the launch address) or the endpoint's address. */
  readonly lrs: string;
  /** An `Authorization` header that may only write; everyone who opens the package can read it. '' = none. */
  readonly lrsKey: string;
  /** Whom a learner may ask for help, as it is shown; '': the help names the administrator of the learning environment. */
  readonly helpDesk: string;
}

/** Without a readable config.json the page still plays and saves; only statements are off. */
export const DEFAULT_CONFIG: PackageConfig = {
  package: 'zeventerpen',
  target: 'scorm12',
  detail: 'score',
  languages: ['nl'],
  course: 'zeventerpen',
  iri: 'https://zeventerpen.example/xapi',
  homePage: 'https://zeventerpen.example',
  salt: '',
  actor: 'attempt',
  lrs: 'none',
  lrsKey: '',
  helpDesk: '',
};

/**
 * Reads a parsed config.json. What is missing or of a wrong kind takes its default, so that a package
 * with an odd config plays on rather than showing a white page.
 */
export function readConfig(value: unknown): PackageConfig {
  const given: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const text = (key: Exclude<keyof PackageConfig, 'languages'>): string => {
    const found = given[key];
    return typeof found === 'string' && found !== '' ? found : DEFAULT_CONFIG[key];
  };
  const actor = text('actor');
  return {
    package: text('package'),
    target: readTarget(text('target')),
    detail: text('detail') === 'route' ? 'route' : 'score',
    languages: readLanguages(given['languages']),
    course: text('course'),
    iri: text('iri').replace(/\/+$/, ''),
    homePage: text('homePage'),
    salt: text('salt'),
    actor: actor === 'pseudonym' || actor === 'lms-id' ? actor : 'attempt',
    lrs: text('lrs'),
    lrsKey: text('lrsKey'),
    helpDesk: text('helpDesk'),
  };
}

function readTarget(word: string): Target {
  return word === 'scorm2004' || word === 'cmi5' ? word : 'scorm12';
}

function readLanguages(value: unknown): readonly Language[] {
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  const found = given.flatMap((one) => LANGUAGES.filter((language) => language === one));
  return found.length === 0 ? DEFAULT_CONFIG.languages : found;
}
