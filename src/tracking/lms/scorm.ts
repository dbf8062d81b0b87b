/** One SCORM session, of either edition, behind the port. */
import type { Snapshot } from '../snapshot.js';
import { scormCalls, type ScormCalls } from './calls.js';
import type { Dialect } from './dialect.js';
import { Elements, type Pair } from './elements.js';
import type { FoundApi } from './find-api.js';
import { toIdentifier } from './formats.js';
import type { Lms, LmsEntry, Occasion, Stored } from './port.js';
import { SCORM12 } from './scorm12.js';
import { SCORM2004 } from './scorm2004.js';

/** What an earlier session of this attempt reached; nothing written later may fall below it. */
interface Reached {
  readonly completed: boolean;
  readonly passed: boolean;
  readonly score: number | null;
}

const HANDED_OVER = 'zeventerpenJournal';

export class ScormLms implements Lms {
  private readonly dialect: Dialect;
  private readonly calls: ScormCalls;
  private readonly elements: Elements;
  private readonly indexes = {
    interactions: new Map<string, number>(),
    objectives: new Map<string, number>(),
  };
  private readonly results = new Map<string, string>();
  /** `open`: may write, and did not yet; `reading`: may not. */
  private state: 'closed' | 'open' | 'writing' | 'reading' | 'finished' = 'closed';
  private mayFinish = true;
  /** Ids that a resend which was cut short left in between. */
  private readonly repairs: Pair[] = [];
  private openedAt = 0;
  private reached: Reached = { completed: false, passed: false, score: null };

