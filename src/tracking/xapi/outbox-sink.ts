/** The main bundle's half of xAPI: records events, and wakes the half that sends once there is something to send. */
import { afterPaint, type Paints } from '../../after-paint.js';
import type { Session, SessionEvent } from '../../engine/session.js';
import type { PackageConfig } from '../config.js';
import type { StatementSink, StatementStart } from '../statement-sink.js';
import { openTextStore } from '../local/text-store.js';
import { withLog } from './event-log.js';
import { openEventStore, type EventStore } from './event-store.js';
import { happeningOf } from './happening.js';
import { keepLaunch, recallLaunch, takeLaunch, type Launch, type LaunchPage } from './launch.js';
import { Outbox } from './outbox.js';
import type * as sendingHalf from './sender.js';
import type { Sender, SenderBrowser, SenderOptions, SessionRules } from './sender.js';
import { sourceOf } from './source.js';

export interface StatementsPage extends LaunchPage, Paints {
  readonly indexedDB?: IDBFactory;
  readonly navigator?: { readonly locks?: SenderBrowser['locks'] };
  readonly localStorage?: Storage;
  addEventListener?(type: string, listener: () => void): void;
}
type SenderModule = typeof sendingHalf;

export interface StatementsOptions {
  readonly page: StatementsPage;
  readonly config: PackageConfig;
  /** Brings the sending half; tests have their own, and their own store. */
  readonly importSender?: () => Promise<SenderModule>;
  readonly openStore?: (scope: string) => EventStore;
  /** The launch, when it came another way than by launch parameters. */
  readonly launch?: Launch;
  /** A launch standard that has rules of its own for statements. */
  readonly rules?: SessionRules;
  /** The LRS takes nothing from this launch; told once. */
  readonly onStopped?: () => void;
}

/** Undefined when this package sends nothing. Launch parameters leave the address bar in any case. */
export function openStatements(options: StatementsOptions): StatementSink | undefined {
  const launch = options.launch ?? takeLaunch(options.page);
  return options.config.lrs === 'none' ? undefined : new OutboxSink(options, launch);
}

/** An answer, and what follows from it. */
const FRAMES = 3;
/** Pause before a failed download of the sending half is tried again. */
const IMPORT_PAUSE_MS = 10_000;

class OutboxSink implements StatementSink {
  private readonly importSender: () => Promise<SenderModule>;
  private outbox: Outbox | null = null;
  private senderOptions: SenderOptions | null = null;
  private sender: Sender | null = null;
  private isLoading = false;
  private openedAt = 0;

  constructor(
    private readonly options: StatementsOptions,
    private readonly launch: Launch | null,
  ) {
    this.importSender = options.importSender ?? importSenderAgain;
  }

  open(start: StatementStart): void {
    const { config, rules } = this.options;
    const { session, learnerId, scope, isReview } = start;
    const { attempt } = session.journal;
    // Who is not known may be anybody: then no other attempt finds what this one leaves.
    const own = learnerId === '' ? `${scope}${attempt}:` : scope;
    // For a reload of this tab.
    const key = `${own}launch`;
    const launch = this.launch ?? recallLaunch(this.options.page, key);
    const lrs = sourceOf(config, launch, start.launchData);
    if (this.launch && this.launch !== this.options.launch && lrs?.kind === 'known')
      keepLaunch(this.options.page, key, lrs.launch);
    // Nobody to send to: then nothing is kept for it either.
    if (lrs === null) return;
    const browser = browserOf(this.options.page);
    const openStore = this.options.openStore ?? ((prefix) => openEventStore(browser.indexedDB, prefix));
    const texts = openTextStore(() =>
      learnerId === '' ? this.options.page.sessionStorage : required(this.options.page.localStorage),
    );
    const events = withLog(openStore(`${own}event:`), {
      texts,
      scope: `${own}event:`,
      afterPaint: afterPaint(this.options.page, FRAMES),
    });
    const outbox = new Outbox(events, attempt, newId());
    this.outbox = outbox;
    const { onStopped } = this.options;
    this.senderOptions = {
      ...{ outbox, module: session.module, config, learnerId, attempt, lrs, scope, browser },
      ...(rules ? { rules } : {}),
      ...(onStopped ? { onStopped } : {}),
    };
    this.openedAt = Date.now();
    // Not before the first commit: the attempt's id must be stored before a statement bears it.
    if (!rules && !isReview) outbox.add([{ kind: 'opened' }], 0);
    void outbox.load(session.journal).then(() => this.wake());
  }

  record(session: Session, events: readonly SessionEvent[], change: number): void {
    if (events.length === 0) return;
    this.outbox?.add(
      events.map((event) => happeningOf(session, event)),
      change,
    );
  }

  release(change: number, sendNow: boolean): void {
    this.outbox?.release(change);
    if (sendNow) this.wake();
  }

  leave(isEnd: boolean): void {
    if (isEnd && !this.options.rules) {
      this.outbox?.add([{ kind: 'closed', seconds: (Date.now() - this.openedAt) / 1_000 }], null);
    }
    this.sender?.leave();
  }

  private wake(): void {
    if (this.sender) this.sender.wake();
    else void this.loadSender();
  }

  private async loadSender(): Promise<void> {
    if (this.isLoading || this.senderOptions === null) return;
    this.isLoading = true;
    try {
      const { startSender } = await this.importSender();
      this.sender = startSender(this.senderOptions);
      this.sender.wake();
    } catch {
      // Offline, most likely. Events wait in the outbox; the LMS has everything that counts.
      setTimeout(() => {
        this.isLoading = false;
        this.wake();
      }, IMPORT_PAUSE_MS);
    }
  }
}

/** Each of these may be missing, or blocked: then reading it throws. */
function browserOf(page: StatementsPage): SenderBrowser {
  const read = <T>(get: () => T): T | undefined => {
    try {
      return get();
    } catch {
      return undefined;
    }
  };
  return {
    indexedDB: read(() => page.indexedDB),
    locks: read(() => page.navigator?.locks),
    storage: read(() => page.localStorage),
    onOnline: (listener) => page.addEventListener?.('online', listener),
  };
}

function required<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('This browser has none.');
  return found;
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

let failedAddress: string | null = null;
let imports = 0;

/** A browser remembers that a module failed to load, for as long as the page lives; only another address is tried anew. */
async function importSenderAgain(): Promise<SenderModule> {
  try {
    if (failedAddress === null) return await import('./sender.js');
    return (await import(/* @vite-ignore */ `${failedAddress}?again=${++imports}`)) as SenderModule;
  } catch (error) {
    failedAddress ??= /https?:\S+\.js/.exec(String(error))?.[0] ?? null;
    throw error;
  }
}
