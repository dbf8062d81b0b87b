/**
 * Packages of others play at another name of this computer. To a browser that is another origin: their scripts reach the page
 * that plays them, and nothing else of the LMS. That page is there too, because SCORM asks its parent.
 */
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { LOOPBACK } from '../names.js';
import { POLICY } from '../pages/layout.js';
import { elsewherePage } from '../pages/play-page.js';
import { show } from '../pages/show.js';
import type { Store } from '../store/database.js';
import { startSession, type Start } from './start.js';

const NAME = 'localhost';
/** All that is there: the page that plays, its files, the package, what that may commit to and tell. */
const PATHS = /^\/(elders|bestanden|inhoud|terug|xapi|cmi5\/fetch)(\/|$)|^\/sessies\/[^/]+(\/opslaan)?$/;
const LONGEST_LIST = 1_000;

/** Where it plays, as seen from the LMS: `http://localhost:4173` */
export function elsewhere(origin: string): string {
  return origin.replace(LOOPBACK, NAME);
}

/** And back. */
function here(origin: string): string {
  return origin.replace(NAME, LOOPBACK);
}

export const isElsewhere = (url: URL): boolean => url.hostname === NAME;
export const existsElsewhere = (url: URL): boolean => PATHS.test(url.pathname);

/** For what a package of others brings along: nothing from or to another computer, and no frame but ours around it. */
export function foreignPolicy(origin: string): string {
  const own = "'self' 'unsafe-inline' 'unsafe-eval' data: blob:";
  return `default-src ${own}; object-src 'none'; base-uri 'self'; frame-ancestors 'self' ${here(origin)}`;
}

export class Elsewhere {
  private readonly tickets = new Map<string, Start>();

  constructor(private readonly store: Store) {}

  /** The address to put in a frame; good for this start only, and as long as this process lives. */
  admit(start: Start): string {
    const [oldest] = this.tickets.keys();
    if (oldest !== undefined && this.tickets.size >= LONGEST_LIST) this.tickets.delete(oldest);
    const ticket = randomBytes(24).toString('base64url');
    const origin = elsewhere(start.origin);
    this.tickets.set(ticket, { ...start, origin });
    return `${origin}/elders/${ticket}`;
  }

  routes(): Hono {
    const app = new Hono();
    app.get('/:ticket', (c) => {
      const start = this.tickets.get(c.req.param('ticket'));
      if (!start)
        return c.text(
          'Deze link is niet meer geldig. Ga terug naar de cursus en open het pakket opnieuw.',
          404,
        );
      const policy = POLICY.replace("frame-ancestors 'self'", `frame-ancestors ${here(start.origin)}`);
      return show(c, elsewherePage(start.package.title, c.req.param('ticket')), 200, policy);
    });
    app.post('/:ticket', async (c) => {
      const start = this.tickets.get(c.req.param('ticket'));
      const opened = start && (await startSession(this.store, start));
      return opened ? c.json(opened) : c.text('Onbekend', 404);
    });
    return app;
  }
}
