/** Posts statements, each a text in JSON, in batches, some at once. */
import { ask, type AskOptions, type LrsAccess } from '../report/sync/connection.js';

/** Characters of a request: as many as fit into the megabyte that many servers take at most, of a text that is hardly more bytes. */
const BATCH = 800_000;
/** Requests on the way at the same time. */
const AT_ONCE = 3;

/** @throws LrsProblem when the LRS does not take them */
export async function sendAll(
  access: LrsAccess,
  groups: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  onSent: (statements: number) => void,
  options: AskOptions = {},
): Promise<void> {
  const running = new Set<Promise<void>>();
  const send = async (batch: readonly string[]): Promise<void> => {
    const body = `[${batch.join(',')}]`;
    await ask(access, `${access.endpoint}statements`, { method: 'POST', body }, options);
    onSent(batch.length);
  };
  for await (const batch of batches(groups)) {
    if (running.size >= AT_ONCE) await Promise.race(running);
    const sending = send(batch).finally(() => running.delete(sending));
    running.add(sending);
    // Noticed at the end too; until then it is no unhandled rejection.
    sending.catch(() => undefined);
  }
  await Promise.all(running);
}

async function* batches(
  groups: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  let length = 0;
  for await (const group of groups) {
    for (const text of group) {
      if (length + text.length > BATCH && batch.length > 0) {
        yield batch;
        batch = [];
        length = 0;
      }
      batch.push(text);
      length += text.length;
    }
  }
  if (batch.length > 0) yield batch;
}
