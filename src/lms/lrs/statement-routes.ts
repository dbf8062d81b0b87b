/** /statements: xAPI 1.0.3 Communication 2.1. */
import type { Hono } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import { SharedJson } from '../../shared-json.js';
import type { Store } from '../store/database.js';
import { readAttachments, type Attachment } from './attachments.js';
import { isObject, textAt, type JsonObject } from './json.js';
import { ledgerOf } from './ledger.js';
import { mixedResponse, readMixed } from './multipart.js';
import { Refused } from './problem.js';
import { LRS_PATH } from './protocol.js';
import { inFormat, queryStatements, readQuery, uuid, type StatementQuery } from './query.js';
import type { LrsContext, LrsEnv } from './routes.js';
import { oneStatement, storeStatements } from './statements.js';

/** Below a batch and a statement: the members of statements are what comes again. */
const MEMBERS = 2;
const json = new SharedJson();

type Given = Readonly<Record<string, string>>;

export function statementRoutes(app: Hono<LrsEnv>, store: Store): void {
  app.put('/statements', (c) => put(c, store));
  app.post('/statements', (c) => post(c, store));
  app.get('/statements', (c) => {
    const given = c.req.query();
    // Before anything is read: what is stored after this moment may be missing.
    c.header('X-Experience-API-Consistent-Through', ledgerOf(store).consistentThrough());
    if (given['statementId'] !== undefined || given['voidedStatementId'] !== undefined)
      return getOne(c, store, given);
    return getMany(c, store, given);
  });
}

async function put(c: LrsContext, store: Store): Promise<Response> {
  const given = c.req.query();
  if (Object.keys(given).some((key) => key !== 'statementId'))
    throw new Refused(400, 'Only statementId goes with PUT.');
  const id = uuid(given, 'statementId');
  const { body, attachments } = await received(c);
  if (!isObject(body)) throw new Refused(400, 'PUT takes one statement.');
  if (body['id'] !== undefined && textAt(body, 'id')?.toLowerCase() !== id)
    throw new Refused(400, 'statementId and id differ.');
  await storeStatements(store, [{ ...body, id }], c.get('access'), attachments);
  return c.body(null, 204);
}

async function post(c: LrsContext, store: Store): Promise<Response> {
  if (Object.keys(c.req.query()).length > 0) throw new Refused(400, 'POST takes no parameters.');
  const { body, attachments } = await received(c);
  const batch: readonly unknown[] = Array.isArray(body) ? body : [body];
  return c.json(await storeStatements(store, batch, c.get('access'), attachments));
}

async function getMany(c: LrsContext, store: Store, given: Given): Promise<Response> {
  const query = readQuery(given);
  const page = await queryStatements(store, query, c.get('access'));
  const newest = textAt(query.ascending ? page.statements.at(-1) : page.statements[0], 'stored');
  if (newest) c.header('Last-Modified', new Date(newest).toUTCString());
  const cursor = page.next === null ? null : new URLSearchParams({ ...given, cursor: String(page.next) });
  const more = cursor === null ? '' : `${LRS_PATH}/statements?${cursor}`;
  const languages = languagesOf(c);
  const statements = page.statements.map((one) => inFormat(one, query.format, languages));
  return answer(c, store, { query, stored: page.statements, body: { statements, more } });
}

async function getOne(c: LrsContext, store: Store, given: Given): Promise<Response> {
  const voided = given['voidedStatementId'] !== undefined;
  const key = voided ? 'voidedStatementId' : 'statementId';
  const others = Object.fromEntries(Object.entries(given).filter(([name]) => name !== key));
  const unfit = Object.keys(others).find((name) => name !== 'format' && name !== 'attachments');
  if (unfit) throw new Refused(400, `${key} goes only with format and attachments.`);
  const query = readQuery(others);
  const found = await oneStatement(store, uuid(given, key), voided, c.get('access'));
  if (!found) throw new Refused(404, 'There is no such statement.');
  c.header('Last-Modified', new Date(textAt(found, 'stored') ?? 0).toUTCString());
  const body = inFormat(found, query.format, languagesOf(c));
  return answer(c, store, { query, stored: [found], body });
}

interface Answer {
  readonly query: StatementQuery;
  readonly stored: readonly JsonObject[];
  readonly body: object;
}

async function answer(c: LrsContext, store: Store, { query, stored, body }: Answer): Promise<Response> {
  if (!query.attachments) return c.json(body);
  return mixedResponse(JSON.stringify(body), await readAttachments(store, stored), c.res.headers);
}

/** Best first. */
function languagesOf(c: LrsContext): readonly string[] {
  return parseAccept(c.req.header('Accept-Language') ?? '').map(({ type }) => type);
}

async function received(
  c: LrsContext,
): Promise<{ readonly body: unknown; readonly attachments: readonly Attachment[] }> {
  const type = c.req.header('Content-Type') ?? '';
  if (/^application\/json\s*(;|$)/i.test(type)) {
    const bytes = Buffer.from(await c.req.arrayBuffer());
    // Again where it was none: for the message, and as a decoder takes off the byte-order mark that some clients put before it.
    return { body: json.parsed(bytes, MEMBERS) ?? jsonOf(new TextDecoder().decode(bytes)), attachments: [] };
  }
  if (!/^multipart\/mixed\s*;/i.test(type))
    throw new Refused(400, 'Send statements as application/json, or with attachments as multipart/mixed.');
  const { json: first, attachments } = readMixed(type, new Uint8Array(await c.req.arrayBuffer()));
  return { body: jsonOf(first), attachments };
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused(400, `The body is no JSON: ${error.message}`);
    throw error;
  }
}
