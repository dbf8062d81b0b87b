/** From what is filled in to the response of the journal, and back to what was right; pure. */
import type { QuizItem } from '../../content/module.js';
import { rightResponse } from '../../engine/right-response.js';
import { unitTexts } from '../texts/nl-units.js';
import { decimal } from '../ui/format.js';

/** What is filled in at an item, by kind. Ordering: letters in order; a number: its text; judgement and matching: option letter -> rating or group. */
export interface Draft {
  readonly chosen: readonly string[];
  readonly given: Readonly<Record<string, string>>;
}

/** An empty draft; an ordering item begins in the order shown. */
export const emptyDraft = (item: QuizItem, shown: readonly string[]): Draft => ({
  chosen: item.soort === 'volgorde' ? shown : [],
  given: {},
});

/** What was filled in to give this response. */
export function draftOf(item: QuizItem, response: string): Draft {
  switch (item.soort) {
    case 'enkel':
    case 'meer':
    case 'volgorde':
      return { chosen: Array.from(response), given: {} };
    case 'getal':
      return { chosen: [response.replace('.', ',')], given: {} };
    case 'beoordelen':
    case 'koppelen': {
      const pairs = item.opties.map((option, i) => [option.id, response[i] ?? ''] as const);
      return { chosen: [], given: Object.fromEntries(pairs) };
    }
  }
}

/** A number as somebody types it (`1.250,5`, `68 dagen` is none) as the journal keeps it; '' when it is none. */
export function numberFrom(typed: string): string {
  const plain = typed.replaceAll(/[\s\u00a0]/g, '').replace(/^€/, '');
  const point = /^\d{1,3}(\.\d{3})+(,\d*)?$/.test(plain) ? plain.replaceAll('.', '') : plain;
  const [, whole, decimals = ''] = /^(\d{1,9})(?:[.,](\d{0,4}))?$/.exec(point) ?? [];
  if (whole === undefined) return '';
  const rest = decimals.replace(/0+$/, '');
  return `${Number(whole)}${rest === '' ? '' : `.${rest}`}`;
}

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
    case 'getal':
      return numberFrom(draft.chosen[0] ?? '') === '' ? [''] : [];
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
    case 'getal':
      return numberFrom(draft.chosen[0] ?? '');
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
    case 'getal':
      return numberRows(item, Number(response));
  }
}

/** The right number, and the learner's when it is another, with why it seemed right where that is known. */
function numberRows(item: QuizItem & { readonly soort: 'getal' }, given: number): readonly Row[] {
  const texts = unitTexts.quiz;
  const isRight = Math.abs(given - item.antwoord) <= item.marge;
  const why = item.vergissingen.find(({ getal }) => getal === given)?.waarom;
  const show = (value: number): string => `${decimal(value)} ${item.eenheid}`;
  const mine: Row = { text: show(given), tone: 'bad', label: texts.mine, ...(why !== undefined && { why }) };
  const label = isRight ? texts.numberRight : texts.theNumber;
  return [...(isRight ? [] : [mine]), { text: show(item.antwoord), tone: 'good', label }];
}

/** The options of an item that got no answer: what was right, and why. */
export function keyRows(item: QuizItem): readonly Row[] {
  const texts = unitTexts.quiz;
  return rowsOf(item, rightResponse(item)).map(({ label, ...row }, i) => {
    if (item.soort === 'beoordelen') return { ...row, label: texts.scale(item.opties[i]?.sleutel ?? 0) };
    if (item.soort === 'koppelen' && label !== undefined) return { ...row, label };
    return row.tone === 'good' && item.soort !== 'volgorde' ? { ...row, label: texts.right } : row;
  });
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
