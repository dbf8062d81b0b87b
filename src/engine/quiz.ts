/** A quiz: every item is answered once a run, in any order; partial credit where an item has parts. */
import type { Code, Quiz, QuizItem } from '../content/module.js';
import type { CompetenceId } from '../content/vocabulary.js';
import { type Action, RefusedAction } from './action.js';
import { type CompetenceEvidence, type Evidence, type Reducer, toScore } from './reducer.js';

export interface QuizState {
  /** Response and share earned (0..1) per item answered, keyed by the item's code. */
  readonly answers: Readonly<Record<Code, { readonly response: string; readonly share: number }>>;
}

export const quiz: Reducer<Quiz, QuizState> = {
  start: () => ({ answers: {} }),
  apply,
  isFinished,
  score: (unit, state) => (isFinished(unit, state) ? toScore(meanShare(unit, state)) : null),
  evidence: (unit, state) => (isFinished(unit, state) ? evidence(unit, state) : {}),
};

/**
 * Share earned (0..1), or null when the response does not fit the item. Several: (right - wrong) / number right, not below 0.
 * Ordering: Kendall's tau, not below 0. Judgement: 1 - distance to the key / the largest distance. Matching: share right.
 */
export function itemShare(item: QuizItem, response: string): number | null {
  const given = Array.from(response);
  const letters = item.opties.map((option) => option.id);
  switch (item.soort) {
    case 'enkel':
      return letters.includes(response) ? Number(response === item.goed) : null;
    case 'meer': {
      if (given.length === 0 || !isSubset(given, letters)) return null;
      const right = given.filter((letter) => item.goed.includes(letter)).length;
      return Math.max(0, (2 * right - given.length) / item.goed.length);
    }
    case 'volgorde':
      return given.length === letters.length && isSubset(given, letters) ? kendall(given, letters) : null;
    case 'beoordelen':
      return fits(given, letters.length, ['1', '2', '3', '4'])
        ? closeness(
            given.map(Number),
            item.opties.map((option) => option.sleutel),
          )
        : null;
    case 'koppelen': {
      const groups = item.groepen.map((group) => group.id);
      if (!fits(given, letters.length, groups)) return null;
      const right = item.opties.filter((option, at) => option.bij === given[at]).length;
      return right / item.opties.length;
    }
  }
}

function apply(unit: Quiz, state: QuizState, { code, response = '' }: Action): QuizState {
  const item = unit.items.find((candidate) => candidate.code === code);
  if (!item) throw new RefusedAction(`this quiz has no item ${code}`);
  if (state.answers[code]) throw new RefusedAction(`item ${code} was answered already`);
  const share = itemShare(item, response);
  if (share === null) throw new RefusedAction(`'${response}' is no answer to item ${code}`);
  return { answers: { ...state.answers, [code]: { response, share } } };
}

function isFinished(unit: Quiz, state: QuizState): boolean {
  return unit.items.every((item) => state.answers[item.code] !== undefined);
}

function meanShare(unit: Quiz, state: QuizState): number {
  const shares = unit.items.map((item) => state.answers[item.code]?.share ?? 0);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function evidence(unit: Quiz, state: QuizState): CompetenceEvidence {
  const sums: Partial<Record<CompetenceId, Evidence>> = {};
  for (const item of unit.items) {
    const { got, max } = sums[item.competentie] ?? { got: 0, max: 0 };
    sums[item.competentie] = { got: got + (state.answers[item.code]?.share ?? 0), max: max + 1 };
  }
  return sums;
}

const isSubset = (given: readonly string[], letters: readonly string[]) =>
  new Set(given).size === given.length && given.every((letter) => letters.includes(letter));

const fits = (given: readonly string[], length: number, allowed: readonly string[]) =>
  given.length === length && given.every((part) => allowed.includes(part));

/** Pairs in the right order minus pairs in the wrong order, over all pairs: guessing earns nothing on average. */
function kendall(given: readonly string[], right: readonly string[]): number {
  let balance = 0;
  let pairs = 0;
  for (const [at, first] of right.entries()) {
    for (const second of right.slice(at + 1)) {
      balance += given.indexOf(first) < given.indexOf(second) ? 1 : -1;
      pairs += 1;
    }
  }
  return Math.max(0, balance / pairs);
}

function closeness(ratings: readonly number[], keys: readonly number[]): number {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const distance = sum(keys.map((key, at) => Math.abs(key - (ratings[at] ?? key))));
  const largest = sum(keys.map((key) => Math.max(key - 1, 4 - key)));
  return 1 - distance / largest;
}
