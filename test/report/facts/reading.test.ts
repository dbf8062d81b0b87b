import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openFacts, type Facts } from '../../../src/report/facts/facts.js';
import { fixture } from '../../player/fixtures/module.js';
import { acts, seen, start } from '../../tracking/learner.js';
import { factsOf, rows, tell } from './told.js';

const talk = [start('u3'), ...acts('u3', 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1'), seen('u3')];
const { statements } = tell({ module: fixture, commands: talk });
const texts = statements.map((one) => JSON.stringify(one));
const TABLES = ['person', 'run', 'module_event', 'run_event', 'decision', 'desk_action', 'run_score'];

const counted = async (facts: Facts): Promise<readonly unknown[]> =>
  Promise.all(
    TABLES.map((table) => rows(facts, `SELECT '${table}' AS name, count(*)::INT AS n FROM ${table}`)),
  );

const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const verb = (name: string) => ({ id: `http://adlnet.gov/expapi/verbs/${name}` });

describe('statements that are read', () => {
  it('count once, in one batch or in two', async () => {
    const once = await openFacts();
    await once.add({ texts });
    const twice = await openFacts();
    await twice.add({ texts: [...texts, ...texts.slice(5)] });
    expect(await twice.add({ texts })).toMatchObject({ ours: 0, repeated: texts.length });
    expect(await counted(twice)).toEqual(await counted(once));
  });

  it('that are malformed or of somebody else are counted, and do no harm', async () => {
    const [, , , choice] = statements;
    const foreign = {
      ...{ id: randomUUID(), timestamp: '2026-09-14T08:00:00Z', actor: { mbox: 'mailto:jan@x.example' } },
      ...{ verb: verb('answered'), object: { id: 'https://x.example/1' } },
    };
    const odd = [
      JSON.stringify(foreign),
      ...['{"id": "x"', 'null', '[]', '7', '"tekst"'],
      JSON.stringify({ ...foreign, id: 'no uuid' }),
      JSON.stringify({ ...choice, id: randomUUID(), timestamp: 'yesterday' }),
      JSON.stringify({ ...choice, id: randomUUID(), result: 'none', object: 7 }),
      JSON.stringify({ ...choice, id: randomUUID(), context: { ...choice?.context, extensions: [] } }),
    ];
    const facts = await openFacts();
    const tally = await facts.add({ texts: [...texts, ...odd] });
    expect(tally).toMatchObject({ read: texts.length + odd.length, foreign: 1, malformed: 7 });
    expect(await counted(facts)).toEqual(await counted(await factsOf(statements)));
  });

  it('are dated in UTC, whatever their offset', async () => {
    const [first] = statements;
    const times = ['2026-09-14T10:00:00+02:00', '2026-09-14T08:00:00Z', '2026-09-14T08:00:00'];
    const facts = await factsOf(times.map((timestamp) => ({ ...first, id: randomUUID(), timestamp })));
    expect(await rows(facts, 'SELECT DISTINCT happened::VARCHAR AS time FROM module_event')).toEqual([
      { time: '2026-09-14 08:00:00' },
    ]);
  });

  it('that were taken back leave, whichever comes first', async () => {
    const choice = statements.find((one) => one.verb.id === verb('answered').id);
    const voiding = {
      ...{ id: randomUUID(), timestamp: '2026-09-15T08:00:00Z', actor: { mbox: 'mailto:beheer@x.example' } },
      verb: verb('voided'),
      object: { objectType: 'StatementRef', id: choice?.id },
    };
    const decisions = async (...batches: readonly (readonly unknown[])[]) =>
      rows(await factsOf(...batches), 'SELECT statement FROM decision ORDER BY statement');
    const whole = await decisions(statements);
    const left = whole.filter(({ statement }) => statement !== choice?.id);
    expect(left).toHaveLength(whole.length - 1);
    expect(await decisions(statements, [voiding])).toEqual(left);
    expect(await decisions([voiding], statements)).toEqual(left);
    expect(await decisions([...statements, voiding])).toEqual(left);
  });

  it.each([
    ['runs ahead', '2199-01-01T00:00:00Z'],
    ['was never set', '1970-01-01T00:00:07.000Z'],
    ['says no time', 'infinity'],
    ['says the year 9999', '9999-12-31T23:59:59Z'],
    ['says a day that no calendar has', '2026-13-45T08:00:00.000Z'],
  ])('of a clock that %s are dated by the clock of the LRS', async (_why, timestamp) => {
    const odd = { ...statements[0], timestamp, stored: '2026-09-14T08:00:01.123456Z' };
    const facts = await openFacts();
    expect(await facts.add({ texts: [JSON.stringify(odd)] })).toMatchObject({ ours: 1, misdated: 1 });
    expect(await rows(facts, 'SELECT happened FROM module_event')).toEqual([
      { happened: '2026-09-14 08:00:01.123456' },
    ]);
  });

  it.each(['1970-01-01T00:00:00Z', 'infinity', '-infinity', 'epoch', '', undefined])(
    'that no clock dates (%s) are left out and counted',
    async (timestamp) => {
      const facts = await openFacts();
      const odd = { ...statements[0], timestamp };
      const stored = [odd, { ...odd, stored: 'infinity' }, { ...odd, stored: '9999-01-01T00:00:00Z' }];
      const texts = stored.map((one) => JSON.stringify({ ...one, id: randomUUID() }));
      expect(await facts.add({ texts })).toMatchObject({ ours: 0, malformed: 3, misdated: 0 });
    },
  );

  it('leave the cursor where it was when the LRS tells a time that cannot be', async () => {
    const facts = await openFacts();
    const kept: (string | null)[] = [];
    for (const stored of ['9999-01-01T00:00:00Z', '2026-09-14T08:00:01Z'])
      await facts.add({ texts: [JSON.stringify({ ...statements[0], stored })] }, (last) => {
        kept.push(last);
        return {};
      });
    expect(kept).toEqual([null, '2026-09-14T08:00:01.000000Z']);
  });

  it('find their module where the LMS calls it by an id of its own, also when it is explained later', async () => {
    const told = tell({ module: fixture, commands: talk, activityId: 'https://lms.example/au/77' });
    const facts = await factsOf(told.statements.slice(0, 1), told.statements.slice(1));
    expect(await rows(facts, 'SELECT module, count(*)::INT AS n FROM module_event GROUP BY module')).toEqual([
      { module: 'proefmodule', n: 2 },
    ]);
    expect(await rows(facts, `SELECT name FROM label WHERE id = 'proefmodule'`)).toEqual([
      { name: fixture.title },
    ]);
  });

  it('that cmi5 itself defines count for the module that they are about', async () => {
    const au = 'https://lms.example/au/77';
    const told = tell({ module: fixture, commands: talk, activityId: au });
    const [first] = told.statements;
    const passed = {
      ...{ id: randomUUID(), timestamp: '2026-09-14T09:00:00Z', actor: first?.actor },
      ...{ verb: verb('passed'), object: { id: au } },
      result: { success: true, score: { scaled: 0.8, raw: 80 }, duration: 'PT1H2M3.50S' },
      context: {
        registration: first?.context?.registration,
        contextActivities: { category: [{ id: CMI5 }] },
      },
    };
    const terminated = { ...passed, id: randomUUID(), verb: verb('terminated') };
    const other = { ...passed, id: randomUUID(), object: { id: 'https://lms.example/au/78' } };
    const units = told.statements.filter(({ object }) => !('id' in object && object.id === au));
    const facts = await factsOf([passed, terminated, other], units);
    const about = { module: 'proefmodule', version: fixture.contentVersion };
    const visits = 'SELECT module, version, event, score, seconds FROM module_event ORDER BY event';
    expect(await rows(facts, visits)).toEqual([
      { ...about, event: 'closed', score: 80, seconds: 3723.5 },
      { ...about, event: 'passed', score: 80, seconds: null },
    ]);
  });

  it('may be of any base of IRIs, and written with escaped slashes', async () => {
    const other = tell({
      module: fixture,
      commands: talk,
      config: { iri: 'https://gemeente.example/leren' },
    });
    const facts = await openFacts();
    await facts.add({ texts: other.statements.map((one) => JSON.stringify(one).replaceAll('/', '\\/')) });
    expect(await counted(facts)).toEqual(await counted(await factsOf(statements)));
  });

  it('leave no account but a pseudonym', async () => {
    const named = tell({ module: fixture, commands: talk, config: { actor: 'lms-id' } });
    const everyone = await rows(
      await factsOf(named.statements),
      'SELECT DISTINCT person FROM run_event NATURAL JOIN run NATURAL JOIN person',
    );
    expect(everyone).toEqual([{ person: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown }]);
  });
});
