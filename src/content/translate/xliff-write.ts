/** Texts for a translator as XLIFF 2.0 (OASIS, 2014): a `file` for each source, a `unit` for each text. */
import { escapeXml } from '../../xml.js';

export const XLIFF_NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';

export interface XliffUnit {
  /** A key of the source: an NMTOKEN. */
  readonly id: string;
  /** For the translator: who speaks, and where. */
  readonly note: string;
  readonly source: string;
  /** `initial`: made from an older source, so to be looked at again. */
  readonly target?: { readonly text: string; readonly state: 'translated' | 'initial' };
}
export interface XliffFile {
  /** Path of the source below the modules folder. */
  readonly original: string;
  readonly units: readonly XliffUnit[];
}

/** The whole document. Files without units are left out, since the format wants one at least. */
export function writeXliff(language: string, files: readonly XliffFile[]): string {
  const body = files.filter(({ units }) => units.length > 0).map(writeFile);
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${XLIFF_NAMESPACE}" version="2.0" srcLang="nl" trgLang="${escapeXml(language)}">
${body.join('')}</xliff>
`;
}

const writeFile = ({ original, units }: XliffFile): string =>
  `  <file id="${escapeXml(original.replaceAll('/', '.'))}" original="${escapeXml(original)}" canResegment="no">
${units.map(writeUnit).join('')}  </file>
`;

/** White space between elements is ours; inside `source` and `target` every character counts. */
function writeUnit({ id, note, source, target }: XliffUnit): string {
  const stale = target?.state === 'initial' ? `\n        <note category="state">${STALE}</note>` : '';
  const written =
    target === undefined ? '' : `\n        <target xml:space="preserve">${writeText(target.text)}</target>`;
  return `    <unit id="${escapeXml(id)}">
      <notes>
        <note category="location">${escapeXml(note)}</note>${stale}
      </notes>
      <segment state="${target?.state ?? 'initial'}">
        <source xml:space="preserve">${writeText(source)}</source>${written}
      </segment>
    </unit>
`;
}

const STALE = 'De Nederlandse tekst is veranderd na deze vertaling. Kijk haar na.';

/** What XML 1.0 cannot hold travels as `<cp hex>` (the standard's 4.3.1.1); so does CR, which parsers take for LF. */
const writeText = (text: string): string =>
  text
    .split(/([^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}])/gu)
    .map((part, index) =>
      index % 2 === 1
        ? `<cp hex="${part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`
        : escapeXml(part),
    )
    .join('');
