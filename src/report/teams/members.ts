/** From the teams file to the table `member`: pseudonyms are worked out here, with the salt of the packages' build. */
import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { pseudonym } from '../../tracking/xapi/actor.js';
import { insert } from '../edition/measure.js';
import type { Member } from './teams-file.js';

export interface Placed {
  /** Members of the file of whom something was seen. */
  readonly matched: number;
  /** Learner ids of the file of whom nothing was seen: not begun yet, or not spelled as in the LMS. For the reader's own eyes. */
  readonly unmatched: readonly string[];
}

/**
 * Fills `member` anew. A learner is found by its pseudonym, or, where packages were built with `--actor lms-id`, by the id itself.
 * `salt`: as in the build of the packages.
 */
export async function placeMembers(
  connection: DuckDBConnection,
  members: readonly Member[],
  salt: string,
): Promise<Placed> {
  const reader = await connection.runAndReadAll(
    `SELECT person FROM person
     WHERE person_id IN (SELECT person_id FROM module_event)
       OR person_id IN (SELECT run.person_id FROM run_event JOIN run USING (run_id))`,
  );
  const seen = new Set(
    reader.getRowsJS().flatMap(([person]) => (typeof person === 'string' ? [person] : [])),
  );
  const placed = members.map((member) => {
    const names = [pseudonym(salt, member.learner), accountOf(member.learner)];
    return { ...member, person: names.find((name) => seen.has(name)) ?? null };
  });
  await connection.run('BEGIN');
  await connection.run('DELETE FROM member');
  await insert(
    connection,
    'member',
    placed.flatMap(({ person, team, department, role }) =>
      person === null ? [] : [{ person, team, department, role }],
    ),
  );
  await connection.run('COMMIT');
  const unmatched = placed.flatMap(({ person, learner }) => (person === null ? [learner] : []));
  return { matched: placed.length - unmatched.length, unmatched };
}

/** How the facts name an account that is no pseudonym (`flatten.sql`). */
const accountOf = (learner: string): string =>
  createHash('sha256').update(learner).digest('hex').slice(0, 32);
