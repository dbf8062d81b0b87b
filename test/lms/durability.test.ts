import { fork, type ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
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
  return {
    ...started,
    problems: () => [],
    statementsAfter: () => Promise.resolve(null),
    refresh: () => undefined,
    close: () => Promise.resolve(),
  };
}

function ask(server: Started, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers({
    Authorization: basic(server.lrs.key, server.lrs.secret),
    'X-Experience-API-Version': '1.0.3',
    'Content-Type': 'application/json',
  });
  for (const [key, value] of new Headers(init.headers)) headers.set(key, value);
  return fetch(server.lrs.endpoint + path, { ...init, headers });
}

const statementOf = (id: string): object => ({
  id,
  actor: { mbox: 'mailto:a@x.example' },
  verb: { id: 'https://x.example/v' },
  object: { id: 'https://x.example/o' },
});

function send(server: Started, id: string): Promise<Response> {
  return ask(server, 'statements', { method: 'POST', body: JSON.stringify(statementOf(id)) });
}

function sendWithAttachment(server: Started, id: string, content: string): Promise<Response> {
  const sha2 = createHash('sha256').update(content).digest('hex');
  const attachment = {
    usageType: 'https://x.example/foto',
    display: { nl: 'foto' },
    contentType: 'text/plain',
  };
  const attachments = [{ ...attachment, length: content.length, sha2 }];
  const body = [
    '--grens',
    'Content-Type: application/json',
    '',
    JSON.stringify({ ...statementOf(id), attachments }),
    '--grens',
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: binary',
    `X-Experience-API-Hash: ${sha2}`,
    '',
    content,
    '--grens--',
    '',
  ].join('\r\n');
  const headers = { 'Content-Type': 'multipart/mixed; boundary=grens' };
  return ask(server, 'statements', { method: 'POST', body, headers });
}

function documentPath(stateId: string): string {
  const agent = JSON.stringify({ mbox: 'mailto:a@x.example' });
  return `activities/state?${new URLSearchParams({ activityId: 'https://x.example/o', agent, stateId })}`;
}

function putDocument(server: Started, stateId: string, content: string): Promise<Response> {
  return ask(server, documentPath(stateId), { method: 'PUT', body: content });
}

async function storedIds(server: Started): Promise<ReadonlySet<string>> {
  const reply = await ask(server, 'statements');
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

  it('loses nothing it acknowledged when the process is killed', { timeout: 60_000 }, async () => {
    const child = spawn();
    const server = await ready(child);
    const learner = await addLearner(server, 'Anke');
    const session = await openSession(server, learner, 'proef-scorm12');
    const statements = new Set<string>();
    const attachments = new Set<string>();
    const documents = new Map<string, number>();
    let committed = 0;
    let rounds = 0;
    // Several at once, so that the kill meets a commit that many wait for.
    const sending = async (sender: number): Promise<void> => {
      for (let order = 1; ; order += 1) {
        const [id, signed] = [randomUUID(), randomUUID()];
        const replies = await Promise.all([
          send(server, id),
          sendWithAttachment(server, signed, `foto ${sender} ${order}`),
          putDocument(server, `plek-${sender}`, String(order)),
          ...(sender === 0 ? [session.commit(order, { 'cmi.suspend_data': String(order) })] : []),
        ]);
        const [statement, attachment, document, commit] = replies.map((reply) => reply.ok);
        if (statement) statements.add(id);
        if (attachment) attachments.add(signed);
        if (document) documents.set(`plek-${sender}`, order);
        if (commit) committed = order;
        rounds += 1;
        if (rounds === 24) setImmediate(() => child.kill('SIGKILL'));
      }
    };
    const senders = [0, 1, 2].map((sender) => sending(sender).catch(() => undefined));
    await once(child, 'exit');
    await Promise.all(senders);

    const again = await start(place);
    const stored = await storedIds(again);
    expect(statements.size).toBeGreaterThan(12);
    expect([...statements, ...attachments].filter((id) => !stored.has(id))).toEqual([]);
    for (const id of attachments) {
      const reply = await ask(again, `statements?statementId=${id}&attachments=true`);
      expect(await reply.text()).toMatch(/\r\nfoto \d \d+\r\n/);
    }
    expect(documents.size).toBe(3);
    for (const [name, order] of documents)
      expect(Number(await (await ask(again, documentPath(name))).text())).toBeGreaterThanOrEqual(order);
    const data = (await openSession(again, learner, 'proef-scorm12')).cmi['cmi.suspend_data'];
    expect(Number(data)).toBeGreaterThanOrEqual(committed);
    await again.close();
  });

  it('is closed cleanly on SIGTERM', { timeout: 60_000 }, async () => {
    const child = spawn();
    await ready(child);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('in use by another process is left alone, with a way out', { timeout: 60_000 }, async () => {
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
