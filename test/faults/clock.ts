/** Time of a run: stands still until it is told to go on, so that minutes of waiting take no time and a seed plays the same again. */

const real = { Date, setTimeout, clearTimeout, random: Math.random };

export class Clock {
  private timers = new Map<number, { readonly at: number; readonly work: () => void }>();
  private lastId = 0;

  constructor(private time: number) {}

  get now(): number {
    return this.time;
  }

  /** Takes the place of the globals; gives back what restores them. */
  install(random: () => number): () => void {
    const now = (): number => this.time;
    class RunDate extends real.Date {
      constructor(...given: unknown[]) {
        // Dates are made of nothing (now), or of what a Date takes.
        super(...((given.length === 0 ? [now()] : given) as [number]));
      }
      static override now = now;
    }
    const schedule = (work: () => void, delay = 0): number => {
      this.timers.set(++this.lastId, { at: this.time + Math.max(0, delay), work });
      return this.lastId;
    };
    const cancel = (id: unknown): void => void this.timers.delete(Number(id));
    Object.assign(globalThis, { Date: RunDate, setTimeout: schedule, clearTimeout: cancel });
    Math.random = random;
    return () => {
      Object.assign(globalThis, {
        Date: real.Date,
        setTimeout: real.setTimeout,
        clearTimeout: real.clearTimeout,
      });
      Math.random = real.random;
    };
  }

  /** Time passes while something blocks the page: no timer runs. */
  block(milliseconds: number): void {
    this.time += milliseconds;
  }

  /** Runs what is due, one after the other, and lets all that follows from it happen. */
  async pass(milliseconds: number, settle: () => Promise<void>): Promise<void> {
    const until = this.time + milliseconds;
    await settle();
    for (;;) {
      const [next] = [...this.timers].sort(([a, one], [b, other]) => one.at - other.at || a - b);
      if (!next || next[1].at > until) break;
      this.timers.delete(next[0]);
      this.time = Math.max(this.time, next[1].at);
      next[1].work();
      await settle();
    }
    this.time = Math.max(this.time, until);
  }

  /** A page that is gone takes its timers with it. */
  clear(): void {
    this.timers.clear();
  }
}
