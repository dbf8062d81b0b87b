/** A letter that is not sent yet: what was picked for its slots. It changes nothing in the conversation until it is sent. */
import type { Code, ComposeTurn, Slot, Step, Turn, Unit } from '../../content/module.js';
import { type Action, RefusedAction } from '../action.js';
import { slotOptions } from './compose.js';
import { effectsOf, holds, type Situation, withEffects } from './rules.js';
import type { ConversationState } from './state.js';

type Draft = ConversationState['draft'];

/** Can this code only be a block of a letter of the unit? Codes are unique in a module. */
export function isBlock(unit: Unit, code: Code): boolean {
  return unit.kind === 'conversation' && unit.turns.some((turn) => slotWith(turn, code) !== undefined);
}

/** The state after a pick for a slot. Throws `RefusedAction` when it is no block of this turn, or not offered now. */
export function withPick(
  state: ConversationState,
  turn: ComposeTurn,
  { code, response }: Action,
  steps: readonly Step[],
): ConversationState {
  const slot = slotWith(turn, code);
  if (!slot || response !== undefined) throw new RefusedAction(`${turn.id} has no option ${code}`);
  const draft = standing(turn, state, { ...state.draft, [slot.id]: code }, steps);
  if (draft[slot.id] !== code) throw new RefusedAction(`${turn.id}: ${code} is not offered`);
  return { ...state, draft };
}

/** What of a draft may stand: slot by slot, as when it is sent. A pick further up, or the desk, may have taken a block away. */
export function standing(turn: ComposeTurn, start: Situation, picks: Draft, steps: readonly Step[]): Draft {
  const kept: [string, Code][] = [];
  let situation = start;
  for (const slot of turn.slots) {
    const option = slotOptions(slot).find(({ code }) => code === picks[slot.id]);
    if (!option || !holds(option.offeredIf, situation)) continue;
    kept.push([slot.id, option.code]);
    situation = withEffects(situation, effectsOf(option, situation), steps);
  }
  return Object.fromEntries(kept);
}

function slotWith(turn: Turn, code: Code): Slot | undefined {
  return turn.kind === 'compose'
    ? turn.slots.find((slot) => slotOptions(slot).some((option) => option.code === code))
    : undefined;
}
