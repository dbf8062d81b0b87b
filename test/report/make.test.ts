import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadContent } from '../../src/content/index.js';
import { makeEdition, NothingToReport, type EditionOptions } from '../../src/report/edition/make.js';
import { measure } from '../../src/report/edition/measure.js';
import { Facts } from './measures/facts.js';

const { modules } = loadContent('modules', ['kennistoets', 'hostmanship']);
const OPTIONS: EditionOptions = {
  modules,
  k: 10,
  now: new Date('2026-11-23T09:00:00Z'),
};
const NULMETING = { module: 'kennistoets-nulmeting', unit: 'nulmeting' };

let facts: Facts;
beforeEach(async () => {
  facts = await Facts.open();
});

/** A team of which everybody took the nulmeting in September, with scores around `points`. */
function team(name: string, department: string, people: number, points: number): void {
  for (let number = 0; number < people; number += 1)
    person(name, department, number, points + (number % 5) * 4);
}

function person(team: string, department: string, number: number, points: number): void {
  const id = `geheim-${team}-${number}`;
  facts.member(id, team, department, 'medewerker');
  facts.test(id, 'baseline', '2026-09-10', [points], NULMETING);
}

async function make(options = OPTIONS) {
  await facts.flush();
  return makeEdition(facts.connection, options);
}

type Made = Awaited<ReturnType<typeof make>>;
const scoreOf = ({ score }: Made, group: string) =>
  score.find((cell) => cell.group === group && cell.period === 'all')!;

