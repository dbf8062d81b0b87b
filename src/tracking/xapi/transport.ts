/** `fetch` for @xapi/xapi: its own adapter loses the status, knows no time limit and dies with the page. */
import type XAPI from '@xapi/xapi';
import { retryAfter } from './retry-after.js';

type Adapter = Extract<
  NonNullable<ConstructorParameters<typeof XAPI>[0]['adapter']>,
  (...given: never) => unknown
>;

/** An answer that is no success. `status` 0: no answer at all. */
export class LrsError extends Error {
  override readonly name = 'LrsError';
  constructor(
    readonly status: number,
    message: string,
    /** Milliseconds the LRS asks to wait. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

export interface TransportOptions {
  readonly fetch: typeof fetch;
  readonly timeout: number;
  /** True while the page goes away: the request must outlive it. */
  readonly isLeaving: () => boolean;
}

export function lrsAdapter({ fetch, timeout, isLeaving }: TransportOptions): Adapter {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the library's: it promises what the LRS sends
  return async <T>(request: {
    url: string;
    method: string;
    headers?: Record<string, string>;
    data?: unknown;
  }) => {
    const { url, method, headers, data } = request;
    let answer: Response;
    try {
      answer = await fetch(url, {
        method,
        ...(headers === undefined ? {} : { headers }),
        ...(data === undefined ? {} : { body: JSON.stringify(data) }),
        keepalive: isLeaving(),
        // A redirected POST would become a GET, and its answer look like success.
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
    } catch (error) {
      throw new LrsError(0, String(error));
    }
    const text = await answer.text().catch(() => '');
    if (!answer.ok) throw new LrsError(answer.status, text.slice(0, 500), retryAfter(answer.headers));
    return { data: parse(text) as T, headers: Object.fromEntries(answer.headers), status: answer.status };
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
