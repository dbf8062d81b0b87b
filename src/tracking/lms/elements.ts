/**
 * The data-model elements of one SCORM session: writes only what changed, and knows what the LMS really has.
 * Moodle 1.2 marks values as sent before it sends them, so after a failed commit it skips them for ever unless they
 * change. Such values are first sent slightly different ('nudged'), then as meant.
 */
import type { Accepted, ScormCalls } from './calls.js';
import type { Occasion, Stored } from './port.js';

export type Pair = readonly [element: string, value: string];
/** Another valid value for an element, or null when the LMS resends by itself. */
export type Nudge = (element: string, value: string) => string | null;

export interface ElementsOptions {
  readonly calls: ScormCalls;
  readonly nudge: Nudge;
  /** Without these, the attempt is not safe: refusing one makes every commit a failed one. */
  readonly essential: readonly string[];
  /** Resent nudged when there is one request left: the journal, from which all follows, and the score, which a review keeps as it is. */
  readonly last: readonly string[];
  readonly isOnline: () => boolean;
}

export class Elements {
  private readonly written = new Map<string, string>();
  /** Handed to the LMS since its last sure commit. */
  private readonly open = new Set<string>();
  /** Was in a commit that failed or could not be sure. */
  private readonly doubtful = new Set<string>();
  private readonly refused = new Set<string>();
  private readonly unsupported = new Set<string>();

  constructor(private readonly options: ElementsOptions) {}

  /** Is there anything that the LMS may not have? */
  get isPending(): boolean {
    return this.open.size > 0 || this.refused.size > 0;
  }

  /** The LMS gave this value back when the session opened. */
  has(element: string, value: string): void {
    this.written.set(element, value);
  }

  put(element: string, value: string): void {
    if (this.written.get(element) === value || this.isUnsupported(element)) return;
    this.settle(element, value, this.options.calls.set(element, value));
  }

  commit(occasion: Occasion): Stored {
    if (this.doubtful.size > 0 && !this.resend(occasion)) {
      // What was new in it counts as sent too.
      this.doubt();
      return 'failed';
    }
    const accepted = this.options.calls.commit();
    const isSure = occasion === 'playing' && this.options.isOnline();
    if (accepted && isSure) {
      this.open.clear();
      this.doubtful.clear();
    } else {
      this.doubt();
    }
    if (!accepted || this.refused.size > 0) return 'failed';
    return isSure ? 'stored' : 'unsure';
  }

  private settle(element: string, value: string, accepted: Accepted): void {
    if (accepted === 'yes') {
      this.written.set(element, value);
      this.open.add(element);
      this.refused.delete(element);
    } else if (this.options.essential.includes(element)) {
      this.refused.add(element);
    } else if (accepted === 'unsupported') {
      this.unsupported.add(listOf(element));
    }
  }

  private doubt(): void {
    for (const element of this.open) this.doubtful.add(element);
  }

  private isUnsupported(element: string): boolean {
    return this.unsupported.has(listOf(element));
  }

  /** While leaving there is time for one request only: what matters most goes nudged. */
  private resend(occasion: Occasion): boolean {
    const { calls, last } = this.options;
    if (occasion === 'leaving') {
      for (const element of last) if (this.doubtful.has(element)) this.setNudged(element);
      return true;
    }
    const nudged = [...this.doubtful].filter((element) => this.setNudged(element));
    if (nudged.length > 0 && !calls.commit()) return false;
    for (const element of this.doubtful) calls.set(element, this.written.get(element) ?? '');
    return true;
  }

  private setNudged(element: string): boolean {
    const value = this.written.get(element) ?? '';
    const other = this.options.nudge(element, value);
    return other !== null && this.options.calls.set(element, other) === 'yes';
  }
}

/** `cmi.interactions.3.id` and all its like belong to `cmi.interactions`; other elements stand alone. */
function listOf(element: string): string {
  return element.replace(/\.\d+\..*$/, '');
}
