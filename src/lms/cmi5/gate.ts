/** Between an AU and the LRS: who may still speak, what is refused, and what it means for the attempt. */
import { ausOf } from '../../cmi5/course-structure.js';
import { objectAt, textAt, type JsonObject } from '../lrs/json.js';
import { Refused } from '../lrs/problem.js';
import { agentKey } from '../lrs/statement.js';
import type { Run, Store } from '../store/database.js';
import { seconds } from '../course/grade.js';
import { isSatisfied, satisfiedBlocks, type AuProgress } from './move-on.js';
import { activityOf, actorOf, satisfied } from './own-statements.js';
import { definedVerb, objection, type SessionState } from './rules.js';
import { findSession, listAus, type AuRow, type Cmi5Session } from './session-store.js';

/** What a session's credentials reach: its own activity and actor. */
export interface Cmi5Scope {
  readonly activity: string;
  /** Key of the actor. */
  readonly actor: string;
}

/** 9.3.8.0-4: last statements may overtake `terminated` on their way. */
export const GRACE_MS = 10_000;
const LONGEST_SESSION_MS = 24 * 3_600_000;

/**
 * The scope of a session's credentials; null: no cmi5 session.
 * @throws Refused (401) when the session is over.
 */
export async function cmi5Scope(store: Store, id: string, now = Date.now()): Promise<Cmi5Scope | null> {
  const session = await findSession(store.read, id);
  if (!session) return null;
  if (isOver(session, now)) throw new Refused(401, 'This cmi5 session is over: launch the AU again.');
  return {
    activity: activityOf(session.package, session.au),
    actor: agentKey(actorOf(session.learner)),
  };
}

function isOver({ fetched, launched, terminated, abandoned }: Cmi5Session, now: number): boolean {
  if (!fetched || abandoned !== '') return true;
  if (terminated !== '' && now - Date.parse(terminated) > GRACE_MS) return true;
  return now - Date.parse(launched) > LONGEST_SESSION_MS;
}

/**
 * Takes statements of a session in, in order: what they say of completion and success becomes the attempt's.
 * Within the transaction that stores them.
 * @throws Refused (403) with the requirement that one of them breaks; then none is stored.
 */
export async function admit(run: Run, id: string, statements: readonly JsonObject[]): Promise<void> {
  const session = await findSession(run, id);
  if (!session || statements.length === 0) return;
  // Another launch came between the credentials and this.
  if (session.abandoned !== '') throw new Refused(403, 'cmi5 9.3.6.0-2: the session was abandoned.');
  const rows = await listAus(run, session.registration);
  let told = session.told;
  let row = rows.find(({ au }) => au === session.au) ?? emptyRow(session.au);
  for (const statement of statements) {
    const before = isLate(statement, session) ? told.filter((verb) => verb !== 'terminated') : told;
    const broken = objection(statement, stateOf({ ...session, told: before }, row));
    if (broken !== null) throw new Refused(403, `cmi5 ${broken}`);
    const verb = definedVerb(statement);
    if (verb !== null && verb !== 'other') told = [...told, verb];
    row = learn(row, statement, activityOf(session.package, session.au));
  }
  await keepSession(run, session, told);
  await keepProgress(run, session, [...rows.filter(({ au }) => au !== row.au), row]);
}

/** Requests of a page that goes away overtake each other: what was made before the session ended is only late. */
function isLate(statement: JsonObject, { terminated }: Cmi5Session): boolean {
  const made = Date.parse(textAt(statement, 'timestamp') ?? '');
  return terminated !== '' && made <= Date.parse(terminated) && definedVerb(statement) !== 'terminated';
}

function stateOf(session: Cmi5Session, row: AuRow): SessionState {
  return {
    session: session.session,
    registration: session.registration,
    activity: activityOf(session.package, session.au),
    publisher: session.publisher,
    actor: agentKey(actorOf(session.learner)),
    mode: session.data.launchMode,
    masteryScore: session.data.masteryScore ?? null,
    told: session.told,
    completed: row.completed,
    passed: row.passed,
  };
}

