/** What earlier editions told, kept beside the facts. */
import { setImmediate } from 'node:timers/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { Cube } from './cube.js';
import { edition as schema, type Edition } from './edition.js';
import { insert, measure, runSql } from './measure.js';
import type { ToldRow } from './space.js';

const toldRow = z.object({ edition: z.number(), space: z.string(), cell: z.string() });

export function toldBefore(connection: DuckDBConnection): Promise<readonly ToldRow[]> {
  return measure(connection, 'told', toldRow);
}

/** The edition before this one. */
export interface LastEdition {
  /** 0: there was none. */
  readonly number: number;
  /** What it told; null: nothing, or it is of another shape than editions are now. Takes its time: best while the database is at work. */
  readonly read: () => Promise<Edition | null>;
}

export async function lastEdition(connection: DuckDBConnection): Promise<LastEdition> {
  const row = z.object({ edition: z.number(), content: z.string() });
  const [last] = await measure(connection, 'last-edition', row);
  if (!last) return { number: 0, read: () => Promise.resolve(null) };
  const read = async () => {
    await setImmediate();
    const found = schema.safeParse(JSON.parse(last.content));
    return found.success ? found.data : null;
  };
  return { number: last.edition, read };
}

/** Earlier editions were of other people altogether: figures of theirs would stand in for withheld ones. The message says what to do. */
export class OtherPeople extends Error {
  override readonly name = 'OtherPeople';
}

/** @throws OtherPeople */
export async function refuseOtherPeople(connection: DuckDBConnection): Promise<void> {
  const row = z.object({ had_members: z.boolean(), any_is_here: z.boolean() });
  const [known] = await measure(connection, 'known', row);
  if (known?.had_members === true && !known.any_is_here)
    throw new OtherPeople(
      'Nobody of the earlier reports that are kept here is in what was read. Other people, or made-up ones? Choose a folder for them with --data. The same people? Then check --salt-file.',
    );
}

/** A cell that may not be told anew, because too few persons came or went, stands as it was told before. */
export function keepOld(fresh: Edition, last: Edition): Edition {
  const day = last.made.slice(0, 10);
  const keep = <C extends AnyCell>(cells: readonly C[], old: readonly C[]): C[] => {
    const before = new Map(old.map((cell) => [keyOf(cell), cell]));
    return cells.map((cell) => {
      const earlier = before.get(keyOf(cell));
      if (cell.shown || cell.why !== 'complement' || !earlier?.shown || earlier.n < fresh.k) return cell;
      return { ...earlier, asOf: earlier.asOf ?? day };
    });
  };
  const routes = keep(fresh.routes, last.routes);
  const drawnOn = new Set(routes.flatMap((cell) => (cell.shown ? [cell.graph] : [])));
  const known = new Set([...fresh.graphs, ...fresh.choices].map(({ id }) => id));
  const mistakes = keep(fresh.mistakes, last.mistakes);
  const named = new Set(
    mistakes.flatMap((cell) => (cell.shown ? cell.options.map(({ choice }) => choice) : [])),
  );
  return {
    ...fresh,
    // A kept cell may be drawn on the graph of content that has changed since, and name what is no longer written so.
    graphs: [...fresh.graphs, ...last.graphs.filter(({ id }) => drawnOn.has(id) && !known.has(id))],
    score: keep(fresh.score, last.score),
    growth: keep(fresh.growth, last.growth),
    funnel: keep(fresh.funnel, last.funnel),
    routes,
    choices: [...fresh.choices, ...last.choices.filter(({ id }) => named.has(id) && !known.has(id))],
    mistakes,
    outcomeScores: keep(fresh.outcomeScores, last.outcomeScores),
    practice: keep(fresh.practice, last.practice),
    plan: keep(fresh.plan, last.plan),
    test: fresh.test ?? last.test,
  };
}

type AnyCell = {
  readonly group: string;
  readonly period: string;
  readonly module?: string;
  readonly unit?: string;
  readonly version?: string | null;
} & (
  | { readonly shown: true; readonly n: number; readonly asOf?: string | undefined }
  | { readonly shown: false; readonly why: string }
);

const keyOf = ({ group, period, module, unit, version }: AnyCell): string =>
  [group, period, module ?? '', unit ?? '', version ?? ''].join('|');

/** Makes the edition while the database keeps who was where; then keeps it too, and which cells it told. All of it, or nothing. */
export async function remember(
  connection: DuckDBConnection,
  { decisions, number }: Pick<Cube, 'decisions'> & { readonly number: number },
  make: () => Edition,
): Promise<Edition> {
  await connection.run('BEGIN');
  try {
    const members = runSql(connection, 'remember', [number]);
    const made = await besides(members, make);
    // Only the last one is ever read.
    await connection.run('DELETE FROM edition_kept');
    await connection.run('INSERT INTO edition_kept VALUES ($1, $2, $3)', [
      number,
      made.made,
      JSON.stringify(made),
    ]);
    await insert(
      connection,
      'edition_told',
      [...decisions].flatMap(([space, cells]) =>
        [...cells].flatMap(([cell, { verdict }]) =>
          verdict === 'shown' ? [{ edition: number, space, cell }] : [],
        ),
      ),
    );
    await connection.run('COMMIT');
    return made;
  } catch (error) {
    await connection.run('ROLLBACK');
    throw error;
  }
}

/** Works while something else is under way, and waits for that in any case: nobody may roll back what still runs. */
async function besides<T>(running: Promise<unknown>, work: () => T): Promise<T> {
  running.catch(() => undefined);
  await setImmediate();
  try {
    return work();
  } finally {
    await running;
  }
}
