/** Where recorded events outlive the page: IndexedDB, or memory where that is blocked. */
import { EVENTS, openDatabase } from './event-database.js';
import type { RecordedEvent } from './event.js';

export interface EventStore {
  /** All kept events whose key starts with the scope, oldest first. */
  load(): Promise<readonly RecordedEvent[]>;
  put(events: readonly RecordedEvent[]): Promise<void>;
  remove(events: readonly RecordedEvent[]): Promise<void>;
}

/** `scope`: package and learner, as `localScope` makes it. Events of anybody else are never read. */
export function openEventStore(factory: IDBFactory | undefined, scope: string): EventStore {
  const opened = factory === undefined ? Promise.resolve(null) : openDatabase(factory);
  const memory = memoryEvents();
  const withDatabase = async <T>(
    work: (database: IDBDatabase) => Promise<T>,
    otherwise: () => Promise<T>,
  ): Promise<T> => {
    const database = await opened;
    if (database === null) return otherwise();
    // A database that fails half-way (quota, closed by the browser) must not stop the play: the page's own list goes on.
    return work(database).catch(otherwise);
  };
  const key = (event: RecordedEvent) => scope + String(event.seq).padStart(18, '0');
  return {
    load: () =>
      withDatabase(async (database) => {
        const store = database.transaction(EVENTS, 'readonly').objectStore(EVENTS);
        return (await settled(store.getAll(IDBKeyRange.bound(scope, `${scope}\uffff`)))) as RecordedEvent[];
      }, memory.load),
    put: (events) =>
      withDatabase(
        (database) =>
          inTransaction(database, (store) => events.forEach((event) => store.put(event, key(event)))),
        () => memory.put(events),
      ),
    remove: (events) =>
      withDatabase(
        (database) => inTransaction(database, (store) => events.forEach((event) => store.delete(key(event)))),
        () => memory.remove(events),
      ),
  };
}

/** For pages without IndexedDB, and for tests. */
export function memoryEvents(): EventStore {
  const kept = new Map<number, RecordedEvent>();
  return {
    load: () => Promise.resolve([...kept.values()].sort((a, b) => a.seq - b.seq)),
    put: (events) => {
      for (const event of events) kept.set(event.seq, event);
      return Promise.resolve();
    },
    remove: (events) => {
      for (const event of events) kept.delete(event.seq);
      return Promise.resolve();
    },
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}

function inTransaction(database: IDBDatabase, work: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(EVENTS, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB aborted'));
    work(transaction.objectStore(EVENTS));
  });
}
