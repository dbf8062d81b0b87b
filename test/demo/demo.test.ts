import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/content/module.js';
import { COMPETENCES } from '../../src/content/vocabulary.js';
import { employees, teamsFile, type Employee } from '../../src/demo/employees.js';
import { playCourse, type PlayedPackage } from '../../src/demo/course.js';
import { responseOf } from '../../src/demo/item-answer.js';
import { lastQuarter } from '../../src/demo/period.js';
import { demoStatements } from '../../src/demo/statements.js';
import { playedInThreads } from '../../src/demo/threads.js';
import { DEFAULT_CONFIG } from '../../src/tracking/config.js';
import { statementMaker } from '../../src/tracking/xapi/statements.js';
import { itemShare } from '../../src/engine/item-share.js';
import { items } from '../engine/fixtures/units.js';
import { finalTest, knowledgeTest } from '../engine/fixtures/knowledge-test.js';
import { fixture } from '../player/fixtures/module.js';
import { factsOf, rows } from '../report/facts/told.js';

const baseline: Module = {
  ...fixture,
  id: 'kennistoets-nulmeting',
  partOf: 'kennistoets',
  units: [knowledgeTest],
};
const final: Module = { ...fixture, id: 'kennistoets-eindmeting', partOf: 'kennistoets', units: [finalTest] };
const packages = [fixture, final, baseline];
const period = lastQuarter(new Date('2026-11-26T12:00:00Z'));
const course = DEFAULT_CONFIG;

const skilled = (skill: number): Employee[] =>
  employees(40, 3).map((one) => ({
    ...one,
    skills: Object.fromEntries(COMPETENCES.map((id) => [id, skill])) as Employee['skills'],
  }));
const play = (people: readonly Employee[]): readonly PlayedPackage[] =>
  people.flatMap((one) => playCourse(one, packages, period, '1'));

