import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeActions,
  decodeJournal,
  encodeActions,
  encodeJournal,
  type Journal,
  JournalError,
  type Run,
  type UnitJournal,
} from '../../src/engine/journal.js';

const letters = Array.from('0123456789abcdefghijklmnopqrstuvwxyz');
const code = fc.string({ minLength: 2, maxLength: 2, unit: fc.constantFrom(...letters) });
const action = fc.record(
  {
    code: fc.oneof({ weight: 9, arbitrary: code }, fc.constantFrom('!', '~')),
    response: fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 }),
  },
  { requiredKeys: ['code'] },
);
const runOf = (number: number): fc.Arbitrary<Run> =>
  fc
    .record({
      mode: fc.constantFrom('scored', 'again', 'from-here'),
      actions: fc.array(action, { maxLength: 12 }),
      part: fc.nat(12),
    })
    .map(({ mode, actions, part }) =>
      mode === 'from-here'
        ? { number, mode, actions, from: Math.min(part, actions.length), of: 1 }
        : { number, mode, actions },
    );
const unit: fc.Arbitrary<UnitJournal> = fc
  .record({
    first: fc.option(runOf(1)),
    best: fc.option(runOf(2)),
    running: fc.option(runOf(3)),
    draft: fc.option(fc.array(action, { minLength: 1, maxLength: 6 })),
    same: fc.boolean(),
    more: fc.nat(40),
  })
  .map(({ first, best, running, draft, same, more }) => ({
    ...(first && { first }),
    ...(first && same ? { best: first } : best && { best }),
    ...(running && { running: draft ? { ...running, draft } : running }),
    runs: 3 + more,
  }));
const journal: fc.Arbitrary<Journal> = fc.record({
  content: fc.constantFrom('c1', '9f3a7b21'),
  attempt: fc.string({ unit: fc.constantFrom(...letters.slice(0, 16)), minLength: 32, maxLength: 32 }),
  units: fc.dictionary(code, unit, { maxKeys: 6, noNullPrototype: true }),
});

describe('a journal as text', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(journal, (value) => {
        expect(decodeJournal(encodeJournal(value))).toEqual(value);
      }),
    );
    fc.assert(
      fc.property(fc.array(action), (value) => {
        expect(decodeActions(encodeActions(value))).toEqual(value);
      }),
    );
  });

  it('is refused whole when it was cut off, by however little', () => {
    fc.assert(
      fc.property(journal, fc.nat(), (value, cut) => {
        const text = encodeJournal(value);
        expect(() => decodeJournal(text.slice(0, cut % text.length))).toThrow(JournalError);
      }),
    );
  });

  it.each(['', ';', '1', 'x'.repeat(5000), '{"a":1}', '1;c1;abc;', '0;c1;abc;aa1;1', '1;c1;abc;aa1=f2s:;x'])(
    'is refused by name when it is garbage: %s',
    (text) => expect(() => decodeJournal(text)).toThrow(JournalError),
  );

  it('writes a run once that is first, best and latest', () => {
    const first: Run = {
      number: 1,
      mode: 'scored',
      actions: [{ code: 'a1' }, { code: 'q1', response: 'acd' }, { code: '~' }],
    };
    const text = encodeJournal({
      content: 'c1',
      attempt: 'ab',
      units: { aa: { first, best: first, running: first, runs: 1 } },
    });
    expect(text).toMatch(/^1;c1;ab;aa1=fbr1s:a1q1\(acd\)~;[0-9a-z]+$/);
  });

  it('keeps a module of six units with three runs each within 1,500 characters', () => {
    const actions = (prefix: string) =>
      Array.from({ length: 22 }, (_, at) => ({ code: prefix + at.toString(36) }));
    const answers = Array.from({ length: 8 }, (_, at) => ({ code: `q${at}`, response: 'cabd' }));
    const runs = (list: Run['actions']): UnitJournal => ({
      first: { number: 1, mode: 'scored', actions: list },
      best: { number: 14, mode: 'again', actions: list },
      running: { number: 17, mode: 'from-here', actions: list, from: 12, of: 14 },
      runs: 17,
    });
    const units = {
      aa: runs(actions('a')),
      ab: runs(actions('b')),
      ac: runs(actions('c')),
      ad: runs(actions('d')),
      ae: runs(answers),
      af: runs(answers),
    };
    const text = encodeJournal({ content: '9f3a7b21c4d5', attempt: 'f'.repeat(32), units });
    expect(text.length).toBeLessThanOrEqual(1500);
  });
});
