import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAbbreviations } from '../../../src/content/language/abbreviations.js';
import { findOfficialese } from '../../../src/content/language/officialese.js';
import { findPassives } from '../../../src/content/language/passive.js';
import { splitSentences } from '../../../src/content/language/sentences.js';
import { locate } from '../../../src/content/source/locate.js';
import { CALL, findingsOf, swap } from '../workshop.js';

const marked = (text: string, slips: readonly { start: number }[]): string[] =>
  slips.map(({ start }) => /^[^\s]*?(?=[\s,]|\.?$)/.exec(text.slice(start))?.[0] ?? '');

describe('passive voice', () => {
  it.each([
    ['Uw aanvraag wordt morgen door ons behandeld.', 'wordt'],
    ['De brief werd gisteren verstuurd.', 'werd'],
    ['U weet dat de kaart opgehaald wordt.', 'wordt'],
    ['De kaarten worden per post teruggestuurd.', 'worden'],
    ['De brief is door de gemeente verstuurd.', 'is'],
  ])('is heard in: %s', (text, verb) => {
    expect(marked(text, findPassives(text))).toEqual([verb]);
  });

  it.each([
    'Het wordt geen probleem.',
    'Zij werd boos en vertelt alles.',
    'Dat wordt lastig, en dan gebeurt er niets.',
    'De gemeenten worden groter.',
    'Er is niets gebeurd.',
    'Zij is verhuisd naar Wierterp.',
    'Esi is gisteren geboren.',
    'Op vrijdag wordt dat maandag.',
    'Dan wordt de gevel gelijk met de straat.',
    'Dat is gewoon door het weer.',
    'Het wordt tijd om iets te regelen, want dan heb je het geregeld.',
  ])('is not heard in: %s', (text) => {
    expect(marked(text, findPassives(text))).toEqual([]);
  });
});

describe('official words', () => {
  it.each([
    ['U dient dit formulier in te leveren.', 'dient', 'moet'],
    ['Ingevolge de wet kan dat niet.', 'Ingevolge', 'volgens'],
    ['Neem indien nodig contact op.', 'indien', 'als'],
    ['Wij sturen het middels een brief.', 'middels', 'met'],
    ['Vragen met betrekking tot uw kaart?', 'met', 'over'],
  ])('%s', (text, word, plain) => {
    const slips = findOfficialese(text);
    expect(marked(text, slips)).toEqual([word]);
    expect(slips[0]?.message).toContain(`'${plain}'`);
  });

  it.each([
    'De kaart dient als bewijs om te reizen.',
    'Hij diende een klacht in.',
    'Wat zit er inmiddelsteen?',
    'Zij komt uit Echternach.',
  ])('not: %s', (text) => {
    expect(findOfficialese(text)).toEqual([]);
  });
});

describe('abbreviations', () => {
  it.each([
    ['Neem iets mee, bijv. uw paspoort.', 'bijv.', 'bijvoorbeeld'],
    ['Bel z.s.m. terug.', 'z.s.m.', 'zo snel mogelijk'],
    ['Het kost max. 20 euro.', 'max.', 'hooguit'],
    ['Dat kan i.v.m. de drukte niet.', 'i.v.m.', 'door'],
    ['Doe het m.m.v. de buren.', 'm.m.v.', 'uit'],
  ])('%s', (text, word, whole) => {
    const slips = findAbbreviations(text);
    expect(marked(text, slips)).toEqual([word]);
    expect(slips[0]?.message).toContain(whole);
  });

  it.each([
    'De balie is open tot 16.30 uur.',
    'Mail naar info@zeventerpen.example.',
    'Dat is het max. Meer kan niet.',
    'Mijn DigiD en mijn BSN.',
    'Eh ... ja.',
  ])('not: %s', (text) => {
    expect(findAbbreviations(text)).toEqual([]);
  });
});

