/**
 * A database answers later, and a page may be killed before it does: an action would be kept without its statement. So events
 * are first written where writing is done at once, and go from there when the database has them.
 */
import type { AfterPaint } from '../../after-paint.js';
import type { TextStore } from '../local/text-store.js';
import type { EventStore } from './event-store.js';
import type { RecordedEvent } from './event.js';

interface LogOptions {
  readonly texts: TextStore;
  /** Start of this learner's keys. */
  readonly scope: string;
  /** What is written at once is safe: the database, which asks more of the page, waits until the learner sees what he did. */
  readonly afterPaint: AfterPaint;
}

export function withLog(store: EventStore, { texts, scope, afterPaint }: LogOptions): EventStore {
  if (!texts.isDurable) return store;
  const start = `${scope}log:`;
  let last = Date.now() * 1_000;
  // One after the other, whatever each of them waited for: the newest state of an event is the last to be written.
  let turn: Promise<unknown> = Promise.resolve();
  const painted = () => (turn = Promise.all([turn, new Promise<void>(afterPaint)]));
  const put = async (events: readonly RecordedEvent[]): Promise<void> => {
    const key = start + String(++last).padStart(18, '0');
    texts.set(key, JSON.stringify(events));
    await painted();
    await store.put(events);
    texts.remove(key);
  };
  const remove = async (events: readonly RecordedEvent[]): Promise<void> => {
    await turn;
    await store.remove(events);
  };
  const load = async (): Promise<readonly RecordedEvent[]> => {
    const events = new Map((await store.load()).map((event) => [event.seq, event]));
    const left = texts.keys().filter((key) => key.startsWith(start));
    for (const key of left.sort()) {
      const logged = readEvents(texts.get(key));
      for (const event of logged) events.set(event.seq, event);
      await store.put(logged);
      texts.remove(key);
    }
    return [...events.values()].sort((one, other) => one.seq - other.seq);
  };
  return { load, put, remove };
}

function readEvents(text: string | null): readonly RecordedEvent[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? (found as RecordedEvent[]) : [];
  } catch {
    return [];
  }
}
