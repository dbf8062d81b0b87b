/** Files of an older version of the language, and of a newer one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixContent } from '../../src/content/fix.js';
import { loadContent } from '../../src/content/index.js';
import { MIGRATIONS, type Migration } from '../../src/content/migrate/migrations.js';
import { upgrade } from '../../src/content/migrate/upgrade.js';
import { SCHEMA_VERSION } from '../../src/content/schema/version.js';
import { applyEdits, placeAt, placeBefore } from '../../src/content/source/edits.js';
import { CALL, findingsOf, modulesWith, swap, type Changes } from './workshop.js';

const HEAD = 'loket/module.yaml';
const TOWN_FILE = 'zeventerpen/gemeente.yaml';
const read = (dir: string, name: string): string => readFileSync(join(dir, name), 'utf8');

/** The test module as it was written in the first version. */
const firstVersion: Changes = {
  [HEAD]: swap('schemaVersion: 2', 'schemaVersion: 1'),
  [TOWN_FILE]: swap('schemaVersion: 2\n', ''),
  [CALL]: swap('proces 1/3, minuten <= 6', 'proces 1/3, wachtdagen = 0, minuten <= 6'),
};

describe('files of an older version', () => {
  it('are checked as if they were brought up to date, with a warning for each folder', () => {
    const findings = findingsOf(firstVersion);
    expect(findings).toHaveLength(2);
    expect(findings[0]).toMatch(
      /^loket\/module\.yaml:1:1 warning schema-oud De bestanden in deze map zijn geschreven in versie 1; nu is het versie 2\. .*--fix.*'wachtdagen' nu 'werkdagen'/,
    );
    expect(findings[1]).toMatch(/^zeventerpen\/gemeente\.yaml:1:1 warning schema-oud /);
    expect(loadContent(modulesWith(firstVersion), [], { cache: null }).modules).toHaveLength(1);
  });

  it('are brought up to date by --fix, which changes nothing else and is done after one time', () => {
    const dir = modulesWith(firstVersion);
    const { changed, content } = fixContent(dir);
    expect(changed.map((file) => file.slice(dir.length + 1))).toEqual([TOWN_FILE, CALL, HEAD]);
    expect(content.findings).toEqual([]);
    const now = modulesWith({ [CALL]: swap('proces 1/3, minuten', 'proces 1/3, werkdagen = 0, minuten') });
    for (const name of [TOWN_FILE, CALL, HEAD]) expect(read(dir, name)).toBe(read(now, name));
    expect(fixContent(dir).changed).toEqual([]);
  });

  it('get their missing ids in the same go', () => {
    const dir = modulesWith({
      ...firstVersion,
      [CALL]: (text) =>
        text.replace('proces 1/3, minuten', 'proces 1/3, wachtdagen = 0, minuten').replace(' {#b1}', ''),
    });
    fixContent(dir);
    const fixed = read(dir, CALL);
    expect(fixed).toContain('naar\n  kijken. {#b3}\n');
    expect(fixed).toContain('werkdagen = 0');
  });

  it('keep their line ends, their byte order mark and every other word', () => {
    const windows = (text: string): string =>
      `\uFEFF${text.replaceAll('\n', '\r\n').replace('En nu?', 'En wachtdagen = 3 dan?')}`;
    const before = (text: string): string =>
      windows(text.replace('minuten <= 6', 'wachtdagen<=6').replace('geen gehoor:', 'wachtdagen > 1:'));
    const dir = modulesWith({
      ...firstVersion,
      [CALL]: before,
      [TOWN_FILE]: (text) => windows(text.replace('schemaVersion: 2\n', '')),
    });
    fixContent(dir);
    expect(read(dir, CALL)).toBe(before(read(modulesWith(), CALL)).replace('wachtdagen<=6', 'werkdagen<=6'));
    expect(read(dir, TOWN_FILE)).toBe(windows(read(modulesWith(), TOWN_FILE)));
  });

  it('are migrated too when no unit uses them yet', () => {
    const old = read(modulesWith(), CALL).replace('minuten <= 6', 'wachtdagen <= 6');
    const dir = modulesWith({ ...firstVersion, 'loket/later.gesprek.md': old });
    fixContent(dir);
    expect(read(dir, 'loket/later.gesprek.md')).toContain('werkdagen <= 6');
  });

  it('are taken up again where a --fix was broken off', () => {
    const dir = modulesWith({ ...firstVersion, [CALL]: swap('minuten <= 6', 'werkdagen <= 6') });
    const { changed, content } = fixContent(dir);
    expect(changed.map((file) => file.slice(dir.length + 1))).toEqual([TOWN_FILE, HEAD]);
    expect(content.findings).toEqual([]);
  });

  it('are found wrong at the line where the mistake stands, not where it would stand', () => {
    const slip = swap('naam: Zeventerpen\n', 'naam: Zeventerpen\nnaamm: x\n');
    const dir = modulesWith({ [TOWN_FILE]: (text) => slip(text.replace('schemaVersion: 2\n', '')) });
    const found = loadContent(dir, [], { cache: null }).findings.find(({ code }) => code === 'veld-onbekend');
    const lines = read(dir, TOWN_FILE).split('\n');
    expect(found).toMatchObject({ line: lines.indexOf('naamm: x') + 1, column: 1 });
  });
});

