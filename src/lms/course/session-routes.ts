/** What the page that plays a package asks of the server: a session, and to store what it commits. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { findSession } from '../cmi5/session-store.js';
import type { Shelf } from '../packages/shelf.js';
import type { Store } from '../store/database.js';
import { commit } from './attempts.js';
import { asCmi } from './cmi.js';
import type { Elsewhere } from './elsewhere.js';
import { listLearners } from './learners.js';
import { startSession } from './start.js';

/** Bytes of one commit: 40 interactions with full suspend data stay far under it. */
const COMMIT_LIMIT = 1_000_000;

export function sessionRoutes(store: Store, shelf: () => Shelf, elsewhere: Elsewhere): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: COMMIT_LIMIT, onError: (c) => c.text('Te groot', 413) }));
  app.post('/', async (c) => {
    // A form of another site cannot send this type without asking first.
    if (!/^application\/json\b/.test(c.req.header('Content-Type') ?? '')) return c.text('JSON verwacht', 415);
    const asked = record(await c.req.json<unknown>().catch(() => null));
    const learner = (await listLearners(store)).find((one) => one.id === asked['learner']);
    const from = shelf().packages.get(String(asked['package']));
    if (!learner || !from) return c.text('Onbekende deelnemer of onbekend pakket', 404);
    const start = {
      learner,
      package: from,
      au: Number(asked['au'] ?? 0),
      browse: asked['mode'] === 'browse',
      origin: new URL(c.req.url).origin,
    };
    if (from.isForeign) return c.json({ edition: 'elders', title: from.title, url: elsewhere.admit(start) });
    const opened = await startSession(store, start);
    return opened ? c.json(opened) : c.text('Onbekend onderdeel', 404);
  });
  app.get('/:session', async (c) => {
    const session = await findSession(store.read, c.req.param('session'));
    return c.json({ ended: session === null || session.terminated !== '' || session.abandoned !== '' });
  });
  app.post('/:session/opslaan', async (c) => {
    const sent = record(await c.req.json<unknown>().catch(() => null));
    const cmi = asCmi(sent['cmi']);
    const order = sent['order'];
    if (!cmi || typeof order !== 'number' || !Number.isSafeInteger(order))
      return c.text('Geen gegevens', 400);
    const outcome = await commit(store, c.req.param('session'), order, cmi);
    switch (outcome) {
      case 'stored':
      case 'review':
        return c.json({ outcome });
      case 'superseded':
        return c.json({ outcome }, 409);
      case 'unknown':
        return c.json({ outcome }, 404);
    }
  });
  return app;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
