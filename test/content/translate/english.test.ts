/** The English of the course: which modules are wholly translated, and whether the translation says the same. */
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/content/index.js';
import type { SourceText } from '../../../src/content/language/texts.js';
import { languagesOf } from '../../../src/content/translate/apply.js';
import { entriesOf } from '../../../src/content/translate/check.js';
import { matchTexts } from '../../../src/content/translate/match.js';
import { stemOf } from '../../../src/content/translate/translation-file.js';

const TRANSLATED = ['welkom', 'hostmanship'];
const content = loadContent('modules', TRANSLATED);

interface Line {
  readonly where: string;
  readonly source: SourceText;
  /** Null when it is missing, or made from an older Dutch text. */
  readonly english: string | null;
}
const lines: readonly Line[] = content.files.flatMap(({ name, texts }) => {
  const translation = content.translations.find((one) => one.language === 'en' && one.of === stemOf(name));
  const { pairs } = matchTexts(texts, translation ? entriesOf(translation) : new Map());
  return pairs.map((pair) => ({
    where: `${name} ${pair.text.key}`,
    source: pair.text,
    english: pair.kind === 'current' ? pair.target.tekst : null,
  }));
});
/** Where something of the Dutch and of the English is not the same. */
const differing = (of: (text: string) => unknown): readonly string[] =>
  lines
    .filter(({ source, english }) => String(of(source.text)) !== String(of(english ?? '')))
    .map(({ where }) => where);
const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([match]) => match.replace(/\s/g, '').replace(/,(\d\d)$/, '.$1')).sort();

describe('the English of the modules that have it', () => {
  it('is there for every text of the modules and of what they show of the municipality, and is not stale', () => {
    expect(content.modules.map((module) => languagesOf(module, content))).toEqual(
      TRANSLATED.map(() => ['nl', 'en']),
    );
    expect(lines.filter(({ english }) => english === null).map(({ where }) => where)).toEqual([]);
  });

  it('leaves no sentence in Dutch', () => {
    const dutch = /\b(?:het|een|niet|wat|wij|voor|naar|wordt|zijn|bij)\b/i;
    expect(lines.filter(({ english }) => dutch.test(english ?? '')).map(({ where }) => where)).toEqual([]);
  });

  it('keeps amounts, case numbers, our phone number and bold words', () => {
    expect(differing((text) => found(text, /€ ?\d+(?:[.,]\d\d)?/g))).toEqual([]);
    expect(differing((text) => found(text, /Z-\d+|14 0590/g))).toEqual([]);
    expect(differing((text) => found(text, /\*\*/g).length)).toEqual([]);
  });

  it('gives the best answer away by its length no more often than the Dutch does', () => {
    const turns = new Map<string, Line[]>();
    for (const line of lines.filter(({ source }) => /^keuze\.[^.]+$/.test(source.key))) {
      const turn = line.where.replace(/ .*$/, ' ') + line.source.note.replace(/^JIJ, |, keuze .*$/g, '');
      turns.set(turn, [...(turns.get(turn) ?? []), line]);
    }
    const given = (of: (line: Line) => string): number =>
      [...turns.values()].filter((options) => {
        const most = Math.max(...options.map((option) => of(option).length));
        return options.every((option) => of(option).length < most || !option.source.weaker);
      }).length;
    expect(turns.size).toBeGreaterThan(10);
    expect(given(({ english }) => english ?? '')).toBeLessThanOrEqual(given(({ source }) => source.text));
  });
});
