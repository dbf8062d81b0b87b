import { describe, expect, it } from 'vitest';
import { CALL, findingsOf, MAIL, swap } from './workshop.js';

/** What an author does wrong -> the one finding, with its place. */
const slips: readonly (readonly [string, string, string, string, RegExp])[] = [
  [
    'a misspelt speaker',
    CALL,
    'KLANT (bezorgd): Er',
    'KLNAT (bezorgd): Er',
    /^.*:56:1 error spreker .*Bedoelde u 'KLANT'\?/,
  ],
  [
    'a speaker in small letters',
    CALL,
    'KLANT: En nu?',
    'Klant: En nu?',
    /error spreker .*Schrijf 'KLANT:' in hoofdletters/,
  ],
  [
    'an unknown mood',
    CALL,
    '(bezorgd)',
    '(bezorgt)',
    /:56:8 error stemming .*'bezorgt' bestaat niet\. Bedoelde u 'bezorgd'\?/,
  ],
  [
    'an unknown competence',
    CALL,
    'hostmanship +2;',
    'hostmanschip +2;',
    /:39:36 error effect .*Bedoelde u 'hostmanship'\?/,
  ],
  [
    'a rule of conversation that is not there',
    CALL,
    '* Wat is er met de boom gebeurd? {#a1}\n',
    '* Wat is er met de boom gebeurd? {#a1}\n  REGEL: eerst-de-mensen\n',
    /:39:10 error verwijzing De gespreksregel 'eerst-de-mensen' bestaat niet\. Bedoelde u 'eerst-de-mens'\?/,
  ],
  [
    'an effect too large',
    CALL,
    'klanttevredenheid +3',
    'klanttevredenheid +5',
    /error effect 'klanttevredenheid' gaat van -4 tot en met 4/,
  ],
  [
    'a drawing that is not there',
    CALL,
    'begin: klanttevredenheid',
    'beelden:\n  - { tekening: boem, alt: Een es. }\nbegin: klanttevredenheid',
    /error veld 'tekening': 'boem' kan niet\. Bedoelde u 'boom'\?/,
  ],
  [
    'a picture without words for who cannot see it',
    CALL,
    'begin: klanttevredenheid',
    'beelden:\n  - { tekening: boom }\nbegin: klanttevredenheid',
    /error veld 'alt': ontbreekt en is nodig/,
  ],
  [
    'a picture at a turn that is not there',
    CALL,
    'begin: klanttevredenheid',
    'beelden:\n  - { tekening: boom, alt: Een es., bij: openink }\nbegin: klanttevredenheid',
    /error verwijzing De beurt 'openink' bestaat niet/,
  ],
  [
    'a report that waits for a fact that nothing teaches',
    MAIL,
    'begin: klanttevredenheid',
    'melding: { zaak: Z-3001, velden: [{ veld: Soort, waarde: Es, als: tuim }] }\nbegin: klanttevredenheid',
    /error verwijzing Het feit 'tuim' is nergens te leren.*Bedoelde u 'tuin'\?/,
  ],
  ['a derived outcome', CALL, 'klanttevredenheid +3', 'kosten +3', /error effect 'kosten' wordt uitgerekend/],
  [
    'a comma between effects',
    CALL,
    'klanttevredenheid +3; minuten 2',
    'klanttevredenheid +3, minuten 2',
    /error effect .*staat een ; en geen komma/,
  ],
  [
    'the same effect twice',
    CALL,
    'klanttevredenheid +3;',
    'klanttevredenheid +3; klanttevredenheid +1;',
    /error dubbel 'klanttevredenheid' staat hier twee keer/,
  ],
  [
    'an unknown step',
    CALL,
    '  stap gevaar\n',
    '  stap gevaar; stap gevar\n',
    /:40:21 error verwijzing De stap 'gevar' .*Bedoelde u 'gevaar'\?/,
  ],
  [
    'an unknown fact in a condition',
    CALL,
    'weet spoed-kan',
    'weet spoed-kon',
    /error verwijzing Het feit 'spoed-kon' is nergens te leren.*Bedoelde u 'spoed-kan'\?/,
  ],
  [
    'a fact without its label',
    CALL,
    'leert slecht-horend',
    'leert slechthorend',
    /error verwijzing Het feit 'slechthorend' staat niet bij 'feiten'.*Bedoelde u 'slecht-horend'\?/,
  ],
  [
    'an unknown customer',
    CALL,
    'klant: feenstra',
    'klant: feenstr',
    /:4:8 error verwijzing De klant 'feenstr' bestaat niet\. Bedoelde u 'feenstra'\?/,
  ],
  [
    'an unknown case',
    CALL,
    'zaak Z-3001  ',
    'zaak Z-3010  ',
    /error verwijzing De zaak 'Z-3010' bestaat niet\. Bedoelde u 'Z-3001'\?/,
  ],
  [
    'an unknown article',
    CALL,
    'artikel boom-kappen',
    'artikel boom-kapen',
    /error verwijzing Het artikel 'boom-kapen' bestaat niet\. Bedoelde u 'boom-kappen'\?/,
  ],
  [
    'an unknown desk',
    CALL,
    'bellen vergunningen     minuten',
    'bellen vergunning     minuten',
    /error verwijzing Het bureau 'vergunning' bestaat niet\. Bedoelde u 'vergunningen'\?/,
  ],
  [
    'an unknown desk action',
    CALL,
    'artikel boom-kappen',
    'artiekel boom-kappen',
    /error onbekend 'artiekel' is geen handeling op het bureau\. Bedoelde u 'artikel'\?/,
  ],
  [
    'an unknown channel',
    CALL,
    'kanaal: telefoon',
    'kanaal: telefon',
    /:3:9 error veld 'kanaal': 'telefon' kan niet\. Bedoelde u 'telefoon'\?/,
  ],
  [
    'an unknown field',
    CALL,
    'moment:',
    'momenten:',
    /error veld-onbekend Het veld 'momenten' bestaat niet\. Bedoelde u 'moment'\?/,
  ],
  [
    'an unknown turn',
    CALL,
    '  -> gevaar',
    '  -> gevar',
    /:42:6 error verwijzing De beurt 'gevar' bestaat niet\. Bedoelde u 'gevaar'\?/,
  ],
  [
    'an ending taken for a turn',
    CALL,
    '  -> EINDE afwachten\n* Ik',
    '  -> afwachten\n* Ik',
    /error verwijzing .*Het is wel een einde: schrijf '-> EINDE afwachten'/,
  ],
  [
    'an unknown heading',
    CALL,
    '# Eindes',
    '# Einden',
    /error opbouw De kop '# Einden' bestaat niet\. Bedoelde u 'Eindes'\?/,
  ],
  [
    'loose text',
    CALL,
    'KLANT: En nu?',
    'KLANT: En nu?\nHij zucht.',
    /error kolom Losse tekst kan hier niet staan: 'Hij zucht\.'/,
  ],
  [
    'text behind the ways',
    CALL,
    '  -> gevaar\n',
    '  -> gevaar\n  en nog iets\n',
    /error kolom 'en nog iets' hoort nergens bij/,
  ],
  [
    'a choice that springs in',
    CALL,
    '* Daar gaat',
    '  * Daar gaat',
    /error kolom Een keuze begint in kolom 0/,
  ],
  [
    'a choice without a space',
    CALL,
    '* Daar gaat',
    '*Daar gaat',
    /error kolom Begin een keuze met een sterretje en een spatie/,
  ],
  [
    'a misspelt label',
    CALL,
    'VERLEIDING:',
    'VERLIEDING:',
    /error kolom 'VERLIEDING:' kan hier niet staan\. Bedoelde u 'VERLEIDING'\?/,
  ],
  [
    'no feedback',
    CALL,
    '  FEEDBACK: Gevaar gaat voor.\n',
    '',
    /:59:1 error tekst-ontbreekt Bij een keuze ontbreekt FEEDBACK/,
  ],
  [
    'no way on',
    CALL,
    '  FEEDBACK: Gevaar gaat voor.\n  -> besluit',
    '  FEEDBACK: Gevaar gaat voor.',
    /error geen-weg Bij deze keuze ontbreekt hoe het verdergaat/,
  ],
  [
    'only conditional ways',
    CALL,
    '< 6 -> EINDE rust\n  -> EINDE afwachten',
    '< 6 -> EINDE rust',
    /error geen-weg .*hangt elke weg aan een voorwaarde/,
  ],
  [
    'no free choice',
    CALL,
    '  klanttevredenheid +1; minuten 1; backoffice -1',
    '  alleen als weet spoed-kan\n  klanttevredenheid +1; minuten 1; backoffice -1',
    /:55:1 error geen-vrije-keuze/,
  ],
  [
    'a loop',
    CALL,
    '  FEEDBACK: Gevaar gaat voor.\n  -> besluit',
    '  FEEDBACK: Gevaar gaat voor.\n  -> opening',
    /error kring Hier gaat het gesprek terug: opening -> gevaar -> opening/,
  ],
  [
    'a turn that nothing leads to',
    CALL,
    '  -> gevaar\n',
    '  -> besluit\n',
    /:55:1 error onbereikbaar Geen enkele keuze leidt naar de beurt 'gevaar'/,
  ],
  [
    'a step that nobody can do',
    CALL,
    'stap notitie; ',
    '',
    /:12:3 error onbereikbaar Niemand kan de stap 'notitie' zetten/,
  ],
  ['a repeated id', CALL, '{#a2}', '{#a1}', /:43:32 error dubbel Het id 'a1' staat al eerder/],
  ['a bad id', CALL, '{#a2}', '{#A 2}', /error id-vorm '\{#A 2\}' is geen goed id/],
  ['a missing id', CALL, ' {#a2}', '', /:43:3 error id-ontbreekt .*npm run check -- --fix/],
  [
    'an ending without later',
    CALL,
    'LATER (een week): De es is gesnoeid.\n',
    '',
    /error tekst-ontbreekt Bij het einde 'rust' ontbreekt 'LATER/,
  ],
  ['an unknown quality', CALL, 'rust (goed)', 'rust (geod)', /error opbouw .*Bedoelde u 'goed'\?/],
  [
    'a slot of one block',
    MAIL,
    '* Geachte heer/mevrouw, {#a2}\n  hostmanship -1\n  FEEDBACK: Je weet wie zij is.\n  VERLEIDING: Zo staat het in het sjabloon.\n',
    '',
    /error opbouw Het onderdeel 'aanhef' heeft één blok/,
  ],
  [
    'a block with a way',
    MAIL,
    '  FEEDBACK: Haar naam.',
    '  FEEDBACK: Haar naam.\n  -> EINDE goed',
    /error opbouw Een weg \(->\) kan niet bij een blok staan/,
  ],
  [
    'a message that cannot be sent',
    MAIL,
    'verstuur {#z1}\n  minuten 4\n  als stap belofte -> EINDE goed\n  -> EINDE kil\n',
    '',
    /error geen-weg .*ontbreekt 'verstuur'/,
  ],
  [
    'a bubble too long',
    CALL,
    'KLANT: En nu?',
    `KLANT: ${'Nou ja dat is wat. '.repeat(9)}`,
    /warning ballon-te-lang De klant zegt 45 woorden/,
  ],
  [
    'a sentence too long',
    CALL,
    'Hij belt niet voor een afdeling.',
    `Hij ${'heel '.repeat(20)}lang.`,
    /:45:13 warning zin-te-lang Deze zin heeft 22 woorden/,
  ],
];