function learn(row: AuRow, statement: JsonObject, activity: string): AuRow {
  const result = objectAt(statement, 'result') ?? {};
  const scaled = objectAt(result, 'score')?.['scaled'];
  const isAboutAu = textAt(objectAt(statement, 'object'), 'id') === activity;
  const score = typeof scaled === 'number' && isAboutAu ? Math.round(scaled * 10_000) / 100 : null;
  const best = score === null ? row.score : Math.max(score, row.score ?? 0);
  switch (definedVerb(statement)) {
    case 'completed':
      return { ...row, completed: true };
    case 'passed':
      return { ...row, passed: true, failed: false, score: best };
    case 'failed':
      return { ...row, failed: !row.passed, score: best };
    case 'terminated':
      return { ...row, seconds: row.seconds + seconds(textAt(result, 'duration') ?? '') };
    case null:
      // A score that rose after `passed`: cmi5 has no statement of its own for it.
      return { ...row, score: best };
    case 'initialized':
    case 'other':
      return row;
  }
}

async function keepSession(run: Run, session: Cmi5Session, told: Cmi5Session['told']): Promise<void> {
  const now = new Date().toISOString();
  const ended = session.terminated || (told.includes('terminated') ? now : '');
  await run('update cmi5_sessions set told = $1, terminated = $2, last = $3 where id = $4', [
    JSON.stringify(told),
    ended,
    now,
    session.session,
  ]);
}

async function keepProgress(run: Run, session: Cmi5Session, rows: readonly AuRow[]): Promise<void> {
  const { registration, course } = session;
  const row = rows.find(({ au }) => au === session.au);
  if (!row || session.data.launchMode !== 'Normal') return;
  await run('delete from cmi5_aus where attempt = $1 and au = $2', [registration, row.au]);
  await run('insert into cmi5_aus values ($1, $2, $3, $4, $5, $6, $7)', [
    registration,
    row.au,
    row.completed,
    row.passed,
    row.failed,
    row.score,
    row.seconds,
  ]);
  const aus = ausOf(course.children);
  const progress = (id: string): AuProgress =>
    rows.find(({ au }) => aus[au]?.id === id) ?? { completed: false, passed: false };
  const isWhole = isSatisfied(course.children, progress);
  await oweSatisfied(run, session, [
    ...satisfiedBlocks(course.children, progress),
    ...(isWhole ? [undefined] : []),
  ]);
  // Nothing to look back on in a course that asks nothing and was not done.
  const isEnded = isWhole && rows.some(({ completed, passed }) => completed || passed);
  await run('update attempts set cmi = $1, ended = $2, updated = $3 where id = $4', [
    JSON.stringify(asGrade(rows, aus.length)),
    isEnded,
    new Date().toISOString(),
    registration,
  ]);
}

async function oweSatisfied(
  run: Run,
  session: Cmi5Session,
  nodes: readonly (string | undefined)[],
): Promise<void> {
  for (const node of nodes) await owe(run, satisfied(session, node));
}

/** To be told once this is on disk; what was told before has the same id and is not told again. */
export async function owe(run: Run, statement: JsonObject): Promise<void> {
  const id = textAt(statement, 'id') ?? '';
  const [known] = await run(
    'select 1 from statements where id = $1 union all select 1 from cmi5_owed where id = $1 limit 1',
    [id],
  );
  if (known) return;
  await run('insert into cmi5_owed values ($1, $2, $3)', [
    id,
    JSON.stringify(statement),
    new Date().toISOString(),
  ]);
}

/** Under the names that SCORM 2004 has for them, so that the gradebook reads one language. */
export function asGrade(rows: readonly AuRow[], count: number): Readonly<Record<string, string>> {
  const scores = rows.flatMap(({ score }) => (score === null ? [] : [score]));
  const isAll = (is: (row: AuRow) => boolean): boolean => rows.filter(is).length === count;
  const score = scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length);
  const success = isAll(({ passed }) => passed)
    ? 'passed'
    : rows.some(({ failed }) => failed)
      ? 'failed'
      : 'unknown';
  return {
    'cmi.completion_status': isAll(({ completed }) => completed) ? 'completed' : 'incomplete',
    'cmi.success_status': success,
    'cmi.total_time': `PT${rows.reduce((sum, row) => sum + row.seconds, 0).toFixed(2)}S`,
    ...(scores.length > 0
      ? { 'cmi.score.raw': score.toFixed(2), 'cmi.score.min': '0', 'cmi.score.max': '100' }
      : {}),
  };
}

function emptyRow(au: number): AuRow {
  return { au, completed: false, passed: false, failed: false, score: null, seconds: 0 };
}
