/** The LMS over HTTP: its pages, its packages, and the sessions of the page that plays them. */
import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { streamSSE } from 'hono/streaming';
import { asset, typeOf } from '../assets.js';
import { withDetails } from '../cmi5/details.js';
import { listAttempts, newAttempt } from '../course/attempts.js';
import { elsewhere, foreignPolicy, isElsewhere } from '../course/elsewhere.js';
import { addLearner, listLearners, type Learner } from '../course/learners.js';
import { findPlayable, modulesOf, type Package, type Shelf } from '../packages/shelf.js';
import type { Store } from '../store/database.js';
import { coursePage } from './course-page.js';
import { DEMO_PATH } from './demo-page.js';
import { demoRoutes, type DemoData } from './demo-routes.js';
import { gradebookPage } from './gradebook-page.js';
import { POLICY } from './layout.js';
import { messagePage } from './message-page.js';
import { playPage, returnPage } from './play-page.js';
import { moduleChoices, NO_FILTER, readStatements, verbChoices } from './read-statements.js';
import { packageRoutes, type PackageParts } from './package-routes.js';
import { reportRoutes, type ReportSource } from './report-routes.js';
import { HEADERS, show } from './show.js';
import { statementsPage } from './statements-page.js';

export interface LmsParts {
  readonly store: Store;
  /** The packages as they are now. */
  readonly shelf: () => Shelf;
  /** Attempts that a learner gets at a package. */
  readonly maxAttempts: number;
  /** Calls back whenever packages were read anew; gives what stops it. */
  readonly onRefresh: (listener: () => void) => () => void;
  /** For packages from elsewhere. */
  readonly packages: Omit<PackageParts, 'shelf'>;
  /** Makes the report at `/rapport`; absent: it says that there is none. */
  readonly report?: ReportSource;
  /** What else lives at this address. */
  readonly guest?: { readonly path: string; readonly label: string };
  /** Makes demo data; absent: none is offered. */
  readonly demo?: DemoData;
}

const LEARNER = 'zeventerpen-deelnemer';
const STATEMENTS_A_PAGE = 50;

export function pageRoutes(parts: LmsParts): Hono {
  const app = new Hono();
  app.use(csrf());
  // As a web server before an LMS does: without it a package is three times as large on the wire as it says.
  app.use(compress());
  courseRoutes(app, parts);
  recordRoutes(app, parts);
  if (parts.demo) app.route('/', demoRoutes(parts.store, parts.demo));
  app.route('/rapport', reportRoutes(parts.report, parts.demo ? DEMO_PATH : null));
  app.route('/pakketten', packageRoutes({ shelf: parts.shelf, ...parts.packages }));
  app.get('/bestanden/:name', async (c) => {
    const found = await asset(c.req.param('name'));
    if (!found) return notFound(c);
    return c.body(new Uint8Array(found.body), 200, {
      'Content-Type': found.type,
      'Cache-Control': 'no-cache',
    });
  });
  app.get('/inhoud/:package/:hash/:path{.+}', (c) =>
    content(c, parts.shelf().packages.get(c.req.param('package'))),
  );
  app.get('/terug', async (c) => c.html(await returnPage(), 200, HEADERS));
  app.get('/gebeurtenissen', (c) =>
    streamSSE(c, async (stream) => {
      await new Promise<void>((done) => {
        const stop = parts.onRefresh(() => void stream.writeSSE({ event: 'vernieuwd', data: '' }));
        stream.onAbort(() => {
          stop();
          done();
        });
      });
    }),
  );
  return app;
}

