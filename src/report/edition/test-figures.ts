/** The kennistoets as a measure, from rows to figures. */
import type { QuizItem } from '../../content/module.js';
import { COMPETENCES } from '../../content/vocabulary.js';
import { decimals, points, toShare } from '../privacy/rounding.js';
import { listOf } from './cube.js';
import type { Edition, ItemFigure } from './edition.js';
import type { Decision } from './space.js';
import type { RowOf, Rows } from './rows.js';

type Bank = readonly { readonly form: 'A' | 'B'; readonly item: QuizItem }[];

/** From how many persons psychometrics say something, and from how many they are firm. */
const UNSTABLE = 30;
const FIRM = 100;

export function testFigures(
  rows: Rows,
  bank: Bank,
  { k, decisions }: { readonly k: number; readonly decisions: ReadonlyMap<string, Decision> | undefined },
): Edition['test'] {
  const told = (form: string): boolean => decisions?.get(`form|${form}`)?.verdict === 'shown';
  const forms = rows.forms.filter(({ form }) => told(form));
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
        ORDER.indexOf(one.advice) - ORDER.indexOf(other.advice) || one.facility - other.facility,
    ),
    withheldItems: bank.length - figures.length,
  };
}

const ORDER: readonly ItemFigure['advice'][] = [
  'check-key',
  'weak',
  'too-hard',
  'too-easy',
  'teach',
  'dead-distractor',
  'fine',
  'few',
];

function itemFigure(
  row: RowOf<'items'>,
  { rows, bank, k }: { readonly rows: Rows; readonly bank: Bank; readonly k: number },
): readonly ItemFigure[] {
  const item = bank.find((each) => each.item.id === row.item)?.item;
  if (!item || row.n < k) return [];
  const taken = rows.distractors.filter((each) => each.item === row.item);
  const options = item.soort === 'enkel' ? optionsOf(item, taken, { n: row.n, k }) : [];
  const rare =
    item.soort === 'enkel' &&
    item.opties.some(
      ({ id }) =>
        id !== item.goed && (taken.find(({ option }) => option === id)?.persons ?? 0) < 0.02 * row.n,
    );
  return [
    {
      id: row.item,
      text: item.vraag,
      competence: COMPETENCES.find((id) => id === row.competence) ?? null,
      form: row.form,
      n: row.n,
      versions: listOf(row.versions),
      facility: points(row.facility),
      discrimination: row.discrimination === null ? null : decimals(row.discrimination, 2),
      efficiency: row.efficiency === null ? null : Math.round(row.efficiency),
      options,
      advice: adviceOn(row, { guess: item.soort === 'enkel' ? 100 / item.opties.length : 0, rare }),
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

/**
 * What to do with an item. Limits: Moodle doubts an efficiency under 15; a correlation under 0.20 is weak and a negative one mostly a
 * wrong key; easier than 90 tells nobody apart; `guess`: what blind guessing gives. Nothing under 30 answers.
 */
function adviceOn(
  { n, facility, discrimination, efficiency }: RowOf<'items'>,
  { guess, rare }: { readonly guess: number; readonly rare: boolean },
): ItemFigure['advice'] {
  if (n < UNSTABLE) return 'few';
  if (discrimination !== null && discrimination < 0) return 'check-key';
  if (facility > 90) return 'too-easy';
  if (facility < guess + 10) return discrimination !== null && discrimination >= 0.3 ? 'teach' : 'too-hard';
  if ((discrimination ?? 0) < 0.2 || (efficiency ?? 0) < 15) return 'weak';
  if (facility < 50) return 'teach';
  return rare ? 'dead-distractor' : 'fine';
}
