/** What the statement pages read: newest first, with the names that only this LMS knows. */
import { docOf } from '../lrs/statements.js';
import type { Row, Store, Value } from '../store/database.js';
import { number, text } from '../store/rows.js';
import { objectAt } from '../lrs/json.js';
import { tell, verbLabel, type Told } from './sentence.js';
import type { Choice } from './statements-page.js';

export interface StatementFilter {
  readonly learner: string;
  readonly verb: string;
  readonly module: string;
  /** Days, `2026-11-26`, both included; '' = no border. */
  readonly from: string;
  readonly until: string;
  /** Anywhere in the statement, or in the learner's name; capitals do not matter. */
  readonly words: string;
  /** Place of the last statement of the page before. */
  readonly before?: number;
}
export const NO_FILTER: StatementFilter = {
  learner: '',
  verb: '',
  module: '',
  from: '',
  until: '',
  words: '',
};

export interface ReadStatements {
  readonly told: readonly Told[];
  readonly total: number;
  readonly next: number | null;
}

export async function readStatements(
  store: Store,
  filter: StatementFilter,
  limit: number,
): Promise<ReadStatements> {
  const values: Value[] = [];
  const bind = (value: Value): string => `$${values.push(value)}`;
  const parts = ['s.id not in (select id from voided)'];
  if (filter.learner) {
    const learner = bind(filter.learner);
    parts.push(
      `(l.learner = ${learner} or (l.learner is null and s.actor in (select actor from actors where learner = ${learner})))`,
    );
  }
  if (filter.verb) parts.push(`s.verb = ${bind(filter.verb)}`);
  if (filter.module) parts.push(`a.module = ${bind(filter.module)}`);
  const [from, until] = [startOf(filter.from, 0), startOf(filter.until, 1)];
  if (from) parts.push(`s.timestamp >= ${bind(from)}`);
  if (until) parts.push(`s.timestamp < ${bind(until)}`);
  if (filter.words) {
    const words = bind(filter.words);
    const named = `(select id from learners where contains(lower(name), lower(${words})))`;
    parts.push(`(contains(lower(s.doc), lower(${words})) or l.learner in ${named}
      or s.actor in (select actor from actors where learner in ${named}))`);
  }
  const found = `from statements s left join sessions l on l.id = s.session left join attempts a on a.id = l.attempt
    where ${parts.join(' and ')}`;
  const [counted] = await store.read(`select count(*)::integer as n ${found}`, values);
  const page = filter.before === undefined ? '' : ` and s.place < ${bind(filter.before)}::bigint`;
  const rows = await store.read(
    `select s.place, s.doc, s.actor, l.learner ${found}${page} order by s.place desc limit ${limit + 1}`,
    values,
  );
  const shown = rows.slice(0, limit);
  const names = await namesOf(store);
  const last = shown.at(-1);
  return {
    told: shown.map((row) => tell(docOf(row), names(row))),
    total: counted ? number(counted, 'n') : 0,
    next: rows.length > limit && last ? number(last, 'place') : null,
  };
}

/** The moment at which a day begins on this computer, `later` days on; null for what is no day. */
function startOf(day: string, later: number): string | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) return null;
  const start = new Date(Number(year), Number(month) - 1, Number(date) + later);
  return Number.isNaN(start.getTime()) ? null : start.toISOString();
}

/** Every verb there is, with its Dutch words. */
export async function verbChoices(store: Store): Promise<readonly Choice[]> {
  const rows = await store.read(
    'select verb, any_value(doc) as doc from statements group by verb order by verb',
  );
  return rows.map((row) => ({
    value: text(row, 'verb'),
    label: verbLabel(objectAt(docOf(row), 'verb')).replace(/:$/, ''),
  }));
}

export async function moduleChoices(store: Store): Promise<readonly Choice[]> {
  const rows = await store.read(
    'select module, arg_max(title, updated) as title from attempts group by module order by title',
  );
  return rows.map((row) => ({ value: text(row, 'module'), label: text(row, 'title') }));
}

// The launch tells who; for statements that came another way, an actor seen in a launch does.
async function namesOf(store: Store): Promise<(row: Row) => string | undefined> {
  const learners = new Map(
    (await store.read('select id, name from learners')).map((row) => [text(row, 'id'), text(row, 'name')]),
  );
  const actors = new Map(
    (await store.read('select actor, learner from actors')).map((row) => [
      text(row, 'actor'),
      text(row, 'learner'),
    ]),
  );
  return (row) => learners.get(text(row, 'learner') || (actors.get(text(row, 'actor')) ?? ''));
}
