/** Statements in one table that only grows. */
import { randomUUID } from 'node:crypto';
import { BIGINT, DuckDBListValue, LIST, VARCHAR } from '@duckdb/node-api';
import type { Columns } from '../../duckdb/append.js';
import { statementText } from '../../statement-text.js';
import { admit } from '../cmi5/gate.js';
import type { Append, Row, Run, Store } from '../store/database.js';
import { number, text } from '../store/rows.js';
import { authorityOf, type Access } from './access.js';
import { checkAttachments, storeAttachments, type Attachment } from './attachments.js';
import { objectAt, textAt, type JsonObject } from './json.js';
import { ledgerOf } from './ledger.js';
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
 * @throws Refused 400 (a bad statement or attachment, an id twice), 403 (a launch that voids), 409 (id known with other content).
 */
export async function storeStatements(
  store: Store,
  given: readonly unknown[],
  access: Access,
  attachments: readonly Attachment[] = [],
): Promise<readonly string[]> {
  const checked = given.map(checkStatement);
  checkAttachments(checked, attachments);
  const named = checked.map((one) => ({ ...one, id: (textAt(one, 'id') ?? randomUUID()).toLowerCase() }));
  const ids = named.map((one) => one.id);
  if (new Set(ids).size < ids.length)
    throw new Refused(400, 'Two statements of this batch have the same id.');
  if (access.kind === 'launch' && named.some(isVoiding))
    throw new Refused(403, 'A launch cannot void statements.');
  const ledger = ledgerOf(store);
  const arrival = ledger.expect();
  const write = (isNew: boolean): Promise<void> =>
    store.write(async (run, append) => {
      const fresh = isNew ? named : await withoutKnown(run, named);
      if (fresh.length === 0) return;
      const { stored, place } = await ledger.stamp(run, arrival, fresh.length);
      const authority = authorityOf(access);
      const complete = fresh.map((one) => completeStatement(one, stored, authority));
      if (access.kind === 'launch' && access.cmi5 !== null) await admit(run, access.session, fresh);
      await storeAttachments(run, attachments);
      const session = access.kind === 'launch' ? access.session : null;
      await insert({ run, append }, complete, { place, session, stored });
      if (access.kind === 'launch') await rememberActors(run, complete, access.learner);
    });
  // To look each up costs as much as to store it. That a key is taken, the table says itself; what else hangs on it is looked up first.
  const isPlain = access.kind === 'all' && !named.some(isVoiding);
  try {
    await write(isPlain).catch((error: unknown) => {
      if (!isPlain || !isKeyTaken(error)) throw error;
      return write(false);
    });
  } finally {
    ledger.done(arrival);
  }
  return ids;
}

/** What DuckDB says of a row whose key is in the table, or in the transaction. */
function isKeyTaken(error: unknown): boolean {
  return error instanceof Error && /primary key/i.test(error.message);
}

function isVoiding(statement: JsonObject): boolean {
  return textAt(objectAt(statement, 'verb'), 'id') === VOIDED;
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

interface Writing {
  readonly run: Run;
  readonly append: Append;
}

type Named = JsonObject & { readonly id: string };

/** Those that are not here yet. @throws Refused (409) for one that is here with other content. */
async function withoutKnown(run: Run, statements: readonly Named[]): Promise<readonly Named[]> {
  const places = statements.map((_one, index) => `$${index + 1}`).join(', ');
  const rows = await run(
    `select id, doc from statements where id in (${places || 'null'})`,
    statements.map(({ id }) => id),
  );
  const known = new Map(rows.map((row) => [text(row, 'id'), docOf(row)]));
  return statements.filter((one) => {
    const before = known.get(one.id);
    if (before && !sameStatement(before, one))
      throw new Refused(409, `Statement ${one.id} is stored with other content.`);
    return !before;
  });
}

interface StatementRow extends Found {
  readonly place: number;
  readonly stored: string;
  readonly session: string | null;
  readonly doc: string;
}

const TEXTS = LIST(VARCHAR);

/** Of the table, in their order there. */
const COLUMNS: Columns<StatementRow> = {
  place: [BIGINT, (row) => BigInt(row.place)],
  id: [VARCHAR, (row) => row.id],
  stored: [VARCHAR, (row) => row.stored],
  timestamp: [VARCHAR, (row) => row.timestamp],
  verb: [VARCHAR, (row) => row.verb],
  actor: [VARCHAR, (row) => row.actor],
  activity: [VARCHAR, (row) => row.activity],
  registration: [VARCHAR, (row) => row.registration],
  target: [VARCHAR, (row) => row.target],
  session: [VARCHAR, (row) => row.session],
  activities: [TEXTS, (row) => new DuckDBListValue(row.activities)],
  agents: [TEXTS, (row) => new DuckDBListValue(row.agents)],
  related: [TEXTS, (row) => new DuckDBListValue(row.related)],
  doc: [VARCHAR, (row) => row.doc],
};

async function insert(
  { run, append }: Writing,
  statements: readonly JsonObject[],
  at: { readonly place: number; readonly session: string | null; readonly stored: string },
): Promise<void> {
  const rows = statements.map((statement, index) => ({
    ...findable(statement),
    ...{ place: at.place + index, session: at.session, stored: at.stored },
    doc: statementText(statement),
  }));
  for (const { verb, target } of rows) if (verb === VOIDED && target) await voidStatement(run, target);
  await append({ table: 'statements', columns: COLUMNS, rows });
}

// xAPI 1.0.3 Data 2.3.2: a voiding statement cannot be voided.
async function voidStatement(run: Run, target: string): Promise<void> {
  const [row] = await run('select verb from statements where id = $1', [target]);
  if (row && text(row, 'verb') === VOIDED) throw new Refused(400, 'A voiding statement cannot be voided.');
  await run('insert into voided values ($1)', [target]);
}

// Only a launch tells whose actor it is; statements themselves carry no name.
async function rememberActors(run: Run, statements: readonly JsonObject[], learner: string): Promise<void> {
  for (const actor of new Set(statements.map((one) => findable(one).actor))) {
    const [count] = await run('select count(*)::integer as n from actors where actor = $1 and learner = $2', [
      actor,
      learner,
    ]);
    if (count && number(count, 'n') === 0) await run('insert into actors values ($1, $2)', [actor, learner]);
  }
}