  constructor(
    private readonly found: FoundApi,
    isOnline: () => boolean = () => globalThis.navigator.onLine,
  ) {
    this.dialect = found.edition === 'scorm12' ? SCORM12 : SCORM2004;
    this.calls = scormCalls(found.edition, found.api);
    this.elements = new Elements({
      calls: this.calls,
      nudge: this.dialect.nudge,
      essential: this.dialect.essential,
      last: [this.dialect.names.journal, this.dialect.names.score],
      isOnline,
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, SCORM is not
  async open(): Promise<LmsEntry | null> {
    // Once per page: Moodle throws its data model away at a second Initialize.
    if (this.state !== 'closed' || !(this.calls.initialize() || this.wasOpen())) return null;
    const { names, edition } = this.dialect;
    this.openedAt = Date.now();
    const mode = this.readMode();
    const status = this.read(names.status);
    this.state = mode === 'normal' ? 'open' : 'reading';
    // SCORM 1.2 turns a session that set no status into `completed` when it ends; a preview must not.
    this.mayFinish = !(mode === 'browse' && edition === 'scorm12' && ['', 'not attempted'].includes(status));
    this.reached = this.readReached(status);
    this.readIndexes();
    return {
      mode,
      learner: { id: this.calls.get(names.learnerId), name: this.calls.get(names.learnerName) },
      // A resend may have left a space at the end.
      journal: this.recall() ?? this.calls.get(names.journal).trimEnd(),
      launchData: this.calls.get(names.launchData),
    };
  }

  write(snapshot: Snapshot): void {
    if (this.state === 'open') this.startWriting();
    if (this.state !== 'writing') return;
    const safe = this.notBelowReached(snapshot);
    this.elements.put(this.dialect.names.journal, safe.journal);
    this.remember(safe.journal);
    for (const [element, value] of this.dialect.state(safe)) this.elements.put(element, value);
    this.writeInteractions(safe);
    this.writeObjectives(safe);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, SCORM is not
  async commit(occasion: Occasion): Promise<Stored> {
    if (this.state === 'reading') return 'stored';
    if (this.state !== 'writing') return 'failed';
    this.putSessionTime();
    return this.elements.commit(occasion);
  }

  finish(): Stored {
    if (this.state === 'closed' || this.state === 'finished') return 'failed';
    // Another tab writes this attempt, or nothing was done: ending here could send what this page read over what is newer.
    if (this.state === 'open') this.mayFinish = false;
    const wasWriting = this.state === 'writing';
    this.state = 'finished';
    if (wasWriting) {
      this.putSessionTime();
      if (!this.dialect.finishStores) this.elements.commit('leaving');
    }
    // Whatever the commit said: some LMSs answer it with null while the page goes, and store at this call.
    const accepted = this.mayFinish ? this.calls.finish() : true;
    return accepted ? 'unsure' : 'failed';
  }

  /** An LMS says no to a second Initialize, also after a reload of our frame only; then it still answers questions. */
  private wasOpen(): boolean {
    return this.calls.answers(this.dialect.names.status);
  }

  /**
   * Moodle's 1.2 gives what it had when its page was loaded, also to a frame that is loaded again in that page (a click in its
   * table of contents). Its API object lives as long as its page: what was handed over since is kept there.
   */
  private recall(): string | null {
    try {
      const kept = this.found.api[HANDED_OVER];
      return typeof kept === 'string' ? kept : null;
    } catch {
      return null;
    }
  }

  private remember(journal: string): void {
    try {
      Reflect.set(this.found.api, HANDED_OVER, journal);
    } catch {
      // An object that may not be written on: then the local copy has to do.
    }
  }

  private startWriting(): void {
    this.state = 'writing';
    // At once, not at the end: without it Moodle gives nothing back after a crash (2004).
    this.elements.put(this.dialect.names.exit, 'suspend');
    for (const [element, id] of this.repairs) this.elements.put(element, id);
  }

  private readMode(): LmsEntry['mode'] {
    const mode = this.read(this.dialect.names.mode);
    if (mode === 'browse' || mode === 'review') return mode;
    return this.read(this.dialect.names.credit) === 'no-credit' ? 'review' : 'normal';
  }

  private readReached(status: string): Reached {
    const { names } = this.dialect;
    const success = names.success === null ? status : this.read(names.success);
    const raw = this.calls.get(names.score).trim();
    const score = raw === '' ? NaN : Number(raw);
    // What the LMS has need not be sent, nor ever be the in-between value of a resend for something lower.
    if (raw !== '') this.elements.has(names.score, raw);
    if (!['', 'not attempted', 'unknown'].includes(status)) this.elements.has(names.status, status);
    return {
      completed: ['completed', 'passed'].includes(status),
      passed: success === 'passed',
      score: Number.isFinite(score) ? score : null,
    };
  }

  /** An update of the content may make less of the journal hold: what was reached stays. */
  private notBelowReached(snapshot: Snapshot): Snapshot {
    const { completed, passed, score } = this.reached;
    const scores = [snapshot.score, score].filter((value) => value !== null);
    return {
      ...snapshot,
      completed: snapshot.completed || completed,
      passed: passed ? true : snapshot.passed,
      score: scores.length > 0 ? Math.max(...scores) : null,
    };
  }

  private readIndexes(): void {
    for (const list of ['interactions', 'objectives'] as const) {
      if (list === 'interactions' && !this.dialect.readsInteractions) continue;
      const count = Number(this.calls.get(`cmi.${list}._count`)) || 0;
      for (let index = 0; index < count; index++) {
        const element = `cmi.${list}.${index}.id`;
        const found = this.calls.get(element);
        const id = found.replace(/\.$/, '');
        // An unreadable one keeps its place, so that later ones get theirs.
        this.indexes[list].set(id === '' ? `${list} ${index}` : id, index);
        if (id !== found) this.repairs.push([element, id]);
      }
    }
  }

  private writeInteractions(snapshot: Snapshot): void {
    for (const interaction of snapshot.interactions) {
      const base = this.claim('interactions', toIdentifier(interaction.id));
      for (const [name, value] of this.dialect.interaction(interaction))
        this.elements.put(base + name, value);
      const result = this.dialect.result(interaction);
      const before = this.results.get(interaction.id);
      // Right after a resume nobody knows when it was answered, and the LMS has that time already.
      if (before !== undefined && before !== result) {
        const [name, value] = this.dialect.interactionTime(new Date());
        this.elements.put(base + name, value);
      }
      this.results.set(interaction.id, result);
    }
  }

  private writeObjectives(snapshot: Snapshot): void {
    for (const objective of snapshot.objectives) {
      const base = this.claim('objectives', toIdentifier(objective.id));
      for (const [name, value] of this.dialect.objective(objective, snapshot.completed)) {
        this.elements.put(base + name, value);
      }
    }
  }

  /** The element path of the record with this id; makes the record when the LMS has none. */
  private claim(list: 'interactions' | 'objectives', id: string): string {
    const known = this.indexes[list];
    const found = known.get(id);
    if (found !== undefined) return `cmi.${list}.${found}.`;
    const index = known.size;
    known.set(id, index);
    this.elements.put(`cmi.${list}.${index}.id`, id);
    return `cmi.${list}.${index}.`;
  }

  private putSessionTime(): void {
    this.elements.put(this.dialect.names.sessionTime, this.dialect.sessionTime(Date.now() - this.openedAt));
  }

  /** Some LMSs write their vocabulary with a capital. */
  private read(element: string): string {
    return this.calls.get(element).trim().toLowerCase();
  }
}
