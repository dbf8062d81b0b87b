import type { Unit } from '../content/module.js';
import { unitProgress } from '../engine/progress.js';
import type { Session, UnitProgress } from '../engine/session.js';
import { unitState } from '../engine/unit-state.js';

/** True when a run of the unit is going on: it can be taken up, and no other can be started. */
export function isGoingOn(session: Session, unit: Unit): boolean {
  const running = session.journal.units[unit.code]?.running;
  return running !== undefined && !unitState(session, unit.code).finished;
}

/** Progress as a card shows it: a unit that is done, and is being done again, is busy. */
export function standingOf(session: Session, unit: Unit): UnitProgress {
  const progress = unitProgress(session, unit.code);
  return isGoingOn(session, unit) && progress.step > 0 ? { ...progress, status: 'busy' } : progress;
}
