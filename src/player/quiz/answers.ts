/** From what is filled in to the response of the journal, and back to what was right; pure. */
import type { QuizItem } from '../../content/module.js';
import { unitTexts } from '../texts/nl-units.js';

/** What is filled in at an item, by kind. Ordering: letters in order; judgement and matching: option letter -> rating or group. */
export interface Draft {
  readonly chosen: readonly string[];
  readonly given: Readonly<Record<string, string>>;
}

/** An empty draft; an ordering item begins in the order shown. */
export const emptyDraft = (item: QuizItem, shown: readonly string[]): Draft => ({
  chosen: item.soort === 'volgorde' ? shown : [],
  given: {},
});

/** The draft with a rating or group for one option; '' takes it away. */
export function withGiven(draft: Draft, letter: string, value: string): Draft {
  const rest = Object.entries(draft.given).filter(([one]) => one !== letter);
  return { ...draft, given: Object.fromEntries(value === '' ? rest : [...rest, [letter, value]]) };
}

/** Letters of what has no answer yet; `['']` when nothing was chosen at all. */
export function missingIn(item: QuizItem, draft: Draft): readonly string[] {
  switch (item.soort) {
    case 'enkel':
    case 'meer':
      return draft.chosen.length === 0 ? [''] : [];
    case 'volgorde':
      return [];
    case 'beoordelen':
    case 'koppelen':
      return item.opties.map((option) => option.id).filter((letter) => draft.given[letter] === undefined);
  }
}

/** The response as the journal keeps it (see `Action`). */
export function responseOf(item: QuizItem, draft: Draft): string {
  switch (item.soort) {
    case 'enkel':
    case 'volgorde':
      return draft.chosen.join('');
    case 'meer':
      return [...draft.chosen].sort().join('');
    case 'beoordelen':
    case 'koppelen':
      return item.opties.map((option) => draft.given[option.id] ?? '').join('');
  }
}

/** One option of an answered item: how it went, in a word and a tone, and why. */
export interface Row {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'almost' | 'plain';
  readonly label?: string;
  readonly why?: string;
  /** Place in the right order. */
  readonly place?: number;
}

/** The options of an answered item, in the order of the file (ordering: the right one). */
export function rowsOf(item: QuizItem, response: string): readonly Row[] {
  const texts = unitTexts.quiz;
  const given = Array.from(response);
  switch (item.soort) {
    case 'enkel':
      return item.opties.map((option) => {
        const mine = option.id === response;
        const best = option.id === item.goed;
        if (!mine && !best) return { text: option.tekst, tone: 'plain' };
        const label = best ? (mine ? texts.mineAndBest : texts.best) : texts.mine;
        return { text: option.tekst, tone: best ? 'good' : 'bad', label, why: option.waarom };
      });
    case 'meer':
      return item.opties.map((option) => ({
        text: option.tekst,
        why: option.waarom,
        ...severalMark(given.includes(option.id), item.goed.includes(option.id)),
      }));
    case 'volgorde':
      return item.opties.map((option, i) => {
        const mine = given.indexOf(option.id);
        const right = mine === i;
        const label = right ? texts.rightPlace : texts.otherPlace(mine + 1);
        return {
          text: option.tekst,
          tone: right ? 'good' : 'almost',
          label,
          why: option.waarom,
          place: i + 1,
        };
      });
    case 'beoordelen':
      return item.opties.map((option, i) => {
        const mine = Number(given[i]);
        const off = Math.abs(mine - option.sleutel);
        const label = texts.ratings(texts.scale(mine), texts.scale(option.sleutel));
        return {
          text: option.tekst,
          tone: off === 0 ? 'good' : off === 1 ? 'almost' : 'bad',
          label,
          why: option.waarom,
        };
      });
    case 'koppelen': {
      const name = (group: string | undefined): string =>
        item.groepen.find((one) => one.id === group)?.tekst ?? '';
      return item.opties.map((option, i) => {
        const right = given[i] === option.bij;
        const label = right ? name(option.bij) : texts.groups(name(given[i]), name(option.bij));
        return { text: option.tekst, tone: right ? 'good' : 'bad', label, why: option.waarom };
      });
    }
  }
}

function severalMark(mine: boolean, good: boolean): Pick<Row, 'tone' | 'label'> {
  const texts = unitTexts.quiz;
  if (mine) return good ? { tone: 'good', label: texts.wellChosen } : { tone: 'bad', label: texts.notThis };
  return good ? { tone: 'almost', label: texts.missed } : { tone: 'plain' };
}

/** The first item without an answer, or -1. */
export const firstOpen = (items: readonly QuizItem[], answers: Readonly<Record<string, unknown>>): number =>
  items.findIndex((item) => answers[item.code] === undefined);

/** A list with one element moved to another place. */
export function moved(list: readonly string[], from: number, to: number): readonly string[] {
  const left = list.filter((_, i) => i !== from);
  return [...left.slice(0, to), ...list.slice(from, from + 1), ...left.slice(to)];
}
