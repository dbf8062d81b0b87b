/** Attachments of statements: each once, under the SHA-2 of its bytes (xAPI 1.0.3 Data 2.4.11, Communication 1.5). */
import { createHash } from 'node:crypto';
import { blobValue } from '@duckdb/node-api';
import type { Run, Store } from '../store/database.js';
import { number, text } from '../store/rows.js';
import { isObject, listAt, objectAt, textAt, type JsonObject } from './json.js';
import { Refused } from './problem.js';
import { SIGNATURE, checkSignature } from './signature.js';

export interface Attachment {
  readonly sha2: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** What is said of attachments in a statement, or in a statement inside it. */
export function attachmentsIn(statement: JsonObject): readonly JsonObject[] {
  const object = objectAt(statement, 'object');
  const inner = textAt(object, 'objectType') === 'SubStatement' ? listAt(object, 'attachments') : [];
  return [...listAt(statement, 'attachments'), ...inner].filter(isObject);
}

/**
 * Every attachment without a `fileUrl` must have come along, and nothing else; signatures must be good.
 * @throws Refused (400)
 */
export function checkAttachments(statements: readonly JsonObject[], given: readonly Attachment[]): void {
  const bySha = new Map(given.map((one) => [one.sha2, one]));
  const named = new Set<string>();
  for (const statement of statements) {
    for (const about of attachmentsIn(statement)) {
      const sha2 = textAt(about, 'sha2') ?? '';
      named.add(sha2);
      if (!bySha.has(sha2) && textAt(about, 'fileUrl') === undefined)
        throw new Refused(400, `Attachment ${sha2} has no fileUrl and did not come along.`);
      if (textAt(about, 'usageType') === SIGNATURE)
        checkSignature(statement, about, bySha.get(sha2)?.content);
    }
  }
  for (const { sha2, content } of given) {
    if (!named.has(sha2)) throw new Refused(400, `No statement names the attachment ${sha2}.`);
    if (!isDigest(sha2, content)) throw new Refused(400, `The attachment ${sha2} has another SHA-2.`);
  }
}

/** xAPI says SHA-2 and leaves open which: the length tells. */
function isDigest(sha2: string, content: Uint8Array): boolean {
  const bits = sha2.length * 4;
  if (![224, 256, 384, 512].includes(bits)) return false;
  return createHash(`sha${bits}`).update(content).digest('hex') === sha2.toLowerCase();
}

/** Resolves when they are written; on disk with the transaction. */
export async function storeAttachments(run: Run, given: readonly Attachment[]): Promise<void> {
  for (const { sha2, type, content } of given) {
    const [known] = await run('select count(*)::integer as n from attachments where sha2 = $1', [sha2]);
    if (known && number(known, 'n') > 0) continue;
    await run('insert into attachments values ($1, $2, $3)', [sha2, type, blobValue(content)]);
  }
}

/** Those that these statements name and that are here, each once. */
export async function readAttachments(
  store: Store,
  statements: readonly JsonObject[],
): Promise<readonly Attachment[]> {
  const named = new Set(
    statements.flatMap(attachmentsIn).flatMap((about) => {
      const sha2 = textAt(about, 'sha2');
      return sha2 === undefined ? [] : [sha2];
    }),
  );
  const found: Attachment[] = [];
  for (const sha2 of named) {
    const [row] = await store.read('select type, content from attachments where sha2 = $1', [sha2]);
    const content = row?.['content'];
    if (row && content instanceof Uint8Array) found.push({ sha2, type: text(row, 'type'), content });
  }
  return found;
}
