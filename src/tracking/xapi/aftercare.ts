/** The browser's store, looked after: what no LRS will take is recorded, and what nobody fetched for a month goes. */
import type { Statement } from '@xapi/xapi';
import { EVENTS, LOST, openDatabase } from './event-database.js';

export interface Lost {
  readonly statement: Statement;
  readonly reason: string;
}

/** Local copies go when acknowledged, or after this. */
const KEPT_MS = 30 * 86_400_000;
/** Digits of a sequence number in a key; a number is 1,000 times the moment in milliseconds. */
const SEQ = /(\d{18})$/;

/** Keeps refused statements with the reason, for whoever looks into the browser's storage ('zeventerpen', 'lost'). */
export async function recordLost(
  factory: IDBFactory | undefined,
  scope: string,
  lost: readonly Lost[],
): Promise<void> {
  const database = factory && (await openDatabase(factory));
  if (!database) return;
  const store = database.transaction(LOST, 'readwrite').objectStore(LOST);
  for (const { statement, reason } of lost) {
    const seq = String(Date.now() * 1_000).padStart(18, '0');
    store.put({ statement, reason, at: new Date().toISOString() }, `${scope}${statement.id ?? ''}:${seq}`);
  }
}

/** By the keys alone, which tell no more than when: other learners' events are not read. */
export async function sweep(factory: IDBFactory | undefined, now: number): Promise<void> {
  const database = factory && (await openDatabase(factory));
  if (!database) return;
  for (const name of [EVENTS, LOST]) {
    const store = database.transaction(name, 'readwrite').objectStore(name);
    const request = store.getAllKeys();
    request.onsuccess = () => {
      for (const key of request.result) {
        const seq = typeof key === 'string' ? SEQ.exec(key)?.[1] : undefined;
        if (seq !== undefined && Number(seq) / 1_000 < now - KEPT_MS) store.delete(key);
      }
    };
  }
}
