/** The kennistoets and the modules' own quizzes as measures, as rows. */
import type { Edition, ItemFigure } from './edition.js';
import { namesOf } from './names.js';
import { shareText, type Table, type Value } from './table.js';

export function testTables(edition: Edition): readonly Table[] {
  if (edition.test === null) return [];
  const { forms, items } = edition.test;
  const { competence, period, form: nameOf } = namesOf(edition);
  const all = period('all');
  const versionsOf = (fits: (item: ItemFigure) => boolean): string =>
    [...new Set(items.filter(fits).flatMap(({ versions }) => versions))].sort().join(' ');
  return [
    {
      id: 'toets-per-vorm',
      title: 'De kennistoets en de toetsen van de modules',
      columns: [
        'Periode',
        'Toets',
        'Vragen',
        'Gemiddelde',
        'Standaardafwijking',
        'Cronbachs alfa',
        'Meetfout (punten)',
        'Zekerheid',
        'Aantal mensen',
        'Versies',
      ],
      rows: forms.map((form): Value[] => [
        all,
        nameOf(form.form),
        form.items,
        form.mean,
        form.sd,
        form.alpha,
        form.sem,
        CERTAINTY[form.certainty],
        form.n,
        versionsOf((item) => item.form === form.form),
      ]),
    },
    {
      id: 'vragen',
      title: 'Vragen van de toetsen',
      columns: [
        'Periode',
        'Vraag',
        'Situatie',
        'Tekst',
        'Competentie',
        'Toets',
        'Goed beantwoord',
        'Onderscheid (r)',
        'Efficiëntie (%)',
        'Advies',
        'Aantal mensen',
        'Versies',
      ],
      rows: items.map((item): Value[] => [
        all,
        item.id,
        item.situation,
        item.text,
        item.competence === null ? null : competence(item.competence),
        nameOf(item.form),
        item.facility,
        item.discrimination,
        item.efficiency,
        ADVICE[item.advice],
        item.n,
        item.versions.join(' '),
      ]),
    },
    {
      id: 'antwoorden',
      title: 'Gekozen antwoorden',
      columns: ['Periode', 'Vraag', 'Antwoord', 'Goed', 'Gekozen (%)', 'Aantal mensen', 'Versies'],
      rows: items.flatMap((item) =>
        item.options.map((option): Value[] => [
          all,
          item.id,
          option.text,
          option.right ? 'ja' : 'nee',
          shareText(option.share),
          item.n,
          item.versions.join(' '),
        ]),
      ),
    },
  ];
}

const CERTAINTY = {
  unstable: 'onzeker: minder dan 30 mensen',
  provisional: 'voorlopig: minder dan 100 mensen',
  stable: 'genoeg: 100 mensen of meer',
} as const;

/** What to do with an item, in words. */
export const ADVICE: Readonly<Record<ItemFigure['advice'], string>> = {
  fine: 'In orde',
  few: 'Nog te weinig antwoorden',
  'check-key': 'Controleer de sleutel',
  'too-easy': 'Te makkelijk: vervang',
  'too-hard': 'Te moeilijk: herschrijf',
  weak: 'Onderscheidt weinig: herschrijf',
  teach: 'Vraag is goed, leg meer uit in de les',
  'dead-distractor': 'Een antwoord kiest bijna niemand: vervang dat',
};
