/** Who may do what in the LRS: the key printed at start may do all, a launch only what its content needs. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { cmi5Scope, type Cmi5Scope } from '../cmi5/gate.js';
import type { Store } from '../store/database.js';
import { text } from '../store/rows.js';
import type { JsonObject } from './json.js';
import { Refused } from './problem.js';

export type Access =
  | { readonly kind: 'all'; readonly key: string }
  /** Writes statements and reads back its own; reads and writes the state of its registration. */
  | {
      readonly kind: 'launch';
      readonly session: string;
      readonly learner: string;
      readonly registration: string;
      /** A cmi5 session reaches only its own activity and actor; null: launched another way. */
      readonly cmi5: Cmi5Scope | null;
    };

export interface Credentials {
  readonly key: string;
  readonly secret: string;
}

/** The store's own credentials, made at random once, so that they survive a restart. */
export async function ownCredentials(store: Store): Promise<Credentials> {
  return store.write(async (run) => {
    const [found] = await run("select value from settings where name = 'lrs'");
    if (found) {
      const [key = '', secret = ''] = text(found, 'value').split(':');
      return { key, secret };
    }
    const made = { key: randomBytes(8).toString('hex'), secret: randomBytes(24).toString('base64url') };
    await run("insert into settings values ('lrs', $1)", [`${made.key}:${made.secret}`]);
    return made;
  });
}

/** @throws Refused (401) when the header names nobody we know. */
export async function authenticate(
  store: Store,
  own: Credentials,
  header: string | undefined,
): Promise<Access> {
  const encoded = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (!encoded) throw new Refused(401, 'Send Basic credentials.');
  const plain = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = plain.indexOf(':');
  const user = plain.slice(0, Math.max(0, colon));
  const secret = plain.slice(colon + 1);
  if (equal(user, own.key) && equal(secret, own.secret)) return { kind: 'all', key: own.key };
  const [session] = await store.read('select secret, learner, attempt from sessions where id = $1', [user]);
  if (!session || !equal(secret, text(session, 'secret')))
    throw new Refused(401, 'These credentials are not known here.');
  return {
    kind: 'launch',
    session: user,
    learner: text(session, 'learner'),
    registration: text(session, 'attempt'),
    cmi5: await cmi5Scope(store, user),
  };
}

/** The agent that a statement is stored on the word of. */
export function authorityOf(access: Access): JsonObject {
  const name = access.kind === 'all' ? access.key : `start-${access.registration}`;
  return { objectType: 'Agent', account: { homePage: 'https://lrs.zeventerpen.example/', name } };
}

export function basic(user: string, secret: string): string {
  return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
}

// Compares digests, so that neither length nor content shows in the time it takes.
function equal(a: string, b: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}
