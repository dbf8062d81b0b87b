/** From facts to what an edition says, against figures worked out by hand: forty people of one organisation. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.js';
import { wordsOf } from '../../src/report/edition/choices.js';
import type { Edition } from '../../src/report/edition/edition.js';
import { makeEdition } from '../../src/report/edition/make.js';
import { bankOf, conversationsOf } from '../../src/report/edition/reference.js';
import { Facts } from './measures/facts.js';

const { modules } = loadContent('modules', ['kennistoets', 'hostmanship']);
const talk = modules.flatMap(conversationsOf).find(({ id }) => id === 'weduwe')!;
const [opening] = talk.turns;
if (opening?.kind !== 'choice') throw new Error('the conversation opens with a choice');
/** The weak, the strong and the rare choice at the opening, each with the first choice of the turn it leads to. */
const routes = [0, 1, 2].map((at) => {
  const option = opening.options[at]!;
  const { to } = option.routes[0]!;
  const next = talk.turns.find(({ id }) => id === to)!;
  return { option, next, then: next.kind === 'choice' ? next.options[0]! : option };
});
const [weak, strong, rare] = routes as [(typeof routes)[0], (typeof routes)[0], (typeof routes)[0]];
const item = bankOf(modules).flatMap((each) =>
  each.form === 'A' && each.item.soort === 'enkel' ? [each.item] : [],
)[0]!;
const quizItem = bankOf(modules).find(({ form }) => form === 'hostmanship/toets')!.item;
const wrong = item.opties.find(({ id }) => id !== item.goed)!;

const PEOPLE = Array.from({ length: 40 }, (_, at) => at);
let made: Edition;

beforeAll(async () => {
  const facts = await Facts.open();
  for (const at of PEOPLE) tell(facts, at);
  await facts.flush();
  made = await makeEdition(facts.connection, { modules, k: 10, now: new Date('2026-11-23T09:00:00Z') });
});

function tell(facts: Facts, at: number): void {
  const id = `p${at}`;
  const hostmanship = { module: 'hostmanship' };
  facts.member(id, at < 28 ? 'Balie' : 'Telefoon', 'Publiek', 'medewerker');
  const before = 50 + (at % 5) * 4;
  facts.test(id, 'baseline', '2026-09-10', [before], {
    module: 'kennistoets-nulmeting',
    unit: 'nulmeting',
  });
  facts.test(id, 'final', '2026-11-05', [before + (at % 2 === 0 ? 10 : 20)], {
    module: 'kennistoets-eindmeting',
    unit: 'eindmeting',
  });
  const isRight = at < 24;
  facts.answer(id, 'baseline', item.id, {
    module: 'kennistoets-nulmeting',
    ...{ share: isRight ? 1 : 0, response: isRight ? item.goed : wrong.id, unit: 'nulmeting' },
  });
  facts.moduleEvent(id, 'opened', '2026-10-12', hostmanship);
  if (at >= 10) {
    facts.moduleEvent(id, 'closed', '2026-10-12', { ...hostmanship, seconds: 60 * at });
    facts.moduleEvent(id, 'completed', '2026-10-12', hostmanship);
    facts.moduleEvent(id, at < 30 ? 'passed' : 'failed', '2026-10-12', hostmanship);
  }
  if (at >= 10) {
    const quiz = { ...hostmanship, unit: 'toets', kind: 'quiz' };
    facts.runEvent(id, '2026-10-13', quiz);
    facts.quizAnswer(id, quizItem.id, { ...quiz, share: isRight ? 1 : 0 });
  }
  const place = { ...hostmanship, unit: 'weduwe' };
  const route = at < 12 ? weak : at < 37 ? strong : rare;
  const ending = talk.endings.find(({ quality }) => quality === (at < 12 ? 'slecht' : 'goed'))!;
  facts.runEvent(id, '2026-10-12', { ...place, ending: ending.id, ending_quality: ending.quality });
  facts.decisions(id, '2026-10-12', [[opening!.id, route.option.code]], {
    ...{ ...place, got: route === strong ? 4 : 0, max: 4, klanttevredenheid: -1.5 },
  });
  facts.decisions(id, '2026-10-13', [[route.next.id, route.then.code]], place);
}

/** The cell of everybody and all months, of a table. */
function whole<C extends { readonly group: string; readonly period: string; readonly shown: boolean }>(
  cells: readonly C[],
  fits: (cell: C) => boolean = () => true,
): Extract<C, { readonly shown: true }> {
  const cell = cells.find((each) => each.group === 'whole' && each.period === 'all' && fits(each));
  if (!cell?.shown) throw new Error('it is not told');
  return cell as Extract<C, { readonly shown: true }>;
}

