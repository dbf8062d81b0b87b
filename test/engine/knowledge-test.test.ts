import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuizItem, Test } from '../../src/content/module.js';
import { COMPETENCES } from '../../src/content/vocabulary.js';
import { decodeActions, encodeJournal } from '../../src/engine/journal.js';
import { groupOf, withGroup } from '../../src/engine/random.js';
import { rightResponse } from '../../src/engine/right-response.js';
import {
  type Command,
  moduleProgress,
  newSession,
  resume,
  run,
  type Session,
  unitProgress,
  unitState,
} from '../../src/engine/session.js';
import { formOf } from '../../src/engine/forms.js';
import { attemptOf, finalTest, knowledgeTest } from './fixtures/knowledge-test.js';
import { module } from './fixtures/units.js';

const unit = knowledgeTest;
const start: Command = { kind: 'start', unit: unit.code };
const answer = (item: QuizItem, response = rightResponse(item)): Command => ({
  kind: 'act',
  unit: unit.code,
  action: { code: item.code, response },
});
const handIn: Command = { kind: 'act', unit: unit.code, action: { code: unit.handIn } };
const fresh = (group: 0 | 1 = 0, passMark?: number): Session =>
  newSession(module([unit], 'c1', passMark), attemptOf(group));
const after = (session: Session, ...commands: readonly Command[]): Session =>
  commands.reduce((now, command) => run(now, command).session, session);
const stateOf = (session: Session) => {
  const played = unitState(session, unit.code);
  if (played.kind !== 'test') throw new Error('no test');
  return played;
};
const started = after(fresh(), start);
const { items } = stateOf(started).state;
const all = items.map((item) => answer(item));

/** Wrong, half right or right answers, in any order, some of them more than once. */
const someAnswer: fc.Arbitrary<Command> = fc
  .record({ item: fc.constantFrom(...items), pick: fc.nat(30) })
  .map(({ item, pick }) => answer(item, responsesTo(item)[pick % responsesTo(item).length]));

function responsesTo(item: QuizItem): readonly string[] {
  switch (item.soort) {
    case 'enkel':
      return ['a', 'b', 'c'];
    case 'meer':
      return ['a', 'ac', 'bd', 'abcd'];
    case 'volgorde':
      return ['abc', 'cba', 'bac'];
    case 'beoordelen':
      return ['412', '111', '444'];
    case 'koppelen':
      return ['pqp', 'qpq'];
    case 'getal':
      return ['12.5', '12', '3', '123456789.25'];
  }
}

describe('the two forms of a test', () => {
  it('go to the two halves of the learners, at each moment the other one', () => {
    const at = (test: Test, group: 0 | 1) => formOf(test, attemptOf(group));
    expect(at(knowledgeTest, 0)).toBe(knowledgeTest.forms.A);
    expect(at(finalTest, 0)).toBe(knowledgeTest.forms.B);
    expect(at(knowledgeTest, 1)).toBe(knowledgeTest.forms.B);
    expect(at(finalTest, 1)).toBe(knowledgeTest.forms.A);
  });

  it('hang on the learner alone, whatever the package and the attempt', () => {
    const hex = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789abcdef')),
      minLength: 32,
      maxLength: 32,
    });
    fc.assert(
      fc.property(hex, hex, fc.string({ minLength: 1 }), (one, other, learner) => {
        expect(groupOf(withGroup(one, learner))).toBe(groupOf(withGroup(other, learner)));
        expect(groupOf(`${withGroup(one, learner)}/ae/1`)).toBe(groupOf(withGroup(one, learner)));
        expect(withGroup(one, '')).toBe(one);
      }),
    );
  });

  it('are given to about as many learners each, also where their numbers follow one another', () => {
    const groups = Array.from({ length: 4000 }, (_, at) =>
      groupOf(withGroup(attemptOf(0), String(1000 + at))),
    );
    const share = groups.filter((group) => group === 1).length / groups.length;
    expect(share).toBeGreaterThan(0.47);
    expect(share).toBeLessThan(0.53);
  });

  it('are shown whole, in an order of the run, and newly shuffled when the test is taken again', () => {
    const again = after(started, ...all, handIn, start);
    const codes = (session: Session) => stateOf(session).state.items.map(({ code }) => code);
    expect([...codes(started)].sort()).toEqual(unit.forms.A.map(({ code }) => code).sort());
    expect(codes(started)).not.toEqual(unit.forms.A.map(({ code }) => code));
    expect([...codes(again)].sort()).toEqual([...codes(started)].sort());
    expect(codes(again)).not.toEqual(codes(started));
  });
});

