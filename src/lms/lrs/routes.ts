/** The LRS over HTTP: /xapi, xAPI 1.0.3. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { tellOwed } from '../cmi5/owed.js';
import type { Store } from '../store/database.js';
import { fullActivity } from './activities.js';
import { authenticate, type Access, type Credentials } from './access.js';
import { plainRequest } from './alternate.js';
import { LRS_PATH, VERSION } from './protocol.js';
import { documentRoutes } from './document-routes.js';
import { Refused } from './problem.js';
import { statementRoutes } from './statement-routes.js';

export type LrsEnv = { Variables: { access: Access } };
export type LrsContext = Context<LrsEnv>;

/** Bytes of one request. */
const BODY_LIMIT = 5_000_000;

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
    await next();
    const access = c.get('access');
    if (access.kind === 'launch' && access.cmi5 !== null) await tellOwed(store);
    return undefined;
  });
  statementRoutes(app, store);
  documentRoutes(app, store);
  app.get('/activities', async (c) => {
    const id = c.req.query('activityId');
    if (!id) throw new Refused(400, 'activityId is missing.');
    return c.json(await fullActivity(store, id));
  });
  app.all('*', () => refusal(404, 'There is no such resource.'));
  return app;
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
