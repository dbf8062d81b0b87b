/**
 * One tab sends at a time. Two that sent the same at once would do no harm, as ids are the same, but would ask the LRS to sort it
 * out. Web Locks where the browser has them (only over https), else a lease in the browser's storage, else nothing.
 */
import type { Locks } from '../local/one-tab.js';

/** What we need of the browser. */
export interface LockPlace {
  readonly locks?: Locks | undefined;
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

/** A tab that died while sending must not hold up the others for longer. */
const LEASE_MS = 30_000;
/** Two that took the lease in the same moment see by then who wrote last. */
const SETTLE_MS = 50;
const ASK_AGAIN_MS = 1_000;

/** Runs `work` once no other tab sends; resolves when it is done. `work` is told how to keep the lease while it goes on. */
export async function whileAlone(
  { locks, storage }: LockPlace,
  name: string,
  work: (goOn: () => void) => Promise<void>,
): Promise<void> {
  if (locks) await locks.request(name, { ifAvailable: false }, () => work(() => undefined));
  else if (storage) await withLease(storage, name, work);
  else await work(() => undefined);
}

async function withLease(
  storage: NonNullable<LockPlace['storage']>,
  name: string,
  work: (goOn: () => void) => Promise<void>,
): Promise<void> {
  const me = String(Math.random());
  // Where the storage is blocked or full nobody can know of the others: then send as if alone.
  const safely = (act: () => void): boolean => {
    try {
      act();
      return true;
    } catch {
      return false;
    }
  };
  const take = (): boolean => safely(() => storage.setItem(name, `${me} ${Date.now() + LEASE_MS}`));
  const read = (): readonly [owner: string, until: number] => {
    let found = me;
    safely(() => (found = storage.getItem(name) ?? ''));
    const [owner = '', until = '0'] = found.split(' ');
    return [owner, Number(until)];
  };
  for (let [owner, until] = read(); owner !== me; [owner, until] = read()) {
    const left = until - Date.now();
    if (left <= 0 && !take()) break;
    await pause(left > 0 ? Math.min(left, ASK_AGAIN_MS) : SETTLE_MS);
  }
  try {
    await work(() => void take());
  } finally {
    if (read()[0] === me) safely(() => storage.removeItem(name));
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
