/** The half of xAPI that loads only when there is an LRS: events of the outbox -> statements -> delivered. */
import type { Statement } from '@xapi/xapi';
import type { Module } from '../../content/module.js';
import type { PackageConfig } from '../config.js';
import { actorOf } from './actor.js';
import { recordLost, sweep, type Lost } from './aftercare.js';
import { bytesOf, fitting, type Made } from './batch.js';
import { Connection } from './connection.js';
import { deliver, type Delivery } from './delivery.js';
import type { RecordedEvent } from './event.js';
import { whileAlone, type LockPlace } from './flush-lock.js';
import type { Launch, LrsSource } from './launch.js';
import type { Outbox } from './outbox.js';
import { registrationOf } from './statement-id.js';
import { statementMaker } from './statements.js';
import { LrsError } from './transport.js';

export interface SenderOptions {
  readonly outbox: Outbox;
  readonly module: Module;
  readonly config: PackageConfig;
  readonly learnerId: string;
  readonly attempt: string;
  readonly lrs: LrsSource;
  /** Start of the keys of what this learner keeps here. */
  readonly scope: string;
  readonly browser: SenderBrowser;
  readonly rules?: SessionRules;
  /** The LRS takes nothing from this launch; told once. */
  readonly onStopped?: () => void;
}

/** What we need of the browser, where it has it. */
export interface SenderBrowser extends LockPlace {
  readonly indexedDB?: IDBFactory | undefined;
  /** Calls back whenever the network is there again. */
  readonly onOnline?: (listener: () => void) => void;
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

type Load = readonly Made<RecordedEvent>[];

/** A browser lets all requests that outlive a page carry 64 KiB together. */
const LAST_REQUEST_BYTES = 60_000;
const RETRY_MS = [2_000, 5_000, 15_000, 60_000, 300_000];
/** However long an LRS asks to wait: a page seldom lives longer. */
const LONGEST_WAIT_MS = 3_600_000;

export function startSender(options: SenderOptions): Sender {
  return new OutboxSender(options);
}

class OutboxSender implements Sender {
  private readonly makeStatements: (event: RecordedEvent) => readonly Statement[];
  private readonly lrs: Connection;
  private isLeaving = false;
  private isBusy = false;
  private isStopped = false;
  private failures = 0;
  private onItsWay: ReadonlySet<number> = new Set();
  /** In requests that outlive the page: event -> bytes. */
  private readonly outliving = new Map<number, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOffline = false;

  constructor(private readonly options: SenderOptions) {
    const { module, config, learnerId, attempt, lrs, browser } = options;
    const launch: Pick<Launch, 'registration' | 'activityId'> =
      lrs.kind === 'known' ? lrs.launch : { registration: null, activityId: null };
    this.makeStatements = statementMaker({ module, config, learnerId, launch });
    const actor = actorOf(config, learnerId, attempt);
    const request = { package: config.package, registration: registrationOf(attempt), actor };
    this.lrs = new Connection({ source: lrs, request, isLeaving: () => this.isLeaving });
    browser.onOnline?.(() => this.online());
    void sweep(browser.indexedDB, Date.now());
  }

  wake(): void {
    // A pause that an LRS asked for, or that a dead network needs, is not cut short by the next click.
    if (this.timer === undefined) void this.send();
  }

  leave(): void {
    if (this.isStopped || !this.lrs.isReady || this.options.rules?.mayTell() === false) return;
    const waiting = this.options.outbox.waiting(Infinity).filter(({ seq }) => !this.outliving.has(seq));
    const room = LAST_REQUEST_BYTES - [...this.outliving.values()].reduce((sum, bytes) => sum + bytes, 0);
    const load = fitting(this.making(waiting), room, Infinity);
    if (load.reduce((sum, { statements }) => sum + bytesOf(statements), 0) > room) return;
    // What is on its way may die with the page. Apart: its ids may be known by then, which spoils a batch.
    const isOnItsWay = ({ event }: Made<RecordedEvent>): boolean => this.onItsWay.has(event.seq);
    this.isLeaving = true;
    void this.sendLast(load.filter((made) => !isOnItsWay(made)));
    void this.sendLast(load.filter(isOnItsWay));
    this.isLeaving = false;
  }

