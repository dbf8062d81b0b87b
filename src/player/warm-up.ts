/** Draws a conversation out of sight while the overview is read: what is done once is done then, and the first one is there at once. */
import { afterPaint } from '../after-paint.js';
import type { Conversation } from '../content/module.js';
import { optionsNow, turnNow } from '../engine/conversation/reduce.js';
import { run, unitState, type Session } from '../engine/session.js';
import { isGoingOn } from './runs.js';

/** Does nothing when the module has no conversation, and changes nothing of the session. */
export function warmUp(session: Session): void {
  const unit = session.module.units.find((one): one is Conversation => one.kind === 'conversation');
  if (!unit) return;
  const begun = isGoingOn(session, unit) ? session : run(session, { kind: 'start', unit: unit.code }).session;
  const screen = document.createElement('zt-conversation');
  Object.assign(screen, { session: begun, unit });
  const holder = document.createElement('div');
  holder.hidden = true;
  // Closed: it is no part of the page, whoever looks for one.
  holder.attachShadow({ mode: 'closed' }).append(screen);
  document.body.append(holder);
  afterPaint(
    window,
    2,
  )(() => {
    Object.assign(screen, { session: afterAChoice(begun, unit) });
    // What follows comes a frame later.
    afterPaint(window, 2)(() => holder.remove());
  });
}

/** As it is after the first option on offer; the same where nothing is to be chosen. */
function afterAChoice(session: Session, unit: Conversation): Session {
  const played = unitState(session, unit.code);
  const turn = played.kind === 'conversation' ? turnNow(unit, played.state) : undefined;
  if (played.kind !== 'conversation' || turn?.kind !== 'choice') return session;
  const first = optionsNow(turn, played.state).find(({ offered }) => offered);
  if (!first) return session;
  return run(session, { kind: 'act', unit: unit.code, action: { code: first.option.code } }).session;
}

/** Work for a moment in which the page does nothing else. */
export function whenIdle(work: () => void): void {
  // Safari has none.
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else setTimeout(work, 200);
}