describe('an edition', () => {
  beforeEach(() => {
    team('Balie', 'Publiek', 24, 60);
    team('Telefoon', 'Publiek', 12, 50);
    team('Begraafplaats', 'Publiek', 6, 40);
  });

  it('tells the score of the whole, with its interval and its name', async () => {
    // Means 68, 58 (12 people: 57.67) and 46.67 (6 people); over 42: (24 x 67.67 + 12 x 57.33 + 6 x 46.67) / 42
    const made = await make();
    expect(scoreOf(made, 'whole')).toMatchObject({
      shown: true,
      n: 42,
      mean: 62,
      label: 'op weg',
      atEnd: { bound: 'at-most' },
    });
    expect(made.read).toEqual({
      statements: 336,
      persons: 42,
      withoutTeam: 0,
      teamsFile: true,
      demo: false,
    });
  });

  it('says that made-up employees are in it, be it one', async () => {
    await facts.connection.run(`INSERT INTO made_up VALUES ('geheim-Balie-3')`);
    expect((await make()).read.demo).toBe(true);
  });

  it('withholds the small team, and a second one that would give it away, and says where to look instead', async () => {
    const made = await make();
    expect(scoreOf(made, 'team:Balie')).toMatchObject({ shown: true, n: 24 });
    expect(scoreOf(made, 'team:Begraafplaats')).toEqual({
      group: 'team:Begraafplaats',
      period: 'all',
      shown: false,
      why: 'too-few',
      instead: 'department:Publiek',
    });
    expect(scoreOf(made, 'team:Telefoon')).toMatchObject({ shown: false, why: 'complement' });
  });

  it('names the weakest competences and the modules that practise them', async () => {
    facts.moduleEvent('geheim-Balie-1', 'opened', '2026-09-12', { module: 'hostmanship' });
    const made = await make();
    const plan = made.plan.find((cell) => cell.group === 'whole' && cell.period === 'all')!;
    expect(plan.shown && plan.steps[0]).toMatchObject({
      rank: 1,
      competence: 'hostmanship',
      modules: [{ module: 'hostmanship' }],
    });
  });

  /** First runs through a conversation of all 24 of one team: how they went for one outcome and two competences. */
  function talked(share: (number: number) => number): void {
    const talk = { module: 'hostmanship', unit: 'weduwe' };
    for (let number = 0; number < 24; number += 1) {
      const id = `geheim-Balie-${number}`;
      facts.moduleEvent(id, 'opened', '2026-09-12', { module: 'hostmanship' });
      facts.runEvent(id, '2026-09-12', { ...talk, ending_quality: 'goed' });
      facts.score(id, 'proces', share(number), talk);
      facts.score(id, 'hostmanship', (number % 3) / 4, talk);
      if (number > 0) facts.score(id, 'proactief', (number % 3) / 4, talk);
    }
  }
  const outcomesOf = ({ outcomeScores }: Made) =>
    outcomeScores.find(
      ({ group, period, unit }) => group === 'team:Balie' && period === 'all' && unit === 'weduwe',
    )!;

  it('tells of a conversation only the competences that all who ran it could show, and asks for it again', async () => {
    talked((number) => (number % 2) / 2);
    const made = await make();
    // Shares 0, 0.25 and 0.5, eight people each: mean 25, so 75 of 100 were lost.
    const told = outcomesOf(made);
    expect(told.shown && told.competences).toMatchObject([{ competence: 'hostmanship', mean: 25 }]);
    const plan = made.plan.find((cell) => cell.group === 'team:Balie' && cell.period === 'all')!;
    expect(plan.shown && plan.steps[0]).toMatchObject({
      competence: 'hostmanship',
      again: { module: 'hostmanship', unit: 'weduwe', n: 24, lost: 75 },
    });
  });

  it('tells nothing of a conversation that went alike for all, also when fractions do not add up exactly', async () => {
    talked(() => 0.7);
    expect(outcomesOf(await make())).toMatchObject({ shown: false, why: 'all-equal' });
  });

  it('holds no person: neither a name nor a pseudonym', async () => {
    expect(JSON.stringify(await make())).not.toContain('geheim');
  });

  it('repeats the old figure of a team to which one person came, and says of when it is', async () => {
    const before = scoreOf(await make(), 'team:Balie');
    person('Balie', 'Publiek', 24, 0);
    const made = await make({ ...OPTIONS, now: new Date('2026-12-01T09:00:00Z') });
    expect(made.number).toBe(2);
    expect(scoreOf(made, 'team:Balie')).toEqual({ ...before, asOf: '2026-11-23' });
  });

  it('tells it anew once k persons came', async () => {
    await make();
    for (let number = 24; number < 36; number += 1) person('Balie', 'Publiek', number, 90 + (number % 3));
    expect(scoreOf(await make(), 'team:Balie')).toMatchObject({ shown: true, n: 36 });
  });

  it('counts on from an edition that it can no longer read, so that no two have one number', async () => {
    await make();
    await facts.connection.run(`UPDATE edition_kept SET content = '{"editionVersion":1}'`);
    expect((await make()).number).toBe(2);
    expect((await make()).number).toBe(3);
  });

  it('remembers who moved and who left through several editions, so that a figure of who stayed tells of no one', async () => {
    const before = scoreOf(await make(), 'team:Balie');
    await facts.connection.run(`UPDATE member SET team = 'Telefoon' WHERE person = 'geheim-Balie-0'`);
    expect(scoreOf(await make(), 'team:Balie')).toEqual({ ...before, asOf: '2026-11-23' });
    await facts.connection.run(`UPDATE member SET team = 'Balie' WHERE person = 'geheim-Balie-0'`);
    await facts.connection.run(`DELETE FROM run_event WHERE run_id IN (
         SELECT run_id FROM run NATURAL JOIN person WHERE person = 'geheim-Telefoon-1')`);
    const back = await make();
    expect(scoreOf(back, 'team:Balie')).toEqual(before);
    expect(scoreOf(back, 'whole')).toMatchObject({ asOf: '2026-11-23', n: 42 });
    const histories = await measure(
      facts.connection,
      'classes',
      z.object({ space: z.string(), history: z.string(), n: z.number() }),
    );
    const lines = histories.map(({ history, n }) => [
      history.split('\n').map((line) => line.split('|')[0]),
      n,
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        [['1=Balie', '2=Telefoon', '3=Balie', 'now=Balie'], 1],
        [['1=Telefoon', '3='], 1],
        [['1=Telefoon', 'now=Telefoon'], 11],
        [['1=Balie', 'now=Balie'], 23],
      ]),
    );
  });

  it('repeats the old practice figure when one person practised on in the module: nobody came, but one value is another', async () => {
    const practice = ({ practice: cells }: Made) =>
      cells.find(
        ({ group, period, module }) => group === 'team:Balie' && period === 'all' && module === 'hostmanship',
      )!;
    talked((number) => (number % 2) / 2);
    const before = practice(await make());
    expect(before).toMatchObject({ shown: true, n: 24 });
    const on = (number: number): void => {
      const talk = { module: 'hostmanship', unit: 'boze-klant' };
      facts.runEvent(`geheim-Balie-${number}`, '2026-09-20', { ...talk, ending_quality: 'goed' });
      facts.score(`geheim-Balie-${number}`, 'hostmanship', 1, { ...talk, happened: '2026-09-20' });
      facts.score(`geheim-Balie-${number}`, 'proactief', 1, { ...talk, happened: '2026-09-20' });
    };
    on(1);
    expect(practice(await make())).toEqual({ ...before, asOf: '2026-11-23' });
    for (let number = 2; number < 12; number += 1) on(number);
    const after = practice(await make());
    expect(after).toMatchObject({ shown: true, n: 24 });
    expect(after).not.toHaveProperty('asOf');
  });

  it('refuses a k under the floor, and says when there is nothing to report', async () => {
    await expect(make({ ...OPTIONS, k: 4 })).rejects.toThrow(RangeError);
    const none = await Facts.open();
    await expect(makeEdition(none.connection, OPTIONS)).rejects.toThrow(NothingToReport);
  });
});
