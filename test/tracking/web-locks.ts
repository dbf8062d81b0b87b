/** The Web Locks of one browser. */
import type { Locks } from '../../src/tracking/local/one-tab.js';

/** One holder a name, the others in a queue, as browsers do it; on a busy machine after a while. */
export function webLocks(answerMs = 0): Locks {
  const queues = new Map<string, Promise<unknown>[]>();
  return {
    request: async (name, { ifAvailable }, work) => {
      if (answerMs > 0) await new Promise((answer) => setTimeout(answer, answerMs));
      const queue = queues.get(name) ?? [];
      queues.set(name, queue);
      if (ifAvailable && queue.length > 0) return work(null);
      const held = Promise.all(queue).then(() => work({ name }));
      queue.push(held);
      await held;
      void queue.splice(queue.indexOf(held), 1);
      return held;
    },
  };
}
