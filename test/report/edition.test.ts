import { describe, expect, it } from 'vitest';
import { edition } from '../../src/report/edition/edition.js';
import { keepOld } from '../../src/report/edition/history.js';
import { tablesOf } from '../../src/report/edition/tables.js';
import { EXAMPLE } from './example-edition.js';

describe('an edition of the report', () => {
  it('is read back as it was written', () => {
    expect(edition.parse(JSON.parse(JSON.stringify(EXAMPLE)))).toEqual(EXAMPLE);
  });

  it('has no room for a figure in a cell that is withheld', () => {
    const withheld = EXAMPLE.score.map((cell) => (cell.shown ? cell : { ...cell, n: 6 }));
    expect(edition.safeParse({ ...EXAMPLE, score: withheld }).success).toBe(false);
  });

  it('gives every cell a row in its table, and a withheld one its reason instead of figures', () => {
    const scores = tablesOf(EXAMPLE).find(({ id }) => id === 'score')!;
    expect(scores.rows).toHaveLength(EXAMPLE.score.length);
    expect(scores.rows.at(-1)).toEqual([
      'Begraafplaats',
      'oktober – december 2026',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      'Niet getoond: minder dan 10 mensen',
    ]);
  });

  it('says with every figure of every table the number of people, the period and the versions', () => {
    for (const { id, columns, rows } of tablesOf(EXAMPLE)) {
      const [people, period, versions, withheld] = [
        'Aantal mensen',
        'Periode',
        'Versies',
        'Niet getoond',
      ].map((name) => columns.indexOf(name));
      for (const row of rows) {
        expect(row[period!], id).toMatch(/ – .* 2026|^\w+ 2026/);
        if (row[withheld!]) continue;
        expect(row[people!], id).toBeGreaterThanOrEqual(EXAMPLE.k);
        expect(row[versions!], id).toBe('3f9a1c');
      }
    }
  });

  it('writes rows as long as their head, in sheets with a name that a workbook takes', () => {
    for (const { id, columns, rows } of tablesOf(EXAMPLE)) {
      expect(id.length).toBeLessThanOrEqual(31);
      expect(rows.length, id).toBeGreaterThan(0);
      for (const row of rows) expect(row, id).toHaveLength(columns.length);
    }
  });

  it('keeps the words and the graph of a cell that stands as it was told, though the content has changed since', () => {
    const withheld = (
      cells: readonly {
        readonly group: string;
        readonly period: string;
        readonly module: string;
        readonly unit: string;
      }[],
    ) =>
      cells.map(({ group, period, module, unit }) => ({
        ...{ group, period, module, unit },
        ...{ shown: false as const, why: 'complement' as const, instead: null },
      }));
    const fresh = {
      ...EXAMPLE,
      ...{ graphs: [], choices: [], routes: withheld(EXAMPLE.routes), mistakes: withheld(EXAMPLE.mistakes) },
    };
    const kept = keepOld(fresh, EXAMPLE);
    expect(kept.graphs).toEqual(EXAMPLE.graphs);
    expect(kept.choices).toEqual(EXAMPLE.choices);
    expect(keepOld({ ...EXAMPLE, choices: [], mistakes: [] }, EXAMPLE).choices).toEqual([]);
  });
});
