/** A database of facts, written by hand, for the tests of the measures. */
import { readFileSync } from 'node:fs';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { insert, prepareMeasures, type Reference } from '../../../src/report/edition/measure.js';
import { COMPETENCES, OUTCOMES } from '../../../src/content/vocabulary.js';

export const REFERENCE: Reference = {
  period: [
    { id: 'all', kind: 'all', first: '2026-09-01', until: '2026-12-01' },
    { id: '2026-09', kind: 'month', first: '2026-09-01', until: '2026-10-01' },
    { id: '2026-11', kind: 'month', first: '2026-11-01', until: '2026-12-01' },
  ],
  content_test: [
    { module: 'kt-nul', unit: 'nul', instrument: 'kennistoets', moment: 'baseline' },
    { module: 'kt-eind', unit: 'eind', instrument: 'kennistoets', moment: 'final' },
    { module: 'werkdag', unit: 'dag', instrument: 'werkdag', moment: 'final' },
  ],
  content_item: [
    { item: 'a1', form: 'A', competence: 'hostmanship', single: true },
    { item: 'a2', form: 'A', competence: 'hostmanship', single: true },
    { item: 'a3', form: 'A', competence: 'portalen', single: false },
    { item: 'b1', form: 'B', competence: 'hostmanship', single: true },
    { item: 'm/twee/q1', form: 'm/twee', competence: 'hostmanship', single: true },
    { item: 'm/twee/q2', form: 'm/twee', competence: 'hostmanship', single: false },
  ],
  content_unit: [
    { module: 'm', unit: 'een', kind: 'conversation', position: 1 },
    { module: 'm', unit: 'twee', kind: 'quiz', position: 2 },
  ],
  content_best: [
    { module: 'm', unit: 'een', turn: 't1', option: 'o1' },
    { module: 'm', unit: 'een', turn: 't2/groet', option: 'o5' },
    { module: 'm', unit: 'een', turn: 't2/slot', option: 'o6' },
  ],
};

interface Given {
  readonly share: number;
  readonly response?: string;
  /** Where, when not in the kennistoets of these tests. */
  readonly module?: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly mode?: string;
  readonly run?: number;
}

const RUN = ['person_id', 'attempt', 'module', 'unit', 'kind', 'run', 'mode'];
const EFFECTS = ['klanttevredenheid', 'minutes', 'wait_days', 'kosten', 'got', 'max'];
/** What rows of a table tell by number: the tables of those, with their columns. */
const SAID_ONCE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  run_event: { run: RUN },
  decision: { run: RUN, chosen: ['module', 'unit', 'turn', 'option', ...EFFECTS] },
  answer: { run: RUN, replied: ['module', 'unit', 'kind', 'item', 'response', 'share'] },
  run_score: { run: RUN, shown: ['scale', 'name'] },
};

export class Facts {
  private count = 0;
  private readonly waiting = new Map<string, object[]>();
  private readonly numbers = new Map<string, number>();

  /** `connection`: to a database that has the tables. */
  constructor(readonly connection: DuckDBConnection) {}

