/** One cmi5 session behind the port: the journal in a State document, completion and success in statements. */
import type { Statement } from '@xapi/xapi';
import type { LaunchData } from '../../cmi5/vocabulary.js';
import { extendsJournal, tryDecode } from '../local/reconcile.js';
import type { Lms, LmsEntry, Occasion, Stored } from '../lms/port.js';
import type { Snapshot } from '../snapshot.js';
import { etagOf, RequestFailed, type Connection, type Document, type Haste } from './connection.js';
import {
  definedStatement,
  dueNow,
  isFailedAtEnd,
  risenScore,
  scoredStatement,
  type DefinedVerb,
  type Particulars,
  type Standing,
} from './defined.js';
import type { Cmi5Launch, KeptSession } from './launch.js';
import { essence, merged, readRecord, writeRecord, type StateRecord } from './state-record.js';

/** The State document that holds the journal. */
export const STATE_ID = 'zeventerpen.journal';

export interface SessionParts {
  readonly launch: Cmi5Launch;
  readonly data: LaunchData;
  readonly sessionId: string;
  readonly connection: Connection;
  /** The State document as it was found; null: there was none. */
  readonly found: Document | null;
  /** Name of the learner, as the LMS gives it. */
  readonly name: string;
  /** When `initialized` was told in this session, before a reload; null: not yet. */
  readonly initialized: number | null;
  /** Keeps for a reload what became of the session. */
  readonly keep: (change: Partial<Pick<KeptSession, 'initialized' | 'terminated'>>) => void;
  /** A reload is on its way: the session goes on after it. */
  readonly isReloading: () => boolean;
}

export class Cmi5Session implements Lms {
  private readonly openedAt: number;
  private isInitialized: boolean;
  private isTerminated = false;
  private isJudged = false;
  private snapshot: Snapshot | null = null;
  private record: StateRecord;
  private etag: string;
  /** What matters of the document as the LRS has it. */
  private stored: string;
  /** A request whose answer is not there yet, and what the LRS will call its document. */
  private pending: { readonly etag: string } | null = null;
  private readonly startJournal: string;
  private readonly running = new Set<Promise<unknown>>();
  /** The learner closed the module: there is time to say everything in order. */
  private isClosing = false;
  private commits: Promise<unknown> = Promise.resolve();
  /** Ids of defined statements whose request is not answered yet. */
  private readonly inFlight = new Set<string>();

  constructor(private readonly parts: SessionParts) {
    const { found, sessionId, initialized } = parts;
    this.openedAt = initialized ?? Date.now();
    this.isInitialized = initialized !== null;
    this.record = readRecord(found?.text, sessionId);
    this.etag = found?.etag ?? '';
    this.stored = found ? essence(this.record) : '';
    this.startJournal = this.record.journal;
  }

  /** May the outbox tell its statements? Between `initialized` and `terminated` (7.1.3.0-1). */
  get mayTell(): boolean {
    return this.parts.data.launchMode === 'Normal' && this.isInitialized && !this.isTerminated;
  }

  get startedAt(): number {
    return this.openedAt;
  }

  async open(): Promise<LmsEntry> {
    const { data, launch, name } = this.parts;
    // A network that fails now is tried again with the first commit; nothing else leaves before.
    if (!this.isInitialized) await this.initialize('now').catch(() => undefined);
    const mode = { Normal: 'normal', Browse: 'browse', Review: 'review' } as const;
    const account = 'account' in launch.actor ? launch.actor.account : undefined;
    return {
      mode: mode[data.launchMode],
      learner: { id: account ? `${account.homePage} ${account.name}` : JSON.stringify(launch.actor), name },
      journal: this.record.journal,
      launchData: data.launchParameters ?? '',
    };
  }

  write(snapshot: Snapshot): void {
    this.snapshot = snapshot;
  }

  commit(occasion: Occasion): Promise<Stored> {
    if (this.isTerminated) return Promise.resolve('failed');
    const commit = this.commitNow(occasion === 'leaving' ? 'leaving' : 'now');
    this.commits = Promise.all([this.commits, commit]);
    return commit;
  }

  /** From now on the end waits for answers. */
  close(): void {
    this.isClosing = true;
  }

  /** Sends the state on its way; `terminate` follows once the outbox had its last word. */
  finish(): Stored | Promise<Stored> {
    if (this.isTerminated) return 'failed';
    if (this.parts.data.launchMode !== 'Normal') {
      this.terminate();
      return 'unsure';
    }
    if (this.isClosing) return this.commits.then(() => this.commitNow('now'));
    this.run(this.store('leaving'));
    return 'unsure';
  }

  private async commitNow(haste: Haste): Promise<Stored> {
    if (this.parts.data.launchMode !== 'Normal' || this.snapshot === null) return 'stored';
    try {
      if (!this.isInitialized) await this.initialize(haste);
      await this.store(haste);
      await this.tellDue(haste);
      return haste === 'leaving' ? 'unsure' : 'stored';
    } catch (error) {
      console.warn('cmi5: not stored.', error);
      return 'failed';
    }
  }

