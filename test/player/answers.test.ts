import { describe, expect, it } from 'vitest';
import { emptyDraft, missingIn, moved, responseOf, rowsOf } from '../../src/player/quiz/answers.js';
import { chosenOption, currentPage, doneCodes, missingOn } from '../../src/player/lesson/view-model.js';
import { number } from './fixtures/knowledge-test.js';
import { lesson, quiz } from './fixtures/module.js';

const [single, several, ordering, judgement, matching] = quiz.items as [
  (typeof quiz.items)[0],
  (typeof quiz.items)[0],
  (typeof quiz.items)[0],
  (typeof quiz.items)[0],
  (typeof quiz.items)[0],
];

describe('an answer to a quiz item', () => {
  it('is written as the journal keeps it, whatever the order on screen', () => {
    expect(responseOf(single, { chosen: ['b'], given: {} })).toBe('b');
    expect(responseOf(several, { chosen: ['c', 'a'], given: {} })).toBe('ac');
    expect(responseOf(ordering, { chosen: ['c', 'a', 'b', 'd'], given: {} })).toBe('cabd');
    expect(responseOf(judgement, { chosen: [], given: { c: '3', a: '4', b: '1' } })).toBe('413');
    expect(responseOf(matching, { chosen: [], given: { b: 'q', a: 'p', c: 'p' } })).toBe('pqp');
  });

  it('names what is still missing', () => {
    const empty = emptyDraft(judgement, []);
    expect(missingIn(judgement, { ...empty, given: { b: '2' } })).toEqual(['a', 'c']);
    expect(missingIn(single, emptyDraft(single, []))).toEqual(['']);
    expect(missingIn(ordering, emptyDraft(ordering, ['b', 'a', 'c', 'd']))).toEqual([]);
  });

  it('that is a number is right or not: there is no best one', () => {
    const [right] = rowsOf(number, '68');
    expect(right).toMatchObject({ text: '68 dagen', tone: 'good', label: 'Jouw antwoord klopt' });
    const told = rowsOf(number, '44').map(({ text, label, why }) => [text, label, why]);
    expect(told).toEqual([
      ['44 dagen', 'Jouw antwoord', 'Stilstand maakt een termijn langer, niet korter.'],
      ['68 dagen', 'Het goede antwoord', undefined],
    ]);
  });

  it('moves one line up or down without losing any', () => {
    expect(moved(['a', 'b', 'c', 'd'], 2, 0)).toEqual(['c', 'a', 'b', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 0, 3)).toEqual(['b', 'c', 'd', 'a']);
  });

  it('is explained per option: chosen, best, missed', () => {
    expect(rowsOf(single, 'b').map((row) => row.tone)).toEqual(['plain', 'bad', 'good', 'plain']);
    expect(rowsOf(several, 'ab').map((row) => row.tone)).toEqual(['good', 'bad', 'almost', 'plain']);
    expect(rowsOf(ordering, 'abdc').map((row) => row.label)).toEqual([
      'Goede plek',
      'Goede plek',
      'Bij jou op plek 4',
      'Bij jou op plek 3',
    ]);
    expect(rowsOf(judgement, '431').map((row) => row.tone)).toEqual(['good', 'bad', 'bad']);
    expect(rowsOf(matching, 'pqp').map((row) => row.tone)).toEqual(['good', 'good', 'bad']);
  });
});

describe('where a lesson stands', () => {
  const done = (...codes: string[]) => doneCodes(codes.map((code) => ({ code })));

  it('opens at the first page that was not left', () => {
    expect(currentPage(lesson, done('p1', 'v3'))).toBe(1);
    expect(currentPage(lesson, done('p1', 'p2', 'p3', 'p4'))).toBe(3);
  });

  it('names the question and the spots that were not looked at', () => {
    expect(missingOn(lesson.pages[0]!, done())).toEqual(['Wat doe je?']);
    expect(missingOn(lesson.pages[1]!, done('t2'))).toEqual(['2005', '2015']);
  });

  it('knows the answer that was given', () => {
    const question = lesson.pages[0]!.blocks.find((block) => block.kind === 'question')!;
    expect(chosenOption(question, done('v3'))).toBe('v3');
  });
});
