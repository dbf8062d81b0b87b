/** Copies of journals in this browser: written at every action, so that a reload right after it loses nothing. */
import type { TextStore } from './text-store.js';

export interface LocalCopy {
  readonly attempt: string;
  readonly journal: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The LMS has held this attempt at least once. */
  readonly acknowledged: boolean;
}

const KEPT_MS = 30 * 24 * 3_600_000;
const KIND = 'copy:';

export class LocalCopies {
  /** `scope` as `localScope` makes it. */
  constructor(
    private readonly store: TextStore,
    private readonly scope: string,
  ) {}

  get isDurable(): boolean {
    return this.store.isDurable;
  }

  /** False: this browser could not keep it. */
  keep(copy: LocalCopy): boolean {
    const { attempt, journal, at, acknowledged } = copy;
    return this.store.set(this.key(attempt), JSON.stringify({ journal, at, acknowledged })) && this.isDurable;
  }

  find(attempt: string): LocalCopy | null {
    return readCopy(attempt, this.store.get(this.key(attempt)));
  }

  /** The newest attempt of which nothing ever reached the LMS. */
  findUnsent(): LocalCopy | null {
    const start = this.key('');
    const copies = this.store
      .keys()
      .filter((key) => key.startsWith(start))
      .map((key) => readCopy(key.slice(start.length), this.store.get(key)))
      .filter((copy) => copy !== null && !copy.acknowledged);
    return copies.reduce<LocalCopy | null>(
      (newest, copy) => (copy && (!newest || copy.at > newest.at) ? copy : newest),
      null,
    );
  }

  drop(attempt: string): void {
    this.store.remove(this.key(attempt));
  }

  /** Removes copies of anybody, of any of our packages, that are older than 30 days. */
  sweep(now: number): void {
    for (const key of this.store.keys()) {
      if (!/^zt:[^:]+:[0-9a-f]{16}:copy:/.test(key)) continue;
      const copy = readCopy('', this.store.get(key));
      if (copy === null || now - copy.at > KEPT_MS) this.store.remove(key);
    }
  }

  private key(attempt: string): string {
    return this.scope + KIND + attempt;
  }
}

function readCopy(attempt: string, text: string | null): LocalCopy | null {
  if (text === null) return null;
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return null;
    const { journal, at, acknowledged } = found as Record<string, unknown>;
    if (typeof journal !== 'string' || typeof at !== 'number') return null;
    return { attempt, journal, at, acknowledged: acknowledged === true };
  } catch {
    return null;
  }
}
