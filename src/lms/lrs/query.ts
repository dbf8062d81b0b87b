/** GET /statements: the filters of xAPI 1.0.3 Communication 2.1.3 as SQL. */
import type { Store, Value } from '../store/database.js';
import { flag, number, text } from '../store/rows.js';
import type { Access } from './access.js';
import { canonicalForm, idsForm } from './forms.js';
import { isObject, type JsonObject } from './json.js';
import { Refused } from './problem.js';
import { agentKey } from './statement.js';
import { docOf } from './statements.js';

/** Statements in a page at most; with attachments fewer, as all of it is made in memory. */
const PAGE = 500;
const PAGE_WITH_ATTACHMENTS = 50;

export type Format = 'ids' | 'exact' | 'canonical';

export interface StatementQuery {
  readonly agent?: string;
  readonly verb?: string;
  readonly activity?: string;
  readonly registration?: string;
  readonly relatedActivities: boolean;
  readonly relatedAgents: boolean;
  readonly since?: string;
  readonly until?: string;
  readonly limit: number;
  readonly ascending: boolean;
  readonly format: Format;
  readonly attachments: boolean;
  /** Place of the last statement of the page before. */
  readonly cursor?: number;
}

const KNOWN = new Set([
  ...['agent', 'verb', 'activity', 'registration', 'related_activities', 'related_agents', 'since', 'until'],
  ...['limit', 'ascending', 'format', 'attachments', 'cursor'],
]);

/** @throws Refused (400) for an unknown parameter or a value that is none. */
export function readQuery(given: Readonly<Record<string, string>>): StatementQuery {
  const unknown = Object.keys(given).find((key) => !KNOWN.has(key));
  if (unknown) throw new Refused(400, `Unknown parameter: ${unknown}.`);
  const limit = whole(given, 'limit') ?? 0;
  const attachments = yes(given, 'attachments');
  const most = attachments ? PAGE_WITH_ATTACHMENTS : PAGE;
  const agent = given['agent'] === undefined ? undefined : readAgent(given['agent']);
  const cursor = whole(given, 'cursor');
  return {
    ...(agent === undefined ? {} : { agent }),
    ...(given['verb'] === undefined ? {} : { verb: iri(given, 'verb') }),
    ...(given['activity'] === undefined ? {} : { activity: iri(given, 'activity') }),
    ...(given['registration'] === undefined ? {} : { registration: uuid(given, 'registration') }),
    ...(given['since'] === undefined ? {} : { since: moment(given, 'since') }),
    ...(given['until'] === undefined ? {} : { until: moment(given, 'until') }),
    relatedActivities: yes(given, 'related_activities'),
    relatedAgents: yes(given, 'related_agents'),
    ascending: yes(given, 'ascending'),
    limit: limit === 0 ? most : Math.min(limit, most),
    format: readFormat(given),
    attachments,
    ...(cursor === undefined ? {} : { cursor }),
  };
}

/** @throws Refused (400) for a format that is none. */
function readFormat(given: Readonly<Record<string, string>>): Format {
  const format = given['format'] ?? 'exact';
  if (format === 'ids' || format === 'exact' || format === 'canonical') return format;
  throw new Refused(400, `format: ${format}`);
}

export interface StatementPage {
  /** As they are stored. */
  readonly statements: readonly JsonObject[];
  /** Place of the last one, when there are more. */
  readonly next: number | null;
}

export async function queryStatements(
  store: Store,
  query: StatementQuery,
  access: Access,
): Promise<StatementPage> {
  const { hasVoided, hasReferences } = await whatThereIs(store);
  const values: Value[] = [];
  const bind = (value: Value): string => `$${values.push(value)}`;
  const matching = matchCondition(query, bind);
  const outer = hasVoided ? ['id not in (select id from voided)'] : [];
  if (matching) outer.push(hasReferences ? `(${matching} or id in (select id from referring))` : matching);
  if (query.since !== undefined) outer.push(`stored > ${bind(query.since)}`);
  if (query.until !== undefined) outer.push(`stored <= ${bind(query.until)}`);
  if (query.cursor !== undefined)
    outer.push(`place ${query.ascending ? '>' : '<'} ${bind(query.cursor)}::bigint`);
  if (access.kind === 'launch') {
    outer.push(`session in (select id from sessions where attempt = ${bind(access.registration)})`);
  }
  const rows = await store.read(
    `${matching && hasReferences ? referring(matching) : ''} select place, id from statements
     where ${outer.length > 0 ? outer.join(' and ') : 'true'}
     order by place ${query.ascending ? 'asc' : 'desc'} limit ${query.limit + 1}`,
    values,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    statements: await statementsOf(
      store,
      page.map((row) => text(row, 'id')),
    ),
    next: rows.length > page.length && last ? number(last, 'place') : null,
  };
}

