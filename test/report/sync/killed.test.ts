import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openFacts } from '../../../src/report/facts/facts.js';
import { syncLrs } from '../../../src/report/sync/sync.js';
import { fixture } from '../../player/fixtures/module.js';
import { answerAll } from '../../tracking/learner.js';
import { rows, tell } from '../facts/told.js';
import { openLrs } from './lrs.js';

const READ = 'SELECT count(*)::INT AS n FROM seen';

it('a sync that is killed half-way goes on from what it had, and counts nothing twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zeventerpen-killed-'));
  const store = join(folder, 'lrs.duckdb');
  const lrs = await openLrs();
  try {
    const told = ['a', 'b', 'c', 'd'].flatMap(
      (attempt) => tell({ module: fixture, commands: answerAll, attempt: attempt.repeat(32) }).statements,
    );
    lrs.statements.push(
      ...told.map((one, at) => ({
        ...one,
        stored: new Date(Date.parse('2026-10-01T08:00:00Z') + at * 60_000).toISOString(),
      })),
    );
    const script = fileURLToPath(new URL('./killed.ts', import.meta.url));
    const loader = ['--import', createRequire(import.meta.url).resolve('tsx')];
    const reader = spawn(process.execPath, [
      ...loader,
      ...[script, store, lrs.access.endpoint, lrs.access.authorization],
    ]);
    const ended = once(reader, 'exit');
    // A page a batch: while one is taken in it asks for the next, so by the fifth the first ones are kept.
    lrs.fault = (_request, _response, nth) => nth > 4 && reader.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');

    lrs.fault = () => false;
    lrs.asked.length = 0;
    const facts = await openFacts(store);
    const kept = Number((await rows(facts, READ))[0]?.['n']);
    expect(kept).toBeGreaterThanOrEqual(10);
    const { ours, repeated } = await syncLrs(facts, lrs.access);
    expect(ours).toBe(told.length - kept);
    expect(repeated, 'a minute of what it had').toBeLessThanOrEqual(2);
    expect(lrs.asked[0]?.get('since')).not.toBeNull();
    expect(await rows(facts, READ)).toEqual([{ n: told.length }]);
    facts.close();
  } finally {
    await lrs.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
