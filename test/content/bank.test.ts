import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { alikePairs } from '../../src/content/check/bank/alike.js';
import { checkBank } from '../../src/content/check/bank/check-bank.js';
import { oddsOf } from '../../src/content/check/bank/odds.js';
import type { Banked } from '../../src/content/compile/bank.js';
import { FindingList } from '../../src/content/finding.js';
import { loadContent } from '../../src/content/index.js';
import type { Item } from '../../src/content/schema/items.js';
import { findingsOf } from './workshop.js';

type Of<Kind extends Item['soort']> = Item & { soort: Kind };
type Form = Banked['form'];

const MODULES = fileURLToPath(new URL('../../modules', import.meta.url));
const FOLDER = `${MODULES}/kennistoets`;

const REAL = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.bank.yaml'))
  .flatMap((name) => {
    const { competentie, vragen } = parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as {
      competentie: Item['competentie'];
      vragen: (Item & { vorm: Form })[];
    };
    return vragen.map((item) => ({ item: { ...item, competentie }, form: item.vorm }));
  });

/** The items of the real bank, to plant something in. */
const realBank = (): { item: Item; form: Form }[] => structuredClone(REAL);

/** What is said of a bank, as `code message`; of the real one with these changes. */
function saidOf(change: (items: { item: Item; form: Form }[]) => void): string[] {
  const items = realBank();
  change(items);
  const list = new FindingList();
  const report = list.reporter('bank.yaml');
  checkBank(
    items.map(({ item, form }) => ({
      item: { ...item, code: '00' },
      form,
      slot: undefined,
      at: () => ({ line: 1, column: 1 }),
      report,
    })),
  );
  return list.findings.map(({ code, message }) => `${code} ${message}`);
}

const kindOf = <Kind extends Item['soort']>(items: readonly { item: Item }[], kind: Kind): Of<Kind>[] =>
  items.flatMap(({ item }) => (item.soort === kind ? [item as Of<Kind>] : []));
const named = (items: readonly { item: Item; form: Form }[], id: string) =>
  items.find(({ item }) => item.id === id)!;

/** Changes the right option (or all weaker ones) of so many items with one right answer. */
const inSingles =
  (many: number, right: boolean, change: (text: string) => string) => (items: { item: Item }[]) => {
    for (const item of kindOf(items, 'enkel').slice(0, many))
      for (const option of item.opties)
        if ((option.id === item.goed) === right) option.tekst = change(option.tekst);
  };

describe('the real bank', () => {
  it('has no finding of any kind', () => {
    const { findings, modules } = loadContent(MODULES, ['kennistoets'], { cache: null });
    expect(findings).toEqual([]);
    expect(modules.map(({ id }) => id)).toEqual(['kennistoets']);
    expect(saidOf(() => undefined)).toEqual([]);
  });

  it('has no two items that come near to being alike', () => {
    const items = realBank() as unknown as Banked[];
    expect(alikePairs(items, 0.25)).toEqual([]);
  });
});

describe('items that are nearly the same', () => {
  it('are told of, whatever names and numbers were changed', () => {
    const said = saidOf((items) => {
      const { item } = named(items, 'vijftien-dagen-stil');
      const situatie = item.situatie!.replace('schuur', 'garage').replace('20', '31').replace('15', '9');
      items.push({ item: { ...item, id: 'negen-dagen-stil', situatie }, form: 'rest' });
    });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^vraag-dubbel Deze vraag lijkt voor \d\d % op 'vijftien-dagen-stil'/);
  });

  it('are found by their situation where the question is a standard one', () => {
    const bank = realBank();
    const standard = kindOf(bank, 'beoordelen').filter(
      ({ vraag }) => vraag === 'Hoe goed werkt elke reactie?',
    );
    expect(standard.length).toBeGreaterThan(10);
    const said = saidOf((items) => {
      const { item } = named(items, 'elf-minuten-gewacht');
      const situatie = item.situatie!.replace('Elf', 'Negen').replace('acht', 'vijf');
      items.push({ item: { ...item, id: 'negen-minuten', situatie }, form: 'rest' });
    });
    expect(said.filter((one) => one.startsWith('vraag-dubbel'))).toEqual([
      expect.stringContaining("op 'elf-minuten-gewacht'"),
    ]);
  });
});

