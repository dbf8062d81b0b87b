import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/content/module.js';
import type { Action } from '../../src/engine/action.js';
import { decodeActions } from '../../src/engine/journal.js';
import { itemShare } from '../../src/engine/item-share.js';
import { chance, shuffled } from '../../src/engine/random.js';
import { playUnit } from '../../src/engine/units.js';
import { findMistake, items, lesson, quiz } from './fixtures/units.js';
import { world } from './fixtures/world.js';

const play = (unit: Unit, actions: string | readonly Action[]) =>
  playUnit(unit, typeof actions === 'string' ? decodeActions(actions) : actions, {
    world,
    seed: 's',
    mode: 'scored',
  });

describe('a lesson', () => {
  it('is finished when every page was left, in any order, and has no score', () => {
    expect(play(lesson, 'v2v3d1p1')).toMatchObject({
      finished: false,
      state: { answers: { v1: ['v2', 'v3'] } },
    });
    expect(play(lesson, 'p2p1')).toMatchObject({ finished: true, score: null });
    expect(play(lesson, 'zz').refused).toBe('this lesson has no zz');
  });
});

describe('find the mistake', () => {
  it('takes as many marks as there are mistakes, then asks why and better of each, in the order of the call', () => {
    expect(play(findMistake, 'm2').state).toMatchObject({ phase: 'mark' });
    expect(play(findMistake, 'm2m3').state).toMatchObject({
      phase: 'explain',
      asked: { mistake: { line: 'm1' }, question: 'why' },
    });
    expect(play(findMistake, 'm2m3w1').state).toMatchObject({
      asked: { mistake: { line: 'm1' }, question: 'better' },
    });
    expect(play(findMistake, 'm2m2').refused).toContain('already');
    expect(play(findMistake, 'm2m3w3').refused).toContain('no answer');
  });

  it('gives a third for finding, for why and for better; what was not found can still be explained', () => {
    expect(play(findMistake, 'm1m3w1y1w3y3')).toMatchObject({ finished: true, score: 100 });
    const missed = play(findMistake, 'm2m3w1y1x3y3');
    expect(missed.score).toBe(66.7);
    expect(missed.evidence.hostmanship).toEqual({ got: 2 / 3, max: 1 });
    expect(missed.evidence.proactief).toEqual({ got: 2 / 3, max: 1 });
  });
});

describe('a quiz', () => {
  it.each([
    ['enkel', { b: 1, a: 0, z: null, '': null, bc: null }],
    ['meer', { ac: 1, ca: 1, a: 0.5, abc: 0.5, ab: 0, bd: 0, aa: null, '': null }],
    ['volgorde', { abc: 1, bac: 1 / 3, cba: 0, ab: null, aab: null }],
    ['beoordelen', { '412': 1, '144': 0, '413': 7 / 8, '41': null, '519': null }],
    ['koppelen', { pqp: 1, ppp: 2 / 3, qpq: 0, pq: null, pqx: null }],
  ] as const)('gives partial credit in %s', (soort, expected) => {
    for (const [response, share] of Object.entries(expected)) {
      const earned = itemShare(items[soort], response);
      if (share === null) expect(earned, response).toBeNull();
      else expect(earned, response).toBeCloseTo(share);
    }
  });

  it('is scored when all is answered, each item once', () => {
    const all = 'q1(b)q2(ac)q3(cba)q4(412)q5(pqp)';
    expect(play(quiz, all.slice(0, 11))).toMatchObject({ finished: false, score: null, evidence: {} });
    expect(play(quiz, all)).toMatchObject({
      finished: true,
      score: 80,
      evidence: { hostmanship: { got: 3, max: 4 }, portalen: { got: 1, max: 1 } },
    });
    expect(play(quiz, 'q1(b)q1(a)').refused).toContain('already');
  });
});

describe('order by seed', () => {
  it('is a permutation, the same for the same seed, and not always the same', () => {
    const list = ['a', 'b', 'c', 'd'];
    expect([...shuffled('x', list)].sort()).toEqual(list);
    expect(shuffled('x', list)).toEqual(shuffled('x', list));
    const firsts = Array.from({ length: 400 }, (_, at) => shuffled(`seed/${at}`, list)[0]);
    for (const letter of list) expect(firsts.filter((first) => first === letter).length).toBeGreaterThan(60);
    expect(chance('x')).toBeLessThan(1);
  });
});
