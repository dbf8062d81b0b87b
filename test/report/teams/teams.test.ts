import { describe, expect, it } from 'vitest';
import { placeMembers } from '../../../src/report/teams/members.js';
import { readTeams, TEMPLATE } from '../../../src/report/teams/teams-file.js';
import { pseudonym } from '../../../src/tracking/xapi/actor.js';
import { Facts } from '../measures/facts.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ROW = { learner: 'a.jansma', team: 'Balie', department: 'Publiek', role: 'medewerker' };

describe('the teams file', () => {
  it('reads its own template', () => {
    expect(readTeams(bytes(TEMPLATE)).members).toHaveLength(2);
  });

  it.each([
    ['commas', 'leerling-id,team,afdeling,rol\na.jansma,Balie,Publiek,medewerker\n'],
    [
      'semicolons, a BOM and Windows line ends',
      '\uFEFFleerling-id;team;afdeling;rol\r\na.jansma;Balie;Publiek;medewerker\r\n',
    ],
    ["Excel's first line", 'sep=;\r\nleerling-id;team;afdeling;rol\r\na.jansma;Balie;Publiek;medewerker\r\n'],
    [
      'tabs, another order, capitals and spaces',
      'Team\tRol\tAfdeling\tLeerling-ID\n Balie \tmedewerker\tPubliek\ta.jansma\n\n',
    ],
  ])('takes %s', (_, text) => {
    expect(readTeams(bytes(text))).toEqual({ members: [ROW], findings: [] });
  });

  it('takes a name with a comma in quotes, and the old encoding of Windows', () => {
    const text = 'leerling-id;team;afdeling;rol\na.jansma;"Balie, nood";Geldzakenbeheer Curaçao;\n';
    const old = Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    expect(readTeams(old).members).toEqual([
      { ...ROW, team: 'Balie, nood', department: 'Geldzakenbeheer Curaçao', role: null },
    ]);
  });

  it('says what is wrong and in which line, and repeats no id', () => {
    const { members, findings } = readTeams(
      bytes(
        'leerling-id;team;afdeling;rol\na;Balie;Publiek;x\n;Balie;Publiek;x\na;Balie;Publiek;x\nb;Balie;Ruimte;x\nc;Balie\n',
      ),
    );
    expect(members).toEqual([]);
    expect(findings).toEqual([
      { line: 3, message: 'Het leerling-id is leeg.' },
      { line: 4, message: 'Dit leerling-id staat ook op regel 2. Iedereen staat er één keer in.' },
      {
        line: 5,
        message: "Team 'Balie' hoort op regel 2 bij een andere afdeling. Een team hoort bij één afdeling.",
      },
      { line: 6, message: 'Deze regel heeft 2 kolommen, de eerste regel 4.' },
    ]);
  });

  it('says which column is missing, that a quote is open, and that nobody is in it', () => {
    const messageOf = (text: string) => readTeams(bytes(text)).findings[0]?.message;
    expect(messageOf('leerling-id;team;rol\na;b;c\n')).toContain("De kolom 'afdeling' ontbreekt");
    expect(messageOf('leerling-id;team;afdeling;rol\n"a;b;c;d\n')).toContain('aanhalingsteken');
    expect(messageOf('leerling-id;team;afdeling;rol\n')).toBe('Er staat niemand in het bestand.');
  });

  it('finds people by the pseudonym of their packages, and counts those it does not find', async () => {
    const facts = await Facts.open();
    facts.moduleEvent(pseudonym('geheim', 'a.jansma'), 'opened', '2026-09-05');
    await facts.flush();
    const stranger = { ...ROW, learner: 'z.vreemd' };
    expect(await placeMembers(facts.connection, [ROW, stranger], 'geheim')).toEqual({
      matched: 1,
      unmatched: ['z.vreemd'],
    });
    expect(await placeMembers(facts.connection, [ROW], 'ander zout')).toMatchObject({ matched: 0 });
  });
});