describe('a test', () => {
  it('tells nothing of how it goes until it is handed in', () => {
    const busy = after(started, ...all);
    expect(stateOf(busy)).toMatchObject({ finished: false, score: null, evidence: {} });
    expect(moduleProgress(busy)).toMatchObject({ score: null, competences: {}, completed: false });
    expect(unitProgress(busy, unit.code)).toMatchObject({ status: 'busy', step: items.length });
  });

  it('earns 100 with every answer right, and nothing for what was left open', () => {
    expect(stateOf(after(started, ...all, handIn)).score).toBe(100);
    expect(stateOf(after(started, ...all.slice(0, 7), handIn)).score).toBe(20);
    const empty = stateOf(after(started, handIn));
    expect(empty).toMatchObject({ finished: true, score: 0 });
    expect(COMPETENCES.map((id) => empty.evidence[id])).toEqual(COMPETENCES.map(() => ({ got: 0, max: 5 })));
  });

  it('gives part of the points for a judgement near the key', () => {
    const item = items.find(({ soort }) => soort === 'beoordelen')!;
    const share = (response: string) =>
      stateOf(after(started, answer(item, response))).state.answers[item.code]?.share;
    expect(share('412')).toBe(1);
    expect(share('411')).toBeCloseTo(7 / 8);
    expect(share('144')).toBe(0);
  });

  it('may change until it is handed in: only the last answers count, and nothing else is remembered', () => {
    fc.assert(
      fc.property(fc.array(someAnswer, { maxLength: 40 }), (commands) => {
        const last = new Map<string, Command>();
        for (const command of commands) if (command.kind === 'act') last.set(command.action.code, command);
        const long = after(started, ...commands, handIn);
        const short = after(started, ...last.values(), handIn);
        expect(stateOf(long).score).toBe(stateOf(short).score);
        expect(stateOf(long).evidence).toEqual(stateOf(short).evidence);
        expect(long.journal.units[unit.code]?.first?.actions).toHaveLength(last.size + 1);
      }),
      { numRuns: 60 },
    );
  });

  it('takes an answer back', () => {
    const [item] = items;
    const taken = after(started, answer(item!), answer(item!, ''));
    expect(stateOf(taken).state.answers).toEqual({});
    expect(taken.journal.units[unit.code]?.running?.draft).toBeUndefined();
  });

  it('is one event, when it is handed in, with all answers in it', () => {
    const busy = all.reduce<{ session: Session; events: number }>(
      ({ session, events }, command) => {
        const step = run(session, command);
        return { session: step.session, events: events + step.events.length };
      },
      { session: started, events: 0 },
    );
    expect(busy.events).toBe(0);
    const { events } = run(busy.session, handIn);
    expect(events.map(({ kind }) => kind)).toEqual(['acted', 'unit-finished']);
    expect(decodeActions(events[0]!.actions)).toHaveLength(items.length + 1);
  });

  it('refuses an item of the other form, an answer that cannot be, and anything after it is handed in', () => {
    const other = unit.forms.B[0]!;
    expect(() => run(started, answer(other))).toThrow('no item');
    expect(() => run(started, answer(items[0]!, 'zzzz'))).toThrow('no answer');
    expect(() => run(after(started, handIn), answer(items[0]!))).toThrow('over');
  });

  it('comes back from the journal, halfway and at its end', () => {
    fc.assert(
      fc.property(fc.array(someAnswer, { maxLength: 20 }), fc.boolean(), (commands, isDone) => {
        const session = after(started, ...commands, ...(isDone ? [handIn] : []));
        const back = resume(session.module, encodeJournal(session.journal));
        expect(back.kept).toBe('all');
        expect(back.session.journal).toEqual(session.journal);
        expect(stateOf(back.session).state).toEqual(stateOf(session).state);
      }),
      { numRuns: 60 },
    );
  });

  it('is measured once: what follows may raise the practice score, and leaves the first run as it was', () => {
    const first = after(started, ...all.slice(0, 14), handIn, { kind: 'seen', unit: unit.code });
    const again = after(
      first,
      start,
      ...stateOf(after(first, start)).state.items.map((item) => answer(item)),
      handIn,
    );
    expect(unitProgress(again, unit.code)).toMatchObject({ first: 40, best: 100 });
    expect(again.journal.units[unit.code]?.running?.mode).toBe('again');
  });

  it('needs the pass mark only where there is one', () => {
    expect(moduleProgress(after(started, ...all, handIn)).passed).toBeNull();
    const half = after(fresh(0, 70), start, ...all.slice(0, 20), handIn);
    expect(moduleProgress(half).passed).toBe(false);
    expect(moduleProgress(after(fresh(0, 70), start, ...all, handIn)).passed).toBe(true);
  });

  it('stays far inside what an LMS stores, with three whole runs of the longest answers', () => {
    const longest = (session: Session): Command[] =>
      stateOf(session).state.items.map((item) => answer(item, [...responsesTo(item)].sort(byLength).at(-1)));
    const first = after(started, ...longest(started), handIn, { kind: 'seen', unit: unit.code });
    const second = after(first, start);
    const better = after(second, ...stateOf(second).state.items.map((item) => answer(item)), handIn);
    const third = after(better, start);
    const text = encodeJournal(after(third, ...longest(third)).journal);
    expect(text.length).toBeLessThanOrEqual(1500);
  });
});

const byLength = (one: string, other: string): number => one.length - other.length;
