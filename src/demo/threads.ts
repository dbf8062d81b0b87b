/** The demo played on all cores: its statements, employee by employee, in the same order as `demoStatements`. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Lines } from './lines.js';
import type { Demo } from './statements.js';

/** More would only wait for the LRS. */
const MOST_THREADS = 4;
/** Employees that are played before they are asked for: the statements of one are more than a megabyte. */
const AHEAD = 2;
/** MB: with less, most of what is thrown away at once is moved about first. */
const YOUNG = 64;

/** What one thread does, one after another. */
class Player {
  private turn: Promise<unknown> = Promise.resolve();
  private readonly worker: Worker;

  constructor(demo: Demo) {
    this.worker = new Worker(new URL('./thread.mjs', import.meta.url), {
      workerData: demo,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
  }

  play(place: number): Promise<readonly Lines[]> {
    const played = this.turn.then(async () => {
      this.worker.postMessage(place);
      const [lines] = (await once(this.worker, 'message')) as [readonly Lines[]];
      return lines;
    });
    this.turn = played;
    // Awaited by who asks for it; until then it is no unhandled rejection.
    played.catch(() => undefined);
    return played;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

/** Fails when playing does. */
export async function* playedInThreads(demo: Demo): AsyncGenerator<readonly Lines[]> {
  const { length } = demo.people;
  const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism(), length));
  const players = Array.from({ length: threads }, () => new Player(demo));
  const coming: Promise<readonly Lines[]>[] = [];
  let asked = 0;
  try {
    for (let place = 0; place < length; place += 1) {
      for (; asked < Math.min(length, place + threads * AHEAD); asked += 1) {
        const player = players[asked % threads];
        if (player) coming.push(player.play(asked));
      }
      yield (await coming.shift()) ?? [];
    }
  } finally {
    await Promise.all(players.map((player) => player.end()));
  }
}
