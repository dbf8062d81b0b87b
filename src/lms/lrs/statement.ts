/** One statement: checked by xAPI 1.0.3, completed with what the LRS adds, and taken apart for finding it again. */
import { randomUUID } from 'node:crypto';
import { statement as rule } from '@learninglocker/xapi-validation/dist/factory.js';
import { once } from '../../once.js';
import { canonical, isObject, listAt, objectAt, textAt, type JsonObject } from './json.js';
import { Refused } from './problem.js';
import { isSound } from './sound.js';

export { VOIDED } from './sound.js';

/** What a query looks at, beside the statement itself. */
export interface Found {
  readonly id: string;
  readonly verb: string;
  /** Key of the actor. */
  readonly actor: string;
  readonly timestamp: string;
  readonly activity: string | null;
  readonly registration: string | null;
  /** Statement that this one is about (a StatementRef as object). */
  readonly target: string | null;
  readonly activities: readonly string[];
  /** Keys of the agents that `agent` finds, and those that `related_agents` adds. */
  readonly agents: readonly string[];
  readonly related: readonly string[];
}

/**
 * Checks a statement and makes the lists that xAPI allows as single objects into lists.
 * @throws Refused (400) with the first thing wrong in it.
 */
export function checkStatement(given: unknown): JsonObject {
  if (!isObject(given)) throw new Refused(400, 'A statement must be a JSON object.');
  const statement = withLists(given);
  for (const key of ['authority', 'stored'] as const)
    if (statement[key] === null) throw new Refused(400, `${key}: null`);
  if (!isSound(statement)) {
    const [first] = rule(statement, ['statement']) as readonly { path?: readonly string[] }[];
    if (first) throw new Refused(400, explain(first));
  }
  if (
    textAt(statement, 'version') !== undefined &&
    !/^1\.0(\.\d+)?$/.test(textAt(statement, 'version') ?? '')
  ) {
    throw new Refused(400, 'version: only 1.0.x is understood here.');
  }
  return statement;
}

/** Adds id, timestamp, version, stored and authority; the last two are never the client's. */
export function completeStatement(statement: JsonObject, stored: string, authority: JsonObject): JsonObject {
  return {
    ...statement,
    id: (textAt(statement, 'id') ?? randomUUID()).toLowerCase(),
    timestamp: textAt(statement, 'timestamp') ?? stored,
    version: textAt(statement, 'version') ?? '1.0.0',
    stored,
    authority,
  };
}

/** True when a statement sent again says what the stored one says. xAPI 1.0.3 Data 2.3.1: what the LRS sets does not count. */
export function sameStatement(stored: JsonObject, sent: JsonObject): boolean {
  const said = (one: JsonObject): string => {
    const parts = ['actor', 'verb', 'object', 'result', 'context', 'attachments'].map((key) => one[key]);
    const moment =
      textAt(sent, 'timestamp') === undefined ? null : Date.parse(textAt(one, 'timestamp') ?? '');
    return canonical([...parts, moment]);
  };
  return said(stored) === said(sent);
}

export function findable(statement: JsonObject): Found {
  const actor = ofActor(objectAt(statement, 'actor') ?? {});
  const context = ofContext(objectAt(statement, 'context') ?? {});
  const object = ofObject(objectAt(statement, 'object') ?? {});
  const authority = statement['authority'];
  const agents = [...actor.agents, ...object.agents];
  return {
    id: textAt(statement, 'id') ?? '',
    verb: textAt(objectAt(statement, 'verb'), 'id') ?? '',
    actor: actor.key,
    timestamp: new Date(textAt(statement, 'timestamp') ?? 0).toISOString(),
    activity: object.activity,
    registration: context.registration,
    target: object.target,
    activities: unique([...object.activities, ...context.activities]),
    agents: unique(agents),
    related: unique([
      ...agents,
      ...context.agents,
      ...(isObject(authority) ? ofActor(authority).agents : []),
      ...object.related,
    ]),
  };
}

