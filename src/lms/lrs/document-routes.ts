/** /activities/state, /activities/profile, /agents/profile and /agents: xAPI 1.0.3 Communication 2.2 to 2.7. */
import type { Hono } from 'hono';
import { LAUNCH_DATA } from '../../cmi5/vocabulary.js';
import type { Store } from '../store/database.js';
import type { Access } from './access.js';
import {
  deleteDocuments,
  listDocuments,
  readDocument,
  writeDocument,
  type Preconditions,
  type Shelfmark,
} from './documents.js';
import { isObject, type JsonObject } from './json.js';
import { Refused } from './problem.js';
import { moment, readAgent, uuid } from './query.js';
import type { LrsContext, LrsEnv } from './routes.js';

type Given = Readonly<Record<string, string>>;

interface Resource {
  readonly path: string;
  readonly kind: Shelfmark['kind'];
  readonly id: 'stateId' | 'profileId';
  readonly owner: boolean;
  readonly agent: boolean;
}

const RESOURCES: readonly Resource[] = [
  { path: '/activities/state', kind: 'state', id: 'stateId', owner: true, agent: true },
  { path: '/activities/profile', kind: 'activity-profile', id: 'profileId', owner: true, agent: false },
  { path: '/agents/profile', kind: 'agent-profile', id: 'profileId', owner: false, agent: true },
];

export function documentRoutes(app: Hono<LrsEnv>, store: Store): void {
  for (const resource of RESOURCES) {
    app.get(resource.path, (c) => get(c, store, resource));
    app.put(resource.path, (c) => write(c, store, resource, 'replace'));
    app.post(resource.path, (c) => write(c, store, resource, 'merge'));
    app.delete(resource.path, (c) => remove(c, store, resource));
  }
  app.get('/agents', (c) => {
    const agent = c.req.query('agent');
    if (agent === undefined) throw new Refused(400, 'agent is missing.');
    readAgent(agent);
    const parsed: unknown = JSON.parse(agent);
    return c.json(person(isObject(parsed) ? parsed : {}));
  });
}

async function get(c: LrsContext, store: Store, resource: Resource): Promise<Response> {
  const given = c.req.query();
  const mark = shelfmark(given, resource, c.get('access'));
  const id = given[resource.id];
  if (id === undefined) {
    const since = given['since'] === undefined ? undefined : moment(given, 'since');
    return c.json(await listDocuments(store, mark, since));
  }
  const found = await readDocument(store, mark, id);
  if (!found) throw new Refused(404, 'There is no such document.');
  const headers = {
    'Content-Type': found.type,
    ETag: `"${found.etag}"`,
    'Last-Modified': new Date(found.updated).toUTCString(),
  };
  return new Response(new Uint8Array(found.content), { headers });
}

async function write(
  c: LrsContext,
  store: Store,
  resource: Resource,
  how: 'replace' | 'merge',
): Promise<Response> {
  const given = c.req.query();
  const mark = shelfmark(given, resource, c.get('access'));
  const id = given[resource.id];
  if (!id) throw new Refused(400, `${resource.id} is missing.`);
  checkLaunchData(c.get('access'), mark, id);
  const type = c.req.header('Content-Type') ?? 'application/octet-stream';
  const content = new Uint8Array(await c.req.arrayBuffer());
  if (/^application\/json\b/i.test(type)) checkJson(content, how);
  await writeDocument(store, { mark, id, type, content, how, conditions: preconditions(c, resource) });
  return c.body(null, 204);
}

async function remove(c: LrsContext, store: Store, resource: Resource): Promise<Response> {
  const given = c.req.query();
  const mark = shelfmark(given, resource, c.get('access'));
  const id = given[resource.id];
  if (id === undefined && resource.kind !== 'state') throw new Refused(400, `${resource.id} is missing.`);
  checkLaunchData(c.get('access'), mark, id);
  await deleteDocuments(store, mark, id, preconditions(c, resource));
  return c.body(null, 204);
}

function shelfmark(given: Given, resource: Resource, access: Access): Shelfmark {
  const allowed = ['activityId', 'agent', 'registration', 'since', resource.id];
  const unknown = Object.keys(given).find((key) => !allowed.includes(key));
  if (unknown) throw new Refused(400, `Unknown parameter: ${unknown}.`);
  if (resource.owner && !given['activityId']) throw new Refused(400, 'activityId is missing.');
  if (resource.agent && given['agent'] === undefined) throw new Refused(400, 'agent is missing.');
  const registration = given['registration'] === undefined ? '' : uuid(given, 'registration');
  const mark = {
    kind: resource.kind,
    owner: resource.owner ? (given['activityId'] ?? '') : '',
    agent: resource.agent ? readAgent(given['agent'] ?? '') : '',
    registration: resource.kind === 'state' ? registration : '',
  };
  checkReach(access, mark);
  return mark;
}

/** A launch reaches the state of its registration; a cmi5 session also the profiles of its own activity and actor. */
function checkReach(access: Access, { kind, owner, agent, registration }: Shelfmark): void {
  if (access.kind !== 'launch') return;
  const { cmi5 } = access;
  const isOwn = cmi5 === null || ['', cmi5.activity].includes(owner);
  const isSelf = cmi5 === null || ['', cmi5.actor].includes(agent);
  const isReached = kind === 'state' ? registration === access.registration : cmi5 !== null;
  if (!isOwn || !isSelf || !isReached)
    throw new Refused(403, 'A launch reads and writes only the state of its own registration.');
}

/** cmi5 10.2.1.0-5: the launch data are the LMS's. */
function checkLaunchData(access: Access, { kind }: Shelfmark, id: string | undefined): void {
  if (access.kind !== 'launch' || access.cmi5 === null || kind !== 'state') return;
  if (id === undefined || id === LAUNCH_DATA)
    throw new Refused(403, `An AU does not modify or delete ${LAUNCH_DATA}.`);
}

function preconditions(c: LrsContext, resource: Resource): Preconditions {
  const ifMatch = c.req.header('If-Match');
  const ifNoneMatch = c.req.header('If-None-Match');
  return {
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(ifNoneMatch === undefined ? {} : { ifNoneMatch }),
    required: resource.kind !== 'state',
  };
}

function checkJson(content: Uint8Array, how: 'replace' | 'merge'): void {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(content));
    if (how === 'replace' || isObject(value)) return;
  } catch {
    throw new Refused(400, 'The body is no JSON.');
  }
  throw new Refused(400, 'POST takes a JSON object.');
}

/** xAPI 1.0.3 Communication 2.4: the agent with each property as a list. */
function person(agent: JsonObject): object {
  const keys = ['name', 'mbox', 'mbox_sha1sum', 'openid', 'account'].filter(
    (key) => agent[key] !== undefined,
  );
  const lists = keys.map((key): [string, unknown] => [key, [agent[key]]]);
  return { objectType: 'Person', ...Object.fromEntries(lists) };
}