describe('limits of the proof', () => {
  it('are told where the third outcome is asked for', () => {
    const findings = findingsOf({
      [CALL]: (text) =>
        text
          .replace(
            '  als niet uitkomst klanttevredenheid < 6',
            '  als uitkomst minuten < 20 en niet uitkomst klanttevredenheid < 6',
          )
          .replace(
            '  stap gevaar\n  FEEDBACK',
            '  stap gevaar\n  als uitkomst werkdagen < 2: hostmanship +1\n  FEEDBACK',
          ),
    });
    expect(findings).toEqual([
      "loket/de-es.gesprek.md:83:37 error bewijs Voorwaarden kijken naar 3 uitkomsten (werkdagen, minuten, klanttevredenheid); meer dan 2 samen kan niet worden nagerekend. Kies er 2, en laat 'uitkomst ...' op de andere weg.",
    ]);
  });
});

describe('a slip in a script is told where it is', () => {
  it.for(slips)('%s', ([, file, from, to, expected]) => {
    const findings = findingsOf({ [file]: swap(from, to) });
    expect(
      findings.filter((finding) => expected.test(finding)),
      findings.join('\n'),
    ).toHaveLength(1);
    expect(
      findings.every((finding) => finding.startsWith(file)),
      findings.join('\n'),
    ).toBe(true);
  });
});

