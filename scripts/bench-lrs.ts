/** What the LRS takes and how fast it finds: the outbox's throughput, ingest, and queries on a small and on a large store. */
import { createHash, randomUUID } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../src/content/index.js';
import { newSession } from '../src/engine/session.js';
import { basic } from '../src/lms/lrs/access.js';
import { startServer, type RunningServer } from '../src/lms/server.js';
import { openStore } from '../src/lms/store/database.js';
import { DEFAULT_CONFIG } from '../src/tracking/config.js';
import { memoryEvents } from '../src/tracking/xapi/event-store.js';
import { Outbox } from '../src/tracking/xapi/outbox.js';
import { startSender } from '../src/tracking/xapi/sender.js';
import type { Figure } from './figure.js';

const SMALL = 10_000;
/** Bytes that one statement may take while it is made and stored. */
const ROOM = 6_000;
const REPEATS = 5;

export interface LrsBench {
  readonly modulesDir: string;
  readonly work: string;
  /** Statements in the large store. */
  readonly statements: number;
}

export async function* lrsFigures({ modulesDir, work, statements }: LrsBench): AsyncGenerator<Figure> {
  checkRoom(work, statements);
  const packagesDir = join(work, 'no-packages');
  const opened = (name: string): Promise<RunningServer> =>
    startServer({ packagesDir, dataDir: join(work, name), port: 0 });
  console.log('Sending to the LRS ...');
  const empty = await opened('lrs-ingest');
  yield { name: 'outbox: statements a second', value: await outboxRate(empty, modulesDir), unit: '/s' };
  yield { name: 'LRS ingest in batches of 25', value: await ingestRate(empty, 25, 400), unit: '/s' };
  yield { name: 'LRS ingest one by one', value: await ingestRate(empty, 1, 1_000), unit: '/s' };
  await empty.close();
  const times: (readonly number[])[] = [];
  for (const size of [SMALL, statements]) {
    console.log(`Querying ${size} statements ...`);
    await fill(join(work, `lrs-${size}`), size);
    const server = await opened(`lrs-${size}`);
    times.push(await queryTimes(server));
    await server.close();
  }
  const [small = [], large = []] = times;
  yield* QUERIES.flatMap(([name], index): Figure[] => {
    const [before = 0, after = 0] = [small[index], large[index]];
    // A page is found in a scan at most: no query may grow faster than the store.
    const budget = statements / SMALL;
    return [
      { name: `LRS query, ${name}: at ${statements}`, value: after, unit: 'ms' },
      { name: `LRS query, ${name}: growth from ${SMALL}`, value: after / before, unit: 'x', budget },
    ];
  });
}

function checkRoom(folder: string, statements: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = (statements + SMALL) * ROOM;
  if (bavail * bsize < needed)
    throw new Error(
      `${statements} statements need ${Math.ceil(needed / 1e9)} GB free in ${folder}: ask for fewer with --statements N.`,
    );
}

const headersOf = ({ lrs }: RunningServer): Record<string, string> => ({
  Authorization: basic(lrs.key, lrs.secret),
  'X-Experience-API-Version': '1.0.3',
  'Content-Type': 'application/json',
});

/** From recorded events to an empty outbox, over HTTP. */
async function outboxRate(server: RunningServer, modulesDir: string): Promise<number> {
  const [module] = loadContent(modulesDir).modules;
  const unit = module?.units[0]?.code;
  if (!module || unit === undefined) throw new Error('The modules do not build: run `npm run check`.');
  const attempt = randomUUID().replaceAll('-', '');
  const { journal } = newSession(module, attempt);
  const outbox = new Outbox(memoryEvents(), attempt, randomUUID());
  const count = 2_000;
  const runs = Array.from({ length: count }, (_one, run) => ({
    ...({ kind: 'unit-started', unit, mode: 'scored', actions: '' } as const),
    run: run + 1,
  }));
  outbox.add(runs, null);
  await outbox.load(journal);
  const auth = basic(server.lrs.key, server.lrs.secret);
  const launch = { endpoint: server.lrs.endpoint, auth, registration: null, activityId: null };
  const begun = performance.now();
  const sender = startSender({
    ...{ outbox, module, config: DEFAULT_CONFIG, learnerId: 'bench', attempt, scope: 'bench:' },
    lrs: { kind: 'known', launch },
    browser: {},
  });
  sender.wake();
  while (outbox.waiting(1).length > 0) await new Promise((done) => setTimeout(done, 5));
  return count / ((performance.now() - begun) / 1_000);
}

