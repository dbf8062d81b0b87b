/** Credentials that came with the launch address (Rustici's launch parameters, as Moodle's Tin Can plugin sends them). */
import type { StorageLike } from '../local/text-store.js';

export interface Launch {
  readonly endpoint: string;
  /** A whole `Authorization` header. A secret: never logged, never stored beyond this tab. */
  readonly auth: string;
  readonly registration: string | null;
  readonly activityId: string | null;
}

/** Where statements go, and with what right. */
export type LrsSource =
  | { readonly kind: 'known'; readonly launch: Launch }
  /** A service that gives credentials when asked. */
  | { readonly kind: 'service'; readonly service: { readonly url: string; readonly lrs: string } };

export interface LaunchPage {
  readonly location: { readonly href: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  readonly sessionStorage: StorageLike;
}

const SECRET = ['endpoint', 'auth', 'actor', 'registration', 'activity_id'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Takes the parameters out of the address bar. Null: there are none that lead to an LRS. */
export function takeLaunch({ location, history }: LaunchPage): Launch | null {
  const url = new URL(location.href);
  const given = url.searchParams;
  if (!SECRET.some((name) => given.has(name))) return null;
  const launch = toLaunch({
    endpoint: given.get('endpoint'),
    auth: given.get('auth'),
    registration: given.get('registration'),
    activityId: given.get('activity_id'),
  });
  for (const name of SECRET) given.delete(name);
  try {
    history.replaceState(null, '', url.href);
  } catch {
    // A page without an address of its own (srcdoc): then there is no address bar to hide it from.
  }
  return launch;
}

/** For a reload of this tab; `key` names the learner, as the next one in this tab must not find it. */
export function keepLaunch(page: LaunchPage, key: string, launch: Launch): void {
  try {
    page.sessionStorage.setItem(key, JSON.stringify(launch));
  } catch {
    // Storage is blocked: then a reload has no credentials and statements wait in the outbox.
  }
}

export function recallLaunch(page: LaunchPage, key: string): Launch | null {
  try {
    const found: unknown = JSON.parse(page.sessionStorage.getItem(key) ?? 'null');
    return typeof found === 'object' && found !== null ? toLaunch({ ...found }) : null;
  } catch {
    return null;
  }
}

function toLaunch(found: Readonly<Record<string, unknown>>): Launch | null {
  const { endpoint, auth, registration, activityId } = found;
  if (typeof endpoint !== 'string' || typeof auth !== 'string' || auth === '') return null;
  if (!/^https?:\/\//.test(endpoint)) return null;
  return {
    endpoint,
    auth,
    registration: typeof registration === 'string' && UUID.test(registration) ? registration : null,
    activityId: typeof activityId === 'string' && activityId !== '' ? activityId : null,
  };
}