  /** The last statements of the session. All leave at once: a page that goes away waits for no answer. */
  terminate(): void {
    if (this.isTerminated || this.parts.isReloading()) return;
    this.isTerminated = true;
    this.parts.keep({ terminated: true });
    const now = new Date();
    const last: Statement[] = this.isInitialized ? [] : [this.make('initialized', new Date(this.openedAt))];
    const standing = this.standing();
    if (standing !== null) {
      const due = this.due(standing);
      // Apart: an LRS that knows one of these by now refuses the batch, and `terminated` must not go with it.
      const again = due.filter(({ id }) => this.inFlight.has(id ?? ''));
      if (again.length > 0) this.run(this.parts.connection.tell(again, 'leaving'));
      last.push(...due.filter((one) => !again.includes(one)));
      if (isFailedAtEnd(standing, this.parts.data, standing.snapshot.journal !== this.startJournal))
        last.push(this.make('failed', now, { score: standing.snapshot.score, duration: this.spent }));
    }
    last.push(this.make('terminated', now, { duration: Date.now() - this.openedAt }));
    this.run(this.parts.connection.tell(last, 'leaving'));
  }

  /** Resolves when all that was sent is answered, or has failed. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.running]);
  }

  private async initialize(haste: Haste): Promise<void> {
    await this.parts.connection.tell([this.make('initialized', new Date(this.openedAt))], haste).catch(known);
    this.isInitialized = true;
    this.parts.keep({ initialized: this.openedAt });
  }

  private async store(haste: Haste): Promise<void> {
    if (this.snapshot === null) return;
    this.record = { ...this.record, journal: this.snapshot.journal, here: Date.now() - this.openedAt };
    const { record } = this;
    if (essence(record) === this.stored) return;
    try {
      await this.put(record, haste);
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.status !== 412) throw error;
      await this.overtake(record, haste);
    }
  }

  private async put(record: StateRecord, haste: Haste): Promise<void> {
    // While another request is open nobody knows which of the two documents the LRS has.
    const etag = [this.etag, this.pending?.etag].filter((one) => one !== undefined && one !== '').join(', ');
    const text = writeRecord(record);
    const mine = { etag: etagOf(text) };
    this.pending = mine;
    try {
      this.etag = await this.parts.connection.putState(STATE_ID, text, { etag, haste });
      this.stored = essence(record);
    } finally {
      if (this.pending === mine) this.pending = null;
    }
  }

  /** Somebody else wrote it (a second tab, another device, or this page before an answer got lost): ours replaces only what it extends. */
  private async overtake(record: StateRecord, haste: Haste): Promise<void> {
    const there = await this.parts.connection.state(STATE_ID);
    const other = there === null ? null : readRecord(there.text, this.parts.sessionId);
    // A later request of this page was quicker.
    if (there !== null && other !== null && essence(other) === essence(this.record)) {
      this.etag = there.etag;
      this.stored = essence(other);
      return;
    }
    const theirs = other === null ? null : tryDecode(other.journal);
    const ours = tryDecode(record.journal);
    if (theirs !== null && (ours === null || !extendsJournal(ours, theirs)))
      throw new Error('another window went on with this attempt');
    this.etag = there?.etag ?? '';
    this.record = { ...record, told: merged(record.told, other?.told ?? record.told) };
    await this.put(this.record, haste);
  }

  private async tellDue(haste: Haste): Promise<void> {
    const standing = this.standing();
    if (standing === null) return;
    const due = this.due(standing);
    for (const statement of due) await this.tellOnce(statement, haste);
    if (due.length === 0) return;
    const verbs = dueNow(standing, this.parts.data);
    if (verbs.includes('passed')) this.isJudged = true;
    const score = verbs.includes('passed') || risenScore(standing, this.parts.data) !== null;
    this.record = {
      ...this.record,
      told: {
        completed: this.record.told.completed || verbs.includes('completed'),
        passed: this.record.told.passed || verbs.includes('passed'),
        score: score ? standing.snapshot.score : this.record.told.score,
      },
    };
    await this.store(haste);
  }

  /** A statement that the LRS refuses for good is no reason to tell the learner that nothing is saved. */
  private async tellOnce(statement: Statement, haste: Haste): Promise<void> {
    const { connection } = this.parts;
    const id = statement.id ?? '';
    this.inFlight.add(id);
    try {
      await connection.tell([statement], haste);
    } catch (error) {
      const status = error instanceof RequestFailed ? error.status : 0;
      if (status === 0 || status === 401 || status === 429 || status >= 500) throw error;
      if (await connection.knows(id)) return;
      console.warn(`cmi5: the LMS did not take ${statement.verb.id}.`, error);
    } finally {
      this.inFlight.delete(id);
    }
  }

  private due(standing: Standing): Statement[] {
    const { snapshot } = standing;
    const { launch, data } = this.parts;
    const now = new Date();
    const statements = dueNow(standing, data).map((name) =>
      this.make(name, now, {
        duration: this.spent,
        ...(name === 'passed' ? { score: snapshot.score } : {}),
      }),
    );
    const risen = risenScore(standing, data);
    return risen === null ? statements : [...statements, scoredStatement({ launch, data, at: now }, risen)];
  }

  private standing(): Standing | null {
    if (this.parts.data.launchMode !== 'Normal' || this.snapshot === null) return null;
    return { snapshot: this.snapshot, told: this.record.told, isJudged: this.isJudged };
  }

  private make(name: DefinedVerb, at: Date, about: Particulars = {}): Statement {
    const { launch, data, sessionId } = this.parts;
    return definedStatement(name, { launch, data, sessionId, at }, about);
  }

  /** Milliseconds over all sessions of this registration. */
  private get spent(): number {
    return this.record.spent + Date.now() - this.openedAt;
  }

  private run(work: Promise<unknown>): void {
    const settled = work
      .catch((error: unknown) => console.warn('cmi5: sent while leaving, and not taken.', error))
      .finally(() => this.running.delete(settled));
    this.running.add(settled);
  }
}

/** Told before, by a request whose answer was lost. */
function known(error: unknown): void {
  if (!(error instanceof RequestFailed) || error.status !== 409) throw error;
}
