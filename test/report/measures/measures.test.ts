import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { measure } from '../../../src/report/edition/measure.js';
import { MEASURE_NAMES } from '../../../src/report/edition/rows.js';
import { Facts } from './facts.js';

type Row = Readonly<Record<string, unknown>>;
const anything = z.record(z.string(), z.unknown());

let facts: Facts;
beforeEach(async () => {
  facts = await Facts.open();
});

/** The rows of a measure, of one place in the cube. */
async function rows(name: string, where: Row = {}): Promise<readonly Row[]> {
  const connection = await facts.prepare();
  const all = await measure(connection, name, anything);
  return all.filter((row) => Object.entries(where).every(([key, value]) => row[key] === value));
}
const near = (value: number) => expect.closeTo(value, 5) as number;

it('every measure is an SQL file that says first what it measures, with nothing of a driver beside it', () => {
  const folder = new URL('../../../src/report/measures/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name !== 'prepare',
  );
  expect(files).toEqual(expect.arrayContaining(MEASURE_NAMES.map((name) => `${name}.sql`)));
  for (const file of files) {
    expect(file).toMatch(/\.sql$/);
    expect(readFileSync(new URL(file, folder), 'utf8'), file).toMatch(/^-- \w.{20}/);
  }
});

it('figures do not depend on the order in which facts came in, though their parts are no round numbers', async () => {
  const people = Array.from({ length: 40 }, (_, nth) => nth);
  const all = async (order: readonly number[]) => {
    facts = await Facts.open();
    for (const nth of order) lived(nth);
    const connection = await facts.prepare();
    return Promise.all(MEASURE_NAMES.map(async (name) => [name, await measure(connection, name, anything)]));
  };
  const once = await all(people);
  expect(JSON.stringify(once)).toContain('"discrimination":0.');
  expect(await all([...people].reverse())).toEqual(once);
  expect(await all(people.map((nth) => (nth * 17) % people.length))).toEqual(once);
});

/** One of many, who differ in everything. */
function lived(nth: number): void {
  const person = `p${nth}`;
  const share = (of: number): number => ((nth * of * 37 + 11) % 97) / 97;
  facts.member(person, `Team ${nth % 3}`, 'Publiek', 'balie');
  facts.moduleEvent(person, 'closed', '2026-09-05', { seconds: 60 + share(3) * 1000 });
  facts.moduleEvent(person, 'closed', '2026-09-06', { seconds: 60 + share(5) / 3 });
  for (const [moment, at, forms] of [
    ['baseline', '2026-09-05', ['a', 'b']],
    ['final', '2026-11-05', ['b', 'a']],
  ] as const) {
    facts.test(person, moment, at, [share(1) * 100, share(2) * 90, share(moment === 'final' ? 4 : 3) * 100]);
    const form = forms[nth % 2] ?? 'a';
    for (const item of ['1', '2', '3'].slice(0, form === 'a' ? 3 : 1))
      facts.answer(person, moment, `${form}${item}`, { share: share(Number(item)), response: `r${nth % 3}` });
  }
  facts.test(person, 'werkdag', '2026-11-06', [share(6) * 100, share(5) * 100]);
  facts.runEvent(person, '2026-09-10', { ending: `e${nth % 2}`, ending_quality: 'goed' });
  facts.score(person, 'portalen', share(3));
  facts.score(person, 'proces', share(4));
  const got = { got: nth % 4, max: 3, kosten: share(2), minutes: share(3) * 10 };
  facts.decisions(person, '2026-09-10', [['t1', `o${nth % 2}`]], got);
}

