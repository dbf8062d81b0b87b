/** Turns, options and endings as written -> as played. */
import type { ChoiceTurn, ComposeTurn, Ending, Line, Option, Slot, Turn } from '../module.js';
import type { EndingNode, IdNode, OptionNode, RouteNode, SpokenNode, TurnNode } from '../script/ast.js';
import { hint } from '../source/suggest.js';
import type { UnitContext } from './context.js';
import { toConditions, toEffects, type RuleContext } from './rules.js';

/** What the parts of one conversation lean on. */
export interface Maker {
  readonly rules: RuleContext;
  readonly ids: ReadonlyMap<IdNode, string>;
  readonly turns: readonly string[];
  readonly endings: readonly string[];
}

export const toLine = ({ speaker, mood, text }: SpokenNode): Line => ({
  speaker,
  text,
  ...(mood === undefined ? {} : { mood }),
});

export function toTurn(node: TurnNode, maker: Maker): Turn {
  const base = {
    id: node.id,
    lines: node.lines.map(toLine),
    ...(node.coach ? { coach: node.coach.text } : {}),
  };
  if (node.slots.length === 0) {
    const turn: ChoiceTurn = {
      kind: 'choice',
      ...base,
      options: node.options.map((option) => toOption(option, maker)),
    };
    return turn;
  }
  const send = node.send ? toOption(node.send, maker) : null;
  const turn: ComposeTurn = {
    kind: 'compose',
    ...base,
    slots: node.slots.map((slot): Slot => {
      const empty = slot.empty ? { empty: toOption(slot.empty, maker) } : {};
      return {
        id: slot.id,
        label: slot.label,
        blocks: slot.blocks.map((block) => toOption(block, maker)),
        ...empty,
      };
    }),
    send: {
      code: send?.code ?? '',
      ...(send ? { id: send.id } : {}),
      effects: send?.effects ?? {},
      routes: send?.routes ?? [],
    },
  };
  return turn;
}

function toOption(node: OptionNode, maker: Maker): Option {
  const { rules, ids } = maker;
  const id = ids.get(node.id) ?? '?';
  return {
    code: rules.codes.code(`${rules.entry.id}/${id}`),
    id,
    text: node.text,
    offeredIf: toConditions(node.offeredIf, rules),
    effects: toEffects(node.effects, rules),
    conditional: node.conditional.map((each) => ({
      if: toConditions(each.if, rules),
      effects: toEffects(each.effects, rules),
    })),
    feedback: node.feedback?.text ?? '',
    ...(node.coach ? { coach: node.coach.text } : {}),
    ...(node.temptation ? { temptation: node.temptation.text } : {}),
    routes: node.routes.map((route) => ({ if: toConditions(route.if, rules), to: checkRoute(route, maker) })),
  };
}

function checkRoute({ to, ending }: RouteNode, { turns, endings, rules: { report } }: Maker): string {
  const [own, other] = ending ? [endings, turns] : [turns, endings];
  if (own.includes(to.value)) return to.value;
  const what = ending ? 'Het einde' : 'De beurt';
  const swapped = ending
    ? `Het is wel een beurt: schrijf '-> ${to.value}'.`
    : `Het is wel een einde: schrijf '-> EINDE ${to.value}'.`;
  report(
    to.at,
    'verwijzing',
    `${what} '${to.value}' bestaat niet.${other.includes(to.value) ? ` ${swapped}` : hint(to.value, own)}`,
  );
  return to.value;
}

export function toEnding(node: EndingNode, { town }: UnitContext): Ending {
  return {
    id: node.id,
    quality: node.quality,
    lines: node.lines.map(toLine),
    later: { when: node.later?.when ?? '', text: node.later?.text ?? '' },
    followUps: node.followUps ?? town.municipality.normen.vervolgcontacten[node.quality],
    verdict: node.verdict?.text ?? '',
  };
}
