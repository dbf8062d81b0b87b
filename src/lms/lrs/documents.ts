/** Documents: State, Activity Profile, Agent Profile. One writer at a time compares ETags and writes (xAPI 1.0.3 Communication 2.2, 3.1). */
import { createHash } from 'node:crypto';
import { blobValue } from '@duckdb/node-api';
import type { Row, Run, Store } from '../store/database.js';
import { text } from '../store/rows.js';
import { isObject } from './json.js';
import { Refused } from './problem.js';

/** Where a document belongs; '' = does not apply. */
export interface Shelfmark {
  readonly kind: 'state' | 'activity-profile' | 'agent-profile';
  readonly owner: string;
  readonly agent: string;
  readonly registration: string;
}

export interface StoredDocument {
  readonly type: string;
  readonly content: Uint8Array;
  readonly etag: string;
  readonly updated: string;
}

export interface Preconditions {
  readonly ifMatch?: string;
  readonly ifNoneMatch?: string;
  /** Profiles: a PUT over an existing document must say what it replaces. */
  readonly required: boolean;
}

const WHERE = 'kind = $1 and owner = $2 and agent = $3 and registration = $4';

export async function readDocument(
  store: Store,
  mark: Shelfmark,
  id: string,
): Promise<StoredDocument | undefined> {
  return find(store.read, mark, id);
}

/** Ids, those changed after `since` if given (ISO 8601, UTC). Without a registration the state of all registrations counts. */
export async function listDocuments(
  store: Store,
  mark: Shelfmark,
  since?: string,
): Promise<readonly string[]> {
  const rows = await store.read(
    `select distinct id from documents where kind = $1 and owner = $2 and agent = $3
     and ($4 = '' or registration = $4) and updated > $5 order by id`,
    [mark.kind, mark.owner, mark.agent, mark.registration, since ?? ''],
  );
  return rows.map((row) => text(row, 'id'));
}

export interface Change {
  readonly mark: Shelfmark;
  readonly id: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** PUT replaces, POST merges (JSON objects only). */
  readonly how: 'replace' | 'merge';
  readonly conditions: Preconditions;
}

/**
 * Writes a document; resolves when it is on disk.
 * @throws Refused 400 (cannot merge), 409 (says not what it replaces), 412 (replaces something else by now)
 */
export async function writeDocument(store: Store, change: Change): Promise<void> {
  const { mark, id, how } = change;
  await store.write(async (run) => {
    const before = await find(run, mark, id);
    compare(before, change.conditions, how);
    const content = how === 'merge' ? merged(before, change) : change.content;
    await run(`delete from documents where ${WHERE} and id = $5`, [...place(mark), id]);
    const etag = createHash('sha1').update(content).digest('hex');
    const values = [...place(mark), id, change.type, blobValue(content), etag, new Date().toISOString()];
    await run('insert into documents values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', values);
  });
}

/** Deletes one document, or all of a state when no id is given. */
export async function deleteDocuments(
  store: Store,
  mark: Shelfmark,
  id: string | undefined,
  conditions: Preconditions,
): Promise<void> {
  await store.write(async (run) => {
    if (id === undefined) {
      await run(
        `delete from documents where kind = $1 and owner = $2 and agent = $3 and ($4 = '' or registration = $4)`,
        place(mark),
      );
      return;
    }
    compare(await find(run, mark, id), { ...conditions, required: false }, 'replace');
    await run(`delete from documents where ${WHERE} and id = $5`, [...place(mark), id]);
  });
}

async function find(run: Run, mark: Shelfmark, id: string): Promise<StoredDocument | undefined> {
  const [row] = await run(`select type, content, etag, updated from documents where ${WHERE} and id = $5`, [
    ...place(mark),
    id,
  ]);
  return row ? documentOf(row) : undefined;
}

function documentOf(row: Row): StoredDocument {
  const content = row['content'];
  return {
    type: text(row, 'type'),
    content: content instanceof Uint8Array ? content : new Uint8Array(),
    etag: text(row, 'etag'),
    updated: text(row, 'updated'),
  };
}

function place(mark: Shelfmark): string[] {
  return [mark.kind, mark.owner, mark.agent, mark.registration];
}

function compare(
  before: StoredDocument | undefined,
  conditions: Preconditions,
  how: 'replace' | 'merge',
): void {
  const { ifMatch, ifNoneMatch } = conditions;
  const names = (header: string): readonly string[] =>
    header.split(',').map((one) => one.trim().replace(/^W\/|"/g, ''));
  if (
    ifMatch !== undefined &&
    (!before || !(ifMatch.trim() === '*' || names(ifMatch).includes(before.etag)))
  ) {
    throw new Refused(412, 'The document is not the one named by If-Match.');
  }
  if (
    ifNoneMatch !== undefined &&
    before &&
    (ifNoneMatch.trim() === '*' || names(ifNoneMatch).includes(before.etag))
  ) {
    throw new Refused(412, 'The document exists already.');
  }
  if (conditions.required && how === 'replace' && ifMatch === undefined && ifNoneMatch === undefined) {
    throw before
      ? new Refused(409, 'This document exists: read it, and send If-Match with its ETag.')
      : new Refused(
          400,
          'Say what this replaces: If-None-Match: * for nothing, If-Match with an ETag otherwise.',
        );
  }
}

function merged(before: StoredDocument | undefined, change: Change): Uint8Array {
  const added = objectOf(change.type, change.content);
  if (!before) return change.content;
  const there = objectOf(before.type, before.content);
  if (!added || !there)
    throw new Refused(400, 'Only JSON objects can be merged; replace this document with PUT.');
  return new TextEncoder().encode(JSON.stringify({ ...there, ...added }));
}

function objectOf(type: string, content: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  if (!/^application\/json\b/i.test(type)) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(content));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