describe('files of a newer version', () => {
  it('are an error that says to update the program, and nothing of that module is built or written', () => {
    const changes: Changes = {
      [HEAD]: swap('schemaVersion: 2', 'schemaVersion: 3'),
      [CALL]: (text) => text.replace(' {#b1}', ''),
    };
    expect(findingsOf(changes)).toEqual([
      'loket/module.yaml:1:1 error schema-nieuw Dit is geschreven in versie 3, en dit programma kent tot en met 2. Werk het programma bij. Deze map doet nu niet mee.',
    ]);
    const dir = modulesWith(changes);
    expect(loadContent(dir, [], { cache: null }).modules).toEqual([]);
    expect(fixContent(dir).changed).toEqual([]);
  });

  it('of the municipality too', () => {
    const findings = findingsOf({ [TOWN_FILE]: swap('schemaVersion: 2', 'schemaVersion: 3') });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^zeventerpen\/gemeente\.yaml:2:1 error schema-nieuw /);
  });
});

describe('codes that cannot be read', () => {
  it.each([
    [
      'of a newer version',
      swap('"schemaVersion": 1', '"schemaVersion": 2'),
      /veld 'schemaVersion': is 2, en dit programma kent tot en met 1\. Werk het programma bij\./,
    ],
    ['with the marks of a merge', swap('"codes": {', '<<<<<<< HEAD\n"codes": {'), /ontbreekt en is nodig/],
  ] as const)('%s: are told, and never overwritten', (_, change, expected) => {
    const dir = modulesWith({ 'loket/codes.json': change, [CALL]: (text) => text.replace(' {#b1}', '') });
    const [codes, script] = [read(dir, 'loket/codes.json'), read(dir, CALL)];
    const { changed, content } = fixContent(dir);
    expect(changed).toEqual([]);
    expect(read(dir, 'loket/codes.json')).toBe(codes);
    // The number that a new id must not have is in there.
    expect(read(dir, CALL)).toBe(script);
    expect(content.findings.map(({ code, message }) => `${code} ${message}`).join('\n')).toMatch(expected);
  });
});

describe('a row of migrations', () => {
  const rename = (from: number, old: string, now: string): Migration => ({
    from,
    what: '',
    edits: (_, text) =>
      [...text.matchAll(new RegExp(old, 'g'))].map(({ index }) => ({
        start: index,
        end: index + old.length,
        text: now,
      })),
  });
  const row = [rename(1, 'een', 'tweede\n'), rename(2, 'tweede', '3')];

  it('is applied in order, from the version of the file on', () => {
    expect(upgrade({ name: 'x', text: 'nul een tweede' }, 1, row, 3)?.text).toBe('nul 3\n 3');
    expect(upgrade({ name: 'x', text: 'nul een tweede' }, 2, row, 3)?.text).toBe('nul een 3');
    expect(upgrade({ name: 'x', text: 'nul een tweede' }, 3, row, 3)).toBeNull();
    expect(upgrade({ name: 'module.yaml', text: '# x\nschemaVersion: 1\n' }, 1, row, 3)?.text).toBe(
      '# x\nschemaVersion: 3\n',
    );
  });

  it('knows where each place of the new text stands in the stored one', () => {
    const upgraded = upgrade({ name: 'x', text: 'nul een\ntweede x' }, 1, row, 3);
    expect(upgraded?.text).toBe('nul 3\n\n3 x');
    expect(upgraded?.stored({ line: 3, column: 3 })).toEqual({ line: 2, column: 8 });
    expect(upgraded?.stored({ line: 1, column: 1 })).toEqual({ line: 1, column: 1 });
  });

  it('gives back every character that stayed, whatever was put in or taken out', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', ' ', 'é'), maxLength: 30 });
    const changes = fc.array(fc.tuple(fc.nat(30), fc.nat(3), text), { maxLength: 4 });
    fc.assert(
      fc.property(text, changes, (stored, list) => {
        let from = 0;
        const edits = list.flatMap(([skip, length, put]) => {
          const start = from + skip;
          if (start + length > stored.length) return [];
          from = start + length;
          return [{ start, end: from, text: put }];
        });
        const now = applyEdits(stored, edits);
        for (let offset = 0, shift = 0, next = 0; offset < stored.length; offset++) {
          for (; edits[next] && edits[next]!.start <= offset; next++)
            shift += edits[next]!.text.length - (edits[next]!.end - edits[next]!.start);
          if (edits.some(({ start, end }) => offset >= start && offset < end)) continue;
          // Between the two characters of a Windows line end there is no place.
          if (stored[offset] === '\n' || stored[offset] === '\r') continue;
          expect(placeBefore(stored, edits, placeAt(now, offset + shift))).toEqual(placeAt(stored, offset));
        }
      }),
    );
  });

  it('is whole: there is one for every version before this one', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(
      Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1),
    );
  });
});
