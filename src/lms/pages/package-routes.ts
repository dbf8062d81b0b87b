/** Adding and removing packages from elsewhere. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LARGEST_ZIP, type AddedPackages } from '../packages/added.js';
import type { Shelf } from '../packages/shelf.js';
import { RefusedPackage } from '../packages/unzip.js';
import { packagesPage, type Told } from './packages-page.js';
import { show } from './show.js';

export interface PackageParts {
  readonly shelf: () => Shelf;
  readonly added: AddedPackages;
  /** Reads the packages anew. */
  readonly refresh: () => void;
  /** Why nothing can be added here; null: it can. */
  readonly closed: string | null;
}

/** The form around the zip. */
const FORM_BYTES = 10_000;

export function packageRoutes({ shelf, added, refresh, closed }: PackageParts): Hono {
  const app = new Hono();
  // Beside the check of the origin, for browsers that do not send one.
  const token = randomBytes(24).toString('base64url');
  const answer = (c: Context, status: 200 | 403 | 409 | 413 | 422, told?: Told): Promise<Response> => {
    const { packages, problems } = shelf();
    const view = {
      packages: [...packages.values()].filter(({ isForeign }) => isForeign),
      problems: problems.filter(({ file }) => file.startsWith('eigen-')),
      ...{ token, closed },
      ...(told && { told }),
    };
    return show(c, packagesPage(view), status);
  };
  const refuse = (file: string, reason: string, advice: string): Told => ({
    kind: 'refused',
    file,
    reason,
    advice,
  });
  const isOurs = (given: unknown): boolean =>
    typeof given === 'string' &&
    given.length === token.length &&
    timingSafeEqual(Buffer.from(given.padEnd(token.length)), Buffer.from(token));
  const stale = refuse(
    '',
    'dit formulier is niet meer geldig',
    'Probeer het opnieuw met het formulier op deze pagina.',
  );

  const limit = bodyLimit({
    maxSize: LARGEST_ZIP + FORM_BYTES,
    onError: (c) =>
      answer(
        c,
        413,
        refuse(
          '',
          `het bestand is groter dan ${LARGEST_ZIP / 1e6} MB`,
          'Vraag de maker om een kleiner pakket.',
        ),
      ),
  });
  app.get('/', (c) => answer(c, 200));
  app.post('/', limit, async (c) => {
    if (closed !== null) return answer(c, 403);
    const { bewijs, pakket } = await c.req.parseBody();
    if (!isOurs(bewijs)) return answer(c, 403, stale);
    if (!(pakket instanceof File) || pakket.size === 0)
      return answer(
        c,
        422,
        refuse('', 'je hebt geen bestand gekozen', 'Kies een zip-bestand en probeer het opnieuw.'),
      );
    try {
      const { title } = added.add(pakket.name, new Uint8Array(await pakket.arrayBuffer()), shelf());
      refresh();
      return await answer(c, 200, { kind: 'added', title });
    } catch (error) {
      if (!(error instanceof RefusedPackage)) throw error;
      return answer(c, 422, refuse(pakket.name, error.message, error.advice));
    }
  });
  app.post('/verwijder', limit, async (c) => {
    const { bewijs, pakket } = await c.req.parseBody();
    if (!isOurs(bewijs)) return answer(c, 403, stale);
    const id = typeof pakket === 'string' ? pakket : '';
    const title = shelf().packages.get(id)?.title ?? id;
    if (!added.remove(id))
      return answer(
        c,
        422,
        refuse('', 'dit pakket is hier niet toegevoegd', 'Kies een pakket uit de lijst.'),
      );
    refresh();
    return answer(c, 200, { kind: 'removed', title });
  });
  return app;
}
