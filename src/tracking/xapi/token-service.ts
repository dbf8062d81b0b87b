/** Credentials from a service of the municipality's own: short-lived, and only for writing statements of this attempt. */
import type { Agent } from '@xapi/xapi';
import { LrsError } from './transport.js';

/** What the service is told; it decides by this and by who it knows the learner to be. */
export interface TokenRequest {
  readonly package: string;
  readonly registration: string;
  readonly actor: Agent;
}

export interface Token {
  /** A whole `Authorization` header. A secret: it stays in memory. */
  readonly auth: string;
  readonly endpoint: string;
}

export interface TokenService {
  readonly url: string;
  /** The LRS that the build names, or `launch`: any over https. */
  readonly lrs: string;
}

/** @throws LrsError with the service's status; 0 when it did not answer, or not as agreed. */
export async function requestToken(
  { url, lrs }: TokenService,
  request: TokenRequest,
  timeout: number,
): Promise<Token> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      // The service knows the learner by its own login, if he has one.
      credentials: 'include',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeout),
    });
  } catch (error) {
    throw new LrsError(0, String(error));
  }
  if (!answer.ok) throw new LrsError(answer.status, 'the token service refused');
  const given: unknown = await answer.json().catch(() => null);
  const found: Readonly<Record<string, unknown>> =
    typeof given === 'object' && given !== null ? { ...given } : {};
  const { auth, endpoint = lrs } = found;
  if (typeof auth !== 'string' || !/^(Basic|Bearer) \S+$/.test(auth))
    throw new LrsError(0, 'the token service gave no credentials');
  if (typeof endpoint !== 'string' || !isAllowed(endpoint, lrs))
    throw new LrsError(0, 'the token service named another LRS than the package');
  return { auth, endpoint };
}

function isAllowed(endpoint: string, lrs: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const url = new URL(endpoint);
  return lrs === 'launch'
    ? url.protocol === 'https:' || url.hostname === '127.0.0.1'
    : URL.canParse(lrs) && url.origin === new URL(lrs).origin;
}