describe('the dienstverleningsscore', () => {
  it('is the mean over persons of their latest kennistoets in the period, and weighs the seven competences equally', async () => {
    facts.test('p1', 'baseline', '2026-09-05', [40]);
    facts.test('p1', 'final', '2026-11-05', [80, 100, 60]); // (80 + 100 + 5 x 60) / 7 = 68.571
    facts.test('p2', 'baseline', '2026-09-06', [50]);
    expect(await rows('score', { grp: 'whole', subject: 'total' })).toMatchObject([
      { period: '2026-09', n: 2, mean: near(45), sd: near(Math.sqrt(50)), at_end: 0 },
      { period: '2026-11', n: 1, mean: near(480 / 7), at_end: 1 },
      { period: 'all', n: 2, mean: near((480 / 7 + 50) / 2), at_end: 1 },
    ]);
    expect(await rows('score', { period: '2026-11', subject: 'proactief' })).toMatchObject([
      { mean: near(100) },
    ]);
  });

  it('reads only the first scored run of the first attempt', async () => {
    facts.test('p1', 'final', '2026-11-05', [60]);
    const again = { attempt: 'later', module: 'kt-eind', unit: 'eind', kind: 'test', run: 1 };
    facts.runEvent('p1', '2026-11-08', again);
    facts.score('p1', 'portalen', 1, again);
    expect(await rows('score', { period: 'all', subject: 'total' })).toMatchObject([
      { n: 1, mean: near(60) },
    ]);
  });

  it('takes the werkdag for half, of who finished it', async () => {
    facts.test('p1', 'final', '2026-11-05', [60]);
    facts.test('p1', 'werkdag', '2026-11-06', [80]);
    facts.test('p2', 'final', '2026-11-05', [50]);
    expect(await rows('score', { period: 'all', subject: 'total' })).toMatchObject([
      { n: 2, mean: near(60), workday_n: 1, workday_mean: near(80), test_mean: near(55) },
    ]);
  });

  it('adds up per team, department and role, and who is in no team counts in the whole', async () => {
    facts.member('p1', 'Balie', 'Publiek', 'balie');
    facts.member('p2', 'Telefoon', 'Publiek', 'kcc');
    facts.test('p1', 'baseline', '2026-09-05', [40]);
    facts.test('p2', 'baseline', '2026-09-05', [60]);
    facts.test('p3', 'baseline', '2026-09-05', [80]);
    expect(await rows('score', { period: 'all', subject: 'total' })).toMatchObject([
      { grp: 'department:Publiek', n: 2, mean: near(50) },
      { grp: 'role:balie', n: 1, mean: near(40) },
      { grp: 'role:kcc', n: 1 },
      { grp: 'team:Balie', n: 1 },
      { grp: 'team:Telefoon', n: 1, mean: near(60) },
      { grp: 'whole', n: 3, mean: near(60) },
    ]);
  });
});

describe('growth', () => {
  it('is eindmeting minus nulmeting of who took both, in the period of the eindmeting', async () => {
    facts.test('p1', 'baseline', '2026-09-05', [40]);
    facts.test('p1', 'final', '2026-11-05', [60]);
    facts.test('p2', 'baseline', '2026-09-05', [50]);
    facts.test('p2', 'final', '2026-11-05', [60]);
    facts.test('p3', 'baseline', '2026-09-05', [10]);
    expect(await rows('growth', { subject: 'total' })).toMatchObject([
      { period: '2026-11', n: 2 },
      {
        period: 'all',
        n: 2,
        mean: near(15),
        sd: near(Math.sqrt(50)),
        baseline_mean: near(45),
        final_mean: near(60),
        b_easier: near(0),
      },
    ]);
  });

  it('takes out by how much the forms differ, so that 30 people who learnt nothing did not grow', async () => {
    // Form B gives everybody 10 points more. 20 go from A to B, 10 from B to A: uncorrected they would have grown by (20 x 10 - 10 x 10) / 30.
    for (let number = 0; number < 30; number += 1) {
      const person = `p${number}`;
      const [first, last] = number < 20 ? ['A', 'B'] : ['B', 'A'];
      facts.test(person, 'baseline', '2026-09-05', [first === 'A' ? 50 : 60]);
      facts.answer(person, 'baseline', first === 'A' ? 'a1' : 'b1', { share: 1 });
      facts.test(person, 'final', '2026-11-05', [last === 'A' ? 50 : 60]);
      facts.answer(person, 'final', last === 'A' ? 'a1' : 'b1', { share: 1 });
    }
    expect(await rows('growth', { subject: 'total', period: 'all' })).toMatchObject([
      {
        n: 30,
        mean: near(0),
        baseline_mean: near(55),
        final_mean: near(55),
        b_easier: near(10),
        first_a: 20,
      },
    ]);
  });
});

