/** Tracking of one page: where the journal comes from, and where every change of it goes. */
import { encodeJournal } from '../engine/journal.js';
import type { Session, SessionEvent } from '../engine/session.js';
import type { PackageConfig } from './config.js';
import { waitForApi, type Place } from './lms/find-api.js';
import type { Lms, LmsEntry } from './lms/port.js';
import { ScormLms } from './lms/scorm.js';
import { LocalCopies } from './local/copies.js';
import { chooseStart, type Start } from './local/reconcile.js';
import { localScope } from './local/scope.js';
import { openTextStore } from './local/text-store.js';
import { snapshot } from './projection.js';
import { Saving, type SavingState } from './saving.js';

/**
 * `saved`: the LMS has everything. `saving`: on its way. `local`: not sent, but kept in this browser.
 * `failed`: not even kept here.
 */
export type TrackingStatus = 'saved' | 'saving' | 'local' | 'failed';
/** `review`: the attempt is over (or a preview), nothing is stored. `untracked`: no LMS answered. */
export type TrackingMode = 'normal' | 'review' | 'untracked';

/** What we need of the page; tests bring their own. */
export interface Page extends Place {
  readonly localStorage: Storage;
  readonly sessionStorage: Storage;
  readonly navigator: { readonly onLine: boolean };
  readonly document: { readonly visibilityState: string } & Listens;
  addEventListener(type: string, listener: (event: Event) => void): void;
}
interface Listens {
  addEventListener(type: string, listener: (event: Event) => void): void;
}

export interface TrackingOptions {
  readonly page: Page;
  readonly config: PackageConfig;
  /** Tells of every event of the session, once stored; absent: no statements. */
  readonly statements?: StatementSink | undefined;
  /** Opens the attempt where no SCORM API does it; null: nothing can be stored. */
  readonly openLms?: () => Promise<OpenedLms | null>;
}

export interface OpenedLms {
  readonly lms: Lms;
  readonly entry: LmsEntry;
}

/** Where events go for statements: `record` when they happen, `release` once their actions are stored. */
export interface StatementSink {
  open(start: StatementStart): void;
  /** `change`: number of the change that these events belong to. */
  record(session: Session, events: readonly SessionEvent[], change: number): void;
  /** Everything up to that change is stored; `sendNow` false: `leave` follows at once. */
  release(change: number, sendNow: boolean): void;
  /** The page is hidden (`isEnd` false) or goes away: send what may be sent while that is possible. */
  leave(isEnd: boolean): void;
}
export interface StatementStart {
  readonly session: Session;
  /** '' when nobody knows. */
  readonly learnerId: string;
  readonly scope: string;
}

/** Finds the LMS, opens the attempt and reads what it and this browser hold of it. Never throws. */
export async function openTracking(options: TrackingOptions): Promise<Tracker> {
  const opened = await (options.openLms ?? (() => openScorm(options)))();
  return new Tracker(options, opened?.lms ?? null, opened?.entry ?? null);
}

async function openScorm({ page, config }: TrackingOptions): Promise<OpenedLms | null> {
  const found = await waitForApi(page, config.target === 'scorm2004' ? 'scorm2004' : 'scorm12');
  if (found === null) return null;
  const lms = new ScormLms(found, () => page.navigator.onLine);
  const entry = await lms.open();
  return entry === null ? null : { lms, entry };
}

export class Tracker {
  readonly mode: TrackingMode;
  readonly learnerName: string;
  /** What to resume with; an empty journal = a new attempt. */
  readonly start: Start;
  private readonly scope: string;
  private readonly copies: LocalCopies;
  private readonly saving: Saving | null;
  private readonly learnerId: string;
  private session: Session | null = null;
  private current: TrackingStatus = 'saved';
  private isKept = true;
  private untracked = 0;
  private isClosed = false;
  private listener: (status: TrackingStatus) => void = () => undefined;

