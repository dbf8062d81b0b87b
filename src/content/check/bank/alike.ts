/** Items that ask the same thing in nearly the same words. */
import type { Item } from '../../schema/items.js';
import type { Banked } from '../../compile/bank.js';
import { wordsOf } from './words.js';

/** Letters in a shingle: long enough to hold a word, short enough to survive an ending. */
const SHINGLE = 5;
/** Share of shingles in common (Jaccard) from which two texts are nearly one: 1 is the same text. */
const NEAR = 0.3;
/** A question that so many items ask in the same words is a standard one, and says nothing of the item. */
const STANDARD = 3;

export interface Pair {
  readonly one: Banked;
  readonly other: Banked;
  /** 0..1. */
  readonly alike: number;
}

/** Pairs of items, in the order of the bank. */
export function alikePairs(items: readonly Banked[], near = NEAR): Pair[] {
  const asked = new Map<string, number>();
  for (const { item } of items) asked.set(item.vraag, (asked.get(item.vraag) ?? 0) + 1);
  const isStandard = ({ vraag, situatie }: Item): boolean =>
    situatie !== undefined && (asked.get(vraag) ?? 0) >= STANDARD;
  const texts = items.map((banked) => ({
    banked,
    shingles: shinglesOf(textOf(banked.item, isStandard(banked.item))),
  }));
  return texts.flatMap(({ banked: one, shingles }, at) =>
    texts.slice(at + 1).flatMap(({ banked: other, shingles: others }): Pair[] => {
      const alike = jaccard(shingles, others);
      return alike >= near ? [{ one, other, alike }] : [];
    }),
  );
}

const textOf = ({ situatie = '', vraag }: Item, isStandard: boolean): string =>
  isStandard ? situatie : `${situatie} ${vraag}`;

function shinglesOf(text: string): Set<string> {
  const letters = wordsOf(text).join(' ');
  const last = Math.max(0, letters.length - SHINGLE);
  return new Set(Array.from({ length: last + 1 }, (_, at) => letters.slice(at, at + SHINGLE)));
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((shingle) => other.has(shingle)).length;
  return shared / (one.size + other.size - shared);
}

/** Reports the later of each pair. */
export function checkAlike(items: readonly Banked[]): void {
  for (const { one, other, alike } of alikePairs(items))
    other.report(
      other.at('vraag'),
      'vraag-dubbel',
      `Deze vraag lijkt voor ${Math.round(100 * alike)} % op '${one.item.id}'. Wie de ene maakte, kent de andere. Geef haar een andere situatie, of haal er één weg.`,
    );
}
