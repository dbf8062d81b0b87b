/** What the address of a launch says (cmi5 section 8.1), and what this tab keeps of it for a reload. */
import type { Agent } from '@xapi/xapi';
import { LAUNCH_PARAMETERS } from '../../cmi5/vocabulary.js';
import type { StorageLike } from '../local/text-store.js';

export interface Cmi5Launch {
  readonly endpoint: string;
  /** Gives the token, once. */
  readonly fetch: string;
  /** As the LMS wrote it; personal data. */
  readonly actor: Agent;
  readonly registration: string;
  readonly activityId: string;
}

/** Lives as long as the tab: a reload goes on with the session that the tab began. */
export interface KeptSession {
  readonly launch: Cmi5Launch;
  /** A secret of this session only. */
  readonly token: string;
  /** Milliseconds since 1970 at which `initialized` was made; null: not yet. */
  readonly initialized: number | null;
  readonly terminated: boolean;
}

export interface LaunchPage {
  readonly location: { readonly href: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  readonly sessionStorage: StorageLike;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** In any order; null when one is missing or is not what it should be. */
export function readLaunch(address: string): Cmi5Launch | null {
  const given = new URL(address).searchParams;
  const [endpoint, fetch, actor, registration, activityId] = LAUNCH_PARAMETERS.map(
    (name) => given.get(name) ?? '',
  );
  const agent = readActor(actor ?? '');
  if (!isHttp(endpoint) || !isHttp(fetch) || agent === null || !activityId) return null;
  if (registration === undefined || !UUID.test(registration)) return null;
  // xAPI joins resource names to it.
  return { endpoint: endpoint.replace(/\/*$/, '/'), fetch, actor: agent, registration, activityId };
}

export function isCmi5Launch(address: string): boolean {
  const given = new URL(address).searchParams;
  return LAUNCH_PARAMETERS.some((name) => given.has(name));
}

/** Out of the address bar: a secret and a person's id are not for history, bookmarks or a screenshot. */
export function hideLaunch(page: LaunchPage): void {
  const url = new URL(page.location.href);
  for (const name of LAUNCH_PARAMETERS) url.searchParams.delete(name);
  try {
    page.history.replaceState(null, '', url.href);
  } catch {
    // A page without an address of its own (a sandbox): nothing to hide then.
  }
}

export function recallSession(page: LaunchPage, packageName: string): KeptSession | null {
  try {
    return JSON.parse(page.sessionStorage.getItem(keyOf(packageName)) ?? 'null') as KeptSession | null;
  } catch {
    return null;
  }
}

export function keepSession(page: LaunchPage, packageName: string, session: KeptSession): void {
  try {
    page.sessionStorage.setItem(keyOf(packageName), JSON.stringify(session));
  } catch {
    // Storage is blocked: then a reload needs a new launch.
  }
}

const keyOf = (packageName: string): string => `zt:cmi5:${packageName}`;

/** 9.2: an agent with an account; older LMSs send members of it as lists. */
function readActor(json: string): Agent | null {
  try {
    const found: unknown = JSON.parse(json);
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return null;
    const { objectType } = found as Readonly<Record<string, unknown>>;
    if (objectType !== undefined && objectType !== 'Agent') return null;
    return { ...found, objectType: 'Agent' };
  } catch {
    return null;
  }
}

function isHttp(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\/[^/]/i.test(address) && URL.canParse(address);
}