  static async open(): Promise<Facts> {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      readFileSync(new URL('../../../src/report/facts/tables.sql', import.meta.url), 'utf8'),
    );
    return new Facts(connection);
  }

  async prepare(reference = REFERENCE): Promise<DuckDBConnection> {
    await this.flush();
    await prepareMeasures(this.connection, reference);
    return this.connection;
  }

  /** Writes what was told so far. */
  async flush(): Promise<void> {
    for (const [table, rows] of this.waiting) await insert(this.connection, table, alike(rows));
    this.waiting.clear();
  }

  member(person: string, team: string, department: string, role: string): void {
    this.wait('member', { person, team, department, role });
  }

  moduleEvent(person: string, event: string, at: string, more: object = {}): void {
    this.add('module_event', {
      person,
      attempt: `${person}-m`,
      module: 'm',
      version: 'v1',
      event,
      happened: at,
      ...more,
    });
  }

  runEvent(person: string, at: string, more: object = {}): void {
    const row = {
      ...this.place(person),
      event: 'finished',
      score: 50,
      happened: at,
      ...more,
    };
    this.add('run_event', row);
  }

  decisions(
    person: string,
    at: string,
    choices: readonly (readonly [string, string])[],
    more: object = {},
  ): void {
    for (const [index, [turn, option]] of choices.entries())
      this.add('decision', {
        ...this.place(person),
        turn,
        option,
        klanttevredenheid: 0,
        minutes: 1,
        wait_days: 0,
        kosten: 0,
        got: 1,
        max: 1,
        happened: `${at} 10:00:${String(index).padStart(2, '0')}`,
        ...more,
      });
  }

  /** A first scored run through a kennistoets (or the werkdag): points of each competence, the last one for those not given. */
  // eslint-disable-next-line max-params -- a table of tests reads best as a table
  test(
    person: string,
    moment: 'baseline' | 'final' | 'werkdag',
    at: string,
    points: readonly number[],
    place: object = {},
  ): void {
    const [module, unit] = {
      baseline: ['kt-nul', 'nul'],
      final: ['kt-eind', 'eind'],
      werkdag: ['werkdag', 'dag'],
    }[moment];
    const run = {
      person,
      attempt: `${person}-${moment}`,
      module,
      unit,
      version: 'v1',
      kind: 'test',
      run: 1,
      mode: 'scored',
      happened: at,
      ...place,
    };
    this.add('run_event', { ...run, event: 'finished' });
    for (const [index, name] of COMPETENCES.entries())
      this.add('run_score', {
        ...run,
        scale: 'competence',
        name,
        scaled: (points[index] ?? points.at(-1)!) / 100,
      });
  }

  answer(
    person: string,
    moment: 'baseline' | 'final',
    item: string,
    { share, response = 'x', ...place }: Given,
  ): void {
    const [module, unit] = moment === 'baseline' ? ['kt-nul', 'nul'] : ['kt-eind', 'eind'];
    this.add('answer', {
      person,
      attempt: `${person}-${moment}`,
      module,
      version: 'v1',
      unit,
      kind: 'test',
      run: 1,
      mode: 'scored',
      item,
      response,
      share,
      happened: '2026-09-10',
      ...place,
    });
  }

  /** In the quiz of a module. */
  quizAnswer(person: string, item: string, given: Given): void {
    this.answer(person, 'baseline', item, { ...this.place(person), unit: 'twee', kind: 'quiz', ...given });
  }

  score(person: string, name: string, scaled: number, more: object = {}): void {
    this.add('run_score', {
      ...this.place(person),
      scale: OUTCOMES.some((outcome) => outcome === name) ? 'outcome' : 'competence',
      name,
      scaled,
      happened: '2026-09-10',
      ...more,
    });
  }

  private place(person: string): object {
    return {
      person,
      attempt: `${person}-m`,
      module: 'm',
      version: 'v1',
      unit: 'een',
      kind: 'conversation',
      run: 1,
      mode: 'scored',
    };
  }

  private add(table: string, row: object): void {
    this.count += 1;
    const statement = `s${String(this.count).padStart(4, '0')}`;
    this.wait(table, { statement, ...this.inNumbers(table, row) });
  }

  /** With numbers for what the facts say once. */
  private inNumbers(table: string, row: object): object {
    const whole = { ...row, person_id: this.numberOf('person', ['person'], row) };
    const said = Object.entries(SAID_ONCE[table] ?? {});
    const numbers = said.map(([of, columns]) => [`${of}_id`, this.numberOf(of, columns, whole)]);
    const gone = new Set(['person', ...said.flatMap(([, columns]) => columns)]);
    if (said.length > 1) gone.add('version');
    const left = Object.entries(whole).filter(([column]) => !gone.has(column));
    return Object.fromEntries([...left, ...numbers]) as object;
  }

  private numberOf(table: string, columns: readonly string[], row: object): number {
    const values = new Map(Object.entries(row));
    const what = Object.fromEntries(columns.map((column) => [column, values.get(column) as unknown]));
    const key = JSON.stringify([table, what]);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.numbers.size + 1;
    this.numbers.set(key, number);
    this.wait(table, { [`${table}_id`]: number, ...what });
    return number;
  }

  private wait(table: string, row: object): void {
    const rows = this.waiting.get(table) ?? [];
    rows.push(row);
    this.waiting.set(table, rows);
  }
}

/** The rows with all columns of any of them; what a row does not have is null. */
function alike(rows: readonly object[]): readonly object[] {
  const none = Object.fromEntries(rows.flatMap((row) => Object.keys(row)).map((column) => [column, null]));
  return rows.map((row) => ({ ...none, ...row }));
}
