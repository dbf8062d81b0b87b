/** The paths behind a proof as text for the author (`npm run check -- --proof`): each can be pasted behind `--replay`. */
import { uncertain } from '../../engine/conversation/desk.js';
import type { Conversation } from '../module.js';
import type { BestAndWorst, Routes, Way } from '../proof/routes.js';
import { deskText, dutch } from '../replay/words.js';
import { OUTCOMES, type OutcomeId } from '../vocabulary.js';

export interface UnitRoutes {
  readonly module: string;
  readonly unit: Conversation;
  readonly routes: readonly Routes[];
}

/** A head with the size, then a block for each way that chance can fall. */
export function formatRoutes({ module, unit, routes }: UnitRoutes): string {
  const { states } = unit.proof;
  const head = `${module}/${unit.id}: ${states} toestanden, ${unit.endings.length} eindes`;
  return [head, ...routes.flatMap((drawn) => ['', ...drawLines(unit, drawn)])].join('\n');
}

function drawLines(unit: Conversation, drawn: Routes): readonly string[] {
  const luck = uncertain(unit).map(
    ({ key }, bit) => `${deskText(key)} ${drawn.draw[bit] === '1' ? 'neemt op' : 'geeft geen gehoor'}`,
  );
  return [
    ...(luck.length === 0 ? [] : [`Als ${luck.join(' en ')} (${drawn.states} toestanden)`]),
    'Zo kom je bij elk einde:',
    ...drawn.endings.map(
      ({ id, quality, path }) => `  ${id} (${quality}): ${path ? path.join(', ') : 'hier niet te bereiken'}`,
    ),
    'Beste weg (de score 100):',
    wayLine('best', `gemiddeld ${share(drawn.best.value)}`, drawn.best),
    'Evenwichtige weg (alle vier de uitkomsten voldoende, de laagste zo hoog als kan):',
    drawn.balanced
      ? wayLine('laagste', share(drawn.balanced.value), drawn.balanced)
      : '  die is er niet, want nergens zijn alle vier voldoende',
    ...OUTCOMES.flatMap((id) => bothLines(id, drawn.outcomes[id], (value) => outcomeText(id, value))),
    ...unit.proof.competences.flatMap((id) => {
      const both = drawn.competences[id];
      return both ? bothLines(id, both, share) : [];
    }),
  ];
}

const bothLines = (
  name: string,
  { best, worst }: BestAndWorst,
  show: (value: number) => string,
): string[] => [
  `${name}:`,
  wayLine('best', show(best.value), best),
  wayLine('slechtst', show(worst.value), worst),
];

const wayLine = (label: string, value: string, { path, ending }: Way): string =>
  `  ${label} ${value}, einde ${ending}: ${path.join(', ')}`;

const share = (value: number): string => `${Math.round(value * 100)}%`;

function outcomeText(outcome: OutcomeId, value: number): string {
  switch (outcome) {
    case 'klanttevredenheid':
      return `${dutch(value)} van 10`;
    case 'doorlooptijd':
      return `${dutch(value)} minuten, wachten meegeteld`;
    case 'kosten':
      return `${dutch(value)} euro`;
    case 'proces':
      return `${share(value)} van de stappen`;
  }
}
