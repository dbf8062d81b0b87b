/** What the measures must know of the content, from the compiled modules. */
import { packagesOf } from '../../content/package-parts.js';
import type { Conversation, Module, QuizItem, Test } from '../../content/module.js';
import type { Period } from './edition.js';
import type { Reference } from './measure.js';
import { dayAfter, firstDay } from './periods.js';

export function referenceOf(modules: readonly Module[], periods: readonly Period[]): Reference {
  const packages = modules.flatMap(packagesOf);
  return {
    period: periods.map(({ id, kind, first, last }) => ({
      id,
      kind,
      first: firstDay(first),
      until: dayAfter(last),
    })),
    content_test: packages.flatMap((module) =>
      testsOf(module).map(({ id, moment }) => ({
        module: module.id,
        unit: id,
        instrument: 'kennistoets' as const,
        moment,
      })),
    ),
    content_item: bankOf(modules).map(({ form, item }) => ({
      item: item.id,
      form,
      competence: item.competentie,
      single: item.soort === 'enkel',
    })),
    content_unit: packages.flatMap((module) =>
      module.units.map((unit, index) => ({
        module: module.id,
        unit: unit.id,
        kind: unit.kind,
        position: index + 1,
      })),
    ),
    content_best: packages.flatMap((module) =>
      conversationsOf(module).flatMap((unit) =>
        bestRoute(unit).decisions.map(({ turn, option }) => ({
          module: module.id,
          unit: unit.id,
          turn,
          option,
        })),
      ),
    ),
  };
}

const testsOf = (module: Module): readonly Test[] =>
  module.units.filter((unit): unit is Test => unit.kind === 'test');

export const conversationsOf = (module: Module): readonly Conversation[] =>
  module.units.filter((unit): unit is Conversation => unit.kind === 'conversation');

/** The items of the kennistoets, once each. */
export function bankOf(
  modules: readonly Module[],
): readonly { readonly form: 'A' | 'B'; readonly item: QuizItem }[] {
  const items = modules
    .flatMap(testsOf)
    .flatMap(({ forms }) => [
      ...forms.A.map((item) => ({ form: 'A' as const, item })),
      ...forms.B.map((item) => ({ form: 'B' as const, item })),
    ]);
  return [...new Map(items.map((each) => [each.item.id, each])).values()];
}

export interface BestRoute {
  /** `turn` as in the facts: 'turn', or 'turn/slot' of what is composed. */
  readonly decisions: readonly { readonly turn: string; readonly option: string }[];
  /** Turns in the order of the route. */
  readonly places: readonly string[];
}

/** The best route that exists if every desk answers, as the checker proved it. */
export function bestRoute(unit: Conversation): BestRoute {
  const draws = Object.keys(unit.proof.draws).sort((one, other) => (one < other ? 1 : -1));
  const [draw = ''] = draws;
  const blocks = new Map(
    unit.turns.flatMap((turn) =>
      turn.kind === 'compose'
        ? turn.slots.flatMap((slot) =>
            [...slot.blocks, ...(slot.empty ? [slot.empty] : [])].map(
              ({ code }) => [code, `${turn.id}/${slot.id}`] as const,
            ),
          )
        : turn.options.map(({ code }) => [code, turn.id] as const),
    ),
  );
  const decisions = (unit.proof.draws[draw]?.bestPath ?? []).flatMap((option) => {
    const turn = blocks.get(option);
    return turn === undefined ? [] : [{ turn, option }];
  });
  const places = [...new Set(decisions.map(({ turn }) => turn.split('/')[0] ?? turn))];
  return { decisions, places };
}
