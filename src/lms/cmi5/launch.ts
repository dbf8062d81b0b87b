/** Launches an AU: cmi5 sections 8 (the address) and 10 (the launch data). */
import { randomBytes, randomUUID } from 'node:crypto';
import { ausOf, isIri, type Au, type CourseStructure } from '../../cmi5/course-structure.js';
import { LAUNCH_DATA, LEARNER_PREFERENCES, type LaunchData, type LaunchMode } from '../../cmi5/vocabulary.js';
import { attemptFor } from '../course/attempts.js';
import type { Learner } from '../course/learners.js';
import { readDocument, writeDocument, type Shelfmark } from '../lrs/documents.js';
import { agentKey } from '../lrs/statement.js';
import type { Package } from '../packages/shelf.js';
import type { Run, Store } from '../store/database.js';
import { owe } from './gate.js';
import { tellOwed } from './owed.js';
import {
  abandoned,
  activityOf,
  actorOf,
  contextTemplate,
  launched,
  type SessionFacts,
} from './own-statements.js';
import { isGoingOn, openSessions } from './session-store.js';

export interface Cmi5Start {
  readonly learner: Learner;
  readonly package: Package;
  readonly course: CourseStructure;
  /** Place in course order, from 0. */
  readonly au: number;
  /** Look around, nothing counts. */
  readonly browse: boolean;
  /** `http://127.0.0.1:4173`, where LRS and content answer this learner. */
  readonly origin: string;
  readonly returnURL: string;
}

/** A page that is loaded anew asks for a session while the last words of the one before are still on their way. */
const LAST_WORDS_MS = 1_000;

/** Gives the session and the address to open; an attempt that has ended opens to look back. Null: no such AU. */
export async function launchCmi5(
  store: Store,
  start: Cmi5Start,
): Promise<{ readonly session: string; readonly url: string } | null> {
  const { learner, course } = start;
  const au = ausOf(course.children)[start.au];
  if (!au) return null;
  const key = randomBytes(24).toString('base64url');
  await hearOut(store, start);
  const { facts, data } = await store.write((run) => openSession(run, start, au, key));
  const agent = agentKey(actorOf(learner.id));
  const activity = activityOf(facts.package, facts.au);
  await putJson(
    store,
    { kind: 'state', owner: activity, agent, registration: facts.registration },
    LAUNCH_DATA,
    data,
  );
  const profile: Shelfmark = { kind: 'agent-profile', owner: '', agent, registration: '' };
  if (!(await readDocument(store, profile, LEARNER_PREFERENCES)))
    await putJson(store, profile, LEARNER_PREFERENCES, {
      languagePreference: 'nl-NL',
      audioPreference: 'on',
    });
  await tellOwed(store);
  const address = addressOf(start, au);
  const query = new URLSearchParams({
    endpoint: `${start.origin}/xapi/`,
    fetch: `${start.origin}/cmi5/fetch/${key}`,
    actor: JSON.stringify(actorOf(learner.id)),
    registration: facts.registration,
    activityId: activity,
  });
  const [path = '', fragment] = address.split('#');
  const url = `${path}${path.includes('?') ? '&' : '?'}${query.toString()}${fragment === undefined ? '' : `#${fragment}`}`;
  return { session: facts.session, url };
}

async function hearOut(store: Store, { learner, package: from }: Cmi5Start): Promise<void> {
  const until = Date.now() + LAST_WORDS_MS;
  while (Date.now() < until && (await isGoingOn(store.read, learner.id, from.id)))
    await new Promise((resume) => setTimeout(resume, 50));
}

async function openSession(
  run: Run,
  start: Cmi5Start,
  au: Au,
  key: string,
): Promise<{ readonly facts: SessionFacts; readonly data: LaunchData }> {
  const { learner, package: from, course } = start;
  const attempt = await attemptFor(run, learner.id, from);
  const mode: LaunchMode = start.browse ? 'Browse' : attempt.ended ? 'Review' : 'Normal';
  const session = randomUUID();
  const facts = {
    session,
    registration: attempt.id,
    learner: learner.id,
    package: from.id,
    au: start.au,
    course,
    publisher: au.id,
  };
  const data = launchData(facts, au, { mode, returnURL: start.returnURL });
  const now = new Date().toISOString();
  await abandonOthers(run, attempt.id, now);
  const secret = randomBytes(24).toString('base64url');
  const values = [session, attempt.id, learner.id, secret, mode !== 'Normal', now];
  await run('insert into sessions values ($1, $2, $3, $4, $5, $6)', values);
  await run(`insert into cmi5_sessions values ($1, $2, $3, $4, $5, false, $6, '[]', $7, '', '', $7)`, [
    session,
    attempt.id,
    start.au,
    mode,
    key,
    JSON.stringify({ data, course }),
    now,
  ]);
  const actor = agentKey(actorOf(learner.id));
  await run(
    'insert into actors select $1, $2 where not exists (select 1 from actors where actor = $1 and learner = $2)',
    [actor, learner.id],
  );
  await owe(run, launched(facts, data, addressOf(start, au)));
  return { facts, data };
}

/** 9.3.6.0-1: one learner, one registration, one session; an earlier one that never said goodbye is over now. */
async function abandonOthers(run: Run, attempt: string, now: string): Promise<void> {
  for (const open of await openSessions(run, attempt)) {
    await run('update cmi5_sessions set abandoned = $1 where id = $2', [now, open.session]);
    if (!open.told.includes('initialized')) continue;
    await owe(run, abandoned(open, (Date.parse(open.last) - Date.parse(open.launched)) / 1000));
  }
}

function launchData(
  facts: SessionFacts,
  au: Au,
  { mode, returnURL }: { readonly mode: LaunchMode; readonly returnURL: string },
): LaunchData {
  return {
    contextTemplate: contextTemplate(facts),
    launchMode: mode,
    moveOn: au.moveOn,
    returnURL,
    ...(au.launchParameters ? { launchParameters: au.launchParameters } : {}),
    ...(au.masteryScore === undefined ? {} : { masteryScore: au.masteryScore }),
    ...(au.entitlementKey ? { entitlementKey: { courseStructure: au.entitlementKey } } : {}),
  };
}

function addressOf({ package: from, origin }: Cmi5Start, { url }: Au): string {
  return isIri(url) ? url : `${origin}/inhoud/${from.id}/${from.hash}/${url}`;
}

async function putJson(store: Store, mark: Shelfmark, id: string, value: object): Promise<void> {
  const content = new TextEncoder().encode(JSON.stringify(value));
  const conditions = { required: false };
  await writeDocument(store, { mark, id, type: 'application/json', content, how: 'replace', conditions });
}
