/** What happened in the packages as rows: funnel, routes, options, outcomes, practice. */
import { wordsOf } from './choices.js';
import { drawnRoutes } from './drawn-routes.js';
import type { Edition, OutcomesCell, Shown } from './edition.js';
import { namesOf } from './names.js';
import { basisOf, shareText, type Table, type Value } from './table.js';

const BASIS = ['Aantal mensen', 'Versies', 'Niet getoond'] as const;
const MODULE = ['Groep', 'Periode', 'Module'] as const;
const UNIT = [...MODULE, 'Onderdeel'] as const;
const MEAN = ['Gemiddelde', '95%-interval van', '95%-interval tot'] as const;

interface Place {
  readonly group: string;
  readonly period: string;
  readonly module: string;
}

export function moduleTables(edition: Edition): readonly Table[] {
  return [
    funnel(edition),
    stops(edition),
    routes(edition),
    mistakes(edition),
    outcomes(edition),
    competences(edition),
    practice(edition),
  ];
}

const placer = (edition: Edition) => {
  const { group, period, module } = namesOf(edition);
  return (cell: Place): Value[] => [group(cell.group), period(cell.period), module(cell.module)];
};
const blanks = (count: number): null[] => Array.from({ length: count }, () => null);

function funnel(edition: Edition): Table {
  const place = placer(edition);
  const { unit } = namesOf(edition);
  return {
    id: 'van-start-tot-klaar',
    title: 'Gestart, afgerond, geslaagd',
    columns: [
      ...MODULE,
      'Versie',
      'Afgerond (%)',
      'Geslaagd (%)',
      'Meesten stoppen na',
      'Minuten (mediaan)',
      'Minuten (een kwart tot)',
      'Minuten (driekwart tot)',
      ...BASIS,
    ],
    rows: edition.funnel.map((cell) => [
      ...place(cell),
      cell.version ?? 'alle',
      ...(cell.shown
        ? [
            shareText(cell.completed),
            shareText(cell.passed),
            cell.stop === null ? null : unit(cell.module, cell.stop),
            cell.minutes?.median ?? null,
            cell.minutes?.low ?? null,
            cell.minutes?.high ?? null,
          ]
        : blanks(6)),
      ...basisOf(cell, edition.k),
    ]),
  };
}

function stops(edition: Edition): Table {
  const place = placer(edition);
  const { unit } = namesOf(edition);
  return {
    id: 'waar-mensen-stoppen',
    title: 'Hoe ver mensen komen',
    columns: [...MODULE, 'Versie', 'Onderdeel', 'Begonnen (%)', 'Af (%)', ...BASIS],
    rows: edition.funnel.flatMap((cell): Value[][] => {
      const at = [...place(cell), cell.version ?? 'alle'];
      if (!cell.shown) return [[...at, ...blanks(3), ...basisOf(cell, edition.k)]];
      return cell.units.map((each) => [
        ...at,
        unit(cell.module, each.unit),
        shareText(each.begun),
        shareText(each.finished),
        ...basisOf(cell, edition.k),
      ]);
    }),
  };
}

function routes(edition: Edition): Table {
  const place = placer(edition);
  const { unit } = namesOf(edition);
  return {
    id: 'routes',
    title: 'Routes door de gesprekken',
    columns: [...UNIT, 'Van', 'Keuze', 'Naar', 'Deel (%)', 'Beste route', ...BASIS],
    rows: edition.routes.flatMap((cell): Value[][] => {
      const at = [...place(cell), unit(cell.module, cell.unit)];
      if (!cell.shown) return [[...at, ...blanks(5), ...basisOf(cell, edition.k)]];
      const { nodes, edges } = drawnRoutes(edition, cell);
      const labels = new Map(nodes.map((node) => [node.id, node.label]));
      return edges.map((edge) => [
        ...at,
        labels.get(edge.from) ?? edge.from,
        edge.label,
        labels.get(edge.to) ?? edge.to,
        shareText(edge.share),
        edge.best ? 'ja' : 'nee',
        ...basisOf(cell, edition.k),
      ]);
    }),
  };
}

function mistakes(edition: Edition): Table {
  const place = placer(edition);
  const { unit } = namesOf(edition);
  const words = wordsOf(edition);
  return {
    id: 'keuzes-die-veel-kosten',
    title: 'Keuzes die het meest kosten',
    columns: [
      ...UNIT,
      'Situatie',
      'Keuze',
      'Gekozen (%)',
      'Van zoveel mensen',
      'Verlies (punten)',
      'Klanttevredenheid',
      'Minuten',
      'Werkdagen wachten',
      'Euro',
      'Sterker was',
      ...BASIS,
    ],
    rows: edition.mistakes.flatMap((cell): Value[][] => {
      const at = [...place(cell), unit(cell.module, cell.unit)];
      if (!cell.shown) return [[...at, ...blanks(10), ...basisOf(cell, edition.k)]];
      return cell.options.map((each) => [
        ...at,
        words(each).situation,
        words(each).text,
        shareText(each.share),
        each.reached,
        each.lost,
        each.effect.klanttevredenheid,
        each.effect.minutes,
        each.effect.waitDays,
        each.effect.euro,
        words(each).better,
        ...basisOf(cell, edition.k),
      ]);
    }),
  };
}

function outcomes(edition: Edition): Table {
  const { outcome } = namesOf(edition);
  return {
    id: 'uitkomsten',
    title: 'Uitkomsten van de gesprekken',
    columns: [...UNIT, 'Uitkomst', ...MEAN, ...BASIS],
    rows: runRows(edition, ({ outcomes }) =>
      outcomes.map((each) => [outcome(each.outcome), each.mean, each.low, each.high]),
    ),
  };
}

function competences(edition: Edition): Table {
  const { competence } = namesOf(edition);
  return {
    id: 'competenties-per-gesprek',
    title: 'Competenties per gesprek',
    columns: [...UNIT, 'Competentie', ...MEAN, ...BASIS],
    rows: runRows(edition, ({ competences }) =>
      competences.map((each) => [competence(each.competence), each.mean, each.low, each.high]),
    ),
  };
}

/** What first runs through conversations came to, four values a row. */
function runRows(
  edition: Edition,
  rowsOf: (cell: Shown<OutcomesCell>) => readonly (readonly Value[])[],
): Value[][] {
  const place = placer(edition);
  const { unit } = namesOf(edition);
  return edition.outcomeScores.flatMap((cell): Value[][] => {
    const at = [...place(cell), unit(cell.module, cell.unit)];
    if (!cell.shown) return [[...at, ...blanks(4), ...basisOf(cell, edition.k)]];
    return rowsOf(cell).map((row) => [...at, ...row, ...basisOf(cell, edition.k)]);
  });
}

function practice(edition: Edition): Table {
  const place = placer(edition);
  const { competence } = namesOf(edition);
  return {
    id: 'oefenen-per-competentie',
    title: 'Oefenen: score per competentie',
    columns: [...MODULE, 'Competentie', ...MEAN, ...BASIS],
    rows: edition.practice.flatMap((cell): Value[][] => {
      if (!cell.shown) return [[...place(cell), ...blanks(4), ...basisOf(cell, edition.k)]];
      return cell.competences.map((each) => [
        ...place(cell),
        competence(each.competence),
        each.mean,
        each.low,
        each.high,
        ...basisOf(cell, edition.k),
      ]);
    }),
  };
}
