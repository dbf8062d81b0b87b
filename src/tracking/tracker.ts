/** Tracking of one page: where the journal comes from, and where every change of it goes. */
import { afterPaint } from '../after-paint.js';
import { encodeJournal } from '../engine/journal.js';
import { moduleProgress } from '../engine/progress.js';
import type { Session, SessionEvent } from '../engine/session.js';
import type { PackageConfig } from './config.js';
import { waitForApi } from './lms/find-api.js';
import type { Lms, LmsEntry } from './lms/port.js';
import { ScormLms } from './lms/scorm.js';
import { BEHIND_KEPT, LocalCopies } from './local/copies.js';
import { checkSumOf, chooseStart, tryDecode, type Start } from './local/reconcile.js';
import { localScope } from './local/scope.js';
import { claimTab, type TabClaim } from './local/one-tab.js';
import { openTextStore } from './local/text-store.js';
import type { Page } from './page.js';
import { snapshot } from './projection.js';
import { Saving, type SavingState } from './saving.js';
import type { StatementSink } from './statement-sink.js';

/**
 * `saved`: the LMS has everything. `saving`: on its way. `local`: not sent, but kept in this browser.
 * `failed`: not even kept here. `ended`: this session with the LMS is over; only a new launch may go on.
 * `read-only`: another tab has this attempt; nothing may be done here.
 */
export type TrackingStatus = 'saved' | 'saving' | 'local' | 'failed' | 'ended' | 'read-only';
/** `review`: the attempt is over (or a preview), nothing is stored. `untracked`: no LMS answered. */
export type TrackingMode = 'normal' | 'review' | 'untracked';

export interface TrackingOptions {
  readonly page: Page;
  readonly config: PackageConfig;
  /** Tells of every event of the session, once stored; absent: no statements. */
  readonly statements?: StatementSink | undefined;
  /** Opens the attempt where no SCORM API does it; null: there is no LMS, `refused`: it opens no session. */
  readonly openLms?: () => Promise<OpenedLms | 'refused' | null>;
}

export interface OpenedLms {
  readonly lms: Lms;
  readonly entry: LmsEntry;
}

/** Finds the LMS, opens the attempt and reads what it and this browser hold of it. Never throws. */
export async function openTracking(options: TrackingOptions): Promise<Tracker> {
  const opened = await (options.openLms ?? (() => openScorm(options)))();
  const isRefused = opened === 'refused';
  const tracker =
    isRefused || opened === null
      ? new Tracker(options, null, null)
      : new Tracker(options, opened.lms, opened.entry);
  tracker.isRefused = isRefused;
  await tracker.claim();
  return tracker;
}

async function openScorm({ page, config }: TrackingOptions): Promise<OpenedLms | 'refused' | null> {
  const found = await waitForApi(page, config.target === 'scorm2004' ? 'scorm2004' : 'scorm12');
  if (found === null) return null;
  const lms = new ScormLms(found, () => page.navigator.onLine);
  const entry = await lms.open();
  return entry === null ? 'refused' : { lms, entry };
}

export class Tracker {
  readonly mode: TrackingMode;
  readonly learnerName: string;
  /** There is an LMS, but it opens no session: after a click in its table of contents, or when the login ran out. */
  isRefused = false;
  /** What to resume with; an empty journal = a new attempt. */
  readonly start: Start;
  /** What the learner chose for his own screen (text size and the like): one text, the same in all modules. */
  readonly preferences: { readonly read: () => string; readonly write: (text: string) => void };
  private readonly scope: string;
  private readonly copies: LocalCopies;
  /** The attempt that the LMS gave back at the launch. */
  private readonly given: string | undefined;
  private readonly saving: Saving | null;
  /** As the LMS gives it; '' when nobody knows. */
  readonly learnerId: string;
  private readonly launchData: string;
  private session: Session | null = null;
  private current: TrackingStatus = 'saved';
  private isKept = true;
  /** Check sums of what the LMS gave and was handed. */
  private behind: string[] = [];
  private changes = 0;
  private isClosed = false;
  private tab: TabClaim | null = null;
  private readonly openedAt = Date.now();
  private listener: (status: TrackingStatus) => void = () => undefined;