/** Statements a second with four senders at once, `size` to a request. */
async function ingestRate(server: RunningServer, size: number, requests: number): Promise<number> {
  const headers = headersOf(server);
  let left = requests;
  const sender = async (): Promise<void> => {
    while (left-- > 0) {
      const body = JSON.stringify(Array.from({ length: size }, statement));
      const reply = await fetch(`${server.lrs.endpoint}statements`, { method: 'POST', headers, body });
      if (!reply.ok) throw new Error(`The LRS answered ${reply.status}: ${await reply.text()}`);
    }
  };
  const begun = performance.now();
  await Promise.all([sender(), sender(), sender(), sender()]);
  return (requests * size) / ((performance.now() - begun) / 1_000);
}

function statement(): object {
  return {
    id: randomUUID(),
    actor: { account: { homePage: 'https://x.example', name: 'bench' } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'nl-NL': 'antwoordde op' } },
    object: { id: 'https://x.example/vraag', definition: { name: { 'nl-NL': 'Mag dat? '.repeat(20) } } },
    context: { registration: '6d9d6f4c-6d5b-4a0e-9d0c-1f1e5a2b3c4d' },
    timestamp: new Date().toISOString(),
  };
}

/** Made inside the database: 200 statements an attempt, 5,000 learners, 2,000 activities, 1.3 kB each. */
async function fill(folder: string, count: number): Promise<void> {
  const store = await openStore(folder);
  await store.write((run) =>
    run(`insert into statements
      with made as (
        select i, uuid()::varchar as id, md5((i // 200 % 5000)::varchar) as who,
          strftime(timestamp '2026-01-01' + interval (i * 10) second, '%Y-%m-%dT%H:%M:%S.000Z') as moment,
          'http://adlnet.gov/expapi/verbs/' || ['answered', 'experienced', 'scored', 'completed'][1 + i % 4] as verb,
          'https://x.example/activities/m/' || (i * 7919 % 2000)::varchar as activity,
          format('00000000-0000-4000-8000-{:012d}', i // 200) as registration
        from range(${count}) r(i))
      select i, id, moment, moment, verb, 'account https://x.example ' || who, activity, registration, null, null,
        [activity, 'https://x.example/activities/m'], ['account https://x.example ' || who],
        ['account https://x.example ' || who],
        json_object('id', id, 'stored', moment, 'timestamp', moment, 'version', '1.0.0',
          'actor', json_object('account', json_object('homePage', 'https://x.example', 'name', who)),
          'verb', json_object('id', verb),
          'object', json_object('id', activity, 'definition', json_object('name', json_object('nl-NL', repeat(who, 25)))),
          'context', json_object('registration', registration))::varchar
      from made`),
  );
  await store.close();
}

const AGENT = JSON.stringify({
  account: { homePage: 'https://x.example', name: createHash('md5').update('7').digest('hex') },
});
const QUERIES: readonly (readonly [name: string, query: Readonly<Record<string, string>>])[] = [
  ['newest page', {}],
  ['verb', { verb: 'http://adlnet.gov/expapi/verbs/scored' }],
  ['activity', { activity: 'https://x.example/activities/m/77' }],
  ['activity, related', { activity: 'https://x.example/activities/m', related_activities: 'true' }],
  ['agent', { agent: AGENT }],
  ['registration', { registration: '00000000-0000-4000-8000-000000000007' }],
  ['since, oldest first', { since: '2026-01-02T00:00:00Z', ascending: 'true' }],
];

async function queryTimes(server: RunningServer): Promise<readonly number[]> {
  const headers = headersOf(server);
  const times: number[] = [];
  for (const [name, query] of QUERIES) {
    const taken: number[] = [];
    for (let turn = 0; turn < REPEATS; turn++) {
      const begun = performance.now();
      const reply = await fetch(`${server.lrs.endpoint}statements?${new URLSearchParams(query)}`, {
        headers,
      });
      const page = (await reply.json()) as { statements: unknown[] };
      taken.push(performance.now() - begun);
      if (page.statements.length === 0) throw new Error(`The query '${name}' of the bench finds nothing.`);
    }
    times.push(taken.sort((a, b) => a - b)[REPEATS >> 1] ?? 0);
  }
  return times;
}
