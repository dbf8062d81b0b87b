/** How the screens of a unit speak to the session: which run is shown, and how to act in it. */
import type { Code, Unit } from '../content/module.js';
import type { Action } from '../engine/action.js';
import type { Run, UnitJournal } from '../engine/journal.js';
import type { Session } from '../engine/session.js';
import { ZtCommandEvent } from './events.js';

export const unitJournal = (session: Session, unit: Unit): UnitJournal | undefined =>
  session.journal.units[unit.code];

/** The run that goes on now. */
export const runningRun = (session: Session, unit: Unit): Run | undefined =>
  unitJournal(session, unit)?.running;

/** Do something in a unit; begins a run when none goes on. */
export function act(host: HTMLElement & { readonly session: Session }, unit: Unit, action: Action): void {
  if (!runningRun(host.session, unit))
    host.dispatchEvent(new ZtCommandEvent({ kind: 'start', unit: unit.code }));
  host.dispatchEvent(new ZtCommandEvent({ kind: 'act', unit: unit.code, action }));
}

/** The unit to go to after this one: the next that is not finished, else none. */
export function nextUnit(
  session: Session,
  code: Code,
  isFinished: (unit: Unit) => boolean,
): Unit | undefined {
  const { units } = session.module;
  const at = units.findIndex((unit) => unit.code === code);
  return [...units.slice(at + 1), ...units.slice(0, at)].find((unit) => !isFinished(unit));
}
