import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadContent } from '../../src/content/index.js';
import type { Quiz } from '../../src/content/module.js';
import type { BankFile } from '../../src/content/schema/bank.js';
import type { ItemsFile } from '../../src/content/schema/items.js';
import { translateModule } from '../../src/content/translate/apply.js';
import { fingerprint } from '../../src/content/translate/translation-file.js';
import { Course } from '../../src/preview/course.js';
import { findingsOf, modulesWith, type Changes } from './workshop.js';

const QUIZ = 'loket/weet-je.toets.yaml';
const item = (id: string, form: string) => `
  - id: ${id}
    ${form}
    soort: enkel
    leerdoel: bomen
    niveau: begrijpen
    vraag: Mag deze boom weg?
    artikel: boom-kappen
    bron: { bron: Kapverordening, gecontroleerd: 2026-11-26 }
    uitleg: Kijk eerst hoe dik hij is.
    goed: b
    opties:
      - { id: a, tekst: Altijd, waarom: Een dikke niet. }
      - { id: b, tekst: Dat hangt van de dikte af, waarom: Zo staat het in de regel. }
      - { id: c, tekst: Nooit, waarom: Een dunne wel. }`;
const BANK = `competentie: proactief
module: Bomen
vragen:${item('dikke-boom', 'vorm: rest')}${item('hoge-boom', 'vorm: A\n    plek: 1')}
`;

/** The quiz with items of a bank that another module has. */
const borrowing = (...names: readonly string[]): Changes => ({
  'meting/proactief.bank.yaml': BANK,
  [QUIZ]: (text) => `${text.trimEnd()}\nuit-de-bank: [${names.join(', ')}]\n`,
});
/** The borrowed item has its code already. */
const CODED: Changes = {
  'loket/codes.json': (text) => text.replace('"codes": {', '"codes": {\n    "weet-je/dikke-boom": "zz",'),
};
/** The module with the bank is not read itself: the quiz stands on its own. */
const refusals = (...names: readonly string[]): string[] =>
  findingsOf(borrowing(...names), { ids: ['loket'] }).map((line) => line.replace(/^.*? error /, ''));

describe('an item of the bank in a quiz', () => {
  it('is played after its own items, with all that explains it and a code of the quiz', () => {
    const dir = modulesWith({
      ...borrowing('meting/dikke-boom'),
      ...CODED,
    });
    const { modules: whole, findings } = loadContent(dir, ['loket'], { cache: null });
    expect(findings).toEqual([]);
    const quiz = whole[0]?.units.find((unit): unit is Quiz => unit.kind === 'quiz');
    expect(quiz?.items.map(({ id }) => id)).toEqual(['eerst', 'waarheen', 'dikke-boom']);
    expect(quiz?.items.at(-1)).toMatchObject({
      code: 'zz',
      competentie: 'proactief',
      artikel: 'boom-kappen',
      uitleg: 'Kijk eerst hoe dik hij is.',
      opties: [{ waarom: 'Een dikke niet.' }, {}, { waarom: 'Een dunne wel.' }],
    });
    expect(quiz?.items.at(-1)).not.toHaveProperty('vorm');
  });

  it('is translated with the quiz', () => {
    const text = 'Kijk eerst hoe dik hij is.';
    const dir = modulesWith({
      ...borrowing('meting/dikke-boom'),
      ...CODED,
      'loket/weet-je.toets.en.yaml': `schemaVersion: 1
taal: en
teksten:
  vraag.dikke-boom.uitleg:
    van: ${fingerprint(text)}
    tekst: Look first how thick it is.
`,
    });
    const content = loadContent(dir, ['loket'], { cache: null });
    const english = translateModule(content.modules[0]!, 'en', content);
    expect(JSON.stringify(english)).toContain('Look first how thick it is.');
    expect(JSON.stringify(english)).not.toContain(text);
  });

  it('is read anew in the preview when its bank is saved', () => {
    const dir = modulesWith({ ...borrowing('meting/dikke-boom'), ...CODED });
    const course = new Course(dir, null);
    const bank = join(dir, 'meting/proactief.bank.yaml');
    writeFileSync(bank, BANK.replaceAll('Kijk eerst hoe dik hij is.', 'Meet hem eerst.'));
    course.refresh([bank]);
    const loket = course.modules.find(({ id }) => id === 'loket');
    expect(JSON.stringify(loket?.module)).toContain('Meet hem eerst.');
  });

  it('is refused when it is in a form of the test', () => {
    expect(refusals('meting/hoge-boom')).toEqual([
      "verwijzing De vraag 'hoge-boom' staat op plek 1 van vorm A van de toets. Wie haar hier maakt, kent haar daar al. Kies een vraag met 'vorm: rest'. Over 'proactief' zijn dat: dikke-boom.",
    ]);
  });

  it('is refused when there is no such item or no such bank, with what was meant', () => {
    expect(refusals('meting/dike-boom')).toEqual([
      "verwijzing De bank van 'meting' heeft geen vraag 'dike-boom'. Bedoelde u 'dikke-boom'?",
    ]);
    expect(refusals('metin/dikke-boom')).toEqual([
      "verwijzing De module 'metin' heeft geen bank met vragen. Bedoelde u 'meting'?",
    ]);
    expect(refusals('dikke-boom')).toEqual([
      "veld 'uit-de-bank': schrijf module/vraag, zoals kennistoets/zet-maar-door.",
    ]);
  });

  it('is refused when it is there twice, or when its bank cannot be read', () => {
    expect(refusals('meting/dikke-boom', 'meting/dikke-boom')).toEqual([
      "dubbel De vraag 'dikke-boom' staat er twee keer. Geef deze een ander id.",
    ]);
    const broken = {
      ...borrowing('meting/dikke-boom'),
      'meting/proactief.bank.yaml': 'competentie: bomen\n',
    };
    expect(findingsOf(broken, { ids: ['loket'] }).join('\n')).toContain(
      "De bank van 'meting' kan niet worden gelezen. Draai eerst `npm run check -- meting`.",
    );
  });
});

describe('the quizzes of the course', () => {
  it('borrow items that are in no form, each a few of its own', () => {
    const MODULES = fileURLToPath(new URL('../../modules', import.meta.url));
    const files = readdirSync(MODULES, { recursive: true, encoding: 'utf8' });
    const read = (ending: string): Partial<BankFile & ItemsFile>[] =>
      files
        .filter((name) => name.endsWith(ending))
        .map((name) => parse(readFileSync(`${MODULES}/${name}`, 'utf8')) as Partial<BankFile & ItemsFile>);
    const borrowed = read('.toets.yaml').flatMap((quiz) => quiz['uit-de-bank'] ?? []);
    const spare = read('.bank.yaml').flatMap(({ vragen = [] }) =>
      vragen.flatMap((one) => ('vorm' in one && one.vorm === 'rest' ? [`kennistoets/${one.id}`] : [])),
    );
    expect(borrowed.length).toBeGreaterThanOrEqual(8);
    expect(new Set(borrowed).size).toBe(borrowed.length);
    expect(borrowed.filter((name) => !spare.includes(name))).toEqual([]);
  });
});