const ofActor = once((actor: JsonObject) => ({ key: agentKey(actor), agents: agentKeys(actor) }));

const ofContext = once((context: JsonObject) => ({
  registration: textAt(context, 'registration')?.toLowerCase() ?? null,
  activities: contextActivities(context),
  agents: [context['instructor'], context['team']].flatMap((one) => (isObject(one) ? agentKeys(one) : [])),
}));

type OfObject = Pick<Found, 'activity' | 'target' | 'activities' | 'agents' | 'related'>;
const NOTHING: OfObject = { activity: null, target: null, activities: [], agents: [], related: [] };

const ofObject = once((object: JsonObject): OfObject => {
  const id = textAt(object, 'id') ?? '';
  switch (textAt(object, 'objectType') ?? 'Activity') {
    case 'Agent':
    case 'Group':
      return { ...NOTHING, agents: agentKeys(object) };
    case 'StatementRef':
      return { ...NOTHING, target: id.toLowerCase() };
    case 'SubStatement': {
      // Only the `related_` filters look into it.
      const { activities, related } = findable(object);
      return { ...NOTHING, activities, related };
    }
    default:
      return { ...NOTHING, activity: id, activities: [id] };
  }
});

/** One text for one agent, whatever its name; '' for a group without an identifier. */
export function agentKey(agent: JsonObject): string {
  const account = objectAt(agent, 'account');
  if (account) return `account ${textAt(account, 'homePage') ?? ''} ${textAt(account, 'name') ?? ''}`;
  for (const key of ['mbox', 'mbox_sha1sum', 'openid'] as const) {
    const value = textAt(agent, key);
    if (value !== undefined) return `${key} ${value}`;
  }
  return '';
}

/** The agent and, for a group, its members. */
export function agentKeys(agent: JsonObject): readonly string[] {
  const members = listAt(agent, 'member').flatMap((one) => (isObject(one) ? agentKeys(one) : []));
  return [agentKey(agent), ...members].filter((key) => key !== '');
}

function contextActivities(context: JsonObject): readonly string[] {
  const kinds = objectAt(context, 'contextActivities');
  if (!kinds) return [];
  return Object.keys(kinds).flatMap((kind) =>
    listAt(kinds, kind).flatMap((one) => (isObject(one) ? [textAt(one, 'id') ?? ''] : [])),
  );
}

// xAPI 1.0.3 Data 2.4.6.2: a single activity is allowed there on the way in, and becomes a list.
export function withLists(statement: JsonObject): JsonObject {
  const context = objectAt(statement, 'context');
  const activities = context ? objectAt(context, 'contextActivities') : undefined;
  const object = objectAt(statement, 'object');
  const inner =
    textAt(object, 'objectType') === 'SubStatement' && object ? { object: withLists(object) } : {};
  const isListed = !activities || !Object.values(activities).some(isObject);
  // The same object, where nothing changes: what is known of its parts holds.
  if (isListed) return 'object' in inner ? { ...statement, ...inner } : statement;
  const lists = Object.fromEntries(
    Object.entries(activities).map(([kind, one]) => [kind, isObject(one) ? [one] : one]),
  );
  return { ...statement, ...inner, context: { ...context, contextActivities: lists } };
}

function explain(warning: {
  readonly path?: readonly string[];
  readonly typeName?: unknown;
  readonly keys?: unknown;
}): string {
  const place = (warning.path ?? []).join('.');
  const kind = warning.constructor.name.replace(/Warning$/, '');
  if (kind === 'Required') return `${place}: is missing.`;
  if (kind === 'RestrictedKeys' && Array.isArray(warning.keys))
    return `${place}: unknown property ${warning.keys.join(', ')}.`;
  if (typeof warning.typeName === 'string') return `${place}: must be a valid ${warning.typeName}.`;
  return `${place}: not valid (${kind.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}).`;
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}