// Both are rare, and each costs a look at every statement.
async function whatThereIs(store: Store): Promise<{ hasVoided: boolean; hasReferences: boolean }> {
  const [row] = await store.read(
    `select exists (select 1 from voided) as voided, exists (select 1 from statements where target is not null) as refs`,
  );
  return { hasVoided: row ? flag(row, 'voided') : false, hasReferences: row ? flag(row, 'refs') : false };
}

// Statements about a statement that matches are given too (xAPI 1.0.3 Communication 2.1.4).
function referring(matching: string): string {
  return `with recursive referring as (
    select s.id from (select id, target from statements where target is not null) s
      join (select id from statements where ${matching}) m on m.id = s.target
    union select s.id from (select id, target from statements where target is not null) s join referring r on r.id = s.target)`;
}

// Apart from the search: the documents are most of the table, and only those of one page are looked up, by their key.
async function statementsOf(store: Store, ids: readonly string[]): Promise<readonly JsonObject[]> {
  if (ids.length === 0) return [];
  const places = ids.map((_id, index) => `$${index + 1}`).join(', ');
  const rows = await store.read(`select id, doc from statements where id in (${places})`, ids);
  const docs = new Map(rows.map((row) => [text(row, 'id'), docOf(row)]));
  return ids.flatMap((id) => {
    const found = docs.get(id);
    return found ? [found] : [];
  });
}

function matchCondition(query: StatementQuery, bind: (value: Value) => string): string | undefined {
  const parts: string[] = [];
  if (query.verb !== undefined) parts.push(`verb = ${bind(query.verb)}`);
  if (query.registration !== undefined) parts.push(`registration = ${bind(query.registration)}`);
  if (query.agent !== undefined) {
    parts.push(`list_contains(${query.relatedAgents ? 'related' : 'agents'}, ${bind(query.agent)})`);
  }
  if (query.activity !== undefined) {
    const activity = bind(query.activity);
    parts.push(query.relatedActivities ? `list_contains(activities, ${activity})` : `activity = ${activity}`);
  }
  return parts.length > 0 ? parts.join(' and ') : undefined;
}

/** `languages`: of Accept-Language, best first. */
export function inFormat(statement: JsonObject, format: Format, languages: readonly string[]): JsonObject {
  switch (format) {
    case 'exact':
      return statement;
    case 'ids':
      return idsForm(statement);
    case 'canonical':
      return canonicalForm(statement, languages);
  }
}

/** @throws Refused (400) when it is no agent. */
export function readAgent(json: string): string {
  let agent: unknown;
  try {
    agent = JSON.parse(json);
  } catch {
    throw new Refused(400, 'agent: is no JSON.');
  }
  const key = isObject(agent) ? agentKey(agent) : '';
  if (!key) throw new Refused(400, 'agent: names nobody (mbox, mbox_sha1sum, openid or account).');
  return key;
}

function whole(given: Readonly<Record<string, string>>, key: string): number | undefined {
  const value = given[key];
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value)) throw new Refused(400, `${key}: must be a whole number.`);
  return Number(value);
}

function yes(given: Readonly<Record<string, string>>, key: string): boolean {
  const value = given[key] ?? 'false';
  if (value !== 'true' && value !== 'false') throw new Refused(400, `${key}: must be true or false.`);
  return value === 'true';
}

function iri(given: Readonly<Record<string, string>>, key: string): string {
  const value = given[key] ?? '';
  if (!/^[a-z][a-z0-9+.-]*:\S/i.test(value)) throw new Refused(400, `${key}: must be an IRI.`);
  return value;
}

/** @throws Refused (400) */
export function uuid(given: Readonly<Record<string, string>>, key: string): string {
  const value = given[key] ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    throw new Refused(400, `${key}: must be a UUID.`);
  return value.toLowerCase();
}

/** @throws Refused (400) */
export function moment(given: Readonly<Record<string, string>>, key: string): string {
  const time = Date.parse(given[key] ?? '');
  if (Number.isNaN(time)) throw new Refused(400, `${key}: must be a timestamp.`);
  return new Date(time).toISOString();
}
