/** The LRS as the sending half sees it: credentials at hand or to be fetched, requests through @xapi/xapi. */
import XAPI, { type Statement } from '@xapi/xapi';
import type { Lrs } from './delivery.js';
import type { LrsSource } from './launch.js';
import { requestToken, type Token, type TokenRequest } from './token-service.js';
import { LrsError, lrsAdapter } from './transport.js';

const TIMEOUT_MS = 20_000;

export interface ConnectionOptions {
  readonly source: LrsSource;
  /** What a token service is told. */
  readonly request: TokenRequest;
  /** True while the page goes away. */
  readonly isLeaving: () => boolean;
}

export class Connection implements Lrs {
  private token: Token | null;
  private isRenewed = false;
  private readonly adapter;

  constructor(private readonly options: ConnectionOptions) {
    const { source, isLeaving } = options;
    this.token = source.kind === 'known' ? source.launch : null;
    this.adapter = lrsAdapter({ fetch: (...request) => fetch(...request), timeout: TIMEOUT_MS, isLeaving });
  }

  /** Without credentials at hand a last request cannot be made in time. */
  get isReady(): boolean {
    return this.token !== null;
  }

  /** Gets credentials where there are none yet. @throws LrsError */
  async open(): Promise<void> {
    const { source, request } = this.options;
    if (source.kind === 'service') this.token ??= await requestToken(source.service, request, TIMEOUT_MS);
  }

  /** The LRS refused: credentials of a service are short-lived, so ask once for new ones. False: there is nothing to ask. */
  renew(): boolean {
    if (this.options.source.kind !== 'service' || this.isRenewed) return false;
    this.isRenewed = true;
    this.token = null;
    return true;
  }

  async send(statements: readonly Statement[]): Promise<void> {
    const { status, data } = await this.xapi().sendStatements({ statements: [...statements] });
    // The login page of a proxy answers 200 too.
    const isTaken = status === 204 || (Array.isArray(data) && data.length === statements.length);
    if (!isTaken) throw new LrsError(0, 'the answer is not that of an LRS');
    this.isRenewed = false;
  }

  async find(id: string): Promise<Statement> {
    return (await this.xapi().getStatement({ statementId: id })).data;
  }

  private xapi(): XAPI {
    if (this.token === null) throw new LrsError(0, 'there are no credentials yet');
    const { endpoint, auth } = this.token;
    return new XAPI({ endpoint, auth, adapter: this.adapter });
  }
}
