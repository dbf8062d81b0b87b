import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixContent } from '../../src/content/fix.js';
import { loadContent } from '../../src/content/index.js';
import { CALL, modulesWith, swap } from './workshop.js';

const codesOf = (dir: string): Record<string, string> =>
  (JSON.parse(readFileSync(join(dir, 'loket/codes.json'), 'utf8')) as { codes: Record<string, string> })
    .codes;

describe('--fix', () => {
  it('leaves a module without faults as it is', () => {
    expect(fixContent(modulesWith()).changed).toEqual([]);
  });

  it('writes missing ids and their codes, and nothing else', () => {
    const dir = modulesWith({ [CALL]: (text) => text.replace(' {#a2}', '').replace(' {#a3}', '') });
    const { changed, content } = fixContent(dir);
    expect(changed.map((file) => file.slice(dir.length + 1))).toEqual([CALL, 'loket/codes.json']);
    expect(content.findings).toEqual([]);
    const original = readFileSync(join(modulesWith(), CALL), 'utf8');
    // a2 and a3 were given before, so they are not given again.
    expect(readFileSync(join(dir, CALL), 'utf8')).toBe(
      original.replace('{#a2}', '{#a4}').replace('{#a3}', '{#a5}'),
    );
  });

  it('does its work in one go, and lets a text that is edited keep its id and code', () => {
    const dir = modulesWith({
      [CALL]: (text) => text.replace(' {#a2}', '').replace('Dat is schrikken. Zet', 'Wat een schrik. Zet'),
    });
    const before = codesOf(dir);
    fixContent(dir);
    const fixed = readFileSync(join(dir, CALL), 'utf8');
    expect(fixed).toMatch(/Wat een schrik\. Zet .* \{#b2\}/);
    expect(codesOf(dir)['de-es/b2']).toBe(before['de-es/b2']);
    expect(fixContent(dir).changed).toEqual([]);
    expect(readFileSync(join(dir, CALL), 'utf8')).toBe(fixed);
  });

  it('never gives a removed id or code to something else', () => {
    const dir = modulesWith();
    const before = codesOf(dir);
    const without = modulesWith({
      [CALL]: (text) =>
        text.replace(
          /\* Daar gaat[^]*?-> besluit\n/,
          '* Een heel andere keuze.\n  FEEDBACK: Tja.\n  VERLEIDING: Tja.\n  -> besluit\n',
        ),
    });
    fixContent(without);
    const after = codesOf(without);
    expect(readFileSync(join(without, CALL), 'utf8')).toContain('* Een heel andere keuze. {#a4}');
    for (const [key, code] of Object.entries(before)) expect(after[key]).toBe(code);
    expect(Object.values(before)).not.toContain(after['de-es/a4']);
    expect(new Set(Object.values(after)).size).toBe(Object.values(after).length);
  });

  it('gives the same codes on every machine', () => {
    const [one, two] = [modulesWith({ 'loket/codes.json': null }), modulesWith({ 'loket/codes.json': null })];
    fixContent(one);
    fixContent(two);
    expect(codesOf(one)).toEqual(codesOf(two));
    expect(loadContent(one).findings).toEqual([]);
  });

  it('undoes what Word did, and keeps BOM and line ends', () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const original = windows(readFileSync(join(modulesWith(), CALL), 'utf8'));
    const dir = modulesWith({
      [CALL]: (text) =>
        windows(text)
          .replace('klanttevredenheid -2', 'klanttevredenheid −2')
          .replaceAll('  -> besluit', '  → besluit')
          .replace('=> rust', '⇒ rust'),
    });
    expect(loadContent(dir).findings.every((finding) => finding.code === 'teken-uit-word')).toBe(true);
    fixContent(dir);
    expect(readFileSync(join(dir, CALL), 'utf8')).toBe(original);
  });

  it('writes the ids of a wrapped option behind its last line', () => {
    const dir = modulesWith({ [CALL]: swap('kijken. {#b1}', 'kijken.') });
    fixContent(dir);
    expect(readFileSync(join(dir, CALL), 'utf8')).toContain('naar\n  kijken. {#b3}\n');
  });

  it('tells of a code given twice', () => {
    const dir = modulesWith({
      'loket/codes.json': (text) =>
        text.replace(
          /"de-es\/a2": "[0-9a-z]{2}"/,
          `"de-es/a2": "${/"de-es\/a1": "(..)"/.exec(text)?.[1] ?? ''}"`,
        ),
    });
    expect(loadContent(dir).findings.map((finding) => finding.code)).toContain('codes');
  });
});