describe('trials', () => {
  const beste = 'a1, b1, c1 => rust';
  const trial: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'that ends elsewhere',
      beste,
      'a1, b1, c2 => rust',
      /error proef Proef 'beste' eindigt in 'afwachten' en niet in 'rust'/,
    ],
    [
      'that names what is not there',
      beste,
      'a1, b7, c1 => rust',
      /error proef .*geen keuze met het id 'b7'\. Bedoelde u 'b1'\?/,
    ],
    [
      'that takes a choice of another turn',
      beste,
      'a1, c1 => rust',
      /error proef .*'c1' staat niet in de beurt 'gevaar'. Daar kunt u kiezen uit: b1, b2/,
    ],
    [
      'that takes what is not offered',
      'bellen vergunningen, a1, b1',
      'a1, b1',
      /error proef .*'b1' wordt in de beurt 'gevaar' niet aangeboden/,
    ],
    ['that stops early', beste, 'a1, b1 => rust', /error proef .*stopt in de beurt 'besluit'/],
    ['that goes on too long', beste, 'a1, b1, c1, c2 => rust', /error proef .*al afgelopen/],
    [
      'whose figure differs',
      'proces 3/3',
      'proces 2/3',
      /error proef .*verwacht is 'proces 2\/3', het wordt proces 3\/3/,
    ],
    [
      'whose limit is not met',
      'minuten <= 6',
      'minuten < 5',
      /error proef .*verwacht is 'minuten < 5', het wordt 5,5/,
    ],
    ['that asks an unknown figure', 'minuten <= 6', 'minuuten <= 6', /error proef .*Bedoelde u 'minuten'\?/],
  ];
  it.for(trial)('%s', ([, from, to, expected]) => {
    const findings = findingsOf({ [CALL]: swap(from, to) });
    expect(findings, findings.join('\n')).toHaveLength(1);
    expect(findings[0]).toMatch(expected);
  });
});

