/** Credentials that came with the launch address (Rustici's launch parameters, as Moodle's Tin Can plugin sends them). */
import type { StorageLike } from '../local/text-store.js';

export interface Launch {
  readonly endpoint: string;
  /** A whole `Authorization` header. A secret: never logged, never stored beyond this tab. */
  readonly auth: string;
  readonly registration: string | null;
  readonly activityId: string | null;
}

export interface LaunchPage {
  readonly location: { readonly href: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  readonly sessionStorage: StorageLike;
}

const SECRET = ['endpoint', 'auth', 'actor', 'registration', 'activity_id'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Takes the parameters out of the address bar; a reload finds them in the tab's own storage. */
export function readLaunch(page: LaunchPage, packageName: string): Launch | null {
  const key = `zt:launch:${packageName}`;
  const url = new URL(page.location.href);
  const given = url.searchParams;
  if (!SECRET.some((name) => given.has(name))) return recall(page, key);
  const launch = toLaunch({
    endpoint: given.get('endpoint'),
    auth: given.get('auth'),
    registration: given.get('registration'),
    activityId: given.get('activity_id'),
  });
  for (const name of SECRET) given.delete(name);
  try {
    page.history.replaceState(null, '', url.href);
    if (launch) page.sessionStorage.setItem(key, JSON.stringify(launch));
  } catch {
    // Storage is blocked: then a reload has no credentials and statements wait in the outbox.
  }
  return launch;
}

function recall(page: LaunchPage, key: string): Launch | null {
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
