import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { basic } from '../../src/lms/lrs/access.js';
import { StoreUnavailable, type RunningServer } from '../../src/lms/server.js';
import {
  addLearner,
  openSession,
  putPackage,
  scormFiles,
  start,
  temporaryPlace,
  type Place,
} from './fixture.js';

let place: Place;
let children: ChildProcess[];
beforeEach(() => {
  place = temporaryPlace();
  children = [];
  putPackage(place, 'proef-scorm12.zip', scormFiles('1.2'));
});
afterEach(async () => {
  for (const child of children.filter((one) => one.exitCode === null && one.signalCode === null)) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  place.remove();
});

function spawn(): ChildProcess {
  const path = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child = fork(path, [place.packagesDir, place.dataDir], {
    execArgv: ['--import', 'tsx'],
    silent: true,
  });
  children.push(child);
  return child;
}

type Started = Pick<RunningServer, 'url' | 'lrs'>;
async function ready(child: ChildProcess): Promise<RunningServer> {
  const [started] = (await once(child, 'message')) as [Started];
  return { ...started, problems: () => [], refresh: () => undefined, close: () => Promise.resolve() };
}

function send(server: Started, id: string): Promise<Response> {
  const statement = {
    id,
    actor: { mbox: 'mailto:a@x.example' },
    verb: { id: 'https://x.example/v' },
    object: { id: 'https://x.example/o' },
  };
  return fetch(`${server.lrs.endpoint}statements`, {
    method: 'POST',
    headers: {
      Authorization: basic(server.lrs.key, server.lrs.secret),
      'X-Experience-API-Version': '1.0.3',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(statement),
  });
}

async function storedIds(server: Started): Promise<ReadonlySet<string>> {
  const reply = await fetch(`${server.lrs.endpoint}statements`, {
    headers: { Authorization: basic(server.lrs.key, server.lrs.secret), 'X-Experience-API-Version': '1.0.3' },
  });
  return new Set(((await reply.json()) as { statements: { id: string }[] }).statements.map((one) => one.id));
}

describe('the store', () => {
  it('keeps learners, attempts, statements and credentials over a restart', async () => {
    const first = await start(place);
    const learner = await addLearner(first, 'Anke Bosma');
    const session = await openSession(first, learner, 'proef-scorm12');
    await session.commit(1, {
      'cmi.suspend_data': 'halverwege',
      'cmi.core.exit': 'suspend',
      'cmi.core.score.raw': '64',
    });
    const id = randomUUID();
    await send(first, id);
    await first.close();

    const second = await start(place);
    expect(second.lrs.secret).toBe(first.lrs.secret);
    expect(await storedIds(second)).toContain(id);
    expect((await openSession(second, learner, 'proef-scorm12')).cmi).toMatchObject({
      'cmi.core.entry': 'resume',
      'cmi.suspend_data': 'halverwege',
    });
    const grades = await (await fetch(`${second.url}cijfers`)).text();
    expect(grades).toContain('Anke Bosma');
    expect(grades).toContain('64');
    await second.close();
  });

  it('lets a package that is still open go on after a restart', async () => {
    const first = await start(place);
    const session = await openSession(first, await addLearner(first, 'Anke'), 'proef-scorm12');
    await first.close();
    const second = await start(place);
    const reply = await fetch(`${second.url}sessies/${session.session}/opslaan`, {
      method: 'POST',
      body: JSON.stringify({ order: 1, cmi: { 'cmi.suspend_data': 'x' } }),
    });
    expect(reply.status).toBe(200);
    await second.close();
  });

  it('loses nothing it acknowledged when the process is killed', async () => {
    const child = spawn();
    const server = await ready(child);
    const learner = await addLearner(server, 'Anke');
    const session = await openSession(server, learner, 'proef-scorm12');
    const acknowledged: string[] = [];
    let committed = 0;
    const sending = (async () => {
      for (let order = 1; ; order += 1) {
        const id = randomUUID();
        const [statement, commit] = await Promise.all([
          send(server, id),
          session.commit(order, { 'cmi.suspend_data': String(order) }),
        ]);
        if (statement.ok) acknowledged.push(id);
        if (commit.ok) committed = order;
        // In the middle of the next ones.
        if (order === 12) setImmediate(() => child.kill('SIGKILL'));
      }
    })().catch(() => undefined);
    await once(child, 'exit');
    await sending;

    const again = await start(place);
    const stored = await storedIds(again);
    expect(acknowledged.length).toBeGreaterThanOrEqual(12);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    const data = (await openSession(again, learner, 'proef-scorm12')).cmi['cmi.suspend_data'];
    expect(Number(data)).toBeGreaterThanOrEqual(committed);
    await again.close();
  });

  it('is closed cleanly on SIGTERM', async () => {
    const child = spawn();
    await ready(child);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('in use by another process is left alone, with a way out', async () => {
    const child = spawn();
    await ready(child);
    await expect(start(place)).rejects.toThrow(StoreUnavailable);
    await expect(start(place)).rejects.toThrow(/in use .* --data DIR/);
    const second = spawn();
    let said = '';
    second.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await once(second, 'exit')).toEqual([1, null]);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('in use by this same process is left alone too', async () => {
    const first = await start(place);
    await expect(start(place)).rejects.toThrow(/in use/);
    await first.close();
    await (await start(place)).close();
  });

  it('that is no store is refused, not overwritten', async () => {
    await (await start(place)).close();
    writeFileSync(
      join(place.dataDir, 'zeventerpen.duckdb'),
      'geen database, wel iets van waarde voor iemand'.repeat(200),
    );
    await expect(start(place)).rejects.toThrow(/cannot be opened/);
  });
});
