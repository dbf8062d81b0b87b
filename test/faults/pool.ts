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

export interface PoolOptions {
  readonly seeds: readonly number[];
  readonly modulesDir: string;
  readonly ids: readonly string[];
  readonly mutation?: Mutation;
  readonly onOutcome?: (outcome: Outcome) => void;
  /** No more runs once one failed. */
  readonly stopsAtFirst?: boolean;
}

/** @throws Error when the modules have errors or the local LMS does not start. */
export async function playRuns(options: PoolOptions): Promise<readonly Outcome[]> {
  const { modules } = loadContent(options.modulesDir, options.ids);
  if (modules.length === 0) throw new Error('These modules have errors: run `npm run check`.');
  const folder = mkdtempSync(join(tmpdir(), 'zeventerpen-faults-'));
  const file = join(folder, 'modules.json');
  writeFileSync(file, JSON.stringify(modules));
  const server = await startServer(modules);
  const workers: ChildProcess[] = [];
  try {
    const { url, key, secret } = server;
    const start = (): ChildProcess => {
      const worker = fork(
        fileURLToPath(new URL('worker.ts', import.meta.url)),
        [file, JSON.stringify({ url, key, secret }), options.mutation ?? ''],
        { execArgv: ['--import', 'tsx'] },
      );
      workers.push(worker);
      return worker;
    };
    const todo = [...options.seeds];
    const outcomes: Outcome[] = [];
    const count = Math.min(Math.max(2, availableParallelism()), todo.length);
    const finished = Array.from({ length: count }, () => feed(start(), todo, outcomes, options));
    await Promise.all(finished);
    return outcomes.sort((one, other) => one.seed - other.seed);
  } finally {
    for (const worker of workers) worker.kill();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function feed(
  worker: ChildProcess,
  todo: number[],
  outcomes: Outcome[],
  options: PoolOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const seed = todo.shift();
      if (seed === undefined) resolve();
      else worker.send(seed);
    };
    worker.on('message', (message: Outcome | 'ready') => {
      if (message !== 'ready') {
        outcomes.push(message);
        options.onOutcome?.(message);
        if (options.stopsAtFirst && message.problems.length > 0) todo.length = 0;
      }
      next();
    });
    worker.on('exit', (code) => reject(new Error(`A process that plays runs stopped with ${String(code)}.`)));
  });
}
