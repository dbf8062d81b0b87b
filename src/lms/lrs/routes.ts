/** The LRS over HTTP: /xapi, xAPI 1.0.3. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Store } from '../store/database.js';
import { authenticate, type Access, type Credentials } from './access.js';
import { plainRequest } from './alternate.js';
import { documentRoutes } from './document-routes.js';
import { isObject, objectAt, textAt, type JsonObject } from './json.js';
import { Refused } from './problem.js';
import { inFormat, queryStatements, readQuery, uuid } from './query.js';
import { docOf, oneStatement, storeStatements } from './statements.js';

export type LrsEnv = { Variables: { access: Access } };
export type LrsContext = Context<LrsEnv>;

const VERSION = '1.0.3';
/** Bytes of one request. */
export const BODY_LIMIT = 5_000_000;

/** Where it is mounted. */
export const LRS_PATH = '/xapi';

/** All resources, to be mounted at LRS_PATH. */
export function lrsRoutes(store: Store, own: Credentials): Hono<LrsEnv> {
  const app = new Hono<LrsEnv>();
  app.onError((error, c) => answerError(error, c));
  app.use(async (c, next) => {
    await next();
    c.header('X-Experience-API-Version', VERSION);
  });
  app.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS'],
      allowHeaders: [
        'Authorization',
        'Content-Type',
        'X-Experience-API-Version',
        'If-Match',
        'If-None-Match',
        'Accept-Language',
      ],
      exposeHeaders: [
        'ETag',
        'Last-Modified',
        'X-Experience-API-Version',
        'X-Experience-API-Consistent-Through',
        'Retry-After',
      ],
      maxAge: 600,
    }),
  );
  app.use(
    bodyLimit({
      maxSize: BODY_LIMIT,
      onError: () => refusal(413, `More than ${BODY_LIMIT / 1e6} MB in one request.`),
    }),
  );
  app.get('/about', (c) => c.json({ version: [VERSION] }));
  app.use(async (c, next) => {
    // xAPI 1.0.3 Communication 1.3: the same request in a form, for those who cannot set headers.
    const plain = await plainRequest(c.req.raw, LRS_PATH);
    if (plain) return app.fetch(plain, c.env);
    c.set('access', await authenticate(store, own, c.req.header('Authorization')));
    const version = c.req.header('X-Experience-API-Version') ?? '';
    if (!/^1\.0(\.\d+)?$/.test(version))
      throw new Refused(400, 'Send the header X-Experience-API-Version: 1.0.3.');
    return next();
  });
  statementRoutes(app, store);
  documentRoutes(app, store);
  app.all('*', () => refusal(404, 'There is no such resource.'));
  return app;
}

function statementRoutes(app: Hono<LrsEnv>, store: Store): void {
  app.put('/statements', async (c) => {
    const given = c.req.query();
    if (Object.keys(given).some((key) => key !== 'statementId'))
      throw new Refused(400, 'Only statementId goes with PUT.');
    const id = uuid(given, 'statementId');
    const body = await jsonBody(c);
    if (!isObject(body)) throw new Refused(400, 'PUT takes one statement.');
    if (body['id'] !== undefined && textAt(body, 'id')?.toLowerCase() !== id)
      throw new Refused(400, 'statementId and id differ.');
    await storeStatements(store, [{ ...body, id }], c.get('access'));
    return c.body(null, 204);
  });
  app.post('/statements', async (c) => {
    if (Object.keys(c.req.query()).length > 0) throw new Refused(400, 'POST takes no parameters.');
    const body = await jsonBody(c);
    const ids = await storeStatements(store, Array.isArray(body) ? body : [body], c.get('access'));
    return c.json(ids);
  });
  app.get('/statements', async (c) => {
    const given = c.req.query();
    c.header('X-Experience-API-Consistent-Through', new Date().toISOString());
    if (given['statementId'] !== undefined || given['voidedStatementId'] !== undefined)
      return one(c, store, given);
    const query = readQuery(given);
    const page = await queryStatements(store, query, c.get('access'));
    const newest = textAt(page.statements[0], 'stored');
    if (newest) c.header('Last-Modified', new Date(newest).toUTCString());
    const more =
      page.next === null
        ? ''
        : `${LRS_PATH}/statements?${new URLSearchParams({ ...given, cursor: String(page.next) })}`;
    return c.json({ statements: page.statements, more });
  });
  app.get('/activities', async (c) => {
    const id = c.req.query('activityId');
    if (!id) throw new Refused(400, 'activityId is missing.');
    return c.json(await fullActivity(store, id));
  });
}

async function one(c: LrsContext, store: Store, given: Readonly<Record<string, string>>): Promise<Response> {
  const voided = given['voidedStatementId'] !== undefined;
  const key = voided ? 'voidedStatementId' : 'statementId';
  const others = Object.keys(given).filter((name) => ![key, 'format', 'attachments'].includes(name));
  if (others.length > 0) throw new Refused(400, `${key} goes only with format and attachments.`);
  const found = await oneStatement(store, uuid(given, key), voided, c.get('access'));
  if (!found) throw new Refused(404, 'There is no such statement.');
  c.header('Last-Modified', new Date(textAt(found, 'stored') ?? 0).toUTCString());
  const { format } = readQuery({ format: given['format'] ?? 'exact' });
  return c.json(inFormat(found, format));
}

/** The definition that the newest statement about it gives. */
async function fullActivity(store: Store, id: string): Promise<JsonObject> {
  const rows = await store.read(
    'select doc from statements where activity = $1 order by place desc limit 50',
    [id],
  );
  const definitions = rows.map((row) => objectAt(objectAt(docOf(row), 'object') ?? {}, 'definition'));
  const definition = definitions.find((one) => one !== undefined);
  return { objectType: 'Activity', id, ...(definition ? { definition } : {}) };
}

async function jsonBody(c: LrsContext): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? '')) {
    throw new Refused(400, 'Send statements as application/json.');
  }
  try {
    return JSON.parse(await c.req.text());
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused(400, `The body is no JSON: ${error.message}`);
    throw error;
  }
}

function answerError(error: unknown, c: Context): Response {
  if (error instanceof Refused) {
    const headers = error.status === 401 ? { 'WWW-Authenticate': 'Basic realm="xAPI"' } : undefined;
    return c.text(error.message, error.status satisfies ContentfulStatusCode, headers);
  }
  console.error('LRS:', error);
  return c.text('The store failed; nothing of this request was stored.', 500);
}

function refusal(status: 404 | 413, message: string): Response {
  return new Response(message, { status, headers: { 'X-Experience-API-Version': VERSION } });
}
