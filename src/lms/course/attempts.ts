/** Attempts of a learner at a package, and the sessions (launches) in which they are made. */
import { randomBytes, randomUUID } from 'node:crypto';
import { editionIn, type Edition } from '../packages/manifest.js';
import type { Package } from '../packages/shelf.js';
import type { Row, Run, Store } from '../store/database.js';
import { flag, number, text, textOrNull } from '../store/rows.js';
import { asCmi, isEnded, startingData, type Cmi } from './cmi.js';
import type { Learner } from './learners.js';

export interface Attempt {
  /** Also the xAPI registration. */
  readonly id: string;
  readonly learner: string;
  readonly package: string;
  readonly number: number;
  readonly module: string;
  readonly edition: Edition;
  readonly title: string;
  readonly version: string;
  readonly cmi: Cmi | null;
  readonly ended: boolean;
  readonly created: string;
  readonly updated: string;
}

export interface Launch {
  readonly session: string;
  /** Password of this launch in the LRS; the user is the session. */
  readonly secret: string;
  readonly attempt: Attempt;
  readonly review: boolean;
  readonly cmi: Cmi;
}

export type Committed = 'stored' | 'review' | 'superseded' | 'unknown';

export async function listAttempts(store: Store, learner?: string): Promise<readonly Attempt[]> {
  const rows = learner
    ? await store.read('select * from attempts where learner = $1 order by created, number', [learner])
    : await store.read('select * from attempts order by created, number');
  return rows.map(attemptOf);
}

/** Opens the learner's last attempt at the package, or his first one; an ended one opens to look back. `browse`: nothing is kept. */
export async function launch(store: Store, learner: Learner, from: Package, browse = false): Promise<Launch> {
  return store.write(async (run) => {
    const attempt = await attemptFor(run, learner.id, from);
    const review = attempt.ended || browse;
    const session = randomUUID();
    const secret = randomBytes(24).toString('base64url');
    const now = new Date().toISOString();
    const values = [session, attempt.id, learner.id, secret, review, now];
    await run('insert into sessions values ($1, $2, $3, $4, $5, $6)', values);
    const { edition, launchData, masteryScore } = from;
    const mode = browse ? 'browse' : attempt.ended ? 'review' : 'normal';
    const cmi = startingData({ edition, learner, launchData, masteryScore, stored: attempt.cmi, mode });
    return { session, secret, attempt, review, cmi };
  });
}

/** A new attempt; only after one that has ended, as LMSs do, and no more than `max`. False: these were all. */
export async function newAttempt(
  store: Store,
  learner: Learner,
  from: Package,
  max: number,
): Promise<boolean> {
  return store.write(async (run) => {
    const last = await lastAttempt(run, learner.id, from.id);
    if (last && !last.ended) return true;
    if (last && last.number >= max) return false;
    await makeAttempt(run, learner.id, from, (last?.number ?? 0) + 1);
    return true;
  });
}

/**
 * Stores what a session commits; `stored` means: on disk. `order` counts the session's commits, because the last ones
 * travel as beacons that may overtake each other.
 */
export async function commit(store: Store, session: string, order: number, cmi: Cmi): Promise<Committed> {
  return store.write(async (run) => {
    const [found] = await run(
      'select s.attempt, s.review, s.created, a.edition from sessions s join attempts a on a.id = s.attempt where s.id = $1',
      [session],
    );
    if (!found) return 'unknown';
    if (flag(found, 'review')) return 'review';
    const attempt = text(found, 'attempt');
    const arrival = { session, attempt, created: text(found, 'created'), order };
    if (await isOvertaken(run, arrival)) return 'superseded';
    const now = new Date().toISOString();
    const ended = isEnded(editionIn(text(found, 'edition')), cmi);
    const values = [JSON.stringify(cmi), ended, now, attempt];
    await run('update attempts set cmi = $1, ended = $2, updated = $3 where id = $4', values);
    await run('delete from commits where session = $1', [session]);
    await run('insert into commits values ($1, $2, $3, $4)', [session, attempt, order, now]);
    return 'stored';
  });
}

interface Arrival {
  readonly session: string;
  readonly attempt: string;
  /** When the session began. */
  readonly created: string;
  readonly order: number;
}

// A later commit of this session, or any of a session that began later, is newer than what arrives now.
async function isOvertaken(run: Run, { session, attempt, created, order }: Arrival): Promise<boolean> {
  const rows = await run(
    `select 1 from commits c join sessions s on s.id = c.session
     where c.attempt = $1 and ((c.session = $2 and c.number >= $3) or (c.session <> $2 and s.created > $4)) limit 1`,
    [attempt, session, order, created],
  );
  return rows.length > 0;
}

/** The learner's last attempt at the package, or his first one; it is played with the package as it is now. */
export async function attemptFor(run: Run, learner: string, from: Package): Promise<Attempt> {
  const attempt = (await lastAttempt(run, learner, from.id)) ?? (await makeAttempt(run, learner, from, 1));
  const values = [from.hash, from.title, attempt.id];
  await run('update attempts set version = $1, title = $2 where id = $3', values);
  return attempt;
}

async function lastAttempt(run: Run, learner: string, from: string): Promise<Attempt | undefined> {
  const rows = await run(
    'select * from attempts where learner = $1 and package = $2 order by number desc limit 1',
    [learner, from],
  );
  return rows[0] ? attemptOf(rows[0]) : undefined;
}

async function makeAttempt(run: Run, learner: string, from: Package, count: number): Promise<Attempt> {
  const now = new Date().toISOString();
  const attempt: Attempt = {
    id: randomUUID(),
    learner,
    package: from.id,
    number: count,
    module: from.module,
    edition: from.edition,
    title: from.title,
    version: from.hash,
    cmi: null,
    ended: false,
    created: now,
    updated: now,
  };
  await run(
    'insert into attempts values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
    Object.values(attempt),
  );
  return attempt;
}

function attemptOf(row: Row): Attempt {
  const cmi = textOrNull(row, 'cmi');
  return {
    id: text(row, 'id'),
    learner: text(row, 'learner'),
    package: text(row, 'package'),
    number: number(row, 'number'),
    module: text(row, 'module'),
    edition: editionIn(text(row, 'edition')),
    title: text(row, 'title'),
    version: text(row, 'version'),
    cmi: cmi === null ? null : (asCmi(JSON.parse(cmi)) ?? {}),
    ended: flag(row, 'ended'),
    created: text(row, 'created'),
    updated: text(row, 'updated'),
  };
}
