/** Statements that are read, until they are taken in together: so that the next ones can be read while the database is at work. */
import { member } from './json.js';
import { momentText, storedOf } from './moment.js';
import { Names, type Called } from './names.js';
import type { Where } from './parts.js';
import type { Result } from './result.js';
import { StatementReader, type Run, type Told } from './told.js';

/** How many there were of each standing that gives no facts. */
interface Others {
  read: number;
  foreign: number;
  malformed: number;
  voiding: number;
}

/** A row of a table that `told` refers to: what many statements say alike travels once. */
export interface Numbered<T> {
  readonly nth: number;
  readonly value: T;
}

/** Values that are the same object have one number. */
class Numbering<T> {
  private readonly numbers = new Map<T, number>();

  constructor(private readonly first: number) {}

  of(value: T): number {
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    const { next } = this;
    this.numbers.set(value, next);
    return next;
  }

  get next(): number {
    return this.first + this.numbers.size;
  }

  get rows(): readonly Numbered<T>[] {
    return Array.from(this.numbers, ([value, nth]) => ({ nth, value }));
  }
}

/** A row of the table `told`; its numbers are those of rows of the other tables. */
export interface ToldRow {
  readonly run: number;
  readonly place: number;
  readonly result: number;
  readonly told: Told;
}

/** Below a statement: its members are what comes again. */
const MEMBERS = 1;
const SPACE = 0x20;

export class Gathered {
  /** Of ours, in the order in which they came; repeated ones among them. */
  readonly told: ToldRow[] = [];
  /** What those are of. */
  readonly runs: Numbering<Run>;
  readonly places: Numbering<Where>;
  readonly results: Numbering<Result>;
  /** Ids of statements that were taken back. */
  readonly voided: string[] = [];
  readonly counts: Others = { read: 0, foreign: 0, malformed: 0, voiding: 0 };
  private readonly names = new Names();
  private latest: number | null = null;
  /** Microseconds since 1970. */
  private readonly now = Date.now() * 1_000;

  /** `reader`: of what came before too; `before`: what is taken in together with it, so that numbers go on. */
  constructor(
    private readonly reader = new StatementReader(),
    before?: Gathered,
  ) {
    this.runs = new Numbering(before?.runs.next ?? 0);
    this.places = new Numbering(before?.places.next ?? 0);
    this.results = new Numbering(before?.results.next ?? 0);
  }

  /** A statement, or what should have been one. */
  statement(statement: unknown): void {
    this.counts.read += 1;
    const stored = storedOf(member(statement, 'stored'));
    if (stored !== null && (this.latest === null || stored > this.latest)) this.latest = stored;
    const reading = this.reader.read(statement, stored, this.now);
    if (reading.standing !== 'ours') this.counts[reading.standing] += 1;
    if (reading.standing === 'voiding' && reading.voided !== null)
      this.voided.push(reading.voided.toLowerCase());
    if (reading.standing !== 'ours') return;
    const { told } = reading;
    this.told.push({
      run: this.runs.of(told.run),
      place: this.places.of(told.where),
      result: this.results.of(told.result),
      told,
    });
    for (const defined of reading.defined) this.names.take(defined, told.happened);
  }

  /** A statement in JSON. One that is no JSON counts as malformed. */
  text(text: Buffer): void {
    this.statement(this.reader.json.parsed(text, MEMBERS));
  }

  /** One on each line. */
  lines(lines: Buffer): void {
    for (let start = 0; start < lines.length;) {
      const found = lines.indexOf('\n', start);
      const end = found < 0 ? lines.length : found;
      const line = lines.subarray(start, end);
      if (line.some((byte) => byte > SPACE)) this.text(line);
      start = end + 1;
    }
  }

  /** What the content calls the things that these statements are about. */
  called(): readonly Called[] {
    return this.names.rows();
  }

  /** The latest time at which an LRS stored one of them, in ISO 8601; null: none said so. */
  get stored(): string | null {
    return this.latest === null ? null : momentText(this.latest);
  }
}
