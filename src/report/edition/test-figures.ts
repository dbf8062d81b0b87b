/** Tests as measures, from rows to figures. */
import type { QuizItem } from '../../content/module.js';
import { COMPETENCES } from '../../content/vocabulary.js';
import { decimals, points, toShare } from '../privacy/rounding.js';
import { listOf, type Cube } from './cube.js';
import { ADVICE_ORDER, adviceOn, FIRM, UNSTABLE } from './item-advice.js';
import type { Edition, ItemFigure } from './edition.js';
import { cellId } from './space.js';
import type { BankItem } from './reference.js';
import type { RowOf, Rows } from './rows.js';

type Bank = readonly BankItem[];

const isQuiz = (form: string): boolean => form.includes('/');

export function testFigures(
  rows: Rows,
  bank: Bank,
  { k, decisions }: Pick<Cube, 'k' | 'decisions'>,
): Edition['test'] {
  const told = (form: string): boolean =>
    (isQuiz(form)
      ? decisions.get(`unit/${form}`)?.get(cellId('all', 'whole', 'all'))
      : decisions.get('test')?.get(`form|${form}`)
    )?.verdict === 'shown';
  const forms = rows.forms.filter(({ form }) => told(form));
  const seen = new Set(rows.forms.map(({ form }) => form));
  if (forms.length === 0) return null;
  const figures = rows.items
    .filter(({ form }) => told(form))
    .flatMap((row) => itemFigure(row, { rows, bank, k }));
  return {
    forms: forms.map((form) => ({
      form: form.form,
      n: form.n,
      items: form.items,
      mean: points(form.mean),
      sd: decimals(form.sd ?? 0, 1),
      alpha: form.alpha === null ? null : decimals(form.alpha, 2),
      sem: form.sem === null ? null : decimals(form.sem, 1),
      certainty: form.n < UNSTABLE ? 'unstable' : form.n < FIRM ? 'provisional' : 'stable',
    })),
    // What needs a look first.
    items: [...figures].sort(
      (one, other) =>
        ADVICE_ORDER.indexOf(one.advice) - ADVICE_ORDER.indexOf(other.advice) ||
        one.facility - other.facility,
    ),
    withheldItems: bank.filter(({ form }) => !isQuiz(form) || seen.has(form)).length - figures.length,
  };
}

function itemFigure(
  row: RowOf<'items'>,
  { rows, bank, k }: { readonly rows: Rows; readonly bank: Bank; readonly k: number },
): readonly ItemFigure[] {
  const item = bank.find(({ id }) => id === row.item)?.item;
  if (!item || row.n < k) return [];
  const taken = rows.distractors.filter((each) => each.item === row.item);
  const options = item.soort === 'enkel' ? optionsOf(item, taken, { n: row.n, k }) : [];
  const taking = (id: string): number => taken.find(({ option }) => option === id)?.persons ?? 0;
  const wrong = item.soort === 'enkel' ? item.opties.filter(({ id }) => id !== item.goed) : [];
  return [
    {
      id: row.item,
      text: item.vraag,
      situation: item.situatie ?? null,
      competence: COMPETENCES.find((id) => id === row.competence) ?? null,
      form: row.form,
      n: row.n,
      versions: listOf(row.versions),
      facility: points(row.facility),
      discrimination: row.discrimination === null ? null : decimals(row.discrimination, 2),
      efficiency: row.efficiency === null ? null : Math.round(row.efficiency),
      options,
      advice: adviceOn({
        ...row,
        guess: item.soort === 'enkel' ? 100 / item.opties.length : 0,
        rarest: wrong.length === 0 ? null : Math.min(...wrong.map(({ id }) => taking(id))),
        practice: isQuiz(row.form),
      }),
    },
  ];
}

function optionsOf(
  item: Extract<QuizItem, { soort: 'enkel' }>,
  taken: readonly RowOf<'distractors'>[],
  { n, k }: { readonly n: number; readonly k: number },
): ItemFigure['options'] {
  const personsOf = (id: string): number => taken.find(({ option }) => option === id)?.persons ?? 0;
  return [...item.opties]
    .sort((one, other) => personsOf(other.id) - personsOf(one.id))
    .map(({ id, tekst }) => ({
      id,
      text: tekst,
      right: id === item.goed,
      share: personsOf(id) < k ? null : toShare(personsOf(id), n),
    }));
}
