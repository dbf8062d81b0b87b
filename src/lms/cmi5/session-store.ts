/** Where a cmi5 session stands, in the store. */
import type { CourseStructure } from '../../cmi5/course-structure.js';
import { ausOf } from '../../cmi5/course-structure.js';
import type { LaunchData } from '../../cmi5/vocabulary.js';
import type { Row, Run } from '../store/database.js';
import { flag, number, text } from '../store/rows.js';
import type { SessionFacts } from './own-statements.js';
import type { AuVerb } from './rules.js';

export interface Cmi5Session extends SessionFacts {
  readonly data: LaunchData;
  readonly told: readonly AuVerb[];
  readonly fetched: boolean;
  /** ISO 8601; '' = not yet. */
  readonly launched: string;
  readonly terminated: string;
  readonly abandoned: string;
  readonly last: string;
}

export interface AuRow {
  readonly au: number;
  readonly completed: boolean;
  readonly passed: boolean;
  readonly failed: boolean;
  /** 0..100 */
  readonly score: number | null;
  readonly seconds: number;
}

const SELECT = `select c.*, s.learner, a.package from cmi5_sessions c
  join sessions s on s.id = c.id join attempts a on a.id = c.attempt`;

export async function findSession(run: Run, id: string): Promise<Cmi5Session | null> {
  const [row] = await run(`${SELECT} where c.id = $1`, [id]);
  return row ? sessionOf(row) : null;
}

export async function findByKey(run: Run, key: string): Promise<Cmi5Session | null> {
  const [row] = await run(`${SELECT} where c.fetch_key = $1`, [key]);
  return row ? sessionOf(row) : null;
}

/** Begun, and neither terminated nor abandoned. */
export async function openSessions(run: Run, attempt: string): Promise<readonly Cmi5Session[]> {
  const rows = await run(`${SELECT} where c.attempt = $1 and c.terminated = '' and c.abandoned = ''`, [
    attempt,
  ]);
  return rows.map(sessionOf);
}

/** Did this learner's last session in this package begin, and not end yet? */
export async function isGoingOn(run: Run, learner: string, from: string): Promise<boolean> {
  const last = `${SELECT} where s.learner = $1 and a.package = $2 order by c.launched desc limit 1`;
  const [session] = (await run(last, [learner, from])).map(sessionOf);
  if (!session || session.terminated !== '' || session.abandoned !== '') return false;
  return session.told.includes('initialized');
}

export async function listAus(run: Run, attempt: string): Promise<readonly AuRow[]> {
  const rows = await run('select * from cmi5_aus where attempt = $1 order by au', [attempt]);
  return rows.map((row) => ({
    au: number(row, 'au'),
    completed: flag(row, 'completed'),
    passed: flag(row, 'passed'),
    failed: flag(row, 'failed'),
    score: row['score'] === null ? null : number(row, 'score'),
    seconds: number(row, 'seconds'),
  }));
}

function sessionOf(row: Row): Cmi5Session {
  const kept = JSON.parse(text(row, 'launch_data')) as { data: LaunchData; course: CourseStructure };
  const au = number(row, 'au');
  return {
    session: text(row, 'id'),
    registration: text(row, 'attempt'),
    learner: text(row, 'learner'),
    package: text(row, 'package'),
    au,
    course: kept.course,
    publisher: ausOf(kept.course.children)[au]?.id ?? '',
    data: kept.data,
    told: JSON.parse(text(row, 'told')) as AuVerb[],
    fetched: flag(row, 'fetched'),
    launched: text(row, 'launched'),
    terminated: text(row, 'terminated'),
    abandoned: text(row, 'abandoned'),
    last: text(row, 'last'),
  };
}
