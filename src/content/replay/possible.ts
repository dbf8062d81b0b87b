/** What can be done now in a conversation, in the notation of `# Proeven`. */
import { slotOptions } from '../../engine/conversation/compose.js';
import { deskActions, uncertain } from '../../engine/conversation/desk.js';
import { optionsNow, turnNow } from '../../engine/conversation/reduce.js';
import {
  effectsOf,
  holds,
  type Script,
  type Situation,
  withEffects,
} from '../../engine/conversation/rules.js';
import type { ConversationState } from '../../engine/conversation/state.js';
import type { Code, ComposeTurn, Option, World } from '../module.js';
import { conditionText, deskText } from './words.js';

export interface Standing {
  readonly script: Script;
  readonly world: World;
  readonly state: ConversationState;
  /** Codes of the blocks picked for a letter that is not sent yet, two characters each. */
  readonly pending: string;
}

/** A line per option of the running turn, offered or not, and the desk; nothing when the conversation is over. */
export function possibleNow(now: Standing): readonly string[] {
  const turn = turnNow(now.script, now.state);
  if (!turn) return [];
  const said =
    turn.kind === 'choice'
      ? optionsNow(turn, now.state).map(({ option, offered }) => optionLine(option, offered))
      : blockLines(turn, now);
  return [...said, ...deskLine(now)];
}

function optionLine(option: Option, offered: boolean): string {
  const text = option.text === '' ? 'niets' : option.text;
  return offered
    ? `* ${text} {#${option.id}}`
    : `- niet nu: ${text} {#${option.id}} (alleen als ${conditionText(option.offeredIf)})`;
}

/** The blocks of the slot that is to be filled next, or how to send when all are. */
function blockLines(turn: ComposeTurn, { script, state, pending }: Standing): readonly string[] {
  const codes: readonly Code[] = pending.match(/../g) ?? [];
  let situation: Situation = state;
  let next = 0;
  for (const slot of turn.slots) {
    const chosen = slotOptions(slot).find((option) => option.code === codes[next]);
    if (!chosen) {
      const lines = slotOptions(slot).map((option) => optionLine(option, holds(option.offeredIf, situation)));
      return [`onderdeel '${slot.label || slot.id}':`, ...lines];
    }
    next += 1;
    situation = withEffects(situation, effectsOf(chosen, situation), script.steps);
  }
  return [`* ${turn.send.id ?? 'verstuur'}`];
}

/** The desk actions that the script lists, and not yet done: the others only cost time. */
function deskLine({ script, world, state }: Standing): readonly string[] {
  const chancy = uncertain(script).map(({ key }) => key);
  const keys = deskActions(script, world, state)
    .filter(({ done, listed }) => !done && listed !== undefined)
    .map(({ key }) => `${deskText(key)}${chancy.includes(key) ? ' [(geen gehoor)]' : ''}`);
  return keys.length === 0 ? [] : [`bureau: ${keys.join(', ')}`];
}