describe('what happened in a package', () => {
  it('counts who opened, completed and passed it, and the minutes of closed visits, none longer than an hour and a half', async () => {
    for (const person of ['p1', 'p2', 'p3']) facts.moduleEvent(person, 'opened', '2026-09-05');
    facts.moduleEvent('p1', 'closed', '2026-09-05', { seconds: 600 });
    facts.moduleEvent('p1', 'closed', '2026-09-06', { seconds: 36_000 });
    facts.moduleEvent('p1', 'completed', '2026-09-06');
    facts.moduleEvent('p1', 'passed', '2026-09-06');
    facts.moduleEvent('p2', 'closed', '2026-09-05', { seconds: 1200 });
    facts.moduleEvent('p2', 'completed', '2026-11-06', { version: 'v2' });
    expect(await rows('funnel', { grp: 'whole', period: 'all', version: null })).toMatchObject([
      {
        n: 3,
        completed: 2,
        passed: 1,
        judged: 1,
        timed: 2,
        median: near(60),
        quarter: near(40),
        versions: 'v1',
      },
    ]);
    expect(await rows('funnel', { grp: 'whole', period: '2026-11' })).toEqual([]);
  });

  it('says how far people came, and where those stopped who did not complete it', async () => {
    for (const person of ['p1', 'p2', 'p3']) facts.moduleEvent(person, 'opened', '2026-09-05');
    facts.runEvent('p1', '2026-09-05');
    facts.runEvent('p1', '2026-09-05', { unit: 'twee', kind: 'quiz' });
    facts.moduleEvent('p1', 'completed', '2026-09-06');
    facts.runEvent('p2', '2026-09-05', { event: 'started' });
    expect(await rows('stops', { grp: 'whole', period: 'all' })).toMatchObject([
      { unit: 'een', begun: 2, finished: 1, stopped: 1 },
      { unit: 'twee', begun: 1, finished: 1, stopped: 0 },
    ]);
  });
});

