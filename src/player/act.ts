/** How the screens of a unit speak to the session. */
import type { Unit } from '../content/module.js';
import type { Action } from '../engine/action.js';
import type { Run } from '../engine/journal.js';
import type { Session } from '../engine/session.js';
import { ZtCommandEvent } from './events.js';

/** The latest run: going on, or finished and still shown. */
export const latestRun = (session: Session, unit: Unit): Run | undefined =>
  session.journal.units[unit.code]?.running;

/** Do something in a unit; begins a run when there is none. */
export function act(host: HTMLElement & { readonly session: Session }, unit: Unit, action: Action): void {
  if (!latestRun(host.session, unit)) {
    host.dispatchEvent(new ZtCommandEvent({ kind: 'start', unit: unit.code }));
  }
  host.dispatchEvent(new ZtCommandEvent({ kind: 'act', unit: unit.code, action }));
}
