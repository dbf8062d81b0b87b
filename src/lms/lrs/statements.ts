/** Statements in one table that only grows. */
import { listValue, type DuckDBListValue } from '@duckdb/node-api';
import type { Row, Run, Store } from '../store/database.js';
import { number, text } from '../store/rows.js';
import { authorityOf, type Access } from './access.js';
import { textAt, type JsonObject } from './json.js';
import { Refused } from './problem.js';
import {
  checkStatement,
  completeStatement,
  findable,
  sameStatement,
  VOIDED,
  type Found,
} from './statement.js';

/**
 * Stores a batch whole or not at all; resolves when it is on disk. Gives the ids in the order sent.
 * @throws Refused 400 (a bad statement, an id twice), 403 (a launch that voids), 409 (id known with other content).
 */
export async function storeStatements(
  store: Store,
  given: readonly unknown[],
  access: Access,
): Promise<readonly string[]> {
  const stored = new Date().toISOString();
  const checked = given.map(checkStatement);
  const complete = checked.map((one) => completeStatement(one, stored, authorityOf(access)));
  const found = complete.map(findable);
  const ids = found.map((one) => one.id);
  if (new Set(ids).size < ids.length)
    throw new Refused(400, 'Two statements of this batch have the same id.');
  if (access.kind === 'launch' && found.some((one) => one.verb === VOIDED))
    throw new Refused(403, 'A launch cannot void statements.');
  await store.write(async (run) => {
    const known = await knownStatements(run, ids);
    for (const [index, one] of found.entries()) {
      const before = known.get(one.id);
      const statement = complete[index];
      const sent = checked[index];
      if (!statement || !sent) continue;
      if (!before) await insert(run, one, statement, access);
      else if (!sameStatement(before, sent))
        throw new Refused(409, `Statement ${one.id} is stored with other content.`);
    }
    if (access.kind === 'launch') await rememberActors(run, found, access.learner);
  });
  return ids;
}

/** The statement with this id; `voided` chooses whether it must or must not be voided. */
export async function oneStatement(
  store: Store,
  id: string,
  voided: boolean,
  access: Access,
): Promise<JsonObject | undefined> {
  const mine = access.kind === 'launch' ? access.registration : null;
  const [row] = await store.read(
    `select doc from statements where id = $1 and (id in (select id from voided)) = $2
     and ($3::varchar is null or session in (select id from sessions where attempt = $3::varchar))`,
    [id.toLowerCase(), voided, mine],
  );
  return row ? docOf(row) : undefined;
}

export function docOf(row: Row): JsonObject {
  return JSON.parse(text(row, 'doc')) as JsonObject;
}

async function knownStatements(run: Run, ids: readonly string[]): Promise<ReadonlyMap<string, JsonObject>> {
  const rows = await run('select id, doc from statements where list_contains($1::varchar[], id)', [
    texts(ids),
  ]);
  return new Map(rows.map((row) => [text(row, 'id'), docOf(row)]));
}

async function insert(run: Run, found: Found, statement: JsonObject, access: Access): Promise<void> {
  if (found.verb === VOIDED && found.target) await voidStatement(run, found.target);
  await run(
    `insert into statements values (nextval('statement_order'), $1, $2, $3, $4, $5, $6, $7, $8, $9,
     $10::varchar[], $11::varchar[], $12::varchar[], $13)`,
    [
      found.id,
      textAt(statement, 'stored') ?? '',
      found.timestamp,
      found.verb,
      found.actor,
      found.activity,
      found.registration,
      found.target,
      access.kind === 'launch' ? access.session : null,
      texts(found.activities),
      texts(found.agents),
      texts(found.related),
      JSON.stringify(statement),
    ],
  );
}

// xAPI 1.0.3 Data 2.3.2: a voiding statement cannot be voided.
async function voidStatement(run: Run, target: string): Promise<void> {
  const [row] = await run('select verb from statements where id = $1', [target]);
  if (row && text(row, 'verb') === VOIDED) throw new Refused(400, 'A voiding statement cannot be voided.');
  await run('insert into voided values ($1)', [target]);
}

// Only a launch tells whose actor it is; statements themselves carry no name.
async function rememberActors(run: Run, found: readonly Found[], learner: string): Promise<void> {
  for (const actor of new Set(found.map((one) => one.actor))) {
    const [count] = await run('select count(*)::integer as n from actors where actor = $1 and learner = $2', [
      actor,
      learner,
    ]);
    if (count && number(count, 'n') === 0) await run('insert into actors values ($1, $2)', [actor, learner]);
  }
}

export function texts(list: readonly string[]): DuckDBListValue {
  return listValue([...list]);
}
