/** Copies of journals in this browser: written at every action, so that a reload right after it loses nothing. */
import type { TextStore } from './text-store.js';

export interface LocalCopy {
  readonly attempt: string;
  readonly journal: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The LMS has held this attempt at least once. */
  readonly acknowledged: boolean;
  /** Check sums of the journals that this one came from: those that the LMS gave, and those that it was handed. */
  readonly behind: readonly string[];
}

/** So many of them tell all that a session handed over, unless the LMS fails for hours. */
export const BEHIND_KEPT = 40;

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

  /** False: this browser could not keep it; then an older copy is gone too, so that none is taken for the newest. */
  keep(copy: LocalCopy): boolean {
    const { attempt, ...kept } = copy;
    const key = this.key(attempt);
    const text = JSON.stringify(kept);
    if (this.store.set(key, text)) return this.isDurable;
    this.store.remove(key);
    return this.store.set(key, text) && this.isDurable;
  }

  find(attempt: string): LocalCopy | null {
    return readCopy(attempt, this.store.get(this.key(attempt)));
  }

  /** The newest attempt of which nothing ever reached the LMS. */
  findUnsent(): LocalCopy | null {
    return newestOf(this.all().filter((copy) => !copy.acknowledged));
  }

  findNewest(): LocalCopy | null {
    return newestOf(this.all());
  }

  private all(): readonly LocalCopy[] {
    const start = this.key('');
    return this.store
      .keys()
      .filter((key) => key.startsWith(start))
      .flatMap((key) => readCopy(key.slice(start.length), this.store.get(key)) ?? []);
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

function newestOf(copies: readonly LocalCopy[]): LocalCopy | null {
  return copies.reduce<LocalCopy | null>(
    (newest, copy) => (!newest || copy.at > newest.at ? copy : newest),
    null,
  );
}

function readCopy(attempt: string, text: string | null): LocalCopy | null {
  if (text === null) return null;
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return null;
    const { journal, at, acknowledged, behind } = found as Record<string, unknown>;
    if (typeof journal !== 'string' || typeof at !== 'number') return null;
    const known = Array.isArray(behind) ? behind.filter((one) => typeof one === 'string') : [];
    return { attempt, journal, at, acknowledged: acknowledged === true, behind: known };
  } catch {
    return null;
  }
}
