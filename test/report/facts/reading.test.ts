import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openFacts, type Facts } from '../../../src/report/facts/facts.js';
import { fixture } from '../../player/fixtures/module.js';
import { acts, seen, start } from '../../tracking/learner.js';
import { factsOf, rows, tell } from './told.js';

const talk = [start('u3'), ...acts('u3', 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1'), seen('u3')];
const { statements } = tell({ module: fixture, commands: talk });
const texts = statements.map((one) => JSON.stringify(one));
const TABLES = ['module_event', 'run_event', 'decision', 'desk_action', 'run_score'];

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

  it('are read as the bytes that came; what is no UTF-8 among them harms nothing', async () => {
    const facts = await openFacts();
    const pages = [texts.slice(0, 4), texts.slice(4)].map((some) =>
      Buffer.from(`{"statements":[${some.join(',')}],"more":""}`),
    );
    expect(await facts.add({ pages })).toMatchObject({ ours: texts.length });
    expect(await counted(facts)).toEqual(await counted(await factsOf(statements)));
    const lines = Buffer.concat([
      Buffer.from(`${texts.join('\n')}\n"`),
      Buffer.from([0xff]),
      Buffer.from('"\n'),
    ]);
    const others = await openFacts();
    expect(await others.add({ lines })).toMatchObject({ ours: texts.length, malformed: 1 });
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

  it('of a clock that runs ahead are dated by the clock of the LRS', async () => {
    const late = { ...statements[0], timestamp: '2199-01-01T00:00:00Z', stored: '2026-09-14T08:00:01Z' };
    const facts = await openFacts();
    expect(await facts.add({ texts: [JSON.stringify(late)] })).toMatchObject({ ours: 1, ahead: 1 });
    const when = await rows(
      facts,
      'SELECT happened FROM module_event UNION ALL SELECT happened FROM unknown_visit',
    );
    expect(when).toEqual([{ happened: '2026-09-14 08:00:01' }]);
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
    const everyone = await rows(await factsOf(named.statements), 'SELECT DISTINCT person FROM run_event');
    expect(everyone).toEqual([{ person: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown }]);
  });
});
