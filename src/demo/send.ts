/** Posts statements in batches, some at once. */
import { ask, type AskOptions, type LrsAccess } from '../report/sync/connection.js';

/** Statements in a request; about half a megabyte. */
const BATCH = 250;
/** Requests on the way at the same time. */
const AT_ONCE = 3;

/** @throws LrsProblem when the LRS does not take them */
export async function sendAll(
  access: LrsAccess,
  groups: Iterable<readonly unknown[]>,
  onSent: (statements: number) => void,
  options: AskOptions = {},
): Promise<void> {
  const running = new Set<Promise<void>>();
  const send = async (batch: readonly unknown[]): Promise<void> => {
    const body = JSON.stringify(batch);
    await ask(access, `${access.endpoint}statements`, { method: 'POST', body }, options);
    onSent(batch.length);
  };
  for (const batch of batches(groups)) {
    if (running.size >= AT_ONCE) await Promise.race(running);
    const sending = send(batch).finally(() => running.delete(sending));
    running.add(sending);
    // Noticed at the end too; until then it is no unhandled rejection.
    sending.catch(() => undefined);
  }
  await Promise.all(running);
}

function* batches(groups: Iterable<readonly unknown[]>): Generator<readonly unknown[]> {
  let batch: unknown[] = [];
  for (const group of groups) {
    for (const one of group) {
      batch.push(one);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
