import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFinding, loadContent } from '../../../src/content/index.js';
import type { Module } from '../../../src/content/module.js';
import { readAs } from '../../../src/content/language/texts.js';
import { exportTexts, importTexts, languageOfFile } from '../../../src/content/translate/files.js';
import { CALL, FIXTURES, modulesWith, swap, type Changes } from '../workshop.js';

// With proofs kept: they follow from content and code, and nothing here is about them.
const load = (dir: string) => loadContent(dir);
const findingsIn = (dir: string): string[] =>
  load(dir).findings.map((finding) => formatFinding(finding).replace(`${dir}/`, ''));

/** A copy of the fixtures in which everything was translated: every text gets `EN ` before it. */
const translated = (changes: Changes = {}): string => modulesWith(changes, (whole ??= translateWhole()));

/** Translated once, for all tests to copy. */
let whole: string | undefined;
function translateWhole(): string {
  const dir = modulesWith();
  const path = join(dir, 'en.xliff');
  exportTexts(load(dir), path, 'en');
  writeFileSync(path, translateAll(readFileSync(path, 'utf8')));
  importTexts(dir, [], path);
  return dir;
}
const translateAll = (xml: string): string =>
  xml
    .replace(
      /(<source[^>]*>)(.*?)(<\/source>)/gs,
      (source, _open, text: string) => `${source}<target xml:space="preserve">EN ${text}</target>`,
    )
    .replaceAll('state="initial"', 'state="translated"');

describe('a module with translations', () => {
  it('is whole when every text has its translation, in a file beside its source', () => {
    const dir = translated();
    expect(findingsIn(dir)).toEqual([]);
    const text = readFileSync(join(dir, 'loket/de-es.gesprek.en.yaml'), 'utf8');
    expect(text).toMatch(
      /^ {2}keuze\.a2\.feedback:\n {4}van: [a-z]{8}\n {4}tekst: EN Hij belt niet voor een afdeling\.$/m,
    );
    for (const name of [
      'loket/module.en.yaml',
      'loket/weet-je.toets.en.yaml',
      'zeventerpen/gemeente.en.yaml',
      'zeventerpen/klanten/feenstra.en.yaml',
      'zeventerpen/kennisbank/boom-kappen.artikel.en.yaml',
    ])
      expect(existsSync(join(dir, name)), name).toBe(true);
  });

  it('without any says nothing about languages', () => {
    expect(findingsIn(FIXTURES)).toEqual([]);
  });

  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a changed source makes its translation stale',
      CALL,
      swap('Hij belt niet voor een afdeling.', 'Hij belt niet voor jouw afdeling.'),
      /^loket\/de-es\.gesprek\.en\.yaml:\d+:3 warning vertaling-verouderd .*Nu staat er 'Hij belt niet voor jouw afdeling\.'\. .*'van': [a-z]{8}\.$/,
    ],
    [
      'a new text is missing',
      CALL,
      swap('COACH: Vraag door.', 'COLLEGA: Hoi.\nCOACH: Vraag door.'),
      /^loket\/de-es\.gesprek\.en\.yaml:1:1 warning vertaling-ontbreekt Er ontbreekt één vertaling: beurt\.opening\.3\. .*--export en\.xliff/,
    ],
    [
      'a removed text leaves a translation of nothing',
      CALL,
      swap('OORDEEL: Je hield de vraag vast.\n', ''),
      /^loket\/de-es\.gesprek\.en\.yaml:\d+:3 warning vertaling-onbekend Bij 'einde\.rust\.oordeel' hoort geen tekst meer/,
    ],
    [
      'the municipality counts too',
      'zeventerpen/kennisbank/boom-kappen.artikel.md',
      swap('- Meet de stam.', '- Meet de hele stam.'),
      /^zeventerpen\/kennisbank\/boom-kappen\.artikel\.en\.yaml:\d+:3 warning vertaling-verouderd/,
    ],
    [
      'a translation that names another language is refused',
      'loket/kijken.les.en.yaml',
      swap('taal: en', 'taal: de'),
      /^loket\/kijken\.les\.en\.yaml:\d+:\d+ error veld .*'\.en\.yaml', maar bij 'taal' staat 'de'/,
    ],
    [
      'a fingerprint that is none is refused',
      'loket/kijken.les.en.yaml',
      (text) => text.replace(/van: [a-z]{8}/, 'van: 12'),
      /^loket\/kijken\.les\.en\.yaml:\d+:\d+ error veld/,
    ],
  ])('%s', (_name, file, change, expected) => {
    const findings = findingsIn(translated({ [file]: change }));
    expect(findings, findings.join('\n')).toHaveLength(1);
    expect(findings[0]).toMatch(expected);
  });

  it('keeps the translation of a text that only moved or whose turn was renamed', () => {
    const dir = translated({ [CALL]: (text) => text.replaceAll(/\bgevaar\n/g, 'eerst-gevaar\n') });
    const findings = findingsIn(dir).filter((finding) => finding.includes('vertaling'));
    expect(findings).toEqual([]);
  });

  it('tells of a whole file that is missing, and of one that belongs to nothing', () => {
    const dir = translated();
    const lesson = join(dir, 'loket/kijken.les.en.yaml');
    writeFileSync(join(dir, 'loket/kijker.les.en.yaml'), readFileSync(lesson));
    writeFileSync(lesson, 'schemaVersion: 1\ntaal: en\nteksten: {}\n');
    const findings = findingsIn(dir);
    expect(findings).toHaveLength(2);
    expect(findings[0]).toMatch(
      /kijken\.les\.en\.yaml:1:1 warning vertaling-ontbreekt Er ontbreken \d+ vertalingen: titel, pagina\.p1, .* en nog \d+\./,
    );
    expect(findings[1]).toMatch(
      /kijker\.les\.en\.yaml:1:1 warning vertaling-onbekend .*Bedoelde u 'loket\/kijken\.les'\?/,
    );
  });
});

