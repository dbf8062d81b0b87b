/** From an LRS into the facts: what was stored since the last time, page by page, so that an interruption costs one batch. */
import { addTallies, NOTHING_READ, type Facts, type Tally } from '../facts/facts.js';
import { ask, LrsProblem, type Answer, type AskOptions, type LrsAccess } from './connection.js';

/** Statements asked for at once; an LRS may give fewer. */
const PAGE = 1_000;
/** Bytes of pages that are taken in together. */
const BATCH = 24_000_000;
/** An LRS with several writers may show a statement later than a younger one. */
const OVERLAP_MS = 60_000;

export interface SyncOptions extends AskOptions {
  /** Leaves out what the LRS stored before this moment (ISO 8601). */
  readonly since?: string;
  /** `share`: how far, 0..1, by the time at which statements were stored; null: not known. */
  readonly onProgress?: (read: number, share: number | null) => void;
  /** Smaller for tests. */
  readonly batchBytes?: number;
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
  readonly bytes: Buffer;
  readonly count: number;
  readonly firstStored: string | null;
  readonly lastStored: string | null;
  /** Address of the next page. */
  readonly more: string | null;
}

class Reader {
  tally: Tally = NOTHING_READ;
  private pages: Buffer[] = [];
  private bytes = 0;
  private read_ = 0;
  private first: number | null = null;
  private cursor: string | null = null;
  /** Up to when the LRS showed everything, as it said first. */
  private through: string | null = null;
  /** The batch that is being taken in while the next one is fetched. */
  private adding: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly facts: Facts,
    private readonly access: LrsAccess,
    private readonly options: SyncOptions & { readonly name: string },
  ) {}

  async read(since: string | null): Promise<void> {
    try {
      await this.readFrom(since);
    } catch (error) {
      // What came before it counts; what then goes wrong is no news beside it.
      await this.settle().catch(() => undefined);
      throw error;
    }
    await this.settle();
  }

  private async readFrom(since: string | null): Promise<void> {
    let address: string | null = this.firstAddress(since);
    let isFirst = true;
    while (address !== null) {
      const page: Page | null = await this.fetch(address, isFirst);
      if (page === null) {
        // The LRS no longer knows where it was: from what was read last.
        await this.settle();
        address = this.firstAddress(startOf(this.cursor, since ?? undefined));
        isFirst = true;
        continue;
      }
      isFirst = false;
      await this.take(page);
      address = page.more;
    }
  }

  private firstAddress(since: string | null): string {
    const query = new URLSearchParams({
      ...{ ascending: 'true', limit: String(PAGE), format: 'exact' },
      ...(since === null ? {} : { since }),
    });
    return `${this.access.endpoint}statements?${query.toString()}`;
  }

  /** Null: the continuation has expired. */
  private async fetch(address: string, isFirst: boolean): Promise<Page | null> {
    try {
      const answer = await ask(this.access, address, {}, this.options);
      this.through ??= consistentThrough(answer);
      return readPage(answer.bytes, this.access.endpoint);
    } catch (error) {
      const isExpired = error instanceof LrsProblem && [400, 404, 410].includes(error.status);
      if (isExpired && !isFirst) return null;
      throw error;
    }
  }

  private async take(page: Page): Promise<void> {
    this.pages.push(page.bytes);
    this.bytes += page.bytes.length;
    this.read_ += page.count;
    this.first ??= page.firstStored === null ? null : Date.parse(page.firstStored);
    this.options.onProgress?.(this.read_, this.shareAt(page.lastStored));
    if (this.bytes >= (this.options.batchBytes ?? BATCH)) await this.flush();
  }

  private shareAt(stored: string | null): number | null {
    const end = this.through === null ? Date.now() : Date.parse(this.through);
    if (stored === null || this.first === null || end <= this.first) return null;
    return Math.min(1, Math.max(0, (Date.parse(stored) - this.first) / (end - this.first)));
  }

  private async flush(): Promise<void> {
    await this.adding;
    const { pages } = this;
    if (pages.length === 0) return;
    this.pages = [];
    this.bytes = 0;
    const adding = this.facts
      .add({ pages }, (stored) => this.keep(stored))
      .then((tally) => {
        this.tally = addTallies(this.tally, tally);
      });
    // Awaited before the next batch; an error must not be nobody's meanwhile.
    adding.catch(() => undefined);
    this.adding = adding;
  }

  private async settle(): Promise<void> {
    await this.flush();
    await this.adding;
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

/** Where a page says how it goes on: behind its statements, or before them. */
const MORE_LAST = /"more"\s*:\s*"([^"\\]*)"\s*\}\s*$/;
const MORE_FIRST = /^\s*\{\s*"more"\s*:\s*"([^"\\]*)"\s*,\s*"statements"\s*:\s*\[/;
/** Bytes at either end in which that is looked for. */
const EDGE = 4_000;
const STORED = '"stored"';

/**
 * Most of a page is for the database to read: here only its ends are looked at, where it is written as LRSs do.
 * @throws LrsProblem when it is no page of statements
 */
function readPage(bytes: Buffer, endpoint: string): Page {
  const begin = bytes.toString('utf8', 0, EDGE);
  const end = bytes.toString('utf8', Math.max(0, bytes.length - EDGE));
  const first = MORE_FIRST.exec(begin)?.[1];
  const last = /^\s*\{\s*"statements"\s*:\s*\[/.test(begin) ? MORE_LAST.exec(end)?.[1] : undefined;
  const more = (/\}\s*$/.test(end) ? first : undefined) ?? last ?? moreOf(bytes.toString('utf8'), endpoint);
  return {
    bytes,
    count: countOf(bytes, STORED),
    firstStored: storedAt(bytes, bytes.indexOf(STORED)),
    lastStored: storedAt(bytes, bytes.lastIndexOf(STORED)),
    more: more === '' ? null : nextAddress(more, endpoint),
  };
}

/** For a page that is written in another way. */
function moreOf(text: string, endpoint: string): string {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    found = null;
  }
  const page: Readonly<Record<string, unknown>> =
    typeof found === 'object' && found !== null ? { ...found } : {};
  if (!Array.isArray(page['statements']))
    throw new LrsProblem(`${endpoint} answers with something else than statements: check --lrs.`, 0);
  return typeof page['more'] === 'string' ? page['more'] : '';
}

/** For progress alone: a statement within a statement may have one too. */
function storedAt(bytes: Buffer, at: number): string | null {
  return at < 0 ? null : (/^"stored"\s*:\s*"([^"]+)"/.exec(bytes.toString('utf8', at, at + 80))?.[1] ?? null);
}

function countOf(bytes: Buffer, word: string): number {
  let count = 0;
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length)) count += 1;
  return count;
}

/** `more` is relative to the LRS's host; the key goes nowhere else. */
function nextAddress(more: string, endpoint: string): string {
  const next = new URL(more, endpoint);
  const { origin } = new URL(endpoint);
  // An LRS behind a proxy may name itself by its inner address.
  return origin + next.pathname + next.search;
}
