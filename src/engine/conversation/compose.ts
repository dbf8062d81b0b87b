/** A compose turn: an e-mail or a case note out of blocks, slot by slot in fixed order, sent in one action. */
import type { Code, ComposeTurn, Option, Slot, Step } from '../../content/module.js';
import { RefusedAction } from '../action.js';
import { effectsOf, holds, type Situation, withEffects } from './rules.js';

/** One slot as it is filled: the situation just before it, and what stands in it. */
export interface Filled {
  readonly slot: Slot;
  readonly before: Situation;
  readonly chosen: Option;
}

/** All that may stand in a slot: its blocks, and what leaving it empty does. */
export const slotOptions = (slot: Slot): readonly Option[] =>
  slot.empty ? [...slot.blocks, slot.empty] : slot.blocks;

/**
 * Fills the slots in order with the codes of a response; each slot sees what the ones before it did. A slot without a code is
 * left empty. Throws `RefusedAction` when a code does not fit, is not offered, or a slot that must be filled is left empty.
 */
export function fillSlots(
  turn: ComposeTurn,
  response: string,
  start: Situation,
  steps: readonly Step[],
): { readonly filled: readonly Filled[]; readonly after: Situation } {
  const codes = response.match(/../g) ?? [];
  const filled: Filled[] = [];
  let situation = start;
  let next = 0;
  for (const slot of turn.slots) {
    const found = slotOptions(slot).find((option) => option.code === codes[next]);
    if (found) next += 1;
    const chosen = found ?? slot.empty;
    if (!chosen) throw new RefusedAction(`${turn.id}: ${slot.id} must be filled`);
    if (!holds(chosen.offeredIf, situation))
      throw new RefusedAction(`${turn.id}: ${chosen.id} is not offered`);
    filled.push({ slot, before: situation, chosen });
    situation = withEffects(situation, effectsOf(chosen, situation), steps);
  }
  if (codes.join('') !== response || next < codes.length)
    throw new RefusedAction(`${turn.id}: '${response}' does not fit`);
  return { filled, after: situation };
}

/** Per slot its blocks and whether each is offered, given the codes chosen so far (slots without one are passed over). */
export function slotsNow(
  turn: ComposeTurn,
  situation: Situation,
  chosen: Readonly<Record<string, Code>>,
  steps: readonly Step[],
): readonly {
  readonly slot: Slot;
  readonly blocks: readonly { readonly option: Option; readonly offered: boolean }[];
}[] {
  let now = situation;
  return turn.slots.map((slot) => {
    const before = now;
    const option = slotOptions(slot).find((candidate) => candidate.code === chosen[slot.id]);
    if (option) now = withEffects(before, effectsOf(option, before), steps);
    return {
      slot,
      blocks: slot.blocks.map((block) => ({ option: block, offered: holds(block.offeredIf, before) })),
    };
  });
}

/** The response of a send action: the codes of what was chosen, in the order of the slots. */
export function composeResponse(turn: ComposeTurn, chosen: Readonly<Record<string, Code>>): string {
  return turn.slots.map((slot) => chosen[slot.id] ?? '').join('');
}
