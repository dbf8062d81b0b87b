/**
 * Reads cmi5.xml (cmi5 section 13) strictly: the build checks its own with it, and the local LMS what is uploaded.
 * The published schema is not on npm; what it says of names, order and values is said here, and what it cannot say too.
 */
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { LAUNCH_PARAMETERS, MOVE_ON, type MoveOn } from './vocabulary.js';
import { child, children, elements, localName, namespaceOf, textIn } from './xml.js';

export const NAMESPACE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';

export interface CourseStructure {
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly children: readonly CourseNode[];
}
/** Language tag -> text, in the file's order. */
export type Texts = Readonly<Record<string, string>>;
export type CourseNode = Block | Au;

export interface Block {
  readonly kind: 'block';
  readonly id: string;
  readonly title: Texts;
  readonly children: readonly CourseNode[];
}

/** An assignable unit: what can be launched. */
export interface Au {
  readonly kind: 'au';
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  /** Relative to the zip's root, or absolute. */
  readonly url: string;
  readonly moveOn: MoveOn;
  /** 0..1 */
  readonly masteryScore?: number;
  readonly launchMethod: 'AnyWindow' | 'OwnWindow';
  readonly activityType: string;
  readonly launchParameters: string;
  readonly entitlementKey: string;
}

export type ReadStructure =
  | { readonly structure: CourseStructure; readonly problems: readonly [] }
  | { readonly structure: null; readonly problems: readonly string[] };

/** `files`: paths in the zip; absent: an XML file on its own, whose addresses must be absolute. Problems are in Dutch. */
export function readCourseStructure(xml: string, files?: ReadonlySet<string>): ReadStructure {
  const reader = new Reader(files);
  const structure = reader.course(xml);
  if (structure === null || reader.problems.length > 0) return { structure: null, problems: reader.problems };
  return { structure, problems: [] };
}

/** All that can be launched, in course order. */
export function ausOf(nodes: readonly CourseNode[]): readonly Au[] {
  return nodes.flatMap((node) => (node.kind === 'au' ? [node] : ausOf(node.children)));
}

/** The text in Dutch if there, else English, else the first. */
export function textOf(texts: Texts): string {
  const tags = Object.keys(texts);
  const tag =
    tags.find((one) => /^nl\b/i.test(one)) ?? tags.find((one) => /^en\b/i.test(one)) ?? tags[0] ?? '';
  return texts[tag] ?? '';
}

const COURSE = ['title', 'description'];
const BLOCK = ['title', 'description', 'objectives', 'au', 'block'];
const AU = ['title', 'description', 'objectives', 'url', 'launchParameters', 'entitlementKey'];
const AU_ATTRIBUTES = ['id', 'moveOn', 'masteryScore', 'launchMethod', 'activityType'];

class Reader {
  readonly problems: string[] = [];
  private readonly ids = new Set<string>();
  private readonly objectives = new Set<string>();

  constructor(private readonly files: ReadonlySet<string> | undefined) {}

  course(xml: string): CourseStructure | null {
    const root = this.parse(xml);
    if (!root) return null;
    this.order(root, ['course', 'objectives', 'au', 'block']);
    const course = child(root, 'course');
    if (!course) {
      this.problems.push('cmi5.xml heeft geen <course>');
      return null;
    }
    this.order(course, COURSE);
    this.readObjectives(child(root, 'objectives'));
    const structure = {
      id: this.id(course),
      title: this.texts(course, 'title'),
      description: this.texts(course, 'description'),
      children: this.nodes(root),
    };
    if (ausOf(structure.children).length === 0)
      this.problems.push('cmi5.xml heeft geen <au>: er is niets om te starten');
    return structure;
  }

  private parse(xml: string): XmlElement | null {
    try {
      const root = parseXml(xml.replace(/^\uFEFF/, '')).root;
      if (root && localName(root) === 'courseStructure' && namespaceOf(root) === NAMESPACE) return root;
      this.problems.push(`cmi5.xml begint niet met <courseStructure xmlns="${NAMESPACE}">`);
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
      this.problems.push(`cmi5.xml is geen geldige XML: ${reason}`);
    }
    return null;
  }

  private nodes(parent: XmlElement): readonly CourseNode[] {
    return elements(parent).flatMap((one): CourseNode[] => {
      if (localName(one) === 'au') return [this.au(one)];
      return localName(one) === 'block' ? [this.block(one)] : [];
    });
  }

  private block(element: XmlElement): Block {
    this.order(element, BLOCK);
    this.attributes(element, ['id']);
    const id = this.id(element);
    const title = this.texts(element, 'title');
    this.texts(element, 'description');
    this.references(element);
    const children = this.nodes(element);
    if (children.length === 0) this.problems.push(`<block id="${id}"> is leeg`);
    return { kind: 'block', id, title, children };
  }