describe('an edition of forty people', () => {
  it('has the score with its interval and label, of the eindmeting where that was the latest', () => {
    // Eindmeting 60..86: mean 58 + 15; variance (32 + 25) x 40 / 39; t(39) = 2.023: margin 2.023 x 7.646 / sqrt(40) = 2.45.
    expect(whole(made.score)).toMatchObject({
      ...{ n: 40, mean: 73, low: 71, high: 75, label: 'dienstverlenend' },
      ...{ atEnd: { percent: 95, bound: 'at-least' }, versions: ['v1'] },
    });
  });

  it('has a score for each month in which a test was the latest, and for no other', () => {
    const months = made.score.filter(({ group, shown }) => group === 'whole' && shown);
    expect(months.map(({ period }) => period)).toEqual(['all', '2026-q3', '2026-q4', '2026-09', '2026-11']);
    const september = months.find(({ period }) => period === '2026-09');
    expect(september).toMatchObject({ n: 40, mean: 58, atEnd: { percent: 5, bound: 'at-most' } });
  });

  it("has growth with its interval and Cohen's d", () => {
    // Steps of 10 and 20: mean 15, sd 5.064, margin 2.023 x 5.064 / sqrt(40) = 1.62. d = 15 / ((5.729 + 7.646) / 2) = 2.24.
    expect(whole(made.growth)).toMatchObject({
      ...{ n: 40, difference: 15, low: 13, high: 17, mayBeChance: false },
      ...{ effect: 2.24, effectSize: 'large' },
    });
  });

  it('tells no growth of a team with fewer than thirty pairs', () => {
    const team = made.growth.find(({ group, period }) => group === 'team:Balie' && period === 'all');
    expect(team).toMatchObject({ shown: false, why: 'few-pairs' });
  });

  it('has how many finished and passed a module, how long it took, and where the others stopped', () => {
    // Ten stopped after the conversation; the others took 10 to 39 minutes.
    const cell = whole(made.funnel, ({ module, version }) => module === 'hostmanship' && version === null);
    expect(cell).toMatchObject({
      n: 40,
      completed: { percent: 75, bound: 'about' },
      passed: { percent: 50, bound: 'about' },
      stop: 'weduwe',
      minutes: { low: 17, median: 25, high: 32 },
    });
    expect(cell.units.find(({ unit }) => unit === 'weduwe')?.finished).toEqual({
      ...{ percent: 95, bound: 'at-least' },
    });
  });

  it('has the routes in shares on the graph of the conversation, but for a choice of fewer than k', () => {
    const cell = whole(made.routes, ({ unit }) => unit === 'weduwe');
    const graph = made.graphs.find(({ id }) => id === cell.graph)!;
    const share = ({ option, next }: (typeof routes)[0]) =>
      cell.edges[
        graph.edges.findIndex(
          (edge) => edge.from === opening.id && edge.option === option.code && edge.to === next.id,
        )
      ];
    expect(share(weak)).toEqual({ percent: 30, bound: 'about' });
    expect(share(strong)).toEqual({ percent: 65, bound: 'about' });
    expect(share(rare)).toBeNull();
    expect(cell.endings).toContainEqual({ quality: 'slecht', share: { percent: 30, bound: 'about' } });
    expect(cell.bestRoute).toEqual({ percent: 5, bound: 'at-most' });
  });

  it('has the choice that cost most with what was stronger, and none that cost nothing or that few took', () => {
    const { options } = whole(made.mistakes, ({ unit }) => unit === 'weduwe');
    expect(options).toMatchObject([
      {
        ...{ turn: opening.id, option: weak.option.code, reached: 40, lost: 100 },
        share: { percent: 30, bound: 'about' },
        effect: { klanttevredenheid: -1.5 },
      },
    ]);
    expect(options.map(wordsOf(made))).toMatchObject([
      { text: weak.option.text, better: strong.option.text },
    ]);
  });

  it('writes what an option says once, however many cells name it', () => {
    const named = made.mistakes.flatMap((cell) => (cell.shown ? cell.options : []));
    const ids = made.choices.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(named.map(({ choice }) => choice))).toEqual(new Set(ids));
    expect(named.length).toBeGreaterThan(ids.length);
  });

  it('has the kennistoets as a measure, with how sure that is, and items with what was chosen', () => {
    const [a] = made.test!.forms;
    expect(a).toMatchObject({ form: 'A', n: 40, items: 35, certainty: 'provisional' });
    expect(made.test?.items.find(({ id }) => id === item.id)).toMatchObject({
      ...{ n: 40, facility: 60, form: 'A', versions: ['v1'] },
      options: expect.arrayContaining([
        expect.objectContaining({ id: item.goed, right: true, share: { percent: 60, bound: 'about' } }),
        expect.objectContaining({ id: wrong.id, right: false, share: { percent: 40, bound: 'about' } }),
      ]) as unknown,
    });
    // Form B, which nobody took.
    expect(made.test?.withheldItems).toBe(bankOf(modules).filter(({ form }) => form === 'B').length);
  });

  it('has the quiz of a module as a measure too, of the thirty who took it', () => {
    const form = 'hostmanship/toets';
    expect(made.test?.forms.map((each) => [each.form, each.n])).toEqual([
      ['A', 40],
      [form, 30],
    ]);
    // Fourteen of thirty were right.
    const told = made.test?.items.find(({ id }) => id === `${form}/${quizItem.id}`);
    expect(told).toMatchObject({ form, n: 30, facility: 47 });
  });
});
