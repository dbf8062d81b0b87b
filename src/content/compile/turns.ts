/** Turns, options and endings as written -> as played. */
import type { ChoiceTurn, ComposeTurn, Ending, Line, Option, Slot, Turn } from '../module.js';
import type { EndingNode, OptionNode, TextNode, TurnNode } from '../script/ast.js';
import { checkRoute } from '../script/ways.js';
import { hint } from '../source/suggest.js';
import { toArrival, toConsequences } from './arrival.js';
import { toLine, type Maker } from './maker.js';
import { toConditions, toEffects, type RuleContext } from './rules.js';

export function toTurn(node: TurnNode, maker: Maker): Turn {
  const base = {
    id: node.id,
    lines: node.lines.map(toLine),
    ...toArrival(node, maker),
    ...(node.coach ? { coach: node.coach.text } : {}),
  };
  if (node.slots.length === 0) {
    const turn: ChoiceTurn = {
      kind: 'choice',
      ...base,
      options: node.options.map((option) => withWayBack(toOption(option, maker), node.id)),
    };
    return turn;
  }
  const send = node.send ? toOption(node.send, maker) : null;
  const turn: ComposeTurn = {
    kind: 'compose',
    ...base,
    ...(node.form && node.form.value !== 'bericht' ? { form: node.form.value } : {}),
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

/** A topic that leads nowhere else comes back to its turn. */
const withWayBack = (option: Option, turn: string): Option =>
  option.topic && option.routes.length === 0 ? { ...option, routes: [{ if: [], to: turn }] } : option;

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
    ...(node.rule ? { rule: readRule(node.rule, rules) } : {}),
    ...(node.reply ? { reply: toReply(node.reply) } : {}),
    ...(node.topic ? { topic: true as const } : {}),
    routes: node.routes.map((route) => ({
      if: toConditions(route.if, rules),
      to: checkRoute(route, maker, rules.report),
    })),
  };
}

/** A rule of the municipality; that its module names it too is looked at when all of that is read. */
function readRule({ text, at }: TextNode, { town, usage, report }: RuleContext): string {
  const known = town.municipality.gespreksregels.map(({ id }) => id);
  if (known.includes(text)) usage.rules.add(text);
  else report(at, 'verwijzing', `De gespreksregel '${text}' bestaat niet.${hint(text, known)}`);
  return text;
}

const toReply = ({ text, mood }: NonNullable<OptionNode['reply']>): Line => ({
  speaker: 'KLANT',
  text,
  ...(mood === undefined ? {} : { mood }),
});

export function toEnding(node: EndingNode, rules: RuleContext): Ending {
  return {
    id: node.id,
    quality: node.quality,
    lines: node.lines.map(toLine),
    later: { when: node.later?.when ?? '', text: node.later?.text ?? '' },
    followUps: node.followUps ?? rules.town.municipality.normen.vervolgcontacten[node.quality],
    ...toConsequences(node.consequences, 'ending', { rules }),
    verdict: node.verdict?.text ?? '',
  };
}
