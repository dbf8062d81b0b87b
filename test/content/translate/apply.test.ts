import { describe, expect, it } from 'vitest';
import { loadContent, type Content } from '../../../src/content/index.js';
import { FindingList } from '../../../src/content/finding.js';
import { readAs } from '../../../src/content/language/texts.js';
import { languagesOf, translateModule, type Translations } from '../../../src/content/translate/apply.js';
import {
  fingerprint,
  readTranslation,
  translationName,
} from '../../../src/content/translate/translation-file.js';
import { FIXTURES } from '../workshop.js';

const fixtures = loadContent(FIXTURES, [], { cache: null });
const real = loadContent('modules');

const isRich = (value: unknown): boolean => Array.isArray(value) && Array.isArray(value[0]);
const report = new FindingList().reporter('en.yaml');

/** A translation of everything: each text becomes its file and key, so that it can be found again. */
function marked({ files }: Content, leave: (key: string) => boolean = () => false): Translations {
  return {
    files,
    translations: files.map(({ name, texts }) => {
      const entries = texts
        .filter(({ key }) => !leave(key))
        .map(({ key, text }) => `  ${key}: {van: ${fingerprint(text)}, tekst: "${markOf(name, text)}"}`);
      const yaml = `schemaVersion: 1\ntaal: en\nteksten:\n${entries.join('\n') || '  {}'}\n`;
      return readTranslation(translationName(name, 'en'), yaml, report);
    }),
  };
}
const markOf = (name: string, text: string): string => `EN ${name.split('/')[0]} ${fingerprint(text)}`;

describe.each([
  ['the fixtures', fixtures],
  ['the real modules', real],
])('a module in another language: %s', (_name, content) => {
  const known = marked(content);

  it('has every text of its own files translated, wherever it stands in the module', () => {
    for (const module of content.modules) {
      const json = JSON.stringify(translateModule(module, 'en', known));
      const dutch = JSON.stringify(module);
      const own = content.files.filter(({ name }) => name.startsWith(`${module.id}/`));
      const lost = own.flatMap(({ name, texts }) =>
        texts
          // What is in no form of a test is not in the module.
          .filter(({ text }) => !name.endsWith('.bank.yaml') || dutch.includes(JSON.stringify(text)))
          .filter(({ text }) => !json.includes(markOf(name, text)))
          .map(({ key }) => `${name} ${key}`),
      );
      expect(lost).toEqual([]);
    }
  });

  it('shows what it takes from the municipality in that language too', () => {
    for (const module of content.modules) {
      const { world } = translateModule(module, 'en', known);
      const left = JSON.stringify(world);
      for (const article of module.world.articles) expect(left).not.toContain(`"${article.titel}"`);
      expect(world.competences.hostmanship.label).toMatch(/^EN /);
      expect(world.customers.map(({ naam }) => naam)).toEqual(module.world.customers.map(({ naam }) => naam));
    }
  });

  it('keeps codes, ids, rules and version, so that an attempt goes on in it', () => {
    // Texts apart: only which fields there are, and where rich text begins.
    const bare = (module: unknown): string =>
      JSON.stringify(module, (key, value: unknown) =>
        key === 'runs' || isRich(value) || typeof value === 'string' ? key : value,
      );
    for (const module of content.modules) {
      const english = translateModule(module, 'en', known);
      expect(bare(english) === bare(module)).toBe(true);
      expect(english.contentVersion).toBe(module.contentVersion);
      expect(english.units.map(({ code, id }) => [code, id])).toEqual(
        module.units.map(({ code, id }) => [code, id]),
      );
      expect(english.world.deskCodes).toEqual(module.world.deskCodes);
      expect(english.language).toBe('en');
    }
  });
});

describe('what a translation lacks', () => {
  it('stays Dutch, and marks of bold keep their place', () => {
    const [module] = fixtures.modules;
    const { files } = fixtures;
    const english = translateModule(
      module!,
      'en',
      marked(fixtures, (key) => key === 'titel'),
    );
    expect(english.title).toBe(module!.title);
    expect(english.summary).not.toBe(module!.summary);
    const bold = files.flatMap(({ texts }) => texts).find(({ text }) => text.includes('**'))!;
    const dutch = { files, translations: marked(fixtures).translations };
    expect(readAs(bold.text)).not.toContain('*');
    expect(JSON.stringify(translateModule(module!, 'en', dutch))).not.toContain('**');
  });

  it('a module without any is Dutch only', () => {
    const [module] = fixtures.modules;
    expect(languagesOf(module!, fixtures)).toEqual(['nl']);
    expect(languagesOf(module!, marked(fixtures))).toEqual(['nl', 'en']);
    expect(translateModule(module!, 'nl', marked(fixtures))).toBe(module);
  });
});
