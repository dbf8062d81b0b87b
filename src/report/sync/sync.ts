/** From an LRS into the facts: what was stored since the last time, page by page, so that an interruption costs one batch. */
import { setImmediate } from 'node:timers/promises';
import type { Facts } from '../facts/facts.js';
import { member, textOf } from '../facts/json.js';
import type { Tally } from '../facts/tally.js';
import { ask, LrsProblem, type Answer, type AskOptions, type LrsAccess } from './connection.js';
import { Intake } from './intake.js';
import { moreAtEnds } from './more.js';

/** Statements asked for at once; an LRS may give fewer. */
const PAGE = 1_000;
/** An LRS with several writers may show a statement later than a younger one. */
const OVERLAP_MS = 60_000;

/** Below a page, its list and a statement: the members of statements are what comes again. */
const MEMBERS = 3;

export interface SyncOptions extends AskOptions {
  /** Leaves out what the LRS stored before this moment (ISO 8601). */
  readonly since?: string;
  /** `share`: how far, 0..1, by the time at which statements were stored; null: not known. */
  readonly onProgress?: (read: number, share: number | null) => void;
  /** Smaller for tests. */
  readonly batchBytes?: number;
  readonly batchTime?: number;
}

/**
 * Reads all that is new. What was read before an error is kept, and the next time goes on from there.
 * @throws LrsProblem, FactsUnavailable
 */
export async function syncLrs(facts: Facts, access: LrsAccess, options: SyncOptions = {}): Promise<Tally> {
  const name = `cursor ${access.endpoint}`;
  const cursor = await facts.setting(name);
  const reader = new Reader(facts, access, { ...options, name });
  await reader.read(startOf(cursor, options.since));
  return reader.tally;
}

function startOf(cursor: string | null, since: string | undefined): string | null {
  const again = cursor === null ? null : new Date(Date.parse(cursor) - OVERLAP_MS).toISOString();
  if (since === undefined) return again;
  return again === null || again < since ? since : again;
}

interface Page {
  readonly statements: readonly unknown[];
  readonly bytes: number;
  /** Address of the next page. */
  readonly more: string | null;
}

/** A page that was asked for. */
interface Coming {
  readonly address: string;
  /** Null: the continuation has expired. */
  readonly coming: Promise<Buffer | null>;
}

class Reader {
  private read_ = 0;
  private first: number | null = null;
  private cursor: string | null = null;
  /** Up to when the LRS showed everything, as it said first. */
  private through: string | null = null;
  private readonly intake: Intake;
  /** Stops what was asked ahead when reading ends in an error. */
  private readonly ending = new AbortController();
  private readonly signal: AbortSignal;

  constructor(
    facts: Facts,
    private readonly access: LrsAccess,
    private readonly options: SyncOptions & { readonly name: string },
  ) {
    this.intake = new Intake(facts, { ...options, keep: (stored) => this.keep(stored) });
    const { signal } = this.ending;
    this.signal = options.signal ? AbortSignal.any([options.signal, signal]) : signal;
  }

  get tally(): Tally {
    return this.intake.tally;
  }

  async read(since: string | null): Promise<void> {
    try {
      await this.readFrom(since);
    } catch (error) {
      this.ending.abort();
      // What came before it counts; what then goes wrong is no news beside it.
      await this.intake.settle().catch(() => undefined);
      throw error;
    }
    await this.intake.settle();
  }

  private async readFrom(since: string | null): Promise<void> {
    let coming = this.fetch(this.firstAddress(since), true);
    for (;;) {
      const bytes = await coming;
      if (bytes === null) {
        // The LRS no longer knows where it was: from what was read last.
        await this.intake.settle();
        coming = this.fetch(this.firstAddress(startOf(this.cursor, since ?? undefined)), true);
        continue;
      }
      const likely = await this.ahead(bytes);
      const page = this.readPage(bytes);
      const next = page.more === likely?.address ? likely : this.next(page.more);
      await this.take(page);
      if (next === null) return;
      coming = next.coming;
    }
  }