  private au(element: XmlElement): Au {
    this.order(element, AU);
    this.attributes(element, AU_ATTRIBUTES);
    this.references(element);
    const id = this.id(element);
    const masteryScore = this.masteryScore(element, id);
    return {
      kind: 'au',
      id,
      title: this.texts(element, 'title'),
      description: this.texts(element, 'description'),
      url: this.url(element, id),
      moveOn: this.word(element, 'moveOn', MOVE_ON, 'NotApplicable'),
      ...(masteryScore === undefined ? {} : { masteryScore }),
      launchMethod: this.word(element, 'launchMethod', ['AnyWindow', 'OwnWindow'], 'AnyWindow'),
      activityType: element.attributes['activityType']?.trim() ?? '',
      launchParameters: textIn(child(element, 'launchParameters')),
      entitlementKey: textIn(child(element, 'entitlementKey')),
    };
  }

  /** 13.1.1.0, 3.0.0.0-1: fully qualified and unique. */
  private id(element: XmlElement): string {
    const id = element.attributes['id']?.trim() ?? '';
    const name = localName(element);
    if (!isIri(id)) this.problems.push(`<${name}> heeft geen volledige IRI als id: ${JSON.stringify(id)}`);
    else if (this.ids.has(id)) this.problems.push(`twee keer dezelfde id: ${id}`);
    this.ids.add(id);
    return id;
  }

  private texts(parent: XmlElement, name: string): Texts {
    const where = `<${name}> van <${localName(parent)}>`;
    const holder = child(parent, name);
    if (!holder) {
      this.problems.push(`${where} ontbreekt`);
      return {};
    }
    const strings = children(holder, 'langstring');
    if (strings.length === 0) this.problems.push(`${where} heeft geen <langstring>`);
    return Object.fromEntries(
      strings.map((one) => {
        const tag = one.attributes['lang']?.trim() ?? 'und';
        if (!isLanguageTag(tag)) this.problems.push(`${where}: lang="${tag}" is geen taal (zoals nl-NL)`);
        if (textIn(one) === '') this.problems.push(`${where}: lege <langstring>`);
        return [tag, textIn(one)];
      }),
    );
  }

  private masteryScore(element: XmlElement, id: string): number | undefined {
    const given = element.attributes['masteryScore']?.trim();
    if (given === undefined) return undefined;
    const value = Number(given);
    // xs:decimal: no exponent; the schema allows at most four decimals.
    if (!/^\d*\.?\d{1,4}$/.test(given) || value > 1)
      this.problems.push(`masteryScore van ${id} moet tussen 0 en 1 liggen, met hooguit 4 cijfers: ${given}`);
    return value;
  }

  private url(element: XmlElement, id: string): string {
    const url = textIn(child(element, 'url'));
    const names = [...new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? '').keys()];
    const taken = names.find((name) => LAUNCH_PARAMETERS.some((one) => one === name));
    if (taken !== undefined)
      this.problems.push(`de url van ${id} gebruikt ${taken}, dat het LMS zelf toevoegt`);
    if (isIri(url)) {
      if (!/^https?:/i.test(url))
        this.problems.push(`de url van ${id} begint niet met https: ${JSON.stringify(url)}`);
    } else if (this.files === undefined || url === '') {
      this.problems.push(`de url van ${id} is geen volledig adres: ${JSON.stringify(url)}`);
    } else if (!this.files.has(decoded(url.replace(/[?#].*$/, '')))) {
      this.problems.push(`het startbestand ${url} zit niet in het pakket`);
    }
    return url;
  }

  private word<T extends string>(element: XmlElement, name: string, known: readonly T[], otherwise: T): T {
    const given = element.attributes[name]?.trim();
    if (given === undefined) return otherwise;
    const found = known.find((one) => one === given);
    if (found === undefined)
      this.problems.push(`${name}="${given}" bestaat niet; het kan zijn: ${known.join(', ')}`);
    return found ?? otherwise;
  }

  private readObjectives(holder: XmlElement | undefined): void {
    for (const one of holder ? children(holder, 'objective') : []) {
      this.objectives.add(this.id(one));
      this.texts(one, 'title');
      this.texts(one, 'description');
    }
  }

  private references(element: XmlElement): void {
    const holder = child(element, 'objectives');
    for (const one of holder ? children(holder, 'objective') : []) {
      const to = one.attributes['idref']?.trim() ?? '';
      if (!this.objectives.has(to)) this.problems.push(`objective idref="${to}" wijst naar niets`);
    }
  }

  /** The schema fixes the order, and allows elements of other namespaces after its own. */
  private order(element: XmlElement, names: readonly string[]): void {
    let last = 0;
    for (const one of elements(element)) {
      if (one.name.includes(':') && namespaceOf(one) !== NAMESPACE) continue;
      const name = localName(one);
      const place = names.indexOf(name);
      const isNode = name === 'au' || name === 'block';
      if (place === -1) this.problems.push(`<${name}> hoort niet in <${localName(element)}>`);
      else if (place < last && !isNode)
        this.problems.push(`<${name}> staat in <${localName(element)}> op de verkeerde plaats`);
      last = Math.max(last, place);
    }
  }

  private attributes(element: XmlElement, known: readonly string[]): void {
    for (const name of Object.keys(element.attributes)) {
      if (!known.includes(name) && !name.includes(':') && name !== 'xmlns')
        this.problems.push(`<${localName(element)}> kent geen ${name}`);
    }
  }
}

/** A scheme and something after it: no reference relative to another address. */
export function isIri(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value) && !/^https?:(?!\/\/[^/\s])/i.test(value);
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
