/** Group commit: what waits while one commit reaches the disk goes into the next one together. */
import type { Run } from './database.js';

/** Writes in one commit: more would let the first of them wait long for its answer. */
const LARGEST_GROUP = 64;

interface Write {
  readonly work: (run: Run) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

export class WriteQueue {
  private readonly waiting: Write[] = [];
  private busy: Promise<void> | undefined;

  /** `run`: of the one connection that writes. */
  constructor(private readonly run: Run) {}

  /** Resolves with what `work` gives once that is on disk. */
  add<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve: (result) => resolve(result as T), reject });
      this.busy ??= this.drain();
    });
  }

  /** Nothing is being written, nothing waits. */
  async idle(): Promise<void> {
    while (this.busy) await this.busy;
  }

  private async drain(): Promise<void> {
    // Lets writes of this same turn come in before the first group is taken.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.commit(this.waiting.splice(0, LARGEST_GROUP));
    this.busy = undefined;
  }

  /** All of the group, in order. Where one fails, those before it, itself, and those behind it go apart. */
  private async commit(group: readonly Write[]): Promise<void> {
    const results: unknown[] = [];
    try {
      await this.run('begin transaction');
      for (const write of group) results.push(await write.work(this.run));
      await this.run('commit');
    } catch (error) {
      // A failed commit has rolled back already; then this says so, which is no news.
      await this.run('rollback').catch(() => undefined);
      await this.apart(group, results.length, error);
      return;
    }
    group.forEach((write, index) => write.resolve(results[index]));
  }

  /** `failed`: place of the one that threw, or the length of the group when the commit did. */
  private async apart(group: readonly Write[], failed: number, error: unknown): Promise<void> {
    const [first, ...others] = group;
    if (first && others.length === 0) {
      first.reject(error);
      return;
    }
    const middle = failed < group.length ? failed : Math.ceil(group.length / 2);
    const parts = [group.slice(0, middle), group.slice(middle, middle + 1), group.slice(middle + 1)];
    for (const part of parts) if (part.length > 0) await this.commit(part);
  }
}
