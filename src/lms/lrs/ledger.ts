/** Order and time of arrival: what a reader that goes by `stored` has seen, it has seen whole. */
import type { Run, Store } from '../store/database.js';
import { number, text } from '../store/rows.js';

/** A batch that is being written. */
export interface Arrival {
  /** Milliseconds; absent until the writer has its turn. */
  stored?: number;
}

/**
 * Gives each batch a `stored` later than that of every batch before it, even when the computer's clock is set back, and says up to
 * when all is visible (xAPI 1.0.3 Communication 2.1.3, X-Experience-API-Consistent-Through).
 */
export class Ledger {
  private readonly arriving = new Set<Arrival>();
  private last = 0;
  private place: number | undefined;

  expect(): Arrival {
    const arrival: Arrival = {};
    this.arriving.add(arrival);
    return arrival;
  }

  /** In the writer's turn: the batch's time of storing (ISO 8601, UTC) and the place of its first statement. */
  async stamp(run: Run, arrival: Arrival, count: number): Promise<{ stored: string; place: number }> {
    this.place ??= await this.readLast(run);
    this.last = Math.max(Date.now(), this.last + 1);
    arrival.stored = this.last;
    const place = this.place + 1;
    this.place += count;
    return { stored: new Date(this.last).toISOString(), place };
  }

  done(arrival: Arrival): void {
    this.arriving.delete(arrival);
  }

  /** Every statement stored before this moment can be read. */
  consistentThrough(): string {
    const times = [...this.arriving].flatMap(({ stored }) => (stored === undefined ? [] : [stored - 1]));
    if (times.length > 0) return new Date(Math.min(...times)).toISOString();
    // What comes after this answer is stored after the moment it named.
    this.last = Math.max(this.last, Date.now());
    return new Date(this.last).toISOString();
  }

  private async readLast(run: Run): Promise<number> {
    const [row] = await run(
      "select coalesce(max(place), 0)::double as place, coalesce(max(stored), '') as stored from statements",
    );
    const stored = row ? Date.parse(text(row, 'stored')) : NaN;
    if (!Number.isNaN(stored)) this.last = Math.max(this.last, stored);
    return row ? number(row, 'place') : 0;
  }
}

const ledgers = new WeakMap<Store, Ledger>();

/** The one ledger of a store, as there is one writer. */
export function ledgerOf(store: Store): Ledger {
  const known = ledgers.get(store) ?? new Ledger();
  ledgers.set(store, known);
  return known;
}
