/** A session event -> what the outbox keeps of it. */
import { moduleProgress } from '../../engine/progress.js';
import type { Session, SessionEvent } from '../../engine/session.js';
import type { RunEvent } from './event.js';

/** `session`: as it is after the event. */
export function happeningOf(session: Session, event: SessionEvent): RunEvent {
  const running = session.journal.units[event.unit]?.running;
  return {
    ...event,
    ...(running?.number === event.run && running.from !== undefined ? { from: running.from } : {}),
    ...(running?.number === event.run && running.of !== undefined ? { of: running.of } : {}),
    ...(event.kind === 'module-completed' ? standingOf(session) : {}),
  };
}

function standingOf(session: Session): Pick<RunEvent, 'score' | 'passed'> {
  const { score, passed } = moduleProgress(session);
  return { score, passed };
}