/** What an author writes -> the one warning, at its place. */
const slips: readonly (readonly [string, string, string, string, RegExp])[] = [
  [
    'a sentence a little long',
    CALL,
    'Hij belt niet voor een afdeling.',
    'Kort eerst. Hij belt niet voor een afdeling maar hij wil nu toch wel heel graag eens een antwoord.',
    /:45:25 warning zin-te-lang Deze zin heeft 17 woorden: /,
  ],
  [
    'an official word in feedback, on a line that goes on',
    CALL,
    'FEEDBACK: Hij belt niet voor een afdeling.',
    'FEEDBACK: Hij belt\n    u omtrent een boom.',
    /:46:7 warning ambtelijk 'omtrent' is ambtelijk\. Schrijf liever 'over'/,
  ],
  [
    'a passive in an option',
    CALL,
    '* Wat is er met de boom gebeurd?',
    '* Uw boom wordt morgen bekeken.',
    /:38:11 warning lijdend 'wordt ... bekeken'/,
  ],
  [
    'an abbreviation in an article',
    'zeventerpen/kennisbank/boom-kappen.artikel.md',
    'Voor een **dikke** boom is',
    'Voor een **dikke** boom, bijv. een es, is',
    /boom-kappen\.artikel\.md:10:26 warning afkorting 'bijv\.'/,
  ],
  [
    'an abbreviation in the quoted title of a quiz',
    'loket/weet-je.toets.yaml',
    'titel: Weet je het nog?',
    'titel: "Weet je \\"het\\" evt. nog?"',
    /weet-je\.toets\.yaml:1:25 warning afkorting 'evt\.'/,
  ],
  [
    'both u and je in one answer',
    CALL,
    '* Ik schrijf het in de zaak en bel u vrijdag.',
    '* Ik schrijf het in je zaak en bel u vrijdag.',
    /:79:21 warning aanspreekvorm Hier staat 'je'/,
  ],
  [
    'je in a conversation that says u',
    CALL,
    '* Het besluit komt deze week.',
    '* Je hoort het besluit deze week.',
    /:48:3 warning aanspreekvorm Hier staat 'Je'/,
  ],
  [
    'a summary that is hard',
    'loket/module.yaml',
    'samenvatting: Een module om mee te proeven.',
    'samenvatting: Een module teneinde mee te proeven.',
    /loket\/module\.yaml:3:26 warning ambtelijk/,
  ],
];

describe('what reads above B1 is a warning at its place', () => {
  it.for(slips)('%s', ([, file, from, to, expected]) => {
    const findings = findingsOf({ [file]: swap(from, to) });
    expect(
      findings.filter((finding) => expected.test(finding)),
      findings.join('\n'),
    ).toHaveLength(1);
    expect(findings).toHaveLength(1);
  });

  it('but the customer speaks as customers do, a weaker answer may be clumsy, and a quote is not ours', () => {
    const findings = findingsOf({
      [CALL]: (text) =>
        text
          .replace('KLANT: En nu?', 'KLANT: En nu? Wordt dat besluit i.v.m. de es z.s.m. genomen?')
          .replace('* Daar gaat Vergunningen over.', '* Dat wordt t.z.t. door Vergunningen behandeld.')
          .replace('FEEDBACK: Vanzelf is nooit.', "FEEDBACK: 'Te zijner tijd' is nooit."),
    });
    expect(findings).toEqual([]);
  });

  it('a unit whose sentences are long on the whole is told once, at its title', () => {
    const long = 'Je vraagt nu eerst heel rustig door naar wat hij van ons wil.';
    const findings = findingsOf({
      [CALL]: (text) => text.replaceAll(/FEEDBACK: .*/g, `FEEDBACK: ${`${long} `.repeat(30)}`),
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(
      /:2:8 warning zinnen-lang De zinnen zijn hier gemiddeld 1[12],\d woorden lang/,
    );
  });

  it('so is a module that reads hard', () => {
    const hard = 'Vergunningverlening impliceert bestuursrechtelijke verantwoordelijkheden.';
    const findings = findingsOf({
      [CALL]: (text) => text.replaceAll(/FEEDBACK: .*/g, `FEEDBACK: ${`${hard} `.repeat(6)}`),
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^loket\/module\.yaml:1:1 warning leesniveau .*Flesch-Douma/);
  });
});

describe('any text is measured without a crash or a hang', () => {
  it.each(['a', ' ', '.', "'a ", 'dient ', '1. ', 'wordt ', 'x.y.', '…', '\ud800', '*', "'"])(
    'a hundred thousand times %j',
    (unit) => {
      const text = unit.repeat(100_000);
      const started = performance.now();
      splitSentences(text);
      findOfficialese(text);
      findAbbreviations(text);
      findPassives(text);
      locate([text], text, 7, { line: 1, column: 1 });
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );

  it('and every slip stands inside its text', () => {
    const words = fc.constantFrom(
      'wordt',
      'verstuurd',
      "'",
      ': "',
      'bijv.',
      'dient',
      'te doen',
      '\n',
      '💶',
      'I.',
      '12.',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 5 }))), (parts) => {
        const text = parts.join(' ');
        for (const { start, text: sentence } of splitSentences(text))
          expect(text.slice(start, start + sentence.length)).toBe(sentence);
        for (const { start } of [
          ...findOfficialese(text),
          ...findAbbreviations(text),
          ...findPassives(text),
        ]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThan(text.length);
        }
      }),
    );
  });
});