function courseRoutes(app: Hono, { store, shelf, maxAttempts, guest, demo }: LmsParts): void {
  app.get('/', async (c) => {
    const learners = await listLearners(store);
    const learner = learners.find((one) => one.id === getCookie(c, LEARNER));
    const attempts = learner ? await listAttempts(store, learner.id) : [];
    const { told } = await readStatements(store, { ...NO_FILTER, learner: learner?.id ?? '' }, 5);
    const { problems } = shelf();
    const modules = modulesOf(shelf());
    return show(
      c,
      coursePage({
        modules,
        problems,
        learners,
        attempts,
        statements: told,
        ...(learner ? { learner } : {}),
        ...(guest ? { guest } : {}),
        offersDemo: demo !== undefined,
      }),
    );
  });
  app.post('/deelnemers', async (c) => {
    const made = await addLearner(store, await field(c, 'naam'));
    if (made) choose(c, made);
    return c.redirect('/', 303);
  });
  app.post('/deelnemer', async (c) => {
    const learner = await findLearner(store, await field(c, 'deelnemer'));
    if (learner) choose(c, learner);
    return c.redirect('/', 303);
  });
  app.get('/spelen', (c) => {
    const { deelnemer = '', pakket = '', modus } = c.req.query();
    return c.redirect(playAddress(deelnemer, pakket) + (modus === 'bekijken' ? '?modus=bekijken' : ''), 303);
  });
  app.get('/spelen/:learner/:package', async (c) => {
    const learner = await findLearner(store, c.req.param('learner'));
    const playable = findPlayable(shelf(), c.req.param('package'));
    if (!learner || !playable) return notFound(c);
    const mine = await listAttempts(store, learner.id);
    const last = mine.filter((one) => one.package === playable.package.id).at(-1);
    const number = last?.number ?? 1;
    const browse = c.req.query('modus') === 'bekijken';
    const review = last?.ended ?? false;
    const view = { learner, playable, number, review, browse, isLast: number >= maxAttempts };
    if (!playable.package.isForeign) return show(c, playPage(view));
    const place = elsewhere(new URL(c.req.url).origin);
    return show(c, playPage(view), 200, POLICY.replace("frame-src 'self'", `frame-src 'self' ${place}`));
  });
  app.post('/pogingen', async (c) => {
    const learner = await findLearner(store, await field(c, 'deelnemer'));
    const from = shelf().packages.get(await field(c, 'pakket'));
    if (!learner || !from) return notFound(c);
    if (!(await newAttempt(store, learner, from, maxAttempts)))
      return show(c, messagePage('Geen pogingen meer', `${learner.name} heeft alle pogingen gebruikt.`));
    return c.redirect(playAddress(learner.id, from.id), 303);
  });
}

function recordRoutes(app: Hono, { store }: LmsParts): void {
  app.get('/cijfers', async (c) => {
    const chosen = c.req.query('deelnemer') ?? '';
    const attempts = await withDetails(store, await listAttempts(store));
    return show(c, gradebookPage({ learners: await listLearners(store), chosen, attempts }));
  });
  app.get('/statements', async (c) => {
    const { deelnemer = '', werkwoord = '', module = '', voor } = c.req.query();
    const { van = '', tot = '', tekst = '' } = c.req.query();
    const before = voor !== undefined && /^\d{1,15}$/.test(voor) ? { before: Number(voor) } : {};
    const chosen = {
      learner: deelnemer,
      verb: werkwoord,
      module,
      from: van,
      until: tot,
      words: tekst.trim(),
    };
    const { told, total, next } = await readStatements(store, { ...chosen, ...before }, STATEMENTS_A_PAGE);
    const older = new URLSearchParams({ deelnemer, werkwoord, module, van, tot, tekst, voor: String(next) });
    return show(
      c,
      statementsPage({
        statements: told,
        total,
        learners: await listLearners(store),
        verbs: await verbChoices(store),
        modules: await moduleChoices(store),
        chosen,
        older: next === null ? null : `/statements?${older.toString()}`,
      }),
    );
  });
}

/** A file of a package; the address holds the package's hash, so it may be kept for ever. */
function content(c: Context, from: Package | undefined): Response {
  const url = new URL(c.req.url);
  const file =
    from && from.hash === c.req.param('hash') ? from.files.get(c.req.param('path') ?? '') : undefined;
  // A worker would outlive the page that plays, and answer for others.
  const isWorker = c.req.header('Service-Worker') !== undefined;
  if (!file || from?.isForeign !== isElsewhere(url) || (from.isForeign && isWorker)) return notFoundText(c);
  const headers = {
    'Content-Type': typeOf(c.req.param('path') ?? ''),
    'Cache-Control': 'private, max-age=31536000, immutable',
    ...(from.isForeign && { 'Content-Security-Policy': foreignPolicy(url.origin) }),
  };
  return c.body(new Uint8Array(file), 200, headers);
}

/** For every address that nothing answers. */
export async function notFound(c: Context): Promise<Response> {
  return show(
    c,
    messagePage(
      'Niet gevonden',
      'Deze pagina of dit pakket is er niet (meer). Ga naar de cursus en kies daar opnieuw.',
    ),
    404,
  );
}

function notFoundText(c: Context): Response {
  return c.text('Niet gevonden', 404);
}

async function findLearner(store: Store, id: string): Promise<Learner | undefined> {
  return (await listLearners(store)).find((one) => one.id === id);
}

function choose(c: Context, learner: Learner): void {
  setCookie(c, LEARNER, learner.id, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 34_560_000 });
}

function playAddress(learner: string, from: string): string {
  return `/spelen/${encodeURIComponent(learner)}/${encodeURIComponent(from)}`;
}

async function field(c: Context, name: string): Promise<string> {
  const value = (await c.req.parseBody())[name];
  return typeof value === 'string' ? value : '';
}
