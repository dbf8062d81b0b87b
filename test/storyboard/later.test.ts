/** What comes back, goes on in another contact or tells later, as a reviewer, an actor and a comparison see it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.js';
import { conversationItems } from '../../src/storyboard/items/conversation-items.js';
import { CALL, type Changes, modulesWith, swap } from '../content/workshop.js';
import { attributes, boardOf, sectionOf, textOf } from './board.js';

const SCRIPT = `---
titel: De es van de buren
kanaal: telefoon
klant: feenstra
moment: dinsdag 24 november, 9.15 uur
vraag: Mag die boom nou weg of niet?
vraag-achter-de-vraag: Hij slaapt slecht sinds er een tak op zijn schuur viel.
stappen:
  terugbel: Zeggen wanneer je belt
  notitie: Vastleggen voor je collega
feiten:
  besluit: Het besluit komt deze week.
begin: klanttevredenheid 5
---
# Bureau
zaak Z-3001           minuten 1; leert besluit
bellen vergunningen   minuten 1; neemt op tweede keer

# Gesprek

## vragen
KLANT (boos): Ik heb twee vragen.
onderwerpen -> afspreken
KLANT (rustig): En mijn andere vraag?

* Wat is er met de boom? {#a1}
  onderwerp
  klanttevredenheid +2; minuten 1; hostmanship +1
  FEEDBACK: Je vraagt door.
  ZEGT (opgelucht): Eindelijk vraagt iemand dat.
* Stuur maar een mail. {#a2}
  onderwerp
  klanttevredenheid -2; hostmanship -1
  FEEDBACK: Je stuurt hem weg.
  VERLEIDING: Het scheelt tijd.
  ZEGT (kortaf): Ik mail niet.

## afspreken
herhaal max 1 -> later
KLANT (onzeker): Wanneer hoor ik wat?

* Even kijken. {#b1}
  minuten 1; hostmanship -1
  FEEDBACK: Hij wacht weer.
  VERLEIDING: Je wilt het zeker weten.
  -> afspreken
* Vrijdag bel ik u. {#b2}
  stap terugbel; klanttevredenheid +2; minuten 1; hostmanship +2
  FEEDBACK: Een dag.
  -> later

## later
CONTACT (e-mail): vrijdag 27 november
  wacht 2 werkdagen
  INTUSSEN: De boomwachter kwam kijken.
GEVOLG (niet stap terugbel): Hij stond al aan de balie.
  klanttevredenheid -1; minuten 2
KLANT (rustig): Wat is het geworden?
notitie
### wat: Wat je opschrijft
* Belofte: maandag. {#c1}
  stap notitie; klanttevredenheid +1; hostmanship +1
  FEEDBACK: Je collega weet genoeg.
* Gebeld. {#c2}
  hostmanship -1
  FEEDBACK: Waarover?
  VERLEIDING: Het is gauw gedaan.
verstuur {#z1}
  minuten 1
  als niet uitkomst werkdagen < 4 -> EINDE kwijt
  als stap notitie -> EINDE rust
  -> EINDE kwijt

# Eindes

## rust (goed)
KLANT (opgelucht): Dank u.
LATER (een week): De es is gesnoeid.

## kwijt (slecht)
GEVOLG (niet weet besluit): Niemand wist van het besluit.
  vervolg 1 contact
KLANT (kortaf): Tja.
LATER (een week): Hij belde weer.
`;

const CHANGES: Changes = {
  [CALL]: SCRIPT,
  'loket/codes.json': swap('"de-es/c2": "pb"', '"de-es/c2": "pb", "de-es/z1": "z9"'),
};

let page = '';
beforeAll(async () => {
  page = await boardOf('later', CHANGES);
});

describe('a turn that one comes to in a special way', () => {
  it('tells of topics, of what is said on each return, and where it goes when all were taken', () => {
    const turn = textOf(sectionOf(page, 'de-es.beurt.vragen'));
    expect(turn).toMatch(
      /boos Ik heb twee vragen\. Terugkomen De onderwerpen kunnen in elke volgorde, elk één keer\. .* Beurt 2: afspreken \. Meneer Feenstra rustig En mijn andere vraag\?/,
    );
    expect(turn).toContain('Onderwerp Kan één keer, in elke volgorde.');
    expect(turn).toContain('Daarop meteen Meneer Feenstra (opgelucht): ‘Eindelijk vraagt iemand dat.’');
  });

  it('tells how often the conversation may come back', () => {
    expect(textOf(sectionOf(page, 'de-es.beurt.afspreken'))).toMatch(
      /Komt na beurt 1, als die klaar is , b1 Terugkomen .*hooguit 1 keer terugkomen\. .*De keer daarna gaat het verder naar Beurt 3: later/,
    );
  });

  it('announces a later contact, what happened in between, and what comes of earlier choices', () => {
    const turn = textOf(sectionOf(page, 'de-es.beurt.later'));
    expect(turn).toContain(
      'Nieuw contact E-mail, vrijdag 27 november. Intussen: De boomwachter kwam kijken. De klant wachtte 2 werkdagen.',
    );
    expect(turn).toContain(
      'Gevolg Als de stap ‘Zeggen wanneer je belt’ nog niet gezet is: Hij stond al aan de balie. Klanttevredenheid −1; 2 minuten.',
    );
    expect(turn).toMatch(/Hier wordt een notitie geschreven.*Vastleggen z1/);
    expect(turn).toContain('als het aantal werkdagen wachten 4 of hoger is');
  });

  it('tells at an ending what comes of earlier choices, with the contacts that it costs', () => {
    expect(textOf(sectionOf(page, 'de-es.einde.kwijt'))).toContain(
      'Als je nog niet weet: ‘Het besluit komt deze week.’: Niemand wist van het besluit. 1 contact extra.',
    );
  });

  it('says of the desk that only a second call is answered, and of the head which contacts follow', () => {
    expect(textOf(page)).toContain('Bel Vergunningen Neemt pas op als je voor de tweede keer belt');
    expect(textOf(page)).toMatch(/Later contact E-mail, vrijdag 27 november\./);
  });
});

describe('the graph', () => {
  it('draws the way on from a turn that is used up, in the best route too', () => {
    const [drawing = ''] = /<svg[\s\S]*?<\/svg>/.exec(page) ?? [];
    expect(textOf(drawing)).toMatch(/klaar.*b2 klaar|b2 klaar.*klaar/);
    expect(textOf(page)).toMatch(
      /Beurt 1: vragen a1, a2 → Beurt 1: vragen , beste route klaar → Beurt 2: afspreken , beste route/,
    );
  });

  it('leads every link to a place that exists', () => {
    const ids = attributes(page, 'id');
    const links = attributes(page, 'href').map((href) => href.slice(1));
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the role-play card', () => {
  it('gives the actor the answers to a choice, the later contact and what comes of it', () => {
    const card = textOf(sectionOf(page, 'de-es.rol'));
    expect(card).toMatch(/Hoor je zoiets als ‘Wat is er met de boom\?’ \(opgelucht\) ‘Eindelijk vraagt/);
    expect(card).toMatch(
      /als je je niet gehoord voelt .*‘Stuur maar een mail\.’ \(kortaf\) ‘Ik mail niet\.’/,
    );
    expect(card).toMatch(
      /Wat er later gebeurt Een nieuw contact: E-mail, vrijdag.*Hij stond al aan de balie\./,
    );
  });
});

describe('the comparison with an earlier version', () => {
  const [loket] = loadContent(modulesWith(CHANGES), ['loket'], { cache: null }).modules;
  const unit = loket?.units.find((each) => each.kind === 'conversation' && each.id === 'de-es');
  if (!loket || unit?.kind !== 'conversation') throw new Error('the script does not compile');
  const items = conversationItems(unit, loket.world);
  const fieldsOf = (key: string): string =>
    items
      .filter((item) => item.key === key)
      .flatMap(({ fields }) => fields.map(({ label, text }) => `${label}: ${text}`))
      .join(' | ');

  it('looks at all that is said and done on coming to a turn or an ending', () => {
    expect(fieldsOf('beurt vragen')).toMatch(
      /Terugkomen: .*elk één keer.* afspreken\. \| Wat er bij terugkomen/,
    );
    expect(fieldsOf('beurt later')).toMatch(
      /Nieuw contact: E-mail, vrijdag.*Gevolg als: als de stap .*klanttevredenheid −1; 2 minuten \| Gevolg: Hij stond/s,
    );
    expect(fieldsOf('beurt later')).toContain('Vorm: notitie');
    expect(fieldsOf('einde kwijt')).toContain('1 contact extra | Gevolg: Niemand wist');
  });

  it('looks at what a choice is answered at once, and at calls that are answered the second time', () => {
    expect(fieldsOf('keuze a1')).toMatch(/Onderwerp: kan één keer \| Daarop meteen: .*Eindelijk vraagt/);
    expect(fieldsOf('bureau bellen:vergunningen')).toContain('Neemt op: bij de tweede keer bellen');
  });
});
