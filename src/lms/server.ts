/** One process: the local LMS and the local LRS on one port, over one store. */
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { fetchRoutes } from './cmi5/fetch-routes.js';
import { Elsewhere, existsElsewhere, isElsewhere } from './course/elsewhere.js';
import { sessionRoutes } from './course/session-routes.js';
import { ownCredentials, type Credentials } from './lrs/access.js';
import { addressOf, answersTo, LOOPBACK } from './names.js';
import { statementsAfter } from './lrs/feed.js';
import { LRS_PATH } from './lrs/protocol.js';
import { lrsRoutes } from './lrs/routes.js';
import { AddedPackages } from './packages/added.js';
import { joinShelves, readShelf, type Problem, type Shelf } from './packages/shelf.js';
import type { DemoData } from './pages/demo-routes.js';
import type { ReportSource } from './pages/report-routes.js';
import { notFound, pageRoutes, type LmsParts } from './pages/routes.js';
import { openStore, type Store } from './store/database.js';

export { StoreUnavailable } from './store/database.js';

export interface ServerOptions {
  /** Folder with the zips to play. */
  readonly packagesDir: string;
  /** Folder of the store; made when it is not there. */
  readonly dataDir: string;
  /** 0 = any free one; absent = 4173 or the next free one. */
  readonly port?: number;
  /** Address to listen on; absent: 127.0.0.1, this computer only. */
  readonly host?: string;
  /** Attempts that a learner gets at a package; absent: as many as he likes. */
  readonly maxAttempts?: number;
  /** Makes the report at `/rapport`; absent: it says that there is none. */
  readonly report?: ReportSource;
  /** Something else that lives at the same address. */
  readonly guest?: Guest;
  /** Makes demo data for who has none of his own; absent: none is offered. */
  readonly demo?: DemoData;
}

/** A part of the site that the LMS knows nothing of but where it is. */
export interface Guest {
  /** `/voorbeeld` */
  readonly path: string;
  /** What its link on the course page says. */
  readonly label: string;
  readonly routes: Hono;
}

export interface RunningServer {
  /** `http://127.0.0.1:4173/` */
  readonly url: string;
  readonly lrs: Credentials & { readonly endpoint: string };
  /** Zips that cannot be played, and why. */
  problems(): readonly Problem[];
  /** For who reads along: statements after a place, in the order in which they came. */
  statementsAfter(place: string | null): ReturnType<typeof statementsAfter>;
  /** Reads the zips again and tells open course pages to reload. */
  refresh(): void;
  /** Lets running requests finish and closes the store. */
  close(): Promise<void>;
}

/** The port cannot be used; the message says what to do. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable';
}

const CLOSED =
  'Andere computers kunnen bij deze proefomgeving. Pakketten van anderen speel je daarom nu niet. Start opnieuw zonder --host om er een toe te voegen.';
const FIRST_PORT = 4173;
const PORTS_TRIED = 50;

/** @throws StoreUnavailable, PortUnavailable: messages for the one who started it. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const store = await openStore(options.dataDir);
  try {
    return await serveStore(store, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serveStore(store: Store, options: ServerOptions): Promise<RunningServer> {
  const { guest, demo, report, maxAttempts = Infinity, host = LOOPBACK } = options;
  const added = new AddedPackages(options.dataDir);
  const closed = host === LOOPBACK ? null : CLOSED;
  const read = (earlier?: Shelf): Shelf => {
    const own = readShelf(options.packagesDir, earlier);
    return closed === null ? joinShelves(added.read(earlier), own) : own;
  };
  let shelf = read();
  const listeners = new Set<() => void>();
  const own = await ownCredentials(store);
  const onRefresh = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const refresh = (): void => {
    shelf = read(shelf);
    for (const listener of listeners) listener();
  };
  const app = application(own, {
    store,
    shelf: () => shelf,
    maxAttempts,
    onRefresh,
    host,
    packages: { added, refresh, closed },
    ...(guest && { guest }),
    ...(demo && { demo }),
    ...(report && { report }),
  });
  const { server, port } = await listen(app, host, options.port);
  const url = addressOf(host, port);
  let closing: Promise<void> | undefined;
  return {
    url,
    lrs: { ...own, endpoint: `${url}xapi/` },
    problems: () => shelf.problems,
    statementsAfter: (place) => statementsAfter(store, place),
    refresh,
    close: () => (closing ??= stop(server).then(() => store.close())),
  };
}

interface Parts extends LmsParts {
  readonly host: string;
  readonly guest?: Guest;
}

function application(own: Credentials, parts: Parts): Hono {
  const { store, shelf, guest, host } = parts;
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    return c.text('Er ging iets mis in de proefomgeving; zie het venster waarin npm start loopt.', 500);
  });
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    if (!answersTo(url.hostname, host)) return c.text('Niet gevonden', 404);
    // The other name of this computer is for packages of others: nothing of the LMS is there.
    if (host === LOOPBACK && isElsewhere(url) && !existsElsewhere(url))
      return c.redirect(new URL(url.pathname + url.search, addressOf(host, Number(url.port))).href, 302);
    if (url.pathname.startsWith('/elders') && !isElsewhere(url)) return c.text('Niet gevonden', 404);
    c.header('X-Content-Type-Options', 'nosniff');
    return next();
  });
  app.notFound((c) => notFound(c));
  app.route(LRS_PATH, lrsRoutes(store, own));
  const elsewhere = new Elsewhere(store);
  app.route('/sessies', sessionRoutes(store, shelf, elsewhere));
  app.route('/elders', elsewhere.routes());
  app.route('/cmi5/fetch', fetchRoutes(store));
  if (guest) app.route(guest.path, guest.routes);
  app.route('/', pageRoutes(parts));
  return app;
}

async function listen(
  app: Hono,
  host: string,
  wanted: number | undefined,
): Promise<{ server: Server; port: number }> {
  const ports =
    wanted === undefined ? Array.from({ length: PORTS_TRIED }, (_, index) => FIRST_PORT + index) : [wanted];
  for (const port of ports) {
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    const opened = await new Promise<boolean>((done, fail) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') done(false);
        else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
          fail(new PortUnavailable(`This computer has no address ${host}. Choose one of its own: --host`));
        else fail(error);
      });
      server.listen(port, host, () => done(true));
    });
    const address = server.address();
    if (opened && typeof address === 'object' && address) return { server, port: address.port };
  }
  const which =
    wanted === undefined ? `Ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are` : `Port ${wanted} is`;
  throw new PortUnavailable(`${which} in use. Stop what runs there, or choose another one: --port N`);
}

function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    // Open event streams and idle keep-alive connections would hold it up for ever.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 300).unref();
  });
}
