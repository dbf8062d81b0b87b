import { describe, expect, it } from 'vitest';
import type { Module } from '../../../src/content/module.js';
import { outcomes } from '../../../src/engine/conversation/outcomes.js';
import { formOf } from '../../../src/engine/forms.js';
import { encodeActions } from '../../../src/engine/journal.js';
import { rightResponse } from '../../../src/engine/right-response.js';
import { moduleProgress, unitState, type Command, type Session } from '../../../src/engine/session.js';
import { attemptOf, knowledgeTest } from '../../engine/fixtures/knowledge-test.js';
import { fixture } from '../../player/fixtures/module.js';
import { act, acts, answerAll, findSome, readLesson, seen, start } from '../../tracking/learner.js';
import { factsOf, rows, tell } from './told.js';

const talk: readonly Command[] = [
  start('u3'),
  ...acts('u3', 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1'),
  seen('u3'),
];
const mail: readonly Command[] = [start('u4'), act('u4', 'e1'), act('u4', 'f9', 'f1f3f6'), seen('u4')];
const everything = [...readLesson, ...findSome, seen('u2'), ...talk, ...mail, ...answerAll];

/** A run of a conversation, replayed. */
function conversation(session: Session, code: string) {
  const played = unitState(session, code);
  if (played.kind !== 'conversation') throw new Error(`${code} is no conversation`);
  return played;
}

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : 1;

describe('facts of what the engine played', () => {
  it('have a row for each decision, with the changes and the evidence that the engine gave', async () => {
    const { session, statements } = tell({ module: fixture, commands: [...talk, ...mail] });
    const facts = await factsOf(statements);
    const expected = ['u3', 'u4'].flatMap((code) => {
      const { unit, state } = conversation(session, code);
      return state.decisions.map(({ turn, slot, chosen, change, evidence }) => ({
        ...{ unit: unit.id, run: 1, mode: 'scored', option: chosen.code },
        turn: slot === undefined ? turn : `${turn}/${slot}`,
        klanttevredenheid: change.klanttevredenheid ?? 0,
        minutes: change.minutes ?? 0,
        wait_days: change.waitDays ?? 0,
        kosten: change.kosten ?? 0,
        got: Object.values(evidence).reduce((sum, { got }) => sum + got, 0),
        max: Object.values(evidence).reduce((sum, { max }) => sum + max, 0),
      }));
    });
    const found = await rows(
      facts,
      `SELECT unit, run, mode, turn, option, klanttevredenheid, minutes, wait_days, kosten, got, max
       FROM decision NATURAL JOIN run NATURAL JOIN chosen`,
    );
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(expected.length).toBeGreaterThan(5);
  });

  it('have a row for each thing done at the desk', async () => {
    const { session, statements } = tell({ module: fixture, commands: talk });
    const facts = await factsOf(statements);
    const expected = conversation(session, 'u3').state.log.flatMap((entry) => {
      if (entry.kind !== 'desk') return [];
      const [action, target] = entry.key.split(':');
      return [{ action, target, minutes: entry.change.minutes ?? 0 }];
    });
    const found = await rows(facts, 'SELECT action, target, minutes FROM desk_action ORDER BY happened');
    expect(found).toEqual(expected);
    expect(expected).toHaveLength(3);
  });

  it('have a row for each answer, with the share that is right, whatever the kind of unit', async () => {
    const { session, statements } = tell({ module: fixture, commands: everything });
    const facts = await factsOf(statements);
    const quiz = unitState(session, 'u5');
    if (quiz.kind !== 'quiz') throw new Error('u5 is no quiz');
    const { answers } = quiz.state;
    const answersTo = (kind: string) =>
      rows(
        facts,
        `SELECT item, share FROM answer NATURAL JOIN replied WHERE kind = '${kind}' ORDER BY happened`,
      );
    expect(await answersTo('quiz')).toEqual(
      quiz.unit.items.map(({ id, code }) => ({ item: id, share: answers[code]?.share })),
    );
    expect(await answersTo('find-mistake')).toEqual([
      { item: 'mark', share: 1 },
      { item: 'mark', share: 1 },
      { item: 'm1/why', share: 0 },
      { item: 'm1/better', share: 0 },
      { item: 'm4/why', share: 0 },
      { item: 'm4/better', share: 0 },
    ]);
  });

  it('have the beginning and the end of each run, with score, ending and route', async () => {
    const { session, statements } = tell({ module: fixture, commands: everything });
    const facts = await factsOf(statements);
    const expected = ['u1', 'u2', 'u3', 'u4', 'u5'].map((code) => {
      const { unit, kind, score, ...played } = unitState(session, code);
      const state = played.state;
      const ending = unit.kind === 'conversation' && 'ending' in state ? state.ending : null;
      const quality =
        unit.kind === 'conversation' ? unit.endings.find(({ id }) => id === ending)?.quality : null;
      const route = encodeActions(played.actions.filter((action) => action.code !== '~'));
      return { unit: unit.id, kind, score, ending, ending_quality: quality, route };
    });
    const finished = await rows(
      facts,
      `SELECT unit, kind, score, ending, ending_quality, route FROM run_event NATURAL JOIN run
       WHERE event = 'finished' ORDER BY happened`,
    );
    expect(finished).toEqual(expected);
    expect(expected[2]?.ending).not.toBeNull();
    const started = `SELECT unit, kind FROM run_event NATURAL JOIN run WHERE event = 'started' ORDER BY happened`;
    expect(await rows(facts, started)).toEqual(expected.map(({ unit, kind }) => ({ unit, kind })));
  });

  it('have what each finished run showed: competences with their evidence, and the four outcomes', async () => {
    const { session, statements } = tell({ module: fixture, commands: talk });
    const facts = await factsOf(statements);
    const played = conversation(session, 'u3');
    const { scaled } = outcomes(played.unit, fixture.world, played.state);
    const close = (value: number): unknown => expect.closeTo(value, 2);
    const competences = Object.entries(played.evidence)
      .map(([name, { got, max }]) => ({
        ...{ scale: 'competence', name, scaled: close(got / max), got: close(got), max: close(max) },
      }))
      .sort(byName);
    const results = Object.entries(scaled)
      .map(([name, value]) => ({ scale: 'outcome', name, scaled: close(value), got: null, max: null }))
      .sort(byName);
    const found =
      'SELECT scale, name, scaled, got, max FROM run_score NATURAL JOIN shown ORDER BY scale, name';
    expect(await rows(facts, found)).toEqual([...competences, ...results]);
  });

  it('have each visit: opened, completed with the score, closed with its seconds', async () => {
    const { session, statements } = tell({ module: fixture, commands: everything });
    const facts = await factsOf(statements);
    const { contentVersion: version } = fixture;
    const about = { module: 'proefmodule', version };
    expect(
      await rows(facts, 'SELECT module, version, event, score, seconds FROM module_event ORDER BY event'),
    ).toEqual([
      { ...about, event: 'closed', score: null, seconds: everything.length * 10 },
      { ...about, event: 'completed', score: moduleProgress(session).score, seconds: null },
      { ...about, event: 'opened', score: null, seconds: null },
    ]);
  });

  it('tell runs that count from those that do not', async () => {
    const run = tell({ module: fixture, commands: talk }).session.journal.units['u3']?.first;
    if (!run) throw new Error('the first run is missing');
    const more: readonly Command[] = [
      ...talk,
      ...[start('u3'), ...acts('u3', 'k2', 'k3', 'a1', 'b1'), { kind: 'stop', unit: 'u3' } as const],
      ...[{ kind: 'from-here', unit: 'u3', run, from: 3 } as const, act('u3', 'b1')],
    ];
    const facts = await factsOf(tell({ module: fixture, commands: more }).statements);
    const modes = [
      { run: 1, mode: 'scored' },
      { run: 2, mode: 'again' },
      { run: 3, mode: 'from-here' },
    ];
    expect(
      await rows(
        facts,
        `SELECT run, mode FROM run_event NATURAL JOIN run WHERE event = 'started' ORDER BY run`,
      ),
    ).toEqual(modes);
    expect(
      await rows(facts, 'SELECT DISTINCT run, mode FROM decision NATURAL JOIN run ORDER BY run'),
    ).toEqual(modes);
  });
});

describe('facts of a test', () => {
  const id = 'kennistoets-nulmeting';
  const module: Module = { ...fixture, id, partOf: 'kennistoets', units: [knowledgeTest] };
  const answered = formOf(knowledgeTest, attemptOf(0)).slice(0, 30);
  const commands = [
    start('ae'),
    ...answered.map((item) => act('ae', item.code, rightResponse(item))),
    act('ae', 'hi'),
    seen('ae'),
  ];

  it('know the unit, the kind and the items of the bank', async () => {
    const facts = await factsOf(tell({ module, commands, attempt: attemptOf(0) }).statements);
    expect(
      await rows(
        facts,
        'SELECT module, unit, kind, item, share FROM answer NATURAL JOIN run NATURAL JOIN replied ORDER BY item',
      ),
    ).toEqual(
      answered
        .map((item) => ({ module: id, unit: 'nulmeting', kind: 'test', item: item.id, share: 1 }))
        .sort((one, other) => (one.item < other.item ? -1 : 1)),
    );
    expect(await rows(facts, 'SELECT DISTINCT kind FROM run_event NATURAL JOIN run')).toEqual([
      { kind: 'test' },
    ]);
    const scores = await rows(
      facts,
      `SELECT count(*)::INT AS n FROM run_score NATURAL JOIN run WHERE kind = 'test'`,
    );
    expect(scores).toEqual([{ n: 7 }]);
  });

  it('learn what kind of unit it is when its answers come in a later batch than its start', async () => {
    const { statements } = tell({ module, commands, attempt: attemptOf(0) });
    const facts = await factsOf(statements.slice(0, 2), statements.slice(2));
    expect(await rows(facts, 'SELECT DISTINCT kind FROM run_event NATURAL JOIN run')).toEqual([
      { kind: 'test' },
    ]);
  });
});

describe('how things are called', () => {
  const english: Module = { ...fixture, language: 'en', title: 'Hospitality' };
  const inDutch = tell({ module: fixture, commands: everything }).statements;
  const inEnglish = tell({ module: english, commands: talk, attempt: 'e'.repeat(32) }).statements;

  it('is known of modules, units, turns, options and items', async () => {
    const facts = await factsOf(inDutch);
    const named = await rows(facts, 'SELECT id, name FROM label');
    const names = new Map(named.map(({ id, name }) => [id, name]));
    expect(names.get('proefmodule')).toBe(fixture.title);
    expect(names.get('proefmodule/paspoort')).toBe(fixture.units[2]?.title);
    expect(names.get('proefmodule/paspoort/opening')).toMatch(/^‘.+’$/);
    expect(names.get('proefmodule/paspoort/opening#a1')).toMatch(/\S/);
    expect(names.get('competence/hostmanship')).toMatch(/\S/);
    const key = `SELECT correct FROM label WHERE id = 'proefmodule/toets/terugbellen'`;
    expect(await rows(facts, key)).toEqual([{ correct: 'c' }]);
  });

  it('is said in Dutch, also when English comes later', async () => {
    const facts = await factsOf(inDutch, inEnglish);
    expect(await rows(facts, `SELECT name, language FROM label WHERE id = 'proefmodule'`)).toEqual([
      { name: fixture.title, language: 'nl-NL' },
    ]);
  });

  it('is said in English until Dutch comes', async () => {
    const name = `SELECT name FROM label WHERE id = 'proefmodule'`;
    expect(await rows(await factsOf(inEnglish), name)).toEqual([{ name: 'Hospitality' }]);
    expect(await rows(await factsOf(inEnglish, inDutch), name)).toEqual([{ name: fixture.title }]);
    expect(await rows(await factsOf([...inEnglish, ...inDutch]), name)).toEqual([{ name: fixture.title }]);
  });
});
