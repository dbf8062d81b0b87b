/** A client of the LRS that sends what the test says, valid or not. */
import { randomUUID } from 'node:crypto';
import { basic } from '../../../src/lms/lrs/access.js';
import type { RunningServer } from '../../../src/lms/server.js';
import { putPackage, scormFiles, start, temporaryPlace } from '../fixture.js';

export interface Statement {
  readonly [key: string]: unknown;
}

export type Request = RequestInit & {
  readonly auth?: string;
  /** Null: the header is left out. */
  readonly version?: string | null;
};

export interface Client {
  readonly server: RunningServer;
  readonly auth: string;
  xapi(path: string, request?: Request): Promise<Response>;
  post(body: unknown, auth?: string): Promise<Response>;
  /** Statements that a query gives, first page. */
  found(query: Readonly<Record<string, string>>, auth?: string): Promise<readonly Statement[]>;
  ids(query: Readonly<Record<string, string>>): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export async function openLrs(): Promise<Client> {
  const place = temporaryPlace();
  putPackage(place, 'proef-scorm12.zip', scormFiles('1.2'));
  const server = await start(place);
  const auth = basic(server.lrs.key, server.lrs.secret);
  const xapi = (path: string, { version = '1.0.3', ...init }: Request = {}): Promise<Response> => {
    const headers = new Headers({ Authorization: init.auth ?? auth });
    if (version !== null) headers.set('X-Experience-API-Version', version);
    if (typeof init.body === 'string') headers.set('Content-Type', 'application/json');
    for (const [key, value] of new Headers(init.headers)) headers.set(key, value);
    return fetch(server.lrs.endpoint + path, { ...init, headers });
  };
  const found: Client['found'] = async (query, as) => {
    const path = `statements?${new URLSearchParams(query).toString()}`;
    const reply = await xapi(path, as === undefined ? {} : { auth: as });
    return ((await reply.json()) as { statements: Statement[] }).statements;
  };
  return {
    server,
    auth,
    xapi,
    found,
    post: (body, as) =>
      xapi('statements', {
        method: 'POST',
        body: JSON.stringify(body),
        ...(as === undefined ? {} : { auth: as }),
      }),
    ids: async (query) => (await found(query)).map((one) => one['id']),
    close: async () => {
      await server.close();
      place.remove();
    },
  };
}

export const actor = (name: string): Statement => ({ account: { homePage: 'https://x.example', name } });

export const statement = (more: Statement = {}): Statement => ({
  id: randomUUID(),
  actor: actor('wie'),
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
  object: { id: 'https://x.example/vraag' },
  timestamp: '2026-11-23T08:00:00.120Z',
  ...more,
});

export const voiding = (id: unknown): Statement =>
  statement({
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
    object: { objectType: 'StatementRef', id },
  });

export function without<T extends object, K extends keyof T & string>(
  value: T,
  ...keys: readonly K[]
): Omit<T, K> {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !(keys as readonly string[]).includes(key)),
  ) as Omit<T, K>;
}