/** Mean of the scores with which packages were completed. */
function meanScore(played: readonly PlayedPackage[], id: string): number {
  const scores = played
    .filter(({ module }) => module.id === id)
    .flatMap(({ events }) => events.map(({ what }) => ('score' in what ? (what.score ?? 0) : null)))
    .filter((score) => score !== null);
  expect(scores.length).toBeGreaterThan(10);
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

describe('demo data', () => {
  it('is the same for the same seed, and other for another', () => {
    const tell = (seed: string) =>
      [...demoStatements({ people: employees(4, seed), packages, period, seed, course })].flat();
    expect(tell('1')).toEqual(tell('1'));
    expect(tell('2')).not.toEqual(tell('1'));
    const ids = tell('1').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same when it is played on all cores, in the same order', async () => {
    const demo = { people: employees(5, 1), packages, period, seed: '1', course };
    const groups: string[] = [];
    for await (const lines of playedInThreads(demo))
      groups.push(lines.map(({ bytes }) => Buffer.from(bytes).toString()).join('\n'));
    const alone = [...demoStatements(demo)].map((group) =>
      group.map((one) => JSON.stringify(one)).join('\n'),
    );
    expect(groups).toEqual(alone);
  });

  it('tells what a package tells that plays its runs again', () => {
    const played = play(employees(4, 1));
    expect(played.flatMap(({ events }) => events).filter((event) => event.played).length).toBeGreaterThan(
      100,
    );
    for (const { module, events } of played) {
      const launch = { registration: null, activityId: null };
      const options = { module, config: course, learnerId: 'iemand', launch };
      const quick = statementMaker(options);
      const again = statementMaker(options);
      expect(events.map((event) => quick(event, event.played))).toEqual(events.map((event) => again(event)));
    }
  });

  it('fails, and does not wait for ever, when a thread does', async () => {
    const demo = { people: employees(3, 1), packages: [{}] as Module[], period, seed: '1', course };
    const all = async (): Promise<void> => {
      for await (const lines of playedInThreads(demo)) expect(lines).toEqual([]);
    };
    await expect(all()).rejects.toThrow(/./);
  });

  it('says of itself that nobody did this, in a way that people and reports see', async () => {
    const told = [...demoStatements({ people: employees(2, 1), packages, period, seed: '1', course })].flat();
    expect(new Set(told.map(({ context }) => context?.platform))).toEqual(
      new Set(['Zeventerpen: voorbeeldgegevens']),
    );
    const facts = await factsOf(told.slice(0, 20));
    expect(await rows(facts, 'SELECT count(*)::INTEGER AS n FROM made_up')).toEqual([{ n: 1 }]);
    facts.close();
  });

  it('lets who is better do better, by the rules that the page plays by', () => {
    const [weak, strong] = [play(skilled(-1.2)), play(skilled(1.2))];
    for (const id of ['proefmodule', 'kennistoets-nulmeting'])
      expect(meanScore(strong, id)).toBeGreaterThan(meanScore(weak, id) + 8);
    expect(meanScore(strong, 'proefmodule')).toBeLessThan(98);
  });

  it('lets people learn on the way, so that the measurement after is higher than the one before', () => {
    const learners = skilled(-0.5).map((one) => ({ ...one, learning: 1 }));
    const played = play(learners);
    expect(meanScore(played, final.id)).toBeGreaterThan(meanScore(played, baseline.id) + 5);
  });

  it('begins with the measurement before, stays within its three months and on weekdays', () => {
    const played = play(employees(40, 1));
    const days = played.flatMap(({ events }) => events.map(({ at }) => new Date(at)));
    expect(Math.min(...days.map(Number))).toBeGreaterThanOrEqual(period.from);
    expect(Math.max(...days.map(Number))).toBeLessThan(period.until);
    expect(days.filter((day) => [0, 6].includes(day.getUTCDay()))).toEqual([]);
    expect(played[0]?.module.id).toBe(baseline.id);
  });

  it('holds people who stop half-way and people who play a conversation again', () => {
    const played = play(employees(120, 1));
    const kinds = played.map(({ events }) => events.map(({ what }) => what));
    const isDone = (one: (typeof kinds)[number]) => one.some(({ kind }) => kind === 'module-completed');
    expect(kinds.filter((one) => !isDone(one)).length).toBeGreaterThan(2);
    expect(kinds.filter(isDone).length).toBeGreaterThan(100);
    expect(kinds.flat().some((what) => 'mode' in what && what.mode === 'again')).toBe(true);
  });

  it('has a team for everybody, some of them under ten, and names nobody', () => {
    const people = employees(500, 1);
    const sizes = new Map<string, number>();
    for (const { team } of people) sizes.set(team, (sizes.get(team) ?? 0) + 1);
    expect([...sizes.values()].filter((size) => size < 10).length).toBeGreaterThan(1);
    expect([...sizes.values()].filter((size) => size >= 30).length).toBeGreaterThan(5);
    const [head, first, ...others] = teamsFile(people).trim().split('\n');
    expect(head).toBe('leerling-id,team,afdeling,rol');
    expect(first).toMatch(/^demo-0001,KCC Telefoon,Dienstverlening,\S/);
    expect(others).toHaveLength(499);
  });
});

describe('an answer to an item', () => {
  it.each(Object.values(items))('is one that fits the item, right or wrong: $soort', (item) => {
    const asked = 'vergissingen' in item ? { ...item, vergissingen: [] } : item;
    const coded = { ...asked, code: 'q1' };
    const shares = Array.from({ length: 60 }, (_, at) =>
      itemShare(coded, responseOf(coded, `learner ${at}`, at < 30 ? -40 : 40)),
    );
    expect(shares).not.toContain(null);
    expect(shares.slice(30)).toEqual(Array.from({ length: 30 }, () => 1));
    expect(shares.slice(0, 30).some((share) => share !== null && share < 1)).toBe(true);
  });
});

describe('the period of the demo', () => {
  it('is thirteen whole weeks, the same on every day of a week', () => {
    for (const day of ['2026-11-23', '2026-11-26', '2026-11-28'])
      expect(lastQuarter(new Date(`${day}T15:00:00Z`))).toEqual({
        from: Date.parse('2026-08-24T00:00:00Z'),
        until: Date.parse('2026-11-23T00:00:00Z'),
      });
  });
});