it('asks a module to name the rules of conversation that its choices name', () => {
  const call = swap('{#a1}\n', '{#a1}\n  REGEL: eerst-de-mens\n');
  expect(findingsOf({ [CALL]: call })).toEqual([]);
  const findings = findingsOf({ [CALL]: call, 'loket/module.yaml': swap('[eerst-de-mens]', '[]') });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatch(
    /module\.yaml:12:\d+ error verwijzing .*REGEL de gespreksregel 'eerst-de-mens'/,
  );
});

describe('what is understood all the same', () => {
  it('reads the dashes and arrows of Word, and says that they can be put back', () => {
    const findings = findingsOf({
      [CALL]: (text) =>
        text
          .replace('klanttevredenheid -2; minuten 0.5', 'klanttevredenheid –2; minuten 0.5')
          .replace('  -> gevaar', '  → gevaar'),
    });
    expect(findings).toHaveLength(2);
    expect(findings.every((finding) => finding.includes(' warning teken-uit-word '))).toBe(true);
  });

  it('takes a line as text when a backslash stands before it', () => {
    const escaped = swap('  lig er', '  \\minuten lang lig ik er');
    expect(findingsOf({ [CALL]: escaped })).toEqual([]);
  });

  it('reads files from Windows', () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(
      findingsOf({
        [CALL]: windows,
        [MAIL]: windows,
        'loket/module.yaml': windows,
        'loket/kijken.les.md': windows,
      }),
    ).toEqual([]);
  });
});
