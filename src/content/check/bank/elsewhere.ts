/** An answer that another item of the same form gives away: in its situation, its question or its options. */
import type { Banked } from '../../compile/bank.js';
import type { Item } from '../../schema/items.js';
import { quoteShort } from '../../source/suggest.js';
import { shownTextsOf, stemTextOf, termsOf, wordsOf } from './words.js';

/** Terms of the answer that must stand together before it counts, and which share of them. */
const TERMS = 2;
const SHARE = 0.6;
/** A term that stands in more items than this (and more than this share of them) tells nothing. */
const COMMON = { items: 4, share: 0.04 };

export interface Betrayal {
  readonly item: Banked;
  readonly by: Banked;
  /** The text of the other item. */
  readonly text: string;
}

/** Every item of a form whose answer stands in another of that form, which a learner sees too. `bank` = all there are. */
export function betrayals(items: readonly Banked[], bank: readonly Banked[]): Betrayal[] {
  const common = commonTerms(bank);
  const shown = items.map((banked) => ({
    banked,
    texts: shownTextsOf(banked.item).map((text) => ({ text, terms: termsOf(text), words: wordsOf(text) })),
  }));
  return items.flatMap((item) => {
    const tells = tellerOf(item.item, common);
    if (!tells) return [];
    return shown
      .filter(({ banked }) => banked !== item)
      .flatMap(({ banked: by, texts }): Betrayal[] => {
        const found = texts.find(tells);
        return found ? [{ item, by, text: found.text }] : [];
      });
  });
}

interface Shown {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly words: readonly string[];
}

function commonTerms(bank: readonly Banked[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { item } of bank)
    for (const term of termsOf(shownTextsOf(item).join(' '))) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(COMMON.items, COMMON.share * bank.length);
  return new Set([...counts].flatMap(([term, count]) => (count > most ? [term] : [])));
}

/** Whether a text tells the answer; null for items whose answer is no text of its own. */
function tellerOf(item: Item, common: ReadonlySet<string>): ((shown: Shown) => boolean) | null {
  if (item.soort === 'getal') {
    const answer = String(item.antwoord);
    const [unit = ''] = wordsOf(item.eenheid);
    return ({ words }) => words.some((word, at) => word === answer && words[at + 1] === unit);
  }
  const rights = answersOf(item);
  const known = termsOf([stemTextOf(item), ...rights.others].join(' '));
  const keys = rights.right
    .map((text) => [...termsOf(text)].filter((term) => !known.has(term) && !common.has(term)))
    .filter((terms) => terms.length >= TERMS);
  if (keys.length === 0) return null;
  return ({ terms }) =>
    keys.some((own) => {
      const shared = own.filter((term) => terms.has(term)).length;
      return shared >= TERMS && shared / own.length >= SHARE;
    });
}

/** The texts that are the answer, and those that stand beside it: what both say, tells nothing. */
function answersOf(item: Exclude<Item, { soort: 'getal' }>): { right: string[]; others: string[] } {
  const isRight = (at: number): boolean => {
    switch (item.soort) {
      case 'enkel':
        return item.opties[at]?.id === item.goed;
      case 'meer':
        return item.goed.includes(item.opties[at]?.id ?? '');
      case 'beoordelen':
        return item.opties[at]?.sleutel === 4;
      case 'volgorde':
      case 'koppelen':
        return false;
    }
  };
  const texts = item.opties.map(({ tekst }, at) => ({ tekst, right: isRight(at) }));
  return {
    right: texts.filter(({ right }) => right).map(({ tekst }) => tekst),
    others: texts.filter(({ right }) => !right).map(({ tekst }) => tekst),
  };
}

/** Reports each item whose answer stands in another of its form. */
export function checkElsewhere(items: readonly Banked[]): void {
  for (const form of ['A', 'B'] as const)
    for (const { item, by, text } of betrayals(
      items.filter((each) => each.form === form),
      items,
    ))
      item.report(
        item.at('vraag'),
        'antwoord-elders',
        `Het antwoord op '${item.item.id}' staat in '${by.item.id}', die in dezelfde vorm zit: ${quoteShort(text)}. Schrijf daar iets anders, of zet een van de twee in de andere vorm.`,
      );
}
