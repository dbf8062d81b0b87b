/** The options that cost most, from rows to cells; their words stand in a table of their own. */
import type { ChoiceTurn, Conversation, Option } from '../../content/module.js';
import { decimals, points, toShare } from '../privacy/rounding.js';
import { indexBy, keyOfUnit, listOf, NOTHING, placesOf, withheld, type Cube } from './cube.js';
import type { Choice, Edition, MistakesCell } from './edition.js';
import { bestRoute } from './reference.js';
import { saidAt, type Charted } from './route-cells.js';
import type { RowOf, Rows } from './rows.js';

/** How many options a conversation names. */
const DEAREST = 10;

/** The cells, and the words of each option that one of them names. */
export function mistakeCells(
  rows: Rows,
  cube: Cube,
  played: readonly Charted[],
): Pick<Edition, 'mistakes' | 'choices'> {
  const runs = indexBy(rows.runs, keyOfUnit);
  const taken = indexBy(rows.options, keyOfUnit);
  const choices = new Map<string, Choice>();
  const mistakes = played.flatMap(({ module, unit, graph }) => {
    const written = writtenIn(unit, graph.id);
    return placesOf(cube, 'long').map(({ group, period }): MistakesCell => {
      const place = { group, period, module: module.id, unit: unit.id };
      const key = keyOfUnit({ grp: group, ...place });
      const run = runs.get(key)?.[0];
      const hidden = withheld(cube, `unit/${module.id}/${unit.id}`, ['all', group, period]);
      if (hidden || !run) return { ...place, ...(hidden ?? NOTHING) };
      const list = taken.get(key) ?? [];
      const reached = new Map<string, number>();
      for (const { turn, persons } of list) reached.set(turn, (reached.get(turn) ?? 0) + persons);
      const dearest = list
        .filter(({ persons, lost }) => persons >= cube.k && lost > 0)
        .map((row) => ({ row, cost: costOfAll(row) }))
        .sort((one, other) => other.cost - one.cost)
        .flatMap(({ row }) => {
          const choice = written.get(row.turn)?.get(row.option);
          return choice ? [{ row, choice }] : [];
        })
        .slice(0, DEAREST);
      for (const { choice } of dearest) choices.set(choice.id, choice);
      const options = dearest.map(({ row, choice }) =>
        costOf(row, choice, reached.get(row.turn) ?? row.persons),
      );
      return { ...place, shown: true, n: run.n, versions: listOf(run.versions), options };
    });
  });
  return { mistakes, choices: [...choices.values()] };
}

/** What an option cost all who took it; rounded, so that equals stand in the order of their turns whatever was added up first. */
const costOfAll = ({ persons, lost }: RowOf<'options'>): number => decimals(persons * lost, 6);

function costOf(row: RowOf<'options'>, { id }: Choice, reached: number) {
  return {
    turn: row.turn,
    option: row.option,
    choice: id,
    share: toShare(row.persons, reached),
    reached,
    lost: points(100 * row.lost),
    effect: {
      klanttevredenheid: decimals(row.klanttevredenheid, 1),
      minutes: decimals(row.minutes, 1),
      waitDays: decimals(row.wait_days, 1),
      euro: decimals(row.euro, 0),
    },
  };
}

/** What may be chosen at each place of a decision, keyed as in the facts: 'turn' or 'turn/slot', then the option's code. */
function writtenIn(unit: Conversation, graph: string): ReadonlyMap<string, ReadonlyMap<string, Choice>> {
  const best = new Map(bestRoute(unit).decisions.map(({ turn, option }) => [turn, option]));
  const place = (id: string, situation: string, options: readonly Option[]) =>
    [
      id,
      new Map(
        options.map((option) => [
          option.code,
          {
            id: `${graph}#${option.code}`,
            situation,
            text: option.text === '' ? '(leeg gelaten)' : option.text,
            better: betterThan(option, options, best.get(id))?.text ?? null,
          },
        ]),
      ),
    ] as const;
  return new Map(
    unit.turns.flatMap((turn) =>
      turn.kind === 'choice'
        ? [place(turn.id, saidAt(turn), turn.options)]
        : turn.slots.map((slot) =>
            place(`${turn.id}/${slot.id}`, `${saidAt(turn)}: ${slot.label}`, [
              ...slot.blocks,
              ...(slot.empty ? [slot.empty] : []),
            ]),
          ),
    ),
  );
}

/** The option of the best route where that comes here, else the one with the most to show for. */
function betterThan(option: Option, options: ChoiceTurn['options'], best: string | undefined): Option | null {
  const shows = ({ effects }: Option): number =>
    Object.values(effects.competences ?? {}).reduce((sum, value) => sum + value, 0);
  const strongest = [...options].sort((one, other) => shows(other) - shows(one))[0];
  const better = options.find(({ code }) => code === best) ?? strongest;
  return better && better !== option && shows(better) > shows(option) ? better : null;
}
