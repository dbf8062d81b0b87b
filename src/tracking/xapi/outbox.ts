/** Events that wait for delivery. The list in memory is the truth of this page; the store lets it outlive the page. */
import type { Journal } from '../../engine/journal.js';
import { encodeActions } from '../../engine/journal.js';
import type { EventStore } from './event-store.js';
import type { Happening, RecordedEvent, RunEvent } from './event.js';

/** An LRS that is away for weeks must not fill the learner's disk. */
const MAX_EVENTS = 5_000;

export class Outbox {
  private events: readonly RecordedEvent[] = [];
  private nextSeq = Date.now() * 1_000;
  private readonly changes = new Map<number, number>();
  /** Of earlier pages: another tab may have found them too. */
  private found: ReadonlySet<number> = new Set();

  constructor(
    private readonly store: EventStore,
    private readonly attempt: string,
    private readonly visit: string,
  ) {}

  /**
   * Takes in what an earlier page left. Of this attempt only what the journal holds: the rest never was stored. What waits of
   * another attempt stays where it is: that one may still arrive, when the LMS begins anew.
   */
  async load(journal: Journal): Promise<void> {
    const kept = await this.store.load();
    const isStored = ({ attempt, released, what }: RecordedEvent): boolean =>
      released || (attempt === this.attempt && (!('run' in what) || holdsRun(journal, what)));
    const known = new Set(this.events.map((event) => event.seq));
    const fresh = kept.filter((event) => !known.has(event.seq));
    const lost = fresh.filter((event) => event.attempt === this.attempt && !isStored(event));
    const left = fresh.filter(isStored).map((event) => ({ ...event, released: true }));
    this.events = [...left, ...this.events].sort((a, b) => a.seq - b.seq).slice(-MAX_EVENTS);
    this.found = new Set(left.map((event) => event.seq));
    void this.store.remove(lost);
  }

  /** Lets go of what another tab has delivered since `load`. */
  async recheck(): Promise<void> {
    const { found } = this;
    if (found.size === 0) return;
    this.found = new Set();
    const kept = new Set((await this.store.load()).map((event) => event.seq));
    this.events = this.events.filter(({ seq }) => !found.has(seq) || kept.has(seq));
  }

  /** `change`: what `release` will name once the LMS has it; null: nothing to wait for. */
  add(happenings: readonly Happening[], change: number | null, at: Date = new Date()): void {
    const events = happenings.map((what): RecordedEvent => {
      const seq = this.nextSeq++;
      if (change !== null) this.changes.set(seq, change);
      return {
        seq,
        attempt: this.attempt,
        visit: this.visit,
        at: at.toISOString(),
        released: change === null,
        what,
      };
    });
    this.events = [...this.events, ...events].slice(-MAX_EVENTS);
    void this.store.put(events);
  }

  /** Everything up to that change may leave. */
  release(change: number): void {
    const now: RecordedEvent[] = [];
    this.events = this.events.map((event) => {
      if (event.released || (this.changes.get(event.seq) ?? 0) > change) return event;
      this.changes.delete(event.seq);
      now.push({ ...event, released: true });
      return { ...event, released: true };
    });
    if (now.length > 0) void this.store.put(now);
  }

  /** The oldest that may leave; an event never overtakes one before it. */
  waiting(limit: number): readonly RecordedEvent[] {
    const blocked = this.events.findIndex((event) => !event.released);
    return this.events.slice(0, blocked === -1 ? limit : Math.min(blocked, limit));
  }

  /** Delivered, or never deliverable. */
  remove(events: readonly RecordedEvent[]): void {
    const gone = new Set(events.map((event) => event.seq));
    this.events = this.events.filter((event) => !gone.has(event.seq));
    void this.store.remove(events);
  }
}

/** Does the journal hold this run up to this action, or a later state of the unit? */
function holdsRun(journal: Journal, event: RunEvent): boolean {
  const unit = journal.units[event.unit];
  if (!unit) return false;
  const run = [unit.running, unit.best, unit.first].find((candidate) => candidate?.number === event.run);
  if (run) return encodeActions(run.actions).startsWith(event.actions);
  return unit.runs >= event.run;
}