describe('items that give their answer away', () => {
  it.each([
    [
      'De langste optie is in de bank te vaak de goede',
      inSingles(40, true, (text) => `${text} ${'Zo is het goed. '.repeat(4)}`),
    ],
    ['De kortste optie is in de bank te vaak de goede', inSingles(40, true, (text) => text.slice(0, 20))],
    [
      "Een optie met 'altijd', 'nooit' of 'alleen' is in de bank te vaak de zwakke",
      inSingles(20, false, (text) => `${text} Nooit.`),
    ],
    [
      "Een optie met 'misschien', 'soms' of 'vaak' is in de bank te vaak de goede",
      inSingles(20, true, (text) => `${text} Meestal.`),
    ],
    [
      'Een optie die iets vraagt is in de bank te vaak de goede',
      inSingles(30, true, (text) => `${text} Goed?`),
    ],
    [
      "Een optie die met 'nee' begint is in de bank te vaak de zwakke",
      inSingles(30, false, (text) => `Nee. ${text}`),
    ],
    [
      "Een optie die met 'ja' begint is in de bank te vaak de goede",
      inSingles(30, true, (text) => `Ja. ${text}`),
    ],
  ])('together: %s', (message, change) => {
    const said = saidOf(change);
    expect(said.join('\n')).toContain(`vraag-verraadt ${message}`);
  });

  it('together, by the place where the answer is written', () => {
    const said = saidOf((items) => {
      for (const item of kindOf(items, 'enkel').slice(0, 40))
        item.opties.sort((one, other) => Number(other.id === item.goed) - Number(one.id === item.goed));
    });
    expect(said.join('\n')).toContain('vraag-verraadt De eerste optie is in de bank te vaak de goede');
    expect(said.join('\n')).toContain('Op het scherm zijn de opties geschud');
  });

  it('together, by being the only one to name a word of the question', () => {
    const said = saidOf((items) => {
      for (const item of kindOf(items, 'enkel').slice(0, 40)) {
        item.vraag = `Bromvlieg? ${item.vraag}`;
        item.opties.find(({ id }) => id === item.goed)!.tekst += ' Bromvlieg.';
      }
    });
    expect(said.join('\n')).toContain(
      'De optie die als enige een woord uit de vraag noemt is in de bank te vaak de goede',
    );
  });

  it('are told of per form, where a pattern is in one form only', () => {
    const said = saidOf((items) => {
      for (const { item } of items.filter(({ form }) => form === 'A'))
        if (item.soort === 'enkel') item.opties.find(({ id }) => id === item.goed)!.tekst += ' Wilt u dat?';
    });
    expect(said.join('\n')).toContain('Een optie die iets vraagt is in vorm A te vaak de goede');
    expect(said.join('\n')).not.toContain('is in vorm B te vaak');
  });

  it('one by one, when the best option is far longer than the next', () => {
    const said = saidOf((items) => {
      const item = named(items, 'bonbons').item as Of<'enkel'>;
      item.opties.find(({ id }) => id === item.goed)!.tekst += ' Zo doen wij dat hier.'.repeat(6);
    });
    expect(said).toContainEqual(
      expect.stringMatching(/^vraag-verraadt De beste optie van 'bonbons' heeft \d+ tekens/),
    );
  });
});

describe('the chance of a pattern', () => {
  it('is what counting all ways to pick comes to', () => {
    const item = { worth: [3, 0, 0, 0], picked: [0] };
    expect(oddsOf([item])).toEqual({ got: 3, expected: 0.75, asMuch: 0.25, asLittle: 1 });
    expect(oddsOf([item, item]).asMuch).toBeCloseTo(1 / 16);
    // Two of five, of which two are right: one way in ten to have both.
    expect(oddsOf([{ worth: [3, 3, 0, 0, 0], picked: [0, 1] }]).asMuch).toBeCloseTo(1 / 10);
  });
});