  constructor(
    private readonly options: TrackingOptions,
    lms: Lms | null,
    entry: LmsEntry | null,
  ) {
    const { page, config } = options;
    this.learnerId = entry?.learner.id ?? '';
    this.learnerName = entry?.learner.name ?? '';
    this.mode = entry === null ? 'untracked' : entry.mode === 'normal' ? 'normal' : 'review';
    // Who is not known may be anybody: then nothing outlives this tab.
    const store = openTextStore(() => (this.learnerId === '' ? page.sessionStorage : page.localStorage));
    this.scope = localScope(config.package, this.learnerId);
    this.copies = new LocalCopies(store, this.scope);
    this.copies.sweep(Date.now());
    this.start =
      this.mode === 'review'
        ? { journal: entry?.journal ?? '', lostCopy: false }
        : chooseStart(entry?.journal ?? '', this.copies);
    this.saving = lms === null ? null : this.openSaving(lms);
    this.watchPage();
  }

  get status(): TrackingStatus {
    return this.current;
  }

  onStatus(listener: (status: TrackingStatus) => void): void {
    this.listener = listener;
    listener(this.current);
  }

  /** The session as resumed: stored at once, as an LMS sends most at the first commit, which must not be the last one. */
  begin(session: Session): void {
    this.session = session;
    if (this.mode === 'review') return;
    this.options.statements?.open({
      session,
      learnerId: this.learnerId,
      scope: this.scope,
    });
    this.change(true, []);
  }

  /** After every command. The local copy is written before this returns. */
  save(session: Session, events: readonly SessionEvent[]): void {
    this.session = session;
    if (this.mode === 'review') return;
    const isUnitEnd = events.some(
      (event) => event.kind === 'unit-finished' || event.kind === 'module-completed',
    );
    this.change(isUnitEnd, events);
  }

  /** Ends the session with the LMS. The page going away does the same. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    const ending = this.saving?.end();
    // Only when there is something to wait for: in a frame that was taken away nothing after an `await` runs.
    if (ending) await ending;
    if (this.mode !== 'review') this.options.statements?.leave(true);
  }

  private openSaving(lms: Lms): Saving {
    return new Saving({
      lms,
      take: () => {
        if (this.session === null) throw new Error('Call begin() with the session before it is saved.');
        return snapshot(this.session, this.options.config.detail);
      },
      onState: (state) => this.report(state),
      onStored: (change, isSure) => {
        if (isSure) this.keep(true);
        this.options.statements?.release(change, isSure);
      },
    });
  }

  private change(urgent: boolean, events: readonly SessionEvent[]): void {
    if (this.session === null) return;
    this.keep(false);
    const change = this.saving ? this.saving.changed(urgent) : ++this.untracked;
    this.options.statements?.record(this.session, events, change);
    // Without an LMS the local copy is all the storing there is.
    if (!this.saving) this.options.statements?.release(change, true);
  }

  /** `reached`: the LMS has it now. What once was in the LMS stays so marked: an empty LMS then means a new attempt. */
  private keep(reached: boolean): void {
    if (this.session === null) return;
    const { attempt } = this.session.journal;
    const acknowledged = reached || (this.copies.find(attempt)?.acknowledged ?? false);
    const journal = encodeJournal(this.session.journal);
    this.isKept = this.copies.keep({ attempt, journal, at: Date.now(), acknowledged });
    if (this.saving === null) this.setStatus('local');
  }

  private report(state: SavingState): void {
    this.setStatus(state === 'failing' ? (this.isKept ? 'local' : 'failed') : state);
  }

  private setStatus(status: TrackingStatus): void {
    if (this.current === status) return;
    this.current = status;
    this.listener(status);
  }

  private async hide(): Promise<void> {
    await this.saving?.hidden();
    this.options.statements?.leave(false);
  }

  private watchPage(): void {
    const { page } = this.options;
    page.document.addEventListener('visibilitychange', () => {
      if (page.document.visibilityState === 'hidden') {
        void this.hide();
      } else {
        this.saving?.retry();
      }
    });
    page.addEventListener('online', () => this.saving?.retry());
    page.addEventListener('pagehide', () => void this.close());
    // Back from the browser's memory: this session with the LMS is over, only the local copy grows.
    page.addEventListener('pageshow', (event) => {
      if ('persisted' in event && event.persisted === true && this.saving) this.report('failing');
    });
  }
}
