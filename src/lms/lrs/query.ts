/** GET /statements: the filters of xAPI 1.0.3 Communication 2.1.3 as SQL. */
import type { Value } from '../store/database.js';
import type { Store } from '../store/database.js';
import { number } from '../store/rows.js';
import type { Access } from './access.js';
import { canonicalForm, idsForm } from './forms.js';
import { isObject, type JsonObject } from './json.js';
import { Refused } from './problem.js';
import { agentKey } from './statement.js';
import { docOf } from './statements.js';

export const PAGE = 500;

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
  readonly format: 'ids' | 'exact' | 'canonical';
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
  const format = given['format'] ?? 'exact';
  if (format !== 'ids' && format !== 'exact' && format !== 'canonical')
    throw new Refused(400, `format: ${format}`);
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
    limit: limit === 0 ? PAGE : Math.min(limit, PAGE),
    format,
    ...(cursor === undefined ? {} : { cursor }),
  };
}

export interface StatementPage {
  readonly statements: readonly JsonObject[];
  /** Place of the last one, when there are more. */
  readonly next: number | null;
}

export async function queryStatements(
  store: Store,
  query: StatementQuery,
  access: Access,
): Promise<StatementPage> {
  const values: Value[] = [];
  const bind = (value: Value): string => `$${values.push(value)}`;
  const matching = matchCondition(query, bind);
  const outer = ['id not in (select id from voided)'];
  if (matching) outer.push('id in (select id from matched)');
  if (query.since !== undefined) outer.push(`stored > ${bind(query.since)}`);
  if (query.until !== undefined) outer.push(`stored <= ${bind(query.until)}`);
  if (query.cursor !== undefined)
    outer.push(`place ${query.ascending ? '>' : '<'} ${bind(query.cursor)}::bigint`);
  if (access.kind === 'launch') {
    outer.push(`session in (select id from sessions where attempt = ${bind(access.registration)})`);
  }
  // Statements about a statement that matches are given too (xAPI 1.0.3 Communication 2.1.4).
  const matched = `with recursive matched as (select id from statements where ${matching ?? 'true'}
    union select s.id from statements s join matched m on s.target = m.id)`;
  const rows = await store.read(
    `${matching ? matched : ''} select place, doc from statements where ${outer.join(' and ')}
     order by place ${query.ascending ? 'asc' : 'desc'} limit ${query.limit + 1}`,
    values,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    statements: page.map((row) => inFormat(docOf(row), query.format)),
    next: rows.length > page.length && last ? number(last, 'place') : null,
  };
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

export function inFormat(statement: JsonObject, format: StatementQuery['format']): JsonObject {
  switch (format) {
    case 'exact':
      return statement;
    case 'ids':
      return idsForm(statement);
    case 'canonical':
      return canonicalForm(statement);
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
