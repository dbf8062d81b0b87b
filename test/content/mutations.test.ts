import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkModule } from '../../src/content/compile/module.js';
import { FindingList, formatFinding } from '../../src/content/finding.js';
import { readModules } from '../../src/content/read.js';
import { parseConversation } from '../../src/content/script/conversation.js';
import { parseLesson } from '../../src/content/script/lesson.js';
import { parseMistakes } from '../../src/content/script/mistakes.js';
import { splitLines } from '../../src/content/source/lines.js';
import { files } from './fragment-workshop.js';
import { CALL, findingsOf, FIXTURES, MAIL, modulesWith } from './workshop.js';

const linesOf = (name: string): string[] => readFileSync(join(FIXTURES, name), 'utf8').split('\n');
const strange = [
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\0',
  '\ud800',
  '\t',
  '{#',
  '}',
  '->',
  '→',
  '–',
  '`',
  '#',
  '* ',
  '## ',
  'als ',
  ';',
  ':',
  '(',
  '\\',
  '💶',
  'é',
  '-0',
  '1e9',
  '  ',
];

type Mutation = readonly [
  kind: 'cut' | 'swap' | 'double' | 'insert' | 'indent' | 'trim',
  line: number,
  other: number,
  text: string,
];
const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.constantFrom('cut', 'swap', 'double', 'insert', 'indent', 'trim'),
  fc.nat(200),
  fc.nat(200),
  fc.oneof(fc.constantFrom(...strange), fc.string({ maxLength: 12, unit: 'binary' })),
);

function mutate(lines: readonly string[], mutations: readonly Mutation[]): string {
  const result = [...lines];
  for (const [kind, line, other, text] of mutations) {
    const at = line % Math.max(1, result.length);
    const to = other % Math.max(1, result.length);
    const here = result[at] ?? '';
    if (kind === 'cut') result.splice(at, 1);
    if (kind === 'swap') [result[at], result[to]] = [result[to] ?? '', here];
    if (kind === 'double') result.splice(to, 0, here);
    if (kind === 'insert') result[at] = here.slice(0, to) + text + here.slice(to);
    if (kind === 'indent') result[at] = here.startsWith(' ') ? here.trimStart() : `  ${here}`;
    if (kind === 'trim') result[at] = here.slice(0, to);
  }
  return result.join('\n');
}

const mutations = fc.array(mutation, { minLength: 1, maxLength: 8 });
/** As some editor may save it. */
const saved = fc.constantFrom<((text: string) => string)[]>(
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\uFEFF${text}`,
  (text) => text.replace(/^ {2}/gm, '\t'),
);
const KINDS = [CALL, MAIL, 'loket/kijken.les.md', 'loket/luister.fout.md'] as const;

describe('a damaged script gives findings, never a crash', () => {
  it.each([
    [CALL, parseConversation],
    [MAIL, parseConversation],
    ['loket/kijken.les.md', parseLesson],
    ['loket/luister.fout.md', parseMistakes],
  ] as const)('%s, cut and shuffled in many ways', (name, parse) => {
    const lines = linesOf(name);
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 8 }), (mutations) => {
        const text = mutate(lines, mutations);
        const list = new FindingList();
        parse(splitLines(text, list.reporter(name)), list.reporter(name));
        const count = text.split(/\r\n|\n|\r/).length;
        for (const { line, column, message } of list.findings) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(count);
          expect(column).toBeGreaterThan(0);
          expect(message).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(KINDS)('also when all of it is checked, proved and played: 250 times %s', (name) => {
    const { town, modules } = readModules(FIXTURES, ['loket']);
    const [source] = modules;
    const unit = source?.units.find((each) => name.endsWith(`/${each.name}`));
    if (!town || !source || !unit) throw new Error('the fixtures do not read');
    const lines = linesOf(name);
    fc.assert(
      fc.property(mutations, saved, (change, save) => {
        const list = new FindingList();
        const report = list.reporter(unit.report.file);
        const units = [{ ...unit, report, text: save(mutate(lines, change)) }];
        const { module } = checkModule({ ...source, units }, { town, list, cache: null });
        expect(module !== null || list.errorCount > 0).toBe(true);
        for (const finding of list.findings) {
          expect(finding.line).toBeGreaterThan(0);
          expect(formatFinding(finding)).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('also a damaged fragment, and a damaged use of it', () => {
    const { town, modules } = readModules(modulesWith(files()), ['loket']);
    const [source] = modules;
    const unit = source?.units.find((each) => CALL.endsWith(`/${each.name}`));
    const [fragment] = source?.fragments ?? [];
    if (!town || !source || !unit || !fragment) throw new Error('the fixtures do not read');
    const [lines, script] = [fragment.text.split('\n'), unit.text.split('\n')];
    fc.assert(
      fc.property(mutations, mutations, saved, fc.boolean(), (change, other, save, both) => {
        const list = new FindingList();
        const report = list.reporter(unit.report.file);
        const units = [{ ...unit, report, text: both ? save(mutate(script, other)) : unit.text }];
        const text = save(mutate(lines, change));
        const fragments = [{ ...fragment, report: list.reporter(fragment.report.file), text }];
        const { module } = checkModule({ ...source, units, fragments }, { town, list, cache: null });
        expect(module !== null || list.errorCount > 0).toBe(true);
        for (const finding of list.findings) expect(formatFinding(finding)).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 250 },
    );
  });

  it.each([
    ['text', 'x'],
    ['blanks before a letter', ' '],
    ['stars', '*'],
    ['braces', '{#'],
    ['brackets', '('],
    ['conditions', ' en '],
    ['effects', '; minuten 1'],
  ])('a line of a million characters of %s is one finding', (_name, unit) => {
    const long = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const findings = findingsOf({
      [CALL]: (text) => text.replace('KLANT: En nu?', `KLANT: ${long}a\n  minuten ${long}`),
    });
    expect(findings.filter((finding) => finding.includes(' regel-te-lang '))).toHaveLength(2);
  });
});
