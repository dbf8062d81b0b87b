/** Reads imsmanifest.xml as LMSs do: the default organization's first item that launches a SCO. */
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { ausOf, readCourseStructure, textOf, type CourseStructure } from '../../cmi5/course-structure.js';
import { RefusedPackage } from './unzip.js';

export type ScormEdition = '1.2' | '2004';
export type Edition = ScormEdition | 'cmi5';

export function editionIn(word: string): Edition {
  return word === '2004' || word === 'cmi5' ? word : '1.2';
}

export interface Manifest {
  readonly identifier: string;
  readonly edition: Edition;
  readonly title: string;
  readonly version: string;
  /** Path in the package, with the item's parameters as query. */
  readonly launch: string;
  readonly launchData: string;
  /** 1.2 only; '' = none. */
  readonly masteryScore: string;
  /** cmi5 only. */
  readonly course?: CourseStructure;
}

/** cmi5.xml of the zip; `files`: paths in it. @throws RefusedPackage with all that is wrong in it. */
export function readCmi5(xml: string, files: ReadonlySet<string>): Manifest {
  const { structure, problems } = readCourseStructure(xml, files);
  if (structure === null) throw new RefusedPackage(problems.join('; '));
  return {
    identifier: structure.id,
    edition: 'cmi5',
    title: textOf(structure.title),
    version: '',
    launch: ausOf(structure.children)[0]?.url ?? '',
    launchData: '',
    masteryScore: '',
    course: structure,
  };
}

/** imsmanifest.xml. @throws RefusedPackage with what is wrong in it. */
export function readManifest(xml: string): Manifest {
  const root = parse(xml);
  const organizations = child(root, 'organizations');
  const all = organizations ? children(organizations, 'organization') : [];
  const organization =
    all.find((one) => attribute(one, 'identifier') === attribute(organizations, 'default')) ?? all[0];
  if (!organization) throw new RefusedPackage('imsmanifest.xml noemt geen organization');
  const item = descendants(organization, 'item').find((one) => attribute(one, 'identifierref'));
  if (!item) throw new RefusedPackage('imsmanifest.xml heeft geen item dat iets start');
  const resource = descendants(root, 'resource').find(
    (one) => attribute(one, 'identifier') === attribute(item, 'identifierref'),
  );
  const href = attribute(resource, 'href');
  if (!href)
    throw new RefusedPackage(
      'het item in imsmanifest.xml wijst naar een resource die er niet is of niets start',
    );
  return {
    identifier: attribute(root, 'identifier'),
    edition: editionOf(root),
    title: text(child(organization, 'title')) || text(child(item, 'title')),
    version: attribute(root, 'version'),
    launch: launchPath(attribute(resource, 'base') + href, attribute(item, 'parameters')),
    launchData: text(child(item, 'datafromlms')),
    masteryScore: text(child(item, 'masteryscore')),
  };
}

function parse(xml: string): XmlElement {
  try {
    const root = parseXml(xml.replace(/^\uFEFF/, '')).root;
    if (root && localName(root) === 'manifest') return root;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new RefusedPackage(`imsmanifest.xml is geen geldige XML: ${reason}`);
  }
  throw new RefusedPackage('imsmanifest.xml begint niet met <manifest>');
}

// Moodle, mod/scorm/datamodels/scormlib.php: exactly these are 2004; everything else plays as 1.2.
function editionOf(root: XmlElement): ScormEdition {
  const metadata = child(root, 'metadata');
  const version = metadata ? text(child(metadata, 'schemaversion')) : '';
  return /^(CAM )?1\.3$|^2004 (3rd|4th) Edition$/.test(version) ? '2004' : '1.2';
}

function launchPath(href: string, parameters: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/|\.\.(\/|$)/i.test(href))
    throw new RefusedPackage(`het pakket start buiten zichzelf: ${href}`);
  const query = parameters.replace(/^[?&]+/, '');
  if (!query) return href;
  return href + (href.includes('?') ? '&' : '?') + query;
}

function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1).toLowerCase();
}

function children(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter(
    (one): one is XmlElement => one instanceof XmlElement && localName(one) === name,
  );
}

function child(parent: XmlElement, name: string): XmlElement | undefined {
  return children(parent, name)[0];
}

function descendants(parent: XmlElement, name: string): XmlElement[] {
  const elements = parent.children.filter((one): one is XmlElement => one instanceof XmlElement);
  return elements.flatMap((one) => [...(localName(one) === name ? [one] : []), ...descendants(one, name)]);
}

/** By local name: `xml:base` and `base` alike. */
function attribute(element: XmlElement | undefined, name: string): string {
  if (!element) return '';
  const found = Object.entries(element.attributes).find(([key]) => key.slice(key.indexOf(':') + 1) === name);
  return found?.[1] ?? '';
}

function text(element: XmlElement | undefined): string {
  return element?.text.trim() ?? '';
}
