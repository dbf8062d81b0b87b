/** What all packages of the course have in common, so that their statements belong together. */
import { createHash } from 'node:crypto';
import type { PackageConfig } from '../tracking/config.js';

const COURSE = 'dienstverlenend-werken';
export const IRI = 'https://zeventerpen.example/xapi';

/** `salt`: key of the pseudonyms; without one it follows from the course, and anyone can work out whose pseudonym is whose. */
export function courseConfig(salt?: string): Pick<PackageConfig, 'course' | 'iri' | 'homePage' | 'salt'> {
  return {
    course: COURSE,
    iri: IRI,
    homePage: `${IRI}/leerlingen`,
    salt: salt ?? createHash('sha256').update(COURSE).digest('hex'),
  };
}