describe('a conversation', () => {
  const best = [
    ['t1', 'o1'],
    ['t2/groet', 'o5'],
    ['t2/slot', 'o6'],
  ] as const;

  it('shows its routes: each step once per person, what is composed as one step, the last one to the ending', async () => {
    facts.runEvent('p1', '2026-09-05', { ending: 'blij', ending_quality: 'goed' });
    facts.decisions('p1', '2026-09-05', best);
    facts.runEvent('p2', '2026-09-05', { ending: 'boos', ending_quality: 'slecht' });
    facts.decisions('p2', '2026-09-05', [['t1', 'o2'], ['t1', 'o2'], ['t1', 'o1'], ...best.slice(1)]);
    expect(await rows('routes', { grp: 'whole', period: 'all' })).toMatchObject([
      { turn: 't1', option: 'o1', target: 't2', persons: 2 },
      { turn: 't1', option: 'o2', target: 't1', persons: 1 },
      { turn: 't2', option: null, target: 'blij', persons: 1 },
      { turn: 't2', option: null, target: 'boos', persons: 1 },
    ]);
    expect(await rows('places', { grp: 'whole', period: 'all' })).toMatchObject([
      { turn: 't1', persons: 2 },
      { turn: 't2', persons: 2 },
    ]);
    expect(await rows('runs', { grp: 'whole', period: 'all' })).toMatchObject([
      { n: 2, best: 1, goed: 1, voldoende: 0, slecht: 1 },
    ]);
  });

  it.each([
    ['the same turns', ['t2/groet', 't2/slot', 't1', 't2/groet', 't2/slot', 't1', 't2/groet', 't2/slot']],
    ['another slot of the same turn', ['t2/groet', 't1', 't2/slot']],
  ])('counts who comes back to %s once for a turn and for a step', async (_what, turns) => {
    facts.runEvent('p1', '2026-09-05', { ending: 'blij' });
    const choices = turns.map((turn) => [turn, 'o'] as const);
    facts.decisions('p1', '2026-09-05', choices);
    expect(await rows('places', { grp: 'whole', period: 'all' })).toMatchObject([
      { turn: 't1', persons: 1 },
      { turn: 't2', persons: 1 },
    ]);
    expect(await rows('routes', { grp: 'whole', period: 'all' })).toMatchObject([
      { turn: 't1', option: 'o', target: 't2', persons: 1 },
      { turn: 't2', option: null, target: 'blij', persons: 1 },
      { turn: 't2', option: null, target: 't1', persons: 1 },
    ]);
    const options = await rows('options', { grp: 'whole', period: 'all' });
    expect(options.map(({ turn, persons }) => [turn, persons])).toEqual(
      [...new Set(turns)].sort().map((turn) => [turn, 1]),
    );
  });

  it('counts a run again for nothing', async () => {
    facts.runEvent('p1', '2026-09-05', { ending: 'boos', ending_quality: 'slecht' });
    facts.decisions('p1', '2026-09-05', [['t1', 'o2']]);
    facts.runEvent('p1', '2026-09-06', {
      run: 2,
      mode: 'again',
      ending: 'blij',
      ending_quality: 'goed',
    });
    facts.decisions('p1', '2026-09-06', best, { run: 2, mode: 'again' });
    expect(await rows('runs', { grp: 'whole', period: 'all' })).toMatchObject([{ n: 1, best: 0, slecht: 1 }]);
  });

  it('shows what an option cost: evidence lost and its mean effect, of the first choice at a turn', async () => {
    for (const person of ['p1', 'p2']) facts.runEvent(person, '2026-09-05', { ending: 'boos' });
    facts.decisions('p1', '2026-09-05', [['t1', 'o2']], {
      got: 1,
      max: 4,
      klanttevredenheid: -2,
      kosten: 12,
    });
    facts.decisions('p2', '2026-09-05', [['t1', 'o2']], {
      got: 0,
      max: 4,
      klanttevredenheid: -1,
      kosten: 0,
    });
    facts.decisions('p2', '2026-09-06', [['t1', 'o1']]);
    expect(await rows('options', { grp: 'whole', period: 'all' })).toMatchObject([
      {
        turn: 't1',
        option: 'o2',
        persons: 2,
        lost: near(0.875),
        klanttevredenheid: near(-1.5),
        minutes: near(1),
        euro: near(6),
      },
    ]);
  });

  it('gives each outcome, and each competence that a conversation practises, in points with its spread', async () => {
    for (const person of ['p1', 'p2', 'p3']) facts.runEvent(person, '2026-09-05');
    facts.runEvent('p1', '2026-09-06', { unit: 'twee', kind: 'quiz' });
    facts.score('p1', 'proces', 0.5);
    facts.score('p2', 'proces', 0.9);
    facts.score('p1', 'portalen', 0.4, { got: 2, max: 5 });
    facts.score('p2', 'portalen', 0.8, { got: 4, max: 5 });
    facts.score('p3', 'portalen', 0.9);
    // Neither a quiz nor a run once more is a first run through a conversation.
    facts.score('p1', 'portalen', 0, { unit: 'twee', kind: 'quiz' });
    facts.score('p1', 'portalen', 0, { run: 2, mode: 'again' });
    expect(await rows('outcomes', { grp: 'whole', period: 'all' })).toMatchObject([
      // 40, 80, 90: mean 70, deviations -30, 10, 20: sd = sqrt(1400 / 2).
      { unit: 'een', scale: 'competence', name: 'portalen', n: 3, mean: near(70), sd: near(Math.sqrt(700)) },
      { unit: 'een', scale: 'outcome', name: 'proces', n: 2, mean: near(70), sd: near(Math.sqrt(800)) },
    ]);
  });

  it('gives competences in practice per person over the units', async () => {
    for (const person of ['p1', 'p2']) facts.runEvent(person, '2026-09-05');
    facts.runEvent('p1', '2026-09-06', { unit: 'twee', kind: 'quiz' });
    facts.score('p1', 'portalen', 0.4);
    facts.score('p1', 'portalen', 0.8, { unit: 'twee', kind: 'quiz' });
    facts.score('p2', 'portalen', 1);
    expect(await rows('practice', { grp: 'whole', period: 'all' })).toMatchObject([
      { competence: 'portalen', n: 2, mean: near(80) },
    ]);
  });
});

