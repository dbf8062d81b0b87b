/** Score, growth and training plan as rows. */
import type { Edition } from './edition.js';
import { namesOf } from './names.js';
import { basisOf, shareText, type Table, type Value } from './table.js';

const WHERE = ['Groep', 'Periode'] as const;
const BASIS = ['Aantal mensen', 'Versies', 'Niet getoond'] as const;
const MEAN = ['Gemiddelde', '95%-interval van', '95%-interval tot'] as const;

export function scoreTables(edition: Edition): readonly Table[] {
  return [scores(edition), perCompetence(edition), growth(edition), plan(edition)];
}

function scores(edition: Edition): Table {
  const { group, period } = namesOf(edition);
  return {
    id: 'score',
    title: 'Dienstverleningsscore',
    columns: [
      ...WHERE,
      ...MEAN,
      'Label',
      'Gemeten met eindmeting (%)',
      'Verschil met vorige periode',
      ...BASIS,
    ],
    rows: edition.score.map((cell): Value[] => [
      group(cell.group),
      period(cell.period),
      ...(cell.shown
        ? [cell.mean, cell.low, cell.high, cell.label, shareText(cell.atEnd), cell.change?.difference ?? null]
        : [null, null, null, null, null, null]),
      ...basisOf(cell, edition.k),
    ]),
  };
}

function perCompetence(edition: Edition): Table {
  const { group, period, competence } = namesOf(edition);
  return {
    id: 'score-per-competentie',
    title: 'Score per competentie',
    columns: [...WHERE, 'Competentie', ...MEAN, ...BASIS],
    rows: edition.score.flatMap((cell): Value[][] => {
      const at = [group(cell.group), period(cell.period)];
      if (!cell.shown) return [[...at, null, null, null, null, ...basisOf(cell, edition.k)]];
      return cell.competences.map((each) => [
        ...at,
        competence(each.competence),
        each.mean,
        each.low,
        each.high,
        ...basisOf(cell, edition.k),
      ]);
    }),
  };
}

function growth(edition: Edition): Table {
  const { group, period, competence } = namesOf(edition);
  return {
    id: 'groei',
    title: 'Groei van nulmeting naar eindmeting',
    columns: [
      ...WHERE,
      'Wat',
      'Nulmeting',
      'Eindmeting',
      'Verschil',
      '95%-interval van',
      '95%-interval tot',
      'Effect (d)',
      ...BASIS,
    ],
    rows: edition.growth.flatMap((cell): Value[][] => {
      const at = [group(cell.group), period(cell.period)];
      const basis = basisOf(cell, edition.k);
      if (!cell.shown) return [[...at, null, null, null, null, null, null, null, ...basis]];
      const lines = [
        { ...cell, what: 'Totaal', effect: cell.effect as Value },
        ...cell.competences.map((each) => ({ ...each, what: competence(each.competence), effect: null })),
      ];
      return lines.map((each) => [
        ...at,
        each.what,
        each.baseline,
        each.final,
        each.difference,
        each.low,
        each.high,
        each.effect,
        ...basis,
      ]);
    }),
  };
}

function plan(edition: Edition): Table {
  const { group, period, competence, module, unit } = namesOf(edition);
  return {
    id: 'eerst-trainen',
    title: 'Eerst trainen',
    columns: [
      ...WHERE,
      'Volgorde',
      'Competentie',
      ...MEAN,
      'Modules',
      'Gesprek om opnieuw te doen',
      'Verlies daarin (punten)',
      'Mensen in dat gesprek',
      ...BASIS,
    ],
    rows: edition.plan.flatMap((cell): Value[][] => {
      const at = [group(cell.group), period(cell.period)];
      const basis = basisOf(cell, edition.k);
      if (!cell.shown) return [[...at, null, null, null, null, null, null, null, null, null, ...basis]];
      return cell.steps.map((step) => [
        ...at,
        step.rank,
        competence(step.competence),
        step.mean,
        step.low,
        step.high,
        step.modules.map((each) => module(each.module)).join('; '),
        step.again === null ? null : unit(step.again.module, step.again.unit),
        step.again?.lost ?? null,
        step.again?.n ?? null,
        ...basis,
      ]);
    }),
  };
}