  constructor(
    private readonly options: TrackingOptions,
    lms: Lms | null,
    entry: LmsEntry | null,
  ) {
    const { page, config } = options;
    this.learnerId = entry?.learner.id ?? '';
    this.learnerName = entry?.learner.name ?? '';
    this.launchData = entry?.launchData ?? '';
    this.mode = entry === null ? 'untracked' : entry.mode === 'normal' ? 'normal' : 'review';
    // Who is not known may be anybody: then nothing outlives this tab.
    const store = openTextStore(() => (this.learnerId === '' ? page.sessionStorage : page.localStorage));
    const preferences = `${localScope('weergave', this.learnerId)}keuze`;
    this.preferences = {
      read: () => store.get(preferences) ?? '',
      write: (text) => void store.set(preferences, text),
    };
    this.scope = localScope(config.package, this.learnerId);
    this.copies = new LocalCopies(store, this.scope);
    this.copies.sweep(Date.now());
    this.given = tryDecode(entry?.journal ?? '')?.attempt;
    this.start = this.findStart(entry);
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

  /** May nothing be done here? So while another tab has the attempt, and after the session ended: it could not be stored. */
  get isReadOnly(): boolean {
    return this.mode === 'normal' && (this.isClosed || this.tab?.isFirst === false);
  }

  /** Two tabs of one attempt: only one may write. Waits for the answer, at most a moment. */
  async claim(): Promise<void> {
    if (this.mode !== 'normal' || this.learnerId === '') return;
    this.tab = await claimTab(this.options.page, `${this.scope}tab`);
    if (this.isReadOnly) this.setStatus('read-only');
  }

  /**
   * The other tab is gone: `goOn` gets the journal to go on with, begins it and says whether it could. Nothing was done here
   * in the mean time. Without the other's own copy nobody knows what was: then only a new launch may write.
   */
  onTakeOver(goOn: (journal: string) => Promise<boolean>): void {
    this.tab?.whenFirst(async () => {
      const newest = this.copies.findNewest();
      const isTheirs =
        newest?.attempt === this.session?.journal.attempt || (newest?.at ?? 0) >= this.openedAt;
      if (!this.isClosed && newest && isTheirs && (await goOn(newest.journal))) return true;
      this.setStatus('ended');
      return false;
    });
  }

  /** The session as resumed: stored soon, as an LMS sends most at the first commit, which must not be the last one. */
  begin(session: Session): void {
    this.session = session;
    if (this.isReadOnly) return;
    const { learnerId, launchData, scope } = this;
    const isReview = this.mode === 'review';
    this.options.statements?.open({ session, learnerId, launchData, scope, isReview });
    if (!isReview) this.change(true, []);
  }

  /** After every command. The local copy is written before this returns; the LMS, which may block the page, follows the paint. */
  save(session: Session, events: readonly SessionEvent[]): void {
    this.session = session;
    if (this.mode === 'review' || this.isReadOnly) return;
    const isUnitEnd = events.some(
      (event) => event.kind === 'unit-finished' || event.kind === 'module-completed',
    );
    this.change(isUnitEnd, events);
  }

  /** Ends the session with the LMS. The page going away does the same. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    const tells = this.mode !== 'review' && !this.isReadOnly;
    this.isClosed = true;
    const ending = this.saving?.end();
    // Only when there is something to wait for: in a frame that was taken away nothing after an `await` runs.
    if (ending) await ending;
    if (tells) this.options.statements?.leave(true);
    this.tab?.release();
  }

  private findStart(entry: LmsEntry | null): Start {
    const journal = entry?.journal ?? '';
    if (this.mode !== 'review') {
      // Without a name an earlier copy in this tab may be another learner's.
      const start = chooseStart(journal, this.copies, entry !== null && this.learnerId === '');
      const copy = this.copies.findNewest();
      this.behind = [...(copy?.journal === start.journal ? copy.behind : []), checkSumOf(journal)];
      return start;
    }
    // It came back from the LMS, so it is there; nothing may be stored any more in any case.
    const attempt = tryDecode(journal)?.attempt;
    if (attempt !== undefined) this.copies.drop(attempt);
    return { journal, lostCopy: false };
  }

  private openSaving(lms: Lms): Saving {
    return new Saving({
      lms,
      // The first frame has the words, the second what may be said now, the third what stands around them.
      afterPaint: afterPaint(this.options.page, 3),
      take: () => {
        if (this.session === null) throw new Error('Call begin() with the session before it is saved.');
        const taken = snapshot(this.session, this.options.config.detail);
        this.behind.push(checkSumOf(taken.journal));
        return taken;
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
    const change = ++this.changes;
    // Before the action is kept: an event without its action is noticed and dropped, an action without its event is not.
    this.options.statements?.record(this.session, events, change);
    this.keep(false);
    this.saving?.changed(change, urgent);
    // Without an LMS the local copy is all the storing there is.
    if (!this.saving) this.options.statements?.release(change, true);
  }

  /**
   * `reached`: the LMS says that it has it now. What once was in the LMS stays so marked: an empty LMS then means a new attempt.
   * It surely was there when a launch gave it back; a 'true' is believed only of an attempt that is completed, as no LMS begins
   * another one before that, and some say 'true' and store nothing.
   */
  private keep(reached: boolean): void {
    if (this.session === null) return;
    const { attempt } = this.session.journal;
    const isBelieved = reached && moduleProgress(this.session).completed;
    const acknowledged =
      this.given === attempt || isBelieved || (this.copies.find(attempt)?.acknowledged ?? false);
    const journal = encodeJournal(this.session.journal);
    const behind = (this.behind = [...new Set(this.behind)].slice(-BEHIND_KEPT));
    this.isKept = this.copies.keep({ attempt, journal, at: Date.now(), acknowledged, behind });
    if (this.saving === null) this.setStatus(this.isKept ? 'local' : 'failed');
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
    if (this.mode === 'review' || this.isReadOnly) return;
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
    // Back from the browser's memory: this session with the LMS is over, and another tab may have gone on.
    page.addEventListener('pageshow', (event) => {
      if ('persisted' in event && event.persisted === true && this.saving) this.report('ended');
    });
  }
}
