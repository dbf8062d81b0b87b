import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, describe, expect, it } from 'vitest';
import { MOODS } from '../../src/content/vocabulary.js';
import { en } from '../../src/player/texts/en.js';
import { enUnits, enWork } from '../../src/player/texts/en-screens.js';
import { enTools } from '../../src/player/texts/en-tools.js';
import { nlTools } from '../../src/player/texts/nl-tools.js';
import { nl } from '../../src/player/texts/nl.js';
import { nlUnits } from '../../src/player/texts/nl-units.js';
import { nlWork } from '../../src/player/texts/nl-work.js';
import { chooseLanguage, useTexts } from '../../src/player/texts/texts.js';
import { decimal, euro, longDate, shortDate, spokenName } from '../../src/player/ui/format.js';

const files = readdirSync('src/player', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('texts'))
  .map((name) => join('src/player', name))
  .concat('src/app.ts');

/** What a reader would see of a source that does not come from the texts: words in templates, names, sentences. */
function literalsIn(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) {
      const tag = node.tag.getText();
      if (tag === 'html' || tag === 'svg') found.push(...wordsIn(node.template));
      if (tag === 'css') return;
    }
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteral(node) && /^\p{Lu}\p{Ll}+ .*\p{Ll}{2}|\p{Ll}{3}[.?!]$/u.test(node.text))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

function wordsIn(template: ts.TemplateLiteral): readonly string[] {
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
  const markup = parts.join('¦');
  const named = markup.match(/(?:aria-label|title|alt|placeholder|label)="[^"¦]*\p{L}{2}[^"]*"/gu) ?? [];
  const read = markup.replace(/<[^>]*>/g, '¦').match(/\p{L}{2}[^¦]*/gu) ?? [];
  return [...named, ...read];
}

/** `a.b.c` of everything in an object of texts. */
const keysOf = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => keysOf(one, `${path}.${key}`))
    : [path];

describe('the texts of the player', () => {
  it('are the only place with words that a learner reads', () => {
    const strays = files.flatMap((file) =>
      literalsIn(readFileSync(file, 'utf8')).map((words) => `${file}: ${words.trim()}`),
    );
    expect(strays).toEqual([]);
  });

  it('would find a word in a template, a name of a control and a sentence in code', () => {
    const planted = [
      'html`<p>Verder</p>`',
      'html`<button aria-label="Sluit dit">${x}</button>`',
      "const a = 'Dat kan niet.';",
      'html`<p class="row wrap">${a} van ${b}</p>`',
    ];
    expect(planted.map((source) => literalsIn(source).length)).toEqual([1, 1, 1, 1]);
    expect(literalsIn('html`<p class="row wrap">${t.common.on}</p>`')).toEqual([]);
  });

  it('have every key in English too, and no other', () => {
    expect(keysOf(en)).toEqual(keysOf(nl));
    expect(keysOf(enWork)).toEqual(keysOf(nlWork));
    expect(keysOf(enUnits)).toEqual(keysOf(nlUnits));
    expect(keysOf(enTools)).toEqual(keysOf(nlTools));
  });

  it('say every mood of the scripts in English', () => {
    const untold = Object.keys(MOODS).filter((mood) => en.common.mood(mood) === mood);
    expect(untold).toEqual([]);
  });
});

describe('the language of the page', () => {
  afterEach(() => useTexts(nl, 'nl'));

  it('is the first of the package unless somebody asks for another that it has', () => {
    expect(chooseLanguage(['nl', 'en'], [null, undefined])).toBe('nl');
    expect(chooseLanguage(['nl', 'en'], [null, 'en-GB'])).toBe('en');
    expect(chooseLanguage(['en', 'nl'], ['fr', 'NL_nl'])).toBe('nl');
    expect(chooseLanguage(['nl'], ['en'])).toBe('nl');
  });

  it('says how numbers, money and dates are written', () => {
    const shown = (): string[] =>
      [decimal(4.25), euro(1208.5), shortDate('2026-10-14'), longDate(new Date(2026, 10, 25))].map((text) =>
        text.replaceAll('\u00a0', ' '),
      );
    expect(shown()).toEqual(['4,3', '€ 1.208,50', '14 okt 2026', '25 november 2026']);
    useTexts(en, 'en');
    expect(shown()).toEqual(['4.3', '€1,208.50', '14 Oct 2026', '25 November 2026']);
    expect(shortDate('onbekend')).toBe('onbekend');
  });

  it('decides the form that goes with a number', () => {
    expect([0, 1, 2].map((n) => nlWork.meters.days(n))).toEqual(['0 werkdagen', '1 werkdag', '2 werkdagen']);
    expect([0, 1, 2].map((n) => enWork.meters.days(n))).toEqual([
      '0 working days',
      '1 working day',
      '2 working days',
    ]);
    expect(nlUnits.list(['a', 'b', 'c'])).toBe('a, b en c');
    expect(enUnits.list(['a', 'b', 'c'])).toBe('a, b and c');
  });

  it('say a name as people do, also where the learning environment turns it round', () => {
    expect(['Jansen, Sam', 'de Vries, Anne-Marie'].map(spokenName)).toEqual([
      'Sam Jansen',
      'Anne-Marie de Vries',
    ]);
    expect(['Sam Jansen', '', 'A, B, C', 'Els,'].map(spokenName)).toEqual([
      'Sam Jansen',
      '',
      'A, B, C',
      'Els,',
    ]);
  });
});
