/** Everything about one attempt that the oracle is told: what was clicked, what the learner read, who surely holds what. */
import type { Module } from '../../src/content/module.js';
import type { Browser } from './browser.js';
import { describe, Line, type Lie } from './oracle.js';

type Range = readonly [least: number, most: number];

export class Attempt {
  line: Line;
  /** Clicks that were lost to another way of going on. */
  readonly others: Line[] = [];
  /** Clicks that the learner read were saved. */
  acked = 0;
  /** Once completed, a review writes nothing: what such a commit dropped stays behind. */
  readonly lies: Lie[] = [];
  /** The browser that surely holds so many clicks. */
  held: { readonly browser: Browser; readonly clicks: number } | null = null;
  /** A page that is killed while it begins or ends may have come to it or not. */
  visits: Range = [0, 0];
  goodbyes: Range = [0, 0];

  constructor(
    private readonly module: Module,
    id: string,
  ) {
    this.line = new Line(module, id);
  }

  /** A new attempt after this one. What of an attempt before this one never arrived anywhere is not lost yet: it may go on there. */
  next(id: string): Attempt {
    const next = new Attempt(this.module, id);
    next.others.push(...this.others.filter(({ attempt }) => attempt !== this.line.attempt));
    if (next.others.length > 0) {
      // What was not told yet of its visits is told when it goes on.
      next.visits = [0, this.visits[1]];
      next.goodbyes = [0, this.goodbyes[1]];
    }
    return next;
  }

  /** Takes up what came back; gives what is wrong with it, as far as anybody could promise more. */
  resumed(journal: string, attempt: string, browser: Browser | null): string | null {
    const known = [this.line, ...this.others].find((line) => line.lengthOf(journal) >= 0);
    const length = known?.lengthOf(journal) ?? 0;
    const isHeld = browser !== null && this.held?.browser === browser;
    const least = isHeld ? Math.max(this.acked, this.held?.clicks ?? 0) : this.acked;
    const line = known ?? new Line(this.module, attempt);
    if (line.lengthOf(journal) < 0) return `what came back is ${describe(this.line, journal)}`;
    if (length < least || !this.sharesAcked(line))
      return `only ${length} clicks came back; ${least} were ${isHeld ? 'kept in this browser' : 'saved'}`;
    if (line !== this.line || length !== line.clicks.length) this.goOn(line, length);
    return null;
  }

  private goOn(line: Line, length: number): void {
    if (this.line.clicks.length > 0) this.others.push(this.line);
    if (line.attempt !== this.line.attempt) {
      // Nothing of that attempt ever arrived: its visits are told to nobody, unless it comes back.
      this.visits = [0, this.visits[1]];
      this.goodbyes = [0, this.goodbyes[1]];
    }
    this.line = line.upTo(length);
  }

  private sharesAcked(line: Line): boolean {
    const acked = this.line.clicks.slice(0, this.acked);
    return acked.every((click, at) => JSON.stringify(click) === JSON.stringify(line.clicks[at]));
  }
}

export const plus = ([least, most]: Range, isSure: boolean): Range => [least + (isSure ? 1 : 0), most + 1];