describe('an answer in another item', () => {
  const tell = (form: Form) =>
    saidOf((items) => {
      const { item } = named(items, 'waarom-geen-bsn');
      const by = items.find((each) => each.form === form && each.item.competentie === 'hostmanship')!;
      const right = (item as Of<'meer'>).opties.find(({ id }) => id === 'c')!;
      (item as Of<'meer'>).goed = ['a', 'c'];
      by.item.situatie = `${by.item.situatie!} ${right.tekst}`;
    }).filter((one) => one.startsWith('antwoord-elders'));

  it('is told of when both are in one form, and not when nobody sees the two together', () => {
    expect(tell('A')).toEqual([
      expect.stringContaining("Het antwoord op 'waarom-geen-bsn' staat in 'lang-gesprek'"),
    ]);
    expect(tell('B')).toEqual([]);
  });

  it('is told of when it is a number with its unit', () => {
    const said = saidOf((items) => {
      const { item } = named(items, 'bonbons');
      item.situatie = `${item.situatie!} Dat duurt al 71 dagen.`;
    });
    expect(said).toEqual([
      expect.stringContaining("antwoord-elders Het antwoord op 'vijftien-dagen-stil' staat in 'bonbons'"),
    ]);
  });
});

describe('keys', () => {
  it('of judgements are spread, and not always four different ones', () => {
    const all = (keys: readonly number[]) =>
      saidOf((items) => {
        for (const { opties } of kindOf(items, 'beoordelen'))
          for (const [at, option] of opties.entries()) option.sleutel = keys[at]!;
      }).filter((one) => one.startsWith('sleutel-scheef'));
    expect(all([1, 2, 3, 4])).toHaveLength(3);
    expect(all([4, 1, 3, 2])[0]).toContain(
      "In de bank heeft elke vraag van de soort 'beoordelen' vier verschillende sleutels",
    );
    expect(all([4, 4, 4, 1]).join('\n')).toMatch(/In vorm A hebben 21 van de 28 reacties sleutel 4/);
  });

  it('of items with several right answers are told in the question, or not always as many', () => {
    const said = saidOf((items) => {
      for (const item of kindOf(items, 'meer')) item.vraag = item.vraag.replace(' Kies er twee.', '');
    });
    expect(said).toEqual([expect.stringContaining('sleutel-scheef In alle')]);
  });

  it('have as many right answers as the question asks for, in a quiz too', () => {
    const two = (text: string) => `${text}
  - id: hoeveel
    soort: meer
    competentie: backoffice
    niveau: weten
    vraag: Wat hoort erin? Kies er twee.
    opties:
      - { id: a, tekst: De vraag, waarom: Ja. }
      - { id: b, tekst: De dag, waarom: Nee. }
      - { id: c, tekst: De toon, waarom: Nee. }
    goed: [a]
    uitleg: De vraag.
`;
    const said = findingsOf({ 'loket/weet-je.toets.yaml': two });
    expect(said.filter((one) => one.includes('aantal-goed'))).toEqual([
      expect.stringContaining("De vraag laat er 2 kiezen, en bij 'goed' staan er 1. Maak ze gelijk."),
    ]);
  });
});

describe('an item of a bank', () => {
  const one = (more: string) => `competentie: backoffice
module: De backoffice
vragen:
  - id: wat-zeg-je
    vorm: rest
    soort: getal
    niveau: weten
    vraag: Hoeveel dagen zijn er in een week?
    antwoord: 7
    marge: 0
    eenheid: dagen
    vergissingen: [{ getal: 5, waarom: Dat zijn de werkdagen. }]
    uitleg: Zeven.
${more}`;

  it('has a goal and a source', () => {
    const said = findingsOf({ 'loket/backoffice.bank.yaml': one('') }).filter((each) =>
      each.includes('bank.yaml'),
    );
    expect(said.join('\n')).toContain("error veld 'leerdoel': ontbreekt en is nodig");
    expect(said.join('\n')).toContain("error veld 'bron': ontbreekt en is nodig");
  });

  it('has a goal of its own competence', () => {
    const goals = `groepen:
  g: Groep
in-aanbouw: [later]
leerdoelen:
  - { id: iets-weten, doel: Je weet iets., competentie: portalen, soort: kennis, groep: g, modules: [later] }
`;
    const source = "    leerdoel: iets-weten\n    bron: { bron: 'Een boek', gecontroleerd: 2026-11-26 }\n";
    const said = findingsOf({ 'leerdoelen.yaml': goals, 'loket/backoffice.bank.yaml': one(source) });
    expect(said.join('\n')).toContain(
      "error leerdoel Het leerdoel 'iets-weten' hoort bij 'portalen', en dit bestand gaat over 'backoffice'.",
    );
  });
});
