/** Statements on their way into the facts: one batch is taken in while the next one is gathered. */
import type { Facts } from '../facts/facts.js';
import { Gathered } from '../facts/gather.js';
import { StatementReader } from '../facts/told.js';
import { addTallies, NOTHING_READ, type Tally } from '../facts/tally.js';

/** Bytes of statements that are taken in together: the database takes 0.3 s for a batch, however small it is. */
const BATCH = 96_000_000;
/** Milliseconds after which they are taken in all the same: what an interruption costs of a slow LRS. */
const LONGEST = 10_000;

export interface IntakeOptions {
  /** What is kept with a batch, see `Facts.add`. */
  readonly keep?: Parameters<Facts['add']>[1];
  /** Smaller for tests. */
  readonly batchBytes?: number;
  readonly batchTime?: number;
}

export class Intake {
  /** Of what was taken in. */
  tally: Tally = NOTHING_READ;
  /** Of all that is taken in. */
  readonly reader = new StatementReader();
  private gathered = new Gathered(this.reader);
  private bytes = 0;
  private begun = performance.now();
  private adding: Promise<void> = Promise.resolve();

  constructor(
    private readonly facts: Facts,
    private readonly options: IntakeOptions = {},
  ) {}

  /** Reads some more, by what `read` does with what is gathered; `bytes`: how much it is. @throws FactsUnavailable of the batch before */
  async take(bytes: number, read: (gathered: Gathered) => void): Promise<void> {
    read(this.gathered);
    this.bytes += bytes;
    const { batchBytes = BATCH, batchTime = LONGEST } = this.options;
    if (this.bytes >= batchBytes || performance.now() - this.begun >= batchTime) await this.flush();
  }

  /** Until all is taken in. @throws FactsUnavailable */
  async settle(): Promise<void> {
    await this.flush();
    await this.adding;
  }

  private async flush(): Promise<void> {
    await this.adding;
    const { gathered } = this;
    if (gathered.counts.read === 0) return;
    this.gathered = new Gathered(this.reader);
    this.bytes = 0;
    this.begun = performance.now();
    this.adding = this.facts.add(gathered, this.options.keep).then((tally) => {
      this.tally = addTallies(this.tally, tally);
    });
    // Awaited before the next batch; an error must not be nobody's meanwhile.
    this.adding.catch(() => undefined);
  }
}
