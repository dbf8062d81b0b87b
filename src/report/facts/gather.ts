/** Statements that are read, until they are taken in together: so that the next ones can be read while the database is at work. */
import { member } from './json.js';
import { momentText, storedOf } from './moment.js';
import { Names, type Called } from './names.js';
import { StatementReader, type Run, type Told } from './told.js';

/** How many there were of each standing that gives no facts. */
interface Others {
  read: number;
  foreign: number;
  malformed: number;
  voiding: number;
}

/** A row of the table `run_told`, to which `told` refers: what many statements say alike travels once. */
export interface NumberedRun {
  readonly nth: number;
  readonly run: Run;
}
/** A row of the table `told`. */
export interface ToldInRun {
  readonly nth: number;
  readonly told: Told;
}

/** Below a statement: its members are what comes again. */
const MEMBERS = 1;
const SPACE = 0x20;

export class Gathered {
  /** Of ours, in the order in which they came; repeated ones among them. */
  readonly told: ToldInRun[] = [];
  /** Ids of statements that were taken back. */
  readonly voided: string[] = [];
  readonly counts: Others = { read: 0, foreign: 0, malformed: 0, voiding: 0 };
  private readonly numbered = new Map<string, NumberedRun>();
  private readonly names = new Names();
  private latest: number | null = null;
  /** Microseconds since 1970. */
  private readonly now = Date.now() * 1_000;

  private last: NumberedRun | undefined;

  /** `reader`: of what came before too; `firstRun`: from which its runs are numbered, when it is taken in with others. */
  constructor(
    private readonly reader = new StatementReader(),
    private readonly firstRun = 0,
  ) {}

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
    this.told.push({ nth: this.numberOf(reading.told.run), told: reading.told });
    for (const defined of reading.defined) this.names.take(defined, reading.told.happened);
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

  /** From which the runs of the next are numbered. */
  get nextRun(): number {
    return this.firstRun + this.numbered.size;
  }

  /** The runs that statements are of. */
  get runs(): readonly NumberedRun[] {
    return [...this.numbered.values()];
  }

  /** What the content calls the things that these statements are about. */
  called(): readonly Called[] {
    return this.names.rows();
  }

  /** The latest time at which an LRS stored one of them, in ISO 8601; null: none said so. */
  get stored(): string | null {
    return this.latest === null ? null : momentText(this.latest);
  }

  private numberOf(run: Run): number {
    if (this.last?.run !== run) this.last = this.find(run);
    return this.last.nth;
  }

  private find(run: Run): NumberedRun {
    const { person, attempt, version, module, unit, kind } = run;
    const key = `${person}\n${attempt}\n${version}\n${module}\n${unit}\n${kind}\n${run.run}\n${run.mode}`;
    const known = this.numbered.get(key);
    if (known) return known;
    const made = { nth: this.firstRun + this.numbered.size, run };
    this.numbered.set(key, made);
    return made;
  }
}
