/** The page's `fetch`: real requests to the local LRS, with the troubles that a network has. */
import type { Chance } from './chance.js';
import type { Browser, Life } from './browser.js';
import type { Wire } from './wire.js';

export interface NetworkOptions {
  readonly browser: Browser;
  readonly life: Life;
  readonly wire: Wire;
  readonly chance: Chance;
  /** Of a hundred requests, so many meet some trouble. */
  readonly trouble: number;
}

const never = new Promise<never>(() => undefined);
const TROUBLES = ['no network', 'reply lost', '500', '503', '429'] as const;

export function faultyFetch({ browser, life, wire, chance, trouble }: NetworkOptions): typeof fetch {
  return async (input, init = {}) => {
    if (!life.passes()) return never;
    const url = input instanceof Request ? input.url : input.toString();
    const isTrouble = chance.percent(trouble);
    const kind = isTrouble ? chance.pick(TROUBLES) : 'none';
    if (!browser.navigator.onLine || kind === 'no network') throw new TypeError('Failed to fetch');
    if (kind === '500' || kind === '503') return new Response('busy', { status: Number(kind) });
    if (kind === '429') return new Response('slow down', { status: 429, headers: { 'Retry-After': '3' } });
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = typeof init.body === 'string' ? init.body : undefined;
    const reply = await wire.send(url, init.method ?? 'GET', headers, body);
    // It arrived all the same; the page that asked may be gone.
    if (!life.passes()) return never;
    if (kind === 'reply lost') throw new TypeError('Failed to fetch');
    const isEmpty = reply.status === 204 || reply.status === 304;
    return new Response(isEmpty ? null : reply.body, {
      status: reply.status,
      headers: Object.entries(reply.headers).flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    });
  };
}
