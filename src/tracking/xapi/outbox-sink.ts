/** The main bundle's half of xAPI: records events, and wakes the half that sends once there is something to send. */
import { moduleProgress, type Session, type SessionEvent } from '../../engine/session.js';
import type { PackageConfig } from '../config.js';
import type { StatementSink, StatementStart } from '../tracker.js';
import { openEventStore, type EventStore } from './event-store.js';
import type { RunEvent } from './event.js';
import { readLaunch, type Launch, type LaunchPage } from './launch.js';
import { Outbox } from './outbox.js';
import type * as sendingHalf from './sender.js';
import type { Sender, SenderOptions, SessionRules } from './sender.js';

export interface StatementsPage extends LaunchPage {
  readonly indexedDB?: IDBFactory;
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
}

/** Undefined when this package or this launch names no LRS. Launch parameters leave the address bar in any case. */
export function openStatements(options: StatementsOptions): StatementSink | undefined {
  const launch = options.launch ?? readLaunch(options.page, options.config.package);
  const lrs = launch && lrsOf(options.config, launch);
  return lrs ? new OutboxSink(options, lrs) : undefined;
}

/** A secret goes to the LRS it was launched with and to no other. */
function lrsOf({ lrs }: PackageConfig, launch: Launch): Launch | null {
  if (lrs === 'none') return null;
  if (lrs === 'launch' || sameOrigin(lrs, launch.endpoint)) return launch;
  return null;
}

function sameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}

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
    private readonly lrs: Launch,
  ) {
    this.importSender = options.importSender ?? importSenderAgain;
  }

  open({ session, learnerId, scope, isReview }: StatementStart): void {
    const { page, config } = this.options;
    const { module, journal } = session;
    const { attempt } = journal;
    const visit = newId();
    const openStore = this.options.openStore ?? ((own) => openEventStore(findDatabase(page), own));
    // Who is not known may be anybody: then no other attempt finds what this one leaves.
    const own = learnerId === '' ? `${scope}event:${attempt}:` : `${scope}event:`;
    const outbox = new Outbox(openStore(own), attempt, visit);
    this.outbox = outbox;
    const { rules } = this.options;
    this.senderOptions = { outbox, module, config, learnerId, lrs: this.lrs, ...(rules ? { rules } : {}) };
    this.openedAt = Date.now();
    // Not before the first commit: the attempt's id must be stored before a statement bears it.
    if (!rules && !isReview) outbox.add([{ kind: 'opened' }], 0);
    void outbox.load(session.journal).then(() => this.wake());
  }

  record(session: Session, events: readonly SessionEvent[], change: number): void {
    if (events.length === 0) return;
    this.outbox?.add(
      events.map((event) => withRun(session, event)),
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

function withRun(session: Session, event: SessionEvent): RunEvent {
  const running = session.journal.units[event.unit]?.running;
  const { score, passed } = moduleProgress(session);
  return {
    ...event,
    ...(running?.number === event.run && running.from !== undefined ? { from: running.from } : {}),
    ...(running?.number === event.run && running.of !== undefined ? { of: running.of } : {}),
    ...(event.kind === 'module-completed' ? { score, passed } : {}),
  };
}

function findDatabase(page: StatementsPage): IDBFactory | undefined {
  try {
    return page.indexedDB;
  } catch {
    return undefined;
  }
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
