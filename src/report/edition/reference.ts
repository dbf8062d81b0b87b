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
    content_item: bankOf(modules).map(({ id, form, item }) => ({
      item: id,
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

/** An item of a test, as the measures know it. */
export interface BankItem {
  /** Its own id in the kennistoets; in a quiz 'module/unit/item'. */
  readonly id: string;
  /** 'A' or 'B'; of a quiz 'module/unit'. */
  readonly form: string;
  readonly item: QuizItem;
}

/** The items of the kennistoets, once each, and those of the modules' own quizzes. */
export function bankOf(modules: readonly Module[]): readonly BankItem[] {
  const tests = modules
    .flatMap(testsOf)
    .flatMap(({ forms }) =>
      (['A', 'B'] as const).flatMap((form) => forms[form].map((item) => ({ id: item.id, form, item }))),
    );
  const quizzes = modules.flatMap(packagesOf).flatMap(({ id: module, units }) =>
    units.flatMap((unit) => {
      if (unit.kind !== 'quiz') return [];
      const form = `${module}/${unit.id}`;
      return unit.items.map((item) => ({ id: `${form}/${item.id}`, form, item }));
    }),
  );
  return [...new Map([...tests, ...quizzes].map((each) => [each.id, each])).values()];
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
