/** Opens a session for a page that plays: what that page must know of it. */
import { launchCmi5 } from '../cmi5/launch.js';
import { basic } from '../lrs/access.js';
import type { Package } from '../packages/shelf.js';
import type { Store } from '../store/database.js';
import { launch } from './attempts.js';
import type { Learner } from './learners.js';

export interface Start {
  readonly learner: Learner;
  readonly package: Package;
  /** Which unit of a cmi5 course, from 0. */
  readonly au: number;
  /** Look around, nothing counts. */
  readonly browse: boolean;
  /** Where LMS and content answer the page that plays: `http://127.0.0.1:4173` */
  readonly origin: string;
}

/** Null: the course has no such unit. */
export async function startSession(store: Store, start: Start): Promise<object | null> {
  const { package: from, origin } = start;
  if (!from.course) return startScorm(store, start);
  const launched = await launchCmi5(store, { ...start, course: from.course, returnURL: `${origin}/terug` });
  return launched && { edition: from.edition, title: from.title, ...launched };
}

async function startScorm(store: Store, { learner, package: from, browse, origin }: Start): Promise<object> {
  const started = await launch(store, learner, from, browse);
  const address = `/inhoud/${from.id}/${from.hash}/${from.launch}`;
  const launchParameters = new URLSearchParams({
    endpoint: `${origin}/xapi/`,
    auth: basic(started.session, started.secret),
    registration: started.attempt.id,
  });
  // Others' packages did not ask for a record store: they get no key to it.
  const query = from.isForeign ? '' : `${address.includes('?') ? '&' : '?'}${launchParameters.toString()}`;
  return {
    session: started.session,
    edition: from.edition,
    cmi: started.cmi,
    url: address + query,
    title: from.title,
  };
}
