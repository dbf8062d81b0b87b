/** What an answer to an item is worth, and many together. */
import type { Code, QuizItem } from '../content/module.js';
import type { Item, ItemOption } from '../content/schema/items.js';
import type { CompetenceId } from '../content/vocabulary.js';
import type { CompetenceEvidence, Evidence } from './reducer.js';

/** Response and share earned (0..1) per item answered, keyed by the item's code. */
export type Answers = Readonly<Record<Code, { readonly response: string; readonly share: number }>>;

/** A number as the journal keeps it: digits, and a point where there are decimals. */
const NUMBER = /^\d{1,9}(\.\d{1,4})?$/;

/** The options of an item; a number has none. */
export const optionsOf = (item: Item): readonly ItemOption[] => (item.soort === 'getal' ? [] : item.opties);

/**
 * Share earned (0..1), or null when the response does not fit the item. Several: (right - wrong) / number right, not below 0.
 * Ordering: Kendall's tau, not below 0. Judgement: 1 - distance to the key / the largest distance. Matching: share right.
 * A number: within the margin or not.
 */
export function itemShare(item: QuizItem, response: string): number | null {
  const given = Array.from(response);
  const letters = optionsOf(item).map((option) => option.id);
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
    case 'getal':
      return NUMBER.test(response) ? Number(Math.abs(Number(response) - item.antwoord) <= item.marge) : null;
  }
}

/** Mean share of the items (0..1); what has no answer earned nothing. */
export function meanShare(items: readonly QuizItem[], answers: Answers): number {
  return items.reduce((sum, { code }) => sum + (answers[code]?.share ?? 0), 0) / items.length;
}

/** Shares per competence, over all items. */
export function evidenceOf(items: readonly QuizItem[], answers: Answers): CompetenceEvidence {
  const sums: Partial<Record<CompetenceId, Evidence>> = {};
  for (const { competentie, code } of items) {
    const { got, max } = sums[competentie] ?? { got: 0, max: 0 };
    sums[competentie] = { got: got + (answers[code]?.share ?? 0), max: max + 1 };
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