  /** Asks for the page after this one before this one is read, where its ends say which that is. */
  private async ahead(bytes: Buffer): Promise<Coming | null> {
    const more = moreAtEnds(bytes);
    if (more === null) return null;
    const next = this.next(addressOf(more, this.access.endpoint));
    // So that the request goes out first: reading a page holds up all else.
    await setImmediate();
    return next;
  }

  private next(address: string | null): Coming | null {
    if (address === null) return null;
    const coming = this.fetch(address, false);
    // On its way while a page is read; an error must not be nobody's meanwhile.
    coming.catch(() => undefined);
    return { address, coming };
  }

  private firstAddress(since: string | null): string {
    const query = new URLSearchParams({
      ...{ ascending: 'true', limit: String(PAGE), format: 'exact' },
      ...(since === null ? {} : { since }),
    });
    return `${this.access.endpoint}statements?${query.toString()}`;
  }

  /** Null: the continuation has expired. */
  private async fetch(address: string, isFirst: boolean): Promise<Buffer | null> {
    try {
      const answer = await ask(this.access, address, {}, { ...this.options, signal: this.signal });
      this.through ??= consistentThrough(answer);
      return answer.bytes;
    } catch (error) {
      const isExpired = error instanceof LrsProblem && [400, 404, 410].includes(error.status);
      if (isExpired && !isFirst) return null;
      throw error;
    }
  }

  /** @throws LrsProblem when it is no page of statements */
  private readPage(bytes: Buffer): Page {
    const { endpoint } = this.access;
    const page = this.intake.reader.json.parsed(bytes, MEMBERS);
    const statements = member(page, 'statements');
    if (page === undefined && /^\s*\{/.test(bytes.toString('latin1', 0, 100)))
      throw new LrsProblem(`What ${endpoint} sent is no JSON, so nothing of it was taken in. Try again.`, 0);
    if (!Array.isArray(statements))
      throw new LrsProblem(`${endpoint} answers with something else than statements: check --lrs.`, 0);
    const more = textOf(member(page, 'more')) ?? '';
    return { statements, bytes: bytes.length, more: addressOf(more, endpoint) };
  }

  private async take({ statements, bytes }: Page): Promise<void> {
    this.read_ += statements.length;
    this.first ??= storedAt(statements[0]);
    this.options.onProgress?.(this.read_, this.shareAt(storedAt(statements.at(-1))));
    await this.intake.take(bytes, (gathered) => {
      for (const statement of statements) gathered.statement(statement);
    });
  }

  private shareAt(stored: number | null): number | null {
    const end = this.through === null ? Date.now() : Date.parse(this.through);
    if (stored === null || this.first === null || end <= this.first) return null;
    return Math.min(1, Math.max(0, (stored - this.first) / (end - this.first)));
  }

  private keep(stored: string | null): Readonly<Record<string, string>> {
    if (stored === null) return {};
    const safe = this.through !== null && this.through < stored ? this.through : stored;
    if (this.cursor === null || safe > this.cursor) this.cursor = safe;
    return { [this.options.name]: this.cursor };
  }
}

// xAPI 1.0.3 Communication 2.1.3: statements stored before this moment can all be read.
function consistentThrough({ headers }: Answer): string | null {
  const time = Date.parse(headers.get('X-Experience-API-Consistent-Through') ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** For progress alone. */
function storedAt(statement: unknown): number | null {
  const time = Date.parse(textOf(member(statement, 'stored')) ?? '');
  return Number.isNaN(time) ? null : time;
}

/** `more` is relative to the LRS's host; the key goes nowhere else. '': there is no next page. */
function addressOf(more: string, endpoint: string): string | null {
  if (more === '') return null;
  const next = new URL(more, endpoint);
  const { origin } = new URL(endpoint);
  // An LRS behind a proxy may name itself by its inner address.
  return origin + next.pathname + next.search;
}
