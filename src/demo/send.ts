/** Posts statements, some requests at once. */
import { ask, type AskOptions, type LrsAccess } from '../report/sync/connection.js';
import { listOf, type Lines } from './lines.js';

/** Requests on the way at the same time. */
const AT_ONCE = 3;

/** @throws LrsProblem when the LRS does not take them */
export async function sendAll(
  access: LrsAccess,
  groups: AsyncIterable<readonly Lines[]> | Iterable<readonly Lines[]>,
  options: AskOptions = {},
): Promise<void> {
  const running = new Set<Promise<void>>();
  const send = async (lines: Lines): Promise<void> => {
    await ask(access, `${access.endpoint}statements`, { method: 'POST', body: listOf(lines) }, options);
  };
  for await (const group of groups) {
    for (const lines of group) {
      if (running.size >= AT_ONCE) await Promise.race(running);
      const sending = send(lines).finally(() => running.delete(sending));
      running.add(sending);
      // Noticed at the end too; until then it is no unhandled rejection.
      sending.catch(() => undefined);
    }
  }
  await Promise.all(running);
}
