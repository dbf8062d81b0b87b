/** The half of xAPI that loads only when there is an LRS: events of the outbox -> statements -> delivered. */
import XAPI, { type Statement } from '@xapi/xapi';
import type { Module } from '../../content/module.js';
import type { PackageConfig } from '../config.js';
import { deliver, type Delivery, type Lrs } from './delivery.js';
import type { RecordedEvent } from './event.js';
import type { Launch } from './launch.js';
import type { Outbox } from './outbox.js';
import { statementMaker } from './statements.js';
import { lrsAdapter } from './transport.js';

export interface SenderOptions {
  readonly outbox: Outbox;
  readonly module: Module;
  readonly config: PackageConfig;
  readonly learnerId: string;
  readonly lrs: Launch;
  readonly rules?: SessionRules;
}

/** What a launch standard (cmi5) asks of the statements in its sessions. It tells of opening and closing them itself. */
export interface SessionRules {
  /** The statement as this session may tell it; null: the standard tells it in its own way. */
  adapt(statement: Statement, event: RecordedEvent): Statement | null;
  /** Is the session open, so that statements are welcome? */
  mayTell(): boolean;
}

export interface Sender {
  /** There may be something to send. */
  wake(): void;
  /** The page goes away: send now what one last request can carry. */
  leave(): void;
}

interface Load {
  readonly events: RecordedEvent[];
  readonly statements: Statement[];
}

const EVENTS_PER_BATCH = 10;
const TIMEOUT_MS = 20_000;
/** A browser lets all requests that outlive a page carry 64 KiB together. */
const LAST_REQUEST_BYTES = 60_000;
const RETRY_MS = [2_000, 5_000, 15_000, 60_000, 300_000];

export function startSender(options: SenderOptions): Sender {
  return new OutboxSender(options);
}

class OutboxSender implements Sender {
  private readonly makeStatements: (event: RecordedEvent) => readonly Statement[];
  private readonly lrs: Lrs;
  private isLeaving = false;
  private isBusy = false;
  private isStopped = false;
  private failures = 0;
  private onItsWay: ReadonlySet<number> = new Set();
  /** In requests that outlive the page. */
  private readonly outliving = new Set<number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: SenderOptions) {
    const { module, config, learnerId, lrs } = options;
    this.makeStatements = statementMaker({ module, config, learnerId, launch: lrs });
    this.lrs = this.connect(lrs);
  }

  wake(): void {
    // A pause that an LRS asked for, or that a dead network needs, is not cut short by the next click.
    if (this.timer === undefined) void this.send();
  }

  leave(): void {
    if (this.isStopped || this.options.rules?.mayTell() === false) return;
    const fresh: Load = { events: [], statements: [] };
    const again: Load = { events: [], statements: [] };
    let bytes = 2;
    for (const event of this.options.outbox.waiting(Infinity)) {
      if (this.outliving.has(event.seq)) continue;
      const made = this.make(event);
      bytes += made.reduce((sum, statement) => sum + byteLength(statement) + 1, 0);
      if (bytes > LAST_REQUEST_BYTES) break;
      // What is on its way may die with the page. Apart: its ids may be known by then, which spoils a batch.
      const into = this.onItsWay.has(event.seq) ? again : fresh;
      into.events.push(event);
      into.statements.push(...made);
    }
    this.isLeaving = true;
    for (const load of [fresh, again]) if (load.events.length > 0) void this.sendLast(load);
    this.isLeaving = false;
  }

  /** Hidden and then closed are two moments: what went at the first need not go at the second. */
  private async sendLast({ events, statements }: Load): Promise<void> {
    for (const { seq } of events) this.outliving.add(seq);
    const delivery = await deliver(this.lrs, statements);
    for (const { seq } of events) this.outliving.delete(seq);
    this.settle(events, delivery);
  }

  private connect({ endpoint, auth }: Launch): Lrs {
    const adapter = lrsAdapter({
      fetch: (...request) => fetch(...request),
      timeout: TIMEOUT_MS,
      isLeaving: () => this.isLeaving,
    });
    const xapi = new XAPI({ endpoint, auth, adapter });
    return {
      send: async (statements) => {
        await xapi.sendStatements({ statements: [...statements] });
      },
      find: async (id) => (await xapi.getStatement({ statementId: id })).data,
    };
  }

  private async send(): Promise<void> {
    if (this.isBusy || this.isStopped) return;
    this.isBusy = true;
    try {
      if (this.options.rules?.mayTell() === false) {
        this.pause(null);
        return;
      }
      for (;;) {
        const events = this.options.outbox.waiting(EVENTS_PER_BATCH);
        if (events.length === 0) return;
        this.onItsWay = new Set(events.map((event) => event.seq));
        const delivery = await deliver(
          this.lrs,
          events.flatMap((event) => this.make(event)),
        );
        this.settle(events, delivery);
        if (delivery.kind !== 'done') return;
      }
    } finally {
      this.isBusy = false;
      this.onItsWay = new Set();
    }
  }

  private settle(events: readonly RecordedEvent[], delivery: Delivery): void {
    switch (delivery.kind) {
      case 'done':
        this.failures = 0;
        this.options.outbox.remove(events);
        for (const { statement, reason } of delivery.lost) {
          console.warn(`The LRS did not take statement ${statement.id ?? ''}: ${reason}`);
        }
        return;
      case 'later':
        this.pause(delivery.wait);
        return;
      case 'stop':
        // The LMS has everything that counts; statements wait for a launch with better credentials.
        this.isStopped = true;
        console.warn('The LRS refused the credentials of this launch; no more statements are sent.');
    }
  }

  private pause(wait: number | null): void {
    const pause = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? 0;
    this.failures++;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        void this.send();
      },
      wait ?? pause * (0.75 + Math.random() / 2),
    );
  }

  /** An event that breaks the maker must not hold up the ones behind it. */
  private make(event: RecordedEvent): readonly Statement[] {
    const { rules } = this.options;
    try {
      const made = this.makeStatements(event);
      return rules ? made.map((one) => rules.adapt(one, event)).filter((one) => one !== null) : made;
    } catch (error) {
      console.warn('No statement could be made of an event.', error);
      return [];
    }
  }
}

function byteLength(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
