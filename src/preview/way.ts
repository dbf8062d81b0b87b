/** The shortest way to a turn, by the proof's own search: 'speel vanaf hier'. */
import { explore, pathTo } from '../content/proof/explore.js';
import { possibleDraws } from '../content/proof/moves.js';
import type { Conversation, World } from '../content/module.js';
import { playScript } from '../engine/conversation/play-script.js';
import type { Way } from './view.js';

/** Null when nothing leads there, however chance falls. */
export function wayTo(unit: Conversation, world: World, turn: string): Way | null {
  for (const draw of possibleDraws(unit)) {
    const node = explore(unit, world, draw).nodes.find((each) => each.turn?.id === turn && each.slot === 0);
    if (!node) continue;
    const tokens = pathTo(node);
    const { ok, state, actions } = playScript(unit, world, tokens);
    if (ok && state.turn === turn) return { turn, tokens, actions };
  }
  return null;
}
