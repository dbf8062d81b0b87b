import { describe, expect, it } from 'vitest';
import { StatementReader } from '../../../src/report/facts/told.js';
import { fixture } from '../../player/fixtures/module.js';
import { acts, answerAll, seen, start } from '../../tracking/learner.js';
import { tell } from './told.js';

const NOW = Date.parse('2026-11-26T00:00:00Z') * 1_000;
const talk = [start('u3'), ...acts('u3', 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1'), seen('u3'), ...answerAll];
const { statements } = tell({ module: fixture, commands: talk });
const standing = (statement: unknown) => new StatementReader().read(statement, null, NOW).standing;

const ODD: readonly unknown[] = [
  null,
  7,
  -1e99,
  '',
  'x',
  true,
  [],
  [[]],
  {},
  { id: {} },
  { id: 'x' },
  [null],
];

/** The statement with each of its parts, at any depth, made something else in turn. */
function* spoilt(whole: unknown, odd: unknown): Generator {
  yield odd;
  if (typeof whole !== 'object' || whole === null) return;
  for (const [name, part] of Object.entries(whole))
    for (const other of spoilt(part, odd))
      yield Array.isArray(whole)
        ? whole.map((one: unknown, at) => (String(at) === name ? other : one))
        : { ...whole, [name]: other };
}

describe('what is read of a statement', () => {
  it('is a row, a count or nothing, whatever stands in any of its parts', () => {
    const standings = new Set(
      ODD.flatMap((odd) => statements.flatMap((one) => [...spoilt(one, odd)].map(standing))),
    );
    expect([...standings].sort()).toEqual(['foreign', 'malformed', 'ours']);
  });

  it('holds a text, a number or null where its columns do', () => {
    for (const odd of ODD)
      for (const one of statements)
        for (const other of spoilt(one, odd)) {
          const reading = new StatementReader().read(other, null, NOW);
          if (reading.standing !== 'ours') continue;
          const { run, where, result, ...rest } = reading.told;
          const values = [run, where, result, rest].flatMap((part) => Object.entries(part));
          for (const [name, value] of values) {
            const type = typeof value;
            const isFit = value === null || ['string', 'boolean'].includes(type) || Number.isFinite(value);
            if (!isFit) expect.fail(`${name} is ${String(value)}`);
          }
        }
    expect(statements.every((one) => standing(one) === 'ours')).toBe(true);
  });
});
