/** How each ending is reached, and the paths behind what is best and worst, as an author can play them again. */
import type { Routes, Way } from '../../content/proof/routes.js';
import { OUTCOMES } from '../../content/vocabulary.js';
import { html, type Html } from '../html.js';
import { dataTable } from '../table.js';
import { idInWords } from '../words/names.js';
import { percent } from '../words/numbers.js';
import { outcomeValue } from './outcome-value.js';
import type { Scene } from './turn.js';

export function waysTables(routes: Routes, { unit, world, map }: Scene): Html {
  const ending = (id: string): string => map.place(id)?.name ?? idInWords(id);
  const row = (what: string, value: string, way: Way) => [
    what,
    value,
    ending(way.ending),
    way.path.join(', '),
  ];
  const ends = dataTable({
    caption: 'Zo komt iemand bij elk einde (een kortste weg)',
    columns: ['Einde', 'Weg'],
    rows: routes.endings.map(({ id, path }) => [
      ending(id),
      path ? path.join(', ') : 'hier niet te bereiken',
    ]),
  });
  const extremes = dataTable({
    caption: 'De wegen met de beste en de slechtste uitkomst',
    columns: ['Waarvoor', 'Waarde', 'Einde', 'Weg'],
    rows: [
      row('Alle vaardigheden samen, best', percent(routes.best.value), routes.best),
      ...(routes.balanced
        ? [row('Alle vier de uitkomsten voldoende, laagste', percent(routes.balanced.value), routes.balanced)]
        : []),
      ...OUTCOMES.flatMap((id) => {
        const { best, worst } = routes.outcomes[id];
        const { label } = world.outcomes[id];
        return [
          row(`${label}, best`, outcomeValue(id, best.value), best),
          row(`${label}, slechtst`, outcomeValue(id, worst.value), worst),
        ];
      }),
      ...unit.proof.competences.flatMap((id) => {
        const both = routes.competences[id];
        const { label } = world.competences[id];
        return both
          ? [
              row(`${label}, best`, percent(both.best.value), both.best),
              row(`${label}, slechtst`, percent(both.worst.value), both.worst),
            ]
          : [];
      }),
    ],
  });
  return html`${ends} ${extremes}`;
}