describe('the kennistoets as a measure', () => {
  // Four people on form A, three items; p4 left a3 open.
  const marks = { p1: [1, 1, 1], p2: [1, 0, 1], p3: [0, 1, 0.5], p4: [0, 0, undefined] } as const;
  beforeEach(() => {
    for (const [person, shares] of Object.entries(marks)) {
      facts.test(person, 'baseline', '2026-09-05', [50]);
      for (const [index, share] of shares.entries())
        if (share !== undefined)
          facts.answer(person, 'baseline', `a${index + 1}`, {
            share,
            response: share === 1 ? 'goed' : 'fout',
          });
    }
  });

  it('has facility, item-rest correlation and discriminative efficiency by the formulas of Moodle', async () => {
    // a1: marks 1 1 0 0; rests 2 1 1.5 0. cov = (0.5 x 0.875 + 0.5 x -0.125 - 0.5 x 0.375 + 0.5 x 1.125) / 3 = 0.25;
    // variances 1/3 and 0.729167; best order of the rests (2, 1.5 to the ones): cov max = 1.25 / 3.
    const [a1] = await rows('items', { item: 'a1' });
    expect(a1).toMatchObject({ form: 'A', n: 4, facility: near(50), efficiency: near(60) });
    expect(a1).toMatchObject({ discrimination: near(0.25 / Math.sqrt((1 / 3) * 0.7291666667)) });
  });

  it('counts an item left open as 0', async () => {
    expect(await rows('items', { item: 'a3' })).toMatchObject([{ n: 4, facility: near(62.5) }]);
  });

  it("has Cronbach's alpha and the standard error of a form", async () => {
    // Item variances 1/3, 1/3, 0.229167; totals 3 2 1.5 0: variance 1.5625. alpha = 1.5 x (1 - 0.895833 / 1.5625) = 0.64
    const sd = (100 / 3) * 1.25;
    expect(await rows('forms')).toMatchObject([
      {
        form: 'A',
        n: 4,
        items: 3,
        mean: near(650 / 12),
        sd: near(sd),
        alpha: near(0.64),
        sem: near(sd * 0.6),
      },
    ]);
  });

  it('takes the quiz of a module as a form of its own, first runs only, beside the kennistoets', async () => {
    // q1: 1, 0, 1; q2: 1, 0.5, left open. Totals 2, 0.5, 1: variance 0.583333; items 1/3 and 0.25: alpha = 2 x (1 - 0.583333 / 0.583333).
    for (const person of ['p1', 'p2', 'p3'])
      facts.runEvent(person, '2026-09-05', { unit: 'twee', kind: 'quiz' });
    facts.runEvent('p2', '2026-09-06', { unit: 'twee', kind: 'quiz', run: 2, mode: 'again' });
    facts.quizAnswer('p1', 'q1', { share: 1, response: 'goed' });
    facts.quizAnswer('p2', 'q1', { share: 0, response: 'fout' });
    facts.quizAnswer('p2', 'q1', { share: 1, response: 'goed', run: 2, mode: 'again' });
    facts.quizAnswer('p3', 'q1', { share: 1, response: 'goed' });
    facts.quizAnswer('p1', 'q2', { share: 1 });
    facts.quizAnswer('p2', 'q2', { share: 0.5 });
    expect(await rows('forms', { form: 'm/twee' })).toMatchObject([
      { n: 3, items: 2, mean: near((100 * 3.5) / 6), alpha: near(0) },
    ]);
    // The rests of q1 are 1, 0.5 and 0: cov = (1/3 x 0.5 + -2/3 x 0 + 1/3 x -0.5) / 2 = 0.
    expect(await rows('items', { item: 'm/twee/q1' })).toMatchObject([
      { form: 'm/twee', n: 3, facility: near(200 / 3), discrimination: near(0) },
    ]);
    expect(await rows('distractors', { item: 'm/twee/q1' })).toMatchObject([
      { option: 'goed', persons: 2 },
      { option: 'fout', persons: 1 },
    ]);
    expect(await rows('forms', { form: 'A' })).toMatchObject([{ n: 4, alpha: near(0.64) }]);
  });

  it('counts the answers of single-choice items', async () => {
    expect(await rows('distractors')).toMatchObject([
      { item: 'a1', option: 'fout', persons: 2 },
      { item: 'a1', option: 'goed', persons: 2 },
      { item: 'a2', option: 'fout', persons: 2 },
      { item: 'a2', option: 'goed', persons: 2 },
    ]);
  });
});
