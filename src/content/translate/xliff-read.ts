/** Reads XLIFF 2 as a translator's tool gives it back: resegmented, with marks, with a prefix; but never half. */
import { parseXml, XmlElement, XmlError, XmlText, type XmlNode } from '@rgrove/parse-xml';
import type { Place, Reporter } from '../finding.js';
import { LANGUAGE } from './translation-file.js';
import { XLIFF_NAMESPACE } from './xliff-write.js';

export interface ReadUnit {
  readonly id: string;
  readonly at: Place;
  readonly source: string;
  /** Null when there is none, or not for every segment. */
  readonly target: string | null;
  /** The translator did not say that it is done. */
  readonly initial: boolean;
}
export interface ReadFile {
  readonly original: string;
  readonly at: Place;
  readonly units: readonly ReadUnit[];
}
export interface ReadXliff {
  readonly language: string;
  readonly files: readonly ReadFile[];
}

const START: Place = { line: 1, column: 1 };

/** Reads a document; null after findings. */
export function readXliff(xml: string, report: Reporter): ReadXliff | null {
  try {
    const { root } = parseXml(xml, { includeOffsets: true });
    return root && toXliff(root, new Places(xml), report);
  } catch (error) {
    const at = error instanceof XmlError ? { line: error.line, column: error.column } : START;
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '';
    report(
      at,
      'xliff',
      `Dit is geen goede XML (${reason.slice(0, 100)}). Vraag de vertaler om een nieuw bestand.`,
    );
    return null;
  }
}

function toXliff(root: XmlElement, places: Places, report: Reporter): ReadXliff | null {
  const prefix = root.name.includes(':') ? `:${root.name.split(':', 1)[0] ?? ''}` : '';
  const { version = '', srcLang, trgLang = '' } = root.attributes;
  const namespace = root.attributes[`xmlns${prefix}`];
  if (nameOf(root) !== 'xliff' || namespace !== XLIFF_NAMESPACE || !version.startsWith('2.')) {
    const found = nameOf(root) === 'xliff' ? `XLIFF ${version}` : `<${root.name}>`;
    report(
      places.of(root),
      'xliff',
      `Hier hoort XLIFF 2.0, en er staat ${found.slice(0, 40)}. Bewaar het als XLIFF 2.0.`,
    );
    return null;
  }
  // Tools write `en-GB` where we asked for `en`.
  const language = trgLang.toLowerCase().split('-', 1)[0] ?? '';
  if (srcLang?.toLowerCase().split('-', 1)[0] !== 'nl' || !LANGUAGE.test(language) || language === 'nl') {
    const message = `Dit bestand vertaalt van '${srcLang ?? ''}' naar '${trgLang}'. Het moet van 'nl' naar een andere taal.`;
    report(places.of(root), 'xliff', message);
    return null;
  }
  const files = childrenOf(root, 'file').map((file): ReadFile => {
    const units = unitsIn(file).map((unit) => toUnit(unit, places));
    return { original: file.attributes.original ?? '', at: places.of(file), units };
  });
  return { language, files };
}

/** Units, also those that a tool put into groups. */
const unitsIn = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap((child) =>
    nameOf(child) === 'unit' ? child : nameOf(child) === 'group' ? unitsIn(child) : [],
  );

function toUnit(unit: XmlElement, places: Places): ReadUnit {
  let source = '';
  let target: string | null = '';
  let initial = false;
  for (const part of elementsOf(unit)) {
    const isSegment = nameOf(part) === 'segment';
    if (!isSegment && nameOf(part) !== 'ignorable') continue;
    const [from] = childrenOf(part, 'source');
    const [to] = childrenOf(part, 'target');
    source += from ? textOf(from) : '';
    // What stands between sentences is the same in every language unless the translator says otherwise.
    const text = to ?? (isSegment ? null : from);
    target = text && target !== null ? target + textOf(text) : null;
    if (isSegment && (part.attributes.state ?? 'initial') === 'initial') initial = true;
  }
  const isEmpty = target === null || target.trim() === '';
  return {
    id: unit.attributes.id ?? '',
    at: places.of(unit),
    source,
    target: isEmpty ? null : target,
    initial,
  };
}

/** Text with its `<cp>`; what a tool marked (`mrk`, `pc`) counts, its placeholders do not. */
function textOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child instanceof XmlText) return child.text;
      if (!(child instanceof XmlElement)) return '';
      return nameOf(child) === 'cp' ? codePoint(child.attributes.hex ?? '') : textOf(child);
    })
    .join('');
}

function codePoint(hex: string): string {
  const code = /^[0-9a-f]{1,8}$/i.test(hex) ? parseInt(hex, 16) : -1;
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const nameOf = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);
const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => child instanceof XmlElement);
const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => nameOf(child) === name);

/** Offsets as places. */
class Places {
  private readonly lines: readonly number[];

  constructor(text: string) {
    this.lines = [0, ...[...text.matchAll(/\n/g)].map((found) => found.index + 1)];
  }

  of({ start }: XmlNode): Place {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.lines[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(1, start - (this.lines[low] ?? 0) + 1) };
  }
}
