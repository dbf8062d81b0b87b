/** Requests of one session to its LRS: documents with ETags, and statements. The outbox sends through @xapi/xapi; this must be small. */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Statement } from '@xapi/xapi';
import type { Cmi5Launch } from './launch.js';

export interface Document {
  readonly text: string;
  readonly etag: string;
}

/** The LRS did not do it. `status` 0: no answer. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Sending while the page goes: the request outlives it, and only its start is sure. */
export type Haste = 'now' | 'leaving';

const TIMEOUT_MS = 20_000;
const READ_PAUSES_MS = [500, 2_000];

type Sending = Pick<RequestInit, 'method' | 'keepalive'> & {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export class Connection {
  constructor(
    private readonly launch: Cmi5Launch,
    private readonly token: string,
    private readonly send: typeof fetch,
  ) {}

  /** Null: there is none. @throws RequestFailed, after trying three times. */
  async state(id: string): Promise<Document | null> {
    return this.read(`activities/state?${this.stateQuery(id)}`);
  }

  /** Null: there is none, or the LMS does not show it. @throws RequestFailed */
  async agentProfile(id: string): Promise<Document | null> {
    const query = new URLSearchParams({ profileId: id, agent: JSON.stringify(this.launch.actor) });
    return this.read(`agents/profile?${query.toString()}`);
  }

  /**
   * Writes the whole document if it still is the one with `etag` ('' = there is none yet). Gives its new ETag.
   * @throws RequestFailed with 412 when it is another one by now
   */
  async putState(id: string, text: string, { etag, haste }: { etag: string; haste: Haste }): Promise<string> {
    const answer = await this.request(`activities/state?${this.stateQuery(id)}`, {
      method: 'PUT',
      headers: {
        'Content-Type': 'application/json',
        ...(etag === '' ? { 'If-None-Match': '*' } : { 'If-Match': etag }),
      },
      body: text,
      keepalive: haste === 'leaving',
    });
    return answer.headers.get('ETag') ?? etagOf(text);
  }

  /** @throws RequestFailed */
  async tell(statements: readonly Statement[], haste: Haste): Promise<void> {
    await this.request('statements', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(statements),
      keepalive: haste === 'leaving',
    });
  }

  /** Does the LRS hold a statement with this id? @throws RequestFailed when it does not say. */
  async knows(id: string): Promise<boolean> {
    return (await this.read(`statements?statementId=${encodeURIComponent(id)}`)) !== null;
  }

  private async read(path: string): Promise<Document | null> {
    for (const pause of [...READ_PAUSES_MS, null]) {
      try {
        const answer = await this.request(path, { method: 'GET' });
        const text = await answer.text();
        return { text, etag: answer.headers.get('ETag') ?? etagOf(text) };
      } catch (error) {
        const status = error instanceof RequestFailed ? error.status : 0;
        if (status === 404) return null;
        if (pause === null || (status >= 400 && status < 500 && status !== 429)) throw error;
      }
      await new Promise((resume) => setTimeout(resume, pause));
    }
    return null;
  }

  private async request(path: string, options: Sending): Promise<Response> {
    let answer: Response;
    try {
      answer = await this.send(this.launch.endpoint + path, {
        ...options,
        headers: {
          ...options.headers,
          Authorization: `Basic ${this.token}`,
          'X-Experience-API-Version': '1.0.3',
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
    } catch (error) {
      throw new RequestFailed(0, String(error));
    }
    if (answer.ok) return answer;
    throw new RequestFailed(answer.status, (await answer.text().catch(() => '')).slice(0, 300));
  }

  private stateQuery(stateId: string): string {
    const { activityId, actor, registration } = this.launch;
    const query = { activityId, agent: JSON.stringify(actor), registration, stateId };
    return new URLSearchParams(query).toString();
  }
}

/** xAPI 1.0.3 Communication 3.1: the SHA-1 of the content; for an LRS that does not say it, or not to pages of another origin. */
export function etagOf(text: string): string {
  return `"${bytesToHex(sha1(utf8ToBytes(text)))}"`;
}