  /** Hidden and then closed are two moments: what went at the first need not go at the second. */
  private async sendLast(load: Load): Promise<void> {
    if (load.length === 0) return;
    for (const { event, statements } of load) this.outliving.set(event.seq, bytesOf(statements));
    const delivery = await deliver(this.lrs, statementsOf(load));
    for (const { event } of load) this.outliving.delete(event.seq);
    this.settle(load, delivery);
  }

  private async send(): Promise<void> {
    if (this.isBusy || this.isStopped || this.options.outbox.waiting(1).length === 0) return;
    this.isBusy = true;
    try {
      if (this.options.rules?.mayTell() === false) this.pause(null);
      else await whileAlone(this.options.browser, `${this.options.scope}flush`, (goOn) => this.flush(goOn));
    } finally {
      this.isBusy = false;
      this.onItsWay = new Set();
    }
  }

  /** Sends until nothing waits, or the LRS wants it otherwise. */
  private async flush(goOn: () => void): Promise<void> {
    const { outbox } = this.options;
    await outbox.recheck();
    for (;;) {
      const load = fitting(this.making(outbox.waiting(Infinity)));
      if (load.length === 0) return;
      this.onItsWay = new Set(load.map(({ event }) => event.seq));
      goOn();
      const delivery = await this.deliver(statementsOf(load));
      this.settle(load, delivery);
      if (delivery.kind !== 'done') return;
    }
  }

  private async deliver(statements: readonly Statement[]): Promise<Delivery> {
    try {
      await this.lrs.open();
    } catch (error) {
      const { status, retryAfter } = error instanceof LrsError ? error : new LrsError(0, String(error));
      const isRefused = status === 401 || status === 403;
      return isRefused ? { kind: 'stop' } : { kind: 'later', wait: retryAfter, offline: status === 0 };
    }
    const delivery = await deliver(this.lrs, statements);
    return delivery.kind === 'stop' && this.lrs.renew() ? this.deliver(statements) : delivery;
  }

  private settle(load: Load, delivery: Delivery): void {
    switch (delivery.kind) {
      case 'done':
        this.failures = 0;
        this.isOffline = false;
        this.options.outbox.remove(load.map(({ event }) => event));
        this.record(delivery.lost);
        return;
      case 'later':
        this.isOffline = delivery.offline;
        this.pause(delivery.wait);
        return;
      case 'stop':
        if (this.isStopped) return;
        // The LMS has everything that counts; statements wait for a launch with better credentials.
        this.isStopped = true;
        console.warn('The LRS refused the credentials of this launch; no more statements are sent.');
        this.options.onStopped?.();
    }
  }

  private record(lost: readonly Lost[]): void {
    if (lost.length === 0) return;
    for (const { statement, reason } of lost)
      console.warn(`The LRS did not take statement ${statement.id ?? ''}: ${reason}`);
    void recordLost(this.options.browser.indexedDB, `${this.options.scope}lost:`, lost);
  }

  /** `wait`: what the LRS asks for, in milliseconds. Never the same for all learners of a class. */
  private pause(wait: number | null): void {
    const pause = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? 0;
    this.failures++;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => this.again(),
      wait === null
        ? pause * (0.75 + Math.random() / 2)
        : Math.min(wait, LONGEST_WAIT_MS) * (1 + Math.random() / 10),
    );
  }

  private online(): void {
    if (this.isOffline) this.again();
  }

  private again(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    void this.send();
  }

  private *making(events: readonly RecordedEvent[]): Iterable<Made<RecordedEvent>> {
    for (const event of events) yield { event, statements: this.make(event) };
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

function statementsOf(load: Load): readonly Statement[] {
  return load.flatMap(({ statements }) => statements);
}
