import { describe, expect, it } from 'vitest';
import { CALL, findingsOf, swap } from './workshop.js';

const TURN = '## besluit\n';
const ENDING = '## afwachten (slecht)\n';

/** What an author writes wrong where somebody comes to a turn or an ending -> the finding. */
const slips: readonly (readonly [string, (text: string) => string, RegExp])[] = [
  [
    'a return without a way on',
    swap(TURN, `${TURN}herhaal max 2\n`),
    /error geen-weg Zeg waar het heen gaat als de klant vaker/,
  ],
  [
    'a return without a number',
    swap(TURN, `${TURN}herhaal -> besluit\n`),
    /:72:1 error opbouw Schrijf 'herhaal max 2 -> beurt'/,
  ],
  [
    'a return that sends on to nowhere',
    swap(TURN, `${TURN}herhaal max 2 -> besluitt\n`),
    /error verwijzing De beurt 'besluitt' bestaat niet\. Bedoelde u 'besluit'/,
  ],
  [
    'a return that nobody makes',
    swap(TURN, `${TURN}herhaal max 2 -> EINDE afwachten\n`),
    /:72:1 warning ongebruikt Geen enkele weg komt terug bij de beurt 'besluit'/,
  ],
  [
    'a return that sends on to itself',
    swap(TURN, `${TURN}herhaal max 2 -> besluit\n`),
    /error kring .*besluit -> besluit/,
  ],
  [
    'topics without any topic',
    swap(TURN, `${TURN}onderwerpen -> EINDE rust\n`),
    /error opbouw In de beurt 'besluit' staan geen keuzes met 'onderwerp'/,
  ],
  [
    'a topic in a turn without topics',
    swap(
      '  klanttevredenheid +2; minuten 2; stap notitie',
      '  onderwerp\n  klanttevredenheid +2; minuten 2; stap notitie',
    ),
    /error opbouw 'onderwerp' kan alleen in een beurt met 'onderwerpen -> beurt'/,
  ],
  [
    'a contact over an unknown channel',
    swap(TURN, `${TURN}CONTACT (telefon): vrijdag\n`),
    /:72:10 error onbekend .*Bedoelde u 'telefoon'\?/,
  ],
  [
    'a contact that does more than wait',
    swap(TURN, `${TURN}CONTACT (chat): vrijdag\n  minuten 3\n`),
    /:73:3 error effect Bij CONTACT kan alleen 'wacht 2 werkdagen' staan|:73:11 error effect Bij CONTACT kan alleen 'wacht/,
  ],
  [
    'a contact in the first turn',
    swap('## opening\n', '## opening\nCONTACT (chat): vrijdag\n'),
    /error opbouw Het eerste contact staat al in de kop/,
  ],
  [
    'a contact below what is said',
    swap('\n* U hoort het vanzelf', 'CONTACT (chat): vrijdag\n\n* U hoort het vanzelf'),
    /error opbouw Zet CONTACT meteen onder de naam van de beurt/,
  ],
  [
    'a consequence without its condition',
    swap(TURN, `${TURN}GEVOLG: Hij belt weer.\n`),
    /:72:1 error voorwaarde Zet achter GEVOLG tussen haakjes/,
  ],
  [
    'a consequence of an unknown step',
    swap(TURN, `${TURN}GEVOLG (niet stap gevar): Hij belt weer.\n`),
    /error verwijzing De stap 'gevar' staat niet .*Bedoelde u 'gevaar'/,
  ],
  [
    'a consequence that sets a step',
    swap(TURN, `${TURN}GEVOLG (stap gevaar): Ja.\n  stap gevaar\n`),
    /error effect Bij GEVOLG kan dit niet/,
  ],
  [
    'an extra contact caused in the middle',
    swap(TURN, `${TURN}GEVOLG (stap gevaar): Ja.\n  vervolg 1 contact\n`),
    /error effect 'vervolg' kan alleen bij een einde/,
  ],
  [
    'an extra contact caused by a choice',
    swap(
      '  klanttevredenheid +2; minuten 2; stap notitie',
      '  vervolg 1 contact; klanttevredenheid +2; minuten 2; stap notitie',
    ),
    /error effect 'vervolg' kan alleen bij een einde/,
  ],
  [
    'a consequence before anything was done',
    swap('## opening\n', '## opening\nGEVOLG (niet stap gevaar): Ja.\n'),
    /error opbouw Aan het begin is er nog niets gedaan/,
  ],
  [
    'a competence at an ending',
    swap(ENDING, `${ENDING}GEVOLG (stap gevaar): Ja.\n  hostmanship +1\n`),
    /error effect Bij GEVOLG kan dit niet: alleen klanttevredenheid, minuten, wacht en vervolg/,
  ],
  [
    'a note that is no letter',
    swap(TURN, `${TURN}notitie\n`),
    /error opbouw 'notitie' hoort bij een beurt met onderdelen/,
  ],
  [
    'a call with an unknown chance',
    swap('neemt op 50%', 'neemt op soms'),
    /error effect Schrijf 'neemt op 40%' met een getal .*'neemt op tweede keer'/,
  ],
  [
    'an unknown outcome in a condition',
    swap(
      '  klanttevredenheid +2; minuten 2; stap notitie',
      '  als uitkomst dagen < 3: portalen +1\n  klanttevredenheid +2; minuten 2; stap notitie',
    ),
    /error voorwaarde .*'uitkomst werkdagen < 2'/,
  ],
];

describe('a slip where somebody comes to a turn or an ending', () => {
  it.for(slips)('%s', ([, change, expected]) => {
    const findings = findingsOf({ [CALL]: change });
    expect(
      findings.filter((finding) => expected.test(finding)),
      findings.join('\n'),
    ).toHaveLength(1);
  });
});
