/** Where the best route ends; pure. */
import type { Code, Conversation, Ending } from '../../content/module.js';
import type { Action } from '../../engine/action.js';
import { slotOptions } from '../../engine/conversation/compose.js';
import type { ConversationState } from '../../engine/conversation/state.js';
import type { Run } from '../../engine/journal.js';
import { unitState, type Session } from '../../engine/session.js';

/** The ending of the best route, in the draw of this run; undefined when this run came there too, or nothing is proved of it. */
export function betterEnding(
  session: Session,
  unit: Conversation,
  run: Run,
  state: ConversationState,
): Ending | undefined {
  const path = unit.proof.draws[state.draw]?.bestPath ?? [];
  const played = unitState(session, unit.code, { ...run, actions: actionsOn(path, unit) });
  const best = played.kind === 'conversation' ? played.state.ending : null;
  return best === state.ending ? undefined : unit.endings.find(({ id }) => id === best);
}

/** The path of a proof names the blocks of a letter one by one, before its send code. */
function actionsOn(path: readonly Code[], unit: Conversation): readonly Action[] {
  const letters = unit.turns.flatMap((turn) => (turn.kind === 'compose' ? [turn] : []));
  const blocks = new Set(letters.flatMap(({ slots }) => slots.flatMap(slotOptions)).map(({ code }) => code));
  const actions: Action[] = [];
  let picked = '';
  for (const code of path) {
    if (blocks.has(code)) picked += code;
    else if (picked === '') actions.push({ code });
    else {
      // A desk action may come between two blocks: the letter goes out as a whole.
      const sends = letters.some(({ send }) => send.code === code);
      actions.push(sends ? { code, response: picked } : { code });
      if (sends) picked = '';
    }
  }
  return actions;
}
