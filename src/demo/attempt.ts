/** An attempt at a package that is played by somebody: the session, the clock, and what tracking would have recorded. */
import type { Module } from '../content/module.js';
import { newSession, run, type Command, type Session } from '../engine/session.js';
import type { Happening, RecordedEvent } from '../tracking/xapi/event.js';
import { happeningOf } from '../tracking/xapi/happening.js';

export class Attempt {
  session: Session;
  readonly events: RecordedEvent[] = [];
  private visit = '';
  private openedAt = 0;

  /** `attempt`: 32 hexadecimal digits. `now`: milliseconds since 1970; goes on with what is done. */
  constructor(
    module: Module,
    private readonly attempt: string,
    public now: number,
  ) {
    this.session = newSession(module, attempt);
  }

  /** `visit`: id of this stay on the page. */
  open(visit: string): void {
    this.visit = visit;
    this.openedAt = this.now;
    this.record({ kind: 'opened' });
  }

  /** @throws RefusedAction when the command is not possible now. */
  does(command: Command, seconds: number): void {
    this.now += Math.round(seconds * 1000);
    const { session, events } = run(this.session, command);
    this.session = session;
    for (const event of events) this.record(happeningOf(session, event));
  }

  close(): void {
    this.record({ kind: 'closed', seconds: (this.now - this.openedAt) / 1000 });
  }

  private record(what: Happening): void {
    const seq = this.events.length;
    const at = new Date(this.now).toISOString();
    this.events.push({ seq, attempt: this.attempt, visit: this.visit, at, released: true, what });
  }
}
