import mustache from 'mustache';
import { EDITIONS, type ScormTarget } from './target.js';
import { escapeXml } from '../xml.js';

export interface ManifestInput {
  readonly moduleId: string;
  readonly title: string;
  readonly version: string;
  readonly target: ScormTarget;
  /** Paths of the files the learner's browser loads, forward slashes, without the manifest and its schemas. */
  readonly files: readonly string[];
  /** What the LMS hands to the page at every launch; '' = nothing. At most LAUNCH_DATA_LIMIT characters, and no secret. */
  readonly launchData?: string;
}

/** SCORM 1.2's schema takes no more. */
export const LAUNCH_DATA_LIMIT = 255;

/**
 * imsmanifest.xml for one package (SCORM 1.2 CAM 2.3; SCORM 2004 CAM 3.4), from the template's text.
 * Identifiers hang on the module id only: LMSs match a re-upload by them, so they must survive new versions.
 * @throws when a file named by the manifest cannot be one (absolute, `..`, backslash) or index.html is missing.
 */
export function renderManifest(template: string, input: ManifestInput): string {
  const broken = input.files.find(
    (file) => file.startsWith('/') || file.includes('\\') || file.split('/').includes('..'),
  );
  if (broken !== undefined) throw new Error(`A package cannot hold a file named ${broken}.`);
  if (!input.files.includes('index.html'))
    throw new Error('A package needs index.html: the manifest launches it.');
  if ((input.launchData ?? '').length > LAUNCH_DATA_LIMIT)
    throw new Error(`Launch data are longer than ${LAUNCH_DATA_LIMIT} characters.`);
  const edition = EDITIONS[input.target];
  const id = input.moduleId.replaceAll('-', '_').toUpperCase();
  const view = {
    is12: edition.is12,
    is2004: !edition.is12,
    schemaVersion: edition.schemaVersion,
    identifier: `ZEVENTERPEN_${id}`,
    organizationId: `ORG_${id}`,
    itemId: `ITEM_${id}`,
    resourceId: `RES_${id}`,
    title: input.title,
    version: input.version,
    launchData: input.launchData ?? '',
    files: input.files.map((file) => file.split('/').map(encodeURIComponent).join('/')),
  };
  return mustache.render(template, view, {}, { escape: escapeXml });
}
