/** The route taken beside the best one that exists, both in words; pure. */
import type { Code, Conversation, World } from '../../content/module.js';
import { COACH, SEEN } from '../../engine/action.js';
import { slotOptions } from '../../engine/conversation/compose.js';
import { deskEffectsIn } from '../../engine/conversation/desk.js';
import type { ConversationState } from '../../engine/conversation/state.js';
import type { Run } from '../../engine/journal.js';
import { deskLine } from '../conversation/words.js';
import { unitTexts } from '../texts/nl-units.js';

export interface RouteStep {
  readonly code: Code;
  readonly kind: 'said' | 'desk' | 'sent';
  readonly text: string;
  /** Also on the other route. */
  readonly isShared: boolean;
}

export interface Routes {
  readonly taken: readonly RouteStep[];
  readonly best: readonly RouteStep[];
}

export function routesOf(unit: Conversation, world: World, run: Run, state: ConversationState): Routes {
  const taken = run.actions
    .filter(({ code }) => code !== COACH && code !== SEEN)
    .flatMap(({ code, response }) => [...(response?.match(/../g) ?? []), code]);
  const best = unit.proof.draws[state.draw]?.bestPath ?? [];
  const context = { unit, world, state };
  return { taken: inWords(taken, best, context), best: inWords(best, taken, context) };
}

interface Context {
  readonly unit: Conversation;
  readonly world: World;
  readonly state: ConversationState;
}

function inWords(codes: readonly Code[], other: readonly Code[], context: Context): readonly RouteStep[] {
  return codes.flatMap((code, at) => {
    // A call that is only answered the second time: had it been made before?
    const wasTried = codes.slice(0, at).includes(code);
    const found = stepOf(code, wasTried, context);
    return found ? [{ ...found, code, isShared: other.includes(code) }] : [];
  });
}

function stepOf(
  code: Code,
  wasTried: boolean,
  { unit, world, state }: Context,
): Pick<RouteStep, 'kind' | 'text'> | undefined {
  const key =
    unit.desk.find((action) => action.code === code)?.key ??
    Object.entries(world.deskCodes).find(([, one]) => one === code)?.[0];
  if (key !== undefined) {
    const { answered } = deskEffectsIn(unit, world, { ...state, tried: wasTried ? [key] : [] }, key);
    return { kind: 'desk', text: deskLine(world, { kind: 'desk', turn: '', key, answered, change: {} }) };
  }
  for (const turn of unit.turns) {
    if (turn.kind === 'choice') {
      const option = turn.options.find((one) => one.code === code);
      if (option) return { kind: 'said', text: option.text };
      continue;
    }
    if (turn.send.code === code)
      return { kind: 'sent', text: unitTexts.debrief.sent[turn.form ?? 'bericht'] };
    for (const slot of turn.slots) {
      const block = slotOptions(slot).find((one) => one.code === code);
      if (block) return { kind: 'said', text: block.text || unitTexts.debrief.leftEmpty(slot.label) };
    }
  }
  return undefined;
}
