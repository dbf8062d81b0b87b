/** When to store, and how it goes: one writer to the LMS, however many choices the learner makes. */
import type { AfterPaint } from '../after-paint.js';
import type { Lms, Occasion, Stored } from './lms/port.js';
import type { Snapshot } from './snapshot.js';

/** Least time between two commits while playing: an LMS blocks the page for each. */
const GAP_MS = 5_000;
const RETRY_MS = [5_000, 10_000, 20_000, 40_000, 60_000];

/** `ended`: the session with the LMS is over. */
export type SavingState = 'saved' | 'saving' | 'failing' | 'ended';

export interface SavingOptions {
  readonly lms: Lms;
  /** An LMS blocks the page while it stores: it waits until the learner sees what he did. */
  readonly afterPaint: AfterPaint;
  /** The state as it is now; called only when it is about to be stored. */
  readonly take: () => Snapshot;
  readonly onState: (state: SavingState) => void;
  /** The LMS took everything up to the given change; `isSure`: and it could know. */
  readonly onStored: (change: number, isSure: boolean) => void;
}

export class Saving {
  private change = 0;
  private stored = 0;
  private failures = 0;
  private lastCommit = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** A commit follows the next paint, unless another one is there before it. */
  private isPlanned = false;
  private isBusy = false;
  private isEnded = false;

  constructor(private readonly options: SavingOptions) {}

  /** Something changed, the change of this number (counted from 1); `urgent`: store it as soon as the screen shows it. */
  changed(change: number, urgent: boolean): void {
    this.change = change;
    if (this.isEnded) {
      this.options.onState('ended');
      return;
    }
    if (this.failures === 0) this.options.onState('saving');
    if (urgent) this.plan();
    else this.schedule(this.lastCommit + GAP_MS - Date.now());
  }

  /** The page is hidden: perhaps for good, so do not wait. */
  hidden(): Promise<void> {
    return this.stored < this.change ? this.commit('leaving') : Promise.resolve();
  }

  /** Back in sight, or back online: what could not be sure is sent again. */
  retry(): void {
    if (this.stored < this.change) void this.commit('playing');
  }

  /** The page goes away, or the learner closes the module. Once. Undefined: it is done already, nothing to wait for. */
  end(): Promise<void> | undefined {
    if (this.isEnded) return undefined;
    this.isEnded = true;
    clearTimeout(this.timer);
    const change = this.change;
    // Nothing yet, or nothing that this tab may write.
    const isWritten = change > 0 && this.write();
    const settle = (stored: Stored): void => {
      if (isWritten && stored !== 'failed') this.options.onStored(change, false);
    };
    const stored = this.options.lms.finish();
    if (typeof stored !== 'string') return stored.then(settle);
    settle(stored);
    return undefined;
  }

  private plan(): void {
    if (this.isPlanned) return;
    this.isPlanned = true;
    this.options.afterPaint(() => {
      if (this.isPlanned) void this.commit('playing');
    });
  }

  // Not async: all of it up to the adapter's own work must happen while the page still lives.
  private commit(occasion: Occasion): Promise<void> {
    this.isPlanned = false;
    if (this.isEnded || (this.isBusy && occasion === 'playing')) return Promise.resolve();
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isBusy = true;
    const change = this.change;
    const isWritten = this.write();
    this.lastCommit = Date.now();
    const outcome = isWritten ? this.options.lms.commit(occasion) : Promise.resolve<Stored>('failed');
    return outcome.then((stored) => this.settle(change, occasion, stored));
  }

  private settle(change: number, occasion: Occasion, stored: Stored): void {
    this.isBusy = false;
    if (stored === 'stored') {
      this.failures = 0;
      this.stored = Math.max(this.stored, change);
      this.options.onStored(change, true);
      if (this.stored === this.change) this.options.onState('saved');
      else this.schedule(this.lastCommit + GAP_MS - Date.now());
    } else if (stored === 'unsure' && occasion === 'leaving') {
      this.options.onStored(change, false);
    } else {
      this.options.onState('failing');
      this.schedule(RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? GAP_MS);
      this.failures++;
    }
  }

  private write(): boolean {
    try {
      this.options.lms.write(this.options.take());
      return true;
    } catch {
      // The journal stays in the local copy; the learner sees that it is not stored.
      return false;
    }
  }

  /** A commit that is planned already is early enough. */
  private schedule(delay: number): void {
    if (this.isEnded) return;
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        this.plan();
      },
      Math.max(0, delay),
    );
  }
}
