/** The IRIs by which a package names what is ours; their base is the build's, and statements say it by their profile. */
import { ownIris } from '../../tracking/xapi/vocabulary.js';
import { member } from './json.js';

/** Those that the facts are read by. */
export interface Iris {
  readonly profile: string;
  /** With a slash at its end. */
  readonly activities: string;
  readonly happened: string;
  readonly run: string;
  readonly demo: string;
  readonly effect: string;
  readonly evidence: string;
  readonly ending: string;
  readonly route: string;
}

function irisOf(base: string): Iris {
  const { profile, activities, extensions } = ownIris(base);
  return { ...extensions, profile, activities: `${activities}/` };
}

/** Of a statement without a profile of ours: no name in it begins so. */
export const NOBODYS = irisOf('');

/** Statements that follow each other are nearly always of one build. */
let last = NOBODYS;

/** Of the profile among a statement's categories. */
export function irisAmong(categories: readonly unknown[]): Iris {
  for (const category of categories) {
    const id = member(category, 'id');
    if (id === last.profile) return last;
    if (typeof id === 'string' && id.endsWith(NOBODYS.profile) && id.length > NOBODYS.profile.length)
      return (last = irisOf(id.slice(0, -NOBODYS.profile.length)));
  }
  return NOBODYS;
}
