/** An attempt at a package that is played by somebody: the session, the clock, and what tracking would have recorded. */
import type { Module } from '../content/module.js';
import { newSession, run, unitState, type Command, type Session } from '../engine/session.js';
import type { Happening, RecordedEvent } from '../tracking/xapi/event.js';
import { happeningOf } from '../tracking/xapi/happening.js';
import type { Played } from '../tracking/xapi/statements.js';

/** With what the run came to: it need not be played again to tell of it. */
export interface PlayedEvent extends RecordedEvent {
  readonly played?: Played;
}

export class Attempt {
  session: Session;
  readonly events: PlayedEvent[] = [];
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
    const before = unitState(this.session, command.unit);
    const { session, events } = run(this.session, command);
    this.session = session;
    const after = unitState(session, command.unit);
    const played = { before: command.kind === 'start' ? after : before, after };
    for (const event of events) this.record(happeningOf(session, event), played);
  }

  close(): void {
    this.record({ kind: 'closed', seconds: (this.now - this.openedAt) / 1000 });
  }

  private record(what: Happening, played?: Played): void {
    const seq = this.events.length;
    const at = new Date(this.now).toISOString();
    this.events.push({
      seq,
      attempt: this.attempt,
      visit: this.visit,
      at,
      released: true,
      what,
      ...(played && { played }),
    });
  }
}
