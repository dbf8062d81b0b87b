/** Plays many runs in a few processes over one local LMS and LRS. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContent } from '../../src/content/index.js';
import type { Mutation } from './mutations.js';
import type { Outcome } from './run.js';
import { startServer } from './server.js';

export interface PlayOptions {
  readonly seeds: readonly number[];
  readonly mutation?: Mutation;
  readonly onOutcome?: (outcome: Outcome) => void;
  /** No more runs once one failed. */
  readonly stopsAtFirst?: boolean;
}

export interface Task {
  readonly seed: number;
  readonly mutation?: Mutation;
}

export interface Pool {
  /** One call at a time. */
  play(options: PlayOptions): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}

/** @throws Error when the modules have errors or the local LMS does not start. */
export async function openPool(modulesDir: string, ids: readonly string[]): Promise<Pool> {
  const { modules } = loadContent(modulesDir, ids);
  if (modules.length === 0) throw new Error('These modules have errors: run `npm run check`.');
  const folder = mkdtempSync(join(tmpdir(), 'zeventerpen-faults-'));
  const file = join(folder, 'modules.json');
  writeFileSync(file, JSON.stringify(modules));
  const server = await startServer(modules);
  const { url, key, secret } = server;
  const workers = Array.from({ length: Math.max(2, availableParallelism()) }, () =>
    fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [file, JSON.stringify({ url, key, secret })], {
      execArgv: ['--import', 'tsx'],
    }),
  );
  // Listened to from the start: a word that comes before nobody asked is lost.
  const ready = workers.map((worker) => new Promise((resolve) => worker.once('message', resolve)));
  return {
    play: async (options) => {
      const todo = [...options.seeds];
      const outcomes: Outcome[] = [];
      await Promise.all(
        workers.map((worker, at) => feed(worker, { todo, outcomes, options, ready: ready[at] })),
      );
      return outcomes.sort((one, other) => one.seed - other.seed);
    },
    close: async () => {
      for (const worker of workers) worker.kill();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Feeding {
  readonly todo: number[];
  readonly outcomes: Outcome[];
  readonly options: PlayOptions;
  readonly ready: Promise<unknown> | undefined;
}

async function feed(worker: ChildProcess, { todo, outcomes, options, ready }: Feeding): Promise<void> {
  const { mutation, onOutcome, stopsAtFirst } = options;
  const stopped = new Promise<never>((_resolve, reject) => {
    worker.once('exit', (code) =>
      reject(new Error(`A process that plays runs stopped with ${String(code)}.`)),
    );
  });
  // Also when nobody waits any more.
  stopped.catch(() => undefined);
  await Promise.race([ready, stopped]);
  for (let seed = todo.shift(); seed !== undefined; seed = todo.shift()) {
    const answer = new Promise<Outcome>((resolve) => worker.once('message', resolve));
    worker.send({ seed, ...(mutation && { mutation }) } satisfies Task);
    const outcome = await Promise.race([answer, stopped]);
    outcomes.push(outcome);
    onOutcome?.(outcome);
    if (stopsAtFirst && outcome.problems.length > 0) todo.length = 0;
  }
}