describe('taking translations over', () => {
  const target = (id: string, source: string, text: string, original = CALL): string =>
    `<file id="f" original="${original}"><unit id="${id}"><segment state="translated"><source>${source}</source><target>${text}</target></segment></unit></file>`;
  const xliff = (...files: string[]): string =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="nl" trgLang="en">${files.join('')}</xliff>`;
  const take = (dir: string, xml: string) => {
    const path = join(dir, 'in.xliff');
    writeFileSync(path, xml);
    const { content, changed, count } = importTexts(dir, [], path);
    return {
      findings: content.findings.map((finding) => formatFinding(finding).replace(`${dir}/`, '')),
      changed: changed.map((file) => file.replace(`${dir}/`, '')),
      count,
    };
  };

  it('keeps out what belongs to no text or no file, and says so', () => {
    const dir = modulesWith();
    const { findings, changed, count } = take(
      dir,
      xliff(
        target('titel', 'De es van de buren', 'The ash'),
        target('keuze.z9', 'Weg', 'Gone'),
        target('titel', 'x', 'y', '../../../etc/passwd'),
      ),
    );
    expect(count).toBe(1);
    expect(changed).toEqual(['loket/de-es.gesprek.en.yaml']);
    const strange = findings.filter((finding) => finding.includes('vertaling-onbekend'));
    expect(strange).toHaveLength(2);
    expect(strange[0]).toMatch(
      /^in\.xliff:1:\d+ warning vertaling-onbekend Bij 'keuze\.z9' hoort geen tekst meer in loket\/de-es\.gesprek\.md/,
    );
    expect(strange[1]).toMatch(/'\.\.\/\.\.\/\.\.\/etc\/passwd' is er niet/);
    expect(readFileSync(join(dir, changed[0] ?? ''), 'utf8')).not.toContain('Gone');
  });

  it('made from older Dutch is stale at once, and never replaces a newer one', () => {
    const older = xliff(target('titel', 'De eik van de buren', 'The oak'));
    const dir = modulesWith();
    expect(take(dir, older).findings.filter((finding) => finding.includes('verouderd'))).toHaveLength(1);
    const whole = translated();
    const { findings, changed } = take(whole, older);
    expect(changed).toEqual([]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(
      /in\.xliff:1:\d+ warning vertaling-verouderd 'titel' is hier vertaald van ouder Nederlands/,
    );
  });

  it('leaves what was not sent back', () => {
    const dir = translated();
    const path = join(dir, 'loket/de-es.gesprek.en.yaml');
    const before = readFileSync(path, 'utf8');
    const { findings, changed } = take(dir, xliff(target('titel', 'De es van de buren', 'The ash')));
    expect(findings).toEqual([]);
    expect(changed).toEqual(['loket/de-es.gesprek.en.yaml']);
    expect(readFileSync(path, 'utf8')).toBe(before.replace('EN De es van de buren', 'The ash'));
  });

  it('writes nothing while the content has errors or the file is no XLIFF', () => {
    const broken = modulesWith({ [CALL]: swap('{#a1}', '') });
    const good = xliff(target('titel', 'De es van de buren', 'The ash'));
    expect(take(broken, good)).toMatchObject({ changed: [], count: 0 });
    expect(exportTexts(load(broken), join(broken, 'en.xliff'), 'en')).toBeNull();
    expect(existsSync(join(broken, 'en.xliff'))).toBe(false);
    const dir = modulesWith();
    const { findings, changed } = take(dir, good.slice(0, -9));
    expect(changed).toEqual([]);
    expect(findings[0]).toMatch(/^in\.xliff:1:\d+ error xliff /);
    writeFileSync(join(dir, 'latin.xliff'), Buffer.from([0x3c, 0xe9, 0x3e]));
    const latin = importTexts(dir, [], join(dir, 'latin.xliff'));
    expect(latin.content.findings.map(({ code }) => code)).toEqual(['bestand-onleesbaar']);
  });

  it('a name tells the language', () => {
    expect(['en.xliff', 'a/welkom-en.xlf', 'EN.XLIFF'].map(languageOfFile)).toEqual(['en', 'en', 'en']);
    expect(['nl.xliff', 'texts.xliff', 'en.txt', 'en', ''].map(languageOfFile)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('translators get everything that is read', () => {
  /** Strings of a compiled module that hold words, by where they stand; ids, codes and names of people are not words. */
  function proseOf(value: unknown, path: readonly string[] = []): [string, string][] {
    if (typeof value === 'string')
      return / /.test(value) && /\p{L}{2}/u.test(value) ? [[path.join('.'), value]] : [];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => proseOf(inner, [...path, key]));
  }
  /** Cut into runs in a module, whole in the texts. */
  const IN_RICH_TEXT = /\.(runs|items)\.\d(?!.*\.bron\.bron$)/;
  /** `schaal`: only the report, which is Dutch, reads it. */
  const NOT_FOR_TRANSLATION =
    /\.(adres|telefoon|e-mail|naam|bedrijf|datum|bsn|schaal)(\.|$)|\.name$|\.bron\.bron$/;

  it.each([FIXTURES, 'modules'])('%s', (dir) => {
    const { modules, files } = loadContent(dir);
    expect(modules.length).toBeGreaterThan(0);
    const known = new Set(files.flatMap(({ texts }) => texts.flatMap(({ text }) => [text, readAs(text)])));
    const runs = [...known].join('\n');
    const lost = modules.flatMap((module: Module) =>
      proseOf(module)
        .filter(
          ([path, text]) => !known.has(text) && !(IN_RICH_TEXT.test(path) && runs.includes(text.trim())),
        )
        .filter(([path]) => IN_RICH_TEXT.test(path) || !NOT_FOR_TRANSLATION.test(`.${path}`)),
    );
    expect(lost).toEqual([]);
  });
});

describe('a damaged translation gives findings, never a crash', () => {
  it('cut and changed anywhere', () => {
    const dir = translated();
    const path = join(dir, 'loket/kijken.les.en.yaml');
    const good = readFileSync(path, 'utf8');
    const bits = fc.constantFrom(
      '',
      ': ',
      '\n',
      '- ',
      '"',
      '\t',
      '{',
      '\ud800',
      '&a ',
      '*a',
      '__proto__: {}',
      '\0',
      '💶',
    );
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(60), bits, (at, length, text) => {
        writeFileSync(path, good.slice(0, at) + text + good.slice(at + length));
        for (const finding of findingsIn(dir)) expect(finding).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 25 },
    );
  }, 30_000);
});
