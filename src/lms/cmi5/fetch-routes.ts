/** The one-time fetch of a session's token, cmi5 section 8.2: always 200 and JSON, also for an error. */
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Store } from '../store/database.js';
import { text } from '../store/rows.js';
import { findByKey } from './session-store.js';

export function fetchRoutes(store: Store): Hono {
  const app = new Hono();
  app.use(cors({ origin: '*', allowMethods: ['POST'] }));
  app.post('/:key', async (c) => {
    c.header('Cache-Control', 'no-store');
    const answer = await store.write(async (run) => {
      const session = await findByKey(run, c.req.param('key'));
      if (!session || session.abandoned !== '' || session.terminated !== '')
        return failure('2', 'This launch is not known here (any more).');
      if (session.fetched) return failure('1', 'The authorization token was given already.');
      await run('update cmi5_sessions set fetched = true where id = $1', [session.session]);
      const [row] = await run('select secret from sessions where id = $1', [session.session]);
      const secret = row ? text(row, 'secret') : '';
      return { 'auth-token': Buffer.from(`${session.session}:${secret}`).toString('base64') };
    });
    return c.json(answer);
  });
  return app;
}

function failure(code: '1' | '2' | '3', reason: string): Readonly<Record<string, string>> {
  return { 'error-code': code, 'error-text': reason };
}
