/** What somebody says and looks up in a conversation. He feels what is good, the sharper the better he is at it; he knows no key. */
import type { ChoiceTurn, ComposeTurn, Conversation, Option, World } from '../content/module.js';
import type { Action } from '../engine/action.js';
import { composeResponse, slotOptions } from '../engine/conversation/compose.js';
import { optionsNow, turnNow } from '../engine/conversation/reduce.js';
import {
  effectsOf,
  evidenceOf,
  holds,
  standingOptions,
  withEffects,
  type Situation,
} from '../engine/conversation/rules.js';
import type { ConversationState } from '../engine/conversation/state.js';
import { COACH } from '../engine/action.js';
import type { CompetenceId } from '../content/vocabulary.js';
import type { Dice } from './dice.js';
import type { Skills } from './employees.js';

/** How strongly the best option draws somebody of skill 0, in logits above the worst. */
const SENSE = 2;
/** How much more an option draws that a good colleague would fall for. */
const LURE = 0.7;
/** Chance that an entry of the desk that matters is opened at a turn, by somebody of skill 0; and that any other is, by anybody. */
const LOOKS_UP = { listed: 0.3, other: 0.12 };
const ASKS_COACH = 0.03;

export interface Mind {
  readonly skills: Skills;
  readonly dice: Dice;
}

/** The next action; undefined when the conversation is over. */
export function nextInConversation(
  unit: Conversation,
  world: World,
  state: ConversationState,
  mind: Mind,
): Action | undefined {
  const turn = turnNow(unit, state);
  if (!turn) return undefined;
  const looked = lookUp(unit, world, state, mind);
  if (looked !== undefined) return { code: looked };
  const mayAsk = !unit.coached && turn.coach !== undefined && !state.coached.includes(turn.id);
  if (mayAsk && mind.dice.happens(ASKS_COACH)) return { code: COACH };
  return turn.kind === 'choice' ? speak(turn, state, mind) : write(unit, turn, state, mind);
}

function lookUp(unit: Conversation, world: World, state: ConversationState, mind: Mind): string | undefined {
  // Each is weighed once a turn: what was passed over here is not thought of again before the customer speaks.
  const last = state.log.findLast((entry) => entry.kind !== 'desk' && entry.kind !== 'coach');
  const since = last === undefined ? 0 : state.log.length - 1 - state.log.lastIndexOf(last);
  if (since >= 3) return undefined;
  const isLeft = (key: string): boolean => !state.opened.includes(key) && !state.tried.includes(key);
  const care = (key: string): number =>
    Math.exp(0.35 * mind.skills[key.startsWith('bellen') ? 'backoffice' : 'portalen']);
  const found = unit.desk.find(({ key }) => isLeft(key) && mind.dice.happens(LOOKS_UP.listed * care(key)));
  if (found) return found.code;
  const others = Object.entries(world.deskCodes).filter(
    ([key]) => isLeft(key) && !unit.desk.some((listed) => listed.key === key),
  );
  if (!mind.dice.happens(LOOKS_UP.other)) return undefined;
  return mind.dice.choose(others, () => 0)?.[1];
}

function speak(turn: ChoiceTurn, state: ConversationState, mind: Mind): Action | undefined {
  const offered = optionsNow(turn, state).flatMap(({ option, offered: is }) => (is ? [option] : []));
  const chosen = weigh(offered, standingOptions(turn.options, state), state, mind);
  return chosen && { code: chosen.code };
}

function write(
  unit: Conversation,
  turn: ComposeTurn,
  state: ConversationState,
  mind: Mind,
): Action | undefined {
  const picks: Record<string, string> = {};
  let situation: Situation = state;
  for (const slot of turn.slots) {
    const before = situation;
    const all = slotOptions(slot);
    const offered = all.filter((option) => holds(option.offeredIf, before));
    const chosen = weigh(offered, all, before, mind);
    if (!chosen) return undefined;
    picks[slot.id] = chosen.code;
    situation = withEffects(before, effectsOf(chosen, before), unit.steps);
  }
  return { code: turn.send.code, response: composeResponse(turn, picks) };
}

/** `all`: what the options are measured against, offered or not. */
function weigh(
  offered: readonly Option[],
  all: readonly Option[],
  situation: Situation,
  { skills, dice }: Mind,
): Option | undefined {
  return dice.choose(offered, (option) => {
    const parts = Object.entries(evidenceOf(all, option, situation));
    const lure = option.temptation === undefined ? 0 : LURE;
    if (parts.length === 0)
      return (
        lure + 0.4 * effectsOf(option, situation).reduce((sum, e) => sum + (e.klanttevredenheid ?? 0), 0)
      );
    const felt = parts.map(
      ([competence, { got, max }]) =>
        (got / max) * SENSE * Math.exp(0.6 * skills[competence as CompetenceId]),
    );
    return lure + felt.reduce((sum, one) => sum + one, 0) / felt.length;
  });
}
