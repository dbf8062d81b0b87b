import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/report/edition/csv.js';
import { tablesOf } from '../../../src/report/edition/tables.js';
import {
  choose,
  firstChoice,
  readChoice,
  toggled,
  writeChoice,
} from '../../../src/report/page/view/choice.js';
import { folded } from '../../../src/report/page/view/fold.js';
import { HEAT_STEPS, heatStep } from '../../../src/report/page/view/heat.js';
import { viewOf } from '../../../src/report/page/view/view.js';
import { basisText, moment, percent, signed } from '../../../src/report/page/view/words.js';
import { EXAMPLE } from '../example-edition.js';

describe('what the reader looks at', () => {
  it('is written into the address and read back', () => {
    const choice = {
      period: '2026-10',
      group: 'team:Contactcentrum',
      module: 'hostmanship',
      version: '3f9a1c',
      unit: 'hostmanship/weduwe',
      open: ['routes', 'vragen'] as const,
    };
    expect(readChoice(EXAMPLE, `#${writeChoice(EXAMPLE, choice)}`)).toEqual(choice);
  });

  it('opens the chapter that an address names, be it bare', () => {
    expect(readChoice(EXAMPLE, '#routes').open).toEqual(['routes']);
    expect(readChoice(EXAMPLE, '#periode=2026-q4&open=vragen,weg').open).toEqual(['vragen']);
    expect(readChoice(EXAMPLE, '#periode=2026-q4').open).toEqual(['teams']);
  });

  it('remembers that all is folded, and unfolds one without folding another', () => {
    const first = firstChoice(EXAMPLE);
    const folded = choose(first, { open: toggled(first, 'teams') });
    expect(readChoice(EXAMPLE, `#${writeChoice(EXAMPLE, folded)}`).open).toEqual([]);
    expect(toggled(first, 'routes')).toEqual(['teams', 'routes']);
  });

  it('leaves the address empty where the report opens', () => {
    expect(writeChoice(EXAMPLE, firstChoice(EXAMPLE))).toBe('');
  });

  it('ignores what an old link names and the edition does not know', () => {
    expect(readChoice(EXAMPLE, '#groep=team:Weg&periode=1999&module=x&versie=3f9a1c&gesprek=x/y')).toEqual(
      firstChoice(EXAMPLE),
    );
  });

  it('lets go of version and conversation with the module', () => {
    const of = {
      ...firstChoice(EXAMPLE),
      module: 'hostmanship',
      version: '3f9a1c',
      unit: 'hostmanship/weduwe',
    };
    expect(choose(of, { module: null })).toEqual(firstChoice(EXAMPLE));
    expect(choose(of, { period: 'all' })).toEqual({ ...of, period: 'all' });
  });
});

describe('the table behind a chart', () => {
  it('holds the rows of the choice only', () => {
    const { table } = viewOf(EXAMPLE, firstChoice(EXAMPLE));
    expect(new Set(table('groei')!.rows.map(([group]) => group))).toEqual(new Set(['Hele organisatie']));
    expect(table('routes')!.rows).toEqual([]);
  });

  it('says once what is the same in every row, and leaves out columns in which nothing stands', () => {
    const { table } = viewOf(EXAMPLE, firstChoice(EXAMPLE));
    const { caption, columns, rows } = folded(table('groei')!);
    expect(caption).toBe('Hele organisatie · oktober – december 2026');
    expect(columns).not.toContain('Groep');
    expect(columns).not.toContain('Niet getoond');
    expect(rows[0]!.slice(0, 4)).toEqual(['Totaal', 58, 72, 14]);
  });

  it('becomes CSV for a Dutch spreadsheet, in which no text is a formula', () => {
    const table = {
      id: 't',
      title: 'T',
      columns: ['Wat', 'Getal'],
      rows: [
        ['=1+1', -0.5],
        ['Zegt hij: "ja; nee"', null],
      ],
    };
    expect(csvOf(table)).toBe('\ufeffWat;Getal\r\n\'=1+1;-0,5\r\n"Zegt hij: ""ja; nee""";\r\n');
  });

  it('exists as CSV for every table of an edition', () => {
    for (const table of tablesOf(EXAMPLE))
      expect(csvOf(table).split('\r\n'), table.id).toHaveLength(table.rows.length + 2);
  });
});

describe('the heat map', () => {
  it('can be read in every step of both themes (WCAG 1.4.3)', () => {
    for (const { label, light, dark } of HEAT_STEPS)
      for (const [ground, text] of [light, dark])
        expect(wcagContrast(ground, text), label).toBeGreaterThanOrEqual(4.5);
  });

  it('has fixed limits', () => {
    expect([0, 49, 50, 59, 60, 69, 70, 79, 80, 100].map(heatStep)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });
});

describe('figures in words', () => {
  it('say of a share only what was released', () => {
    expect(percent({ percent: 45, bound: 'about' })).toBe('45\u00a0%');
    expect(percent({ percent: 20, bound: 'at-most' })).toBe('hoogstens 20\u00a0%');
    expect(percent(null)).toBe('niet getoond');
  });

  it('carry n, period, versions, and the day of a figure that is repeated', () => {
    const cell = { n: 46, period: 'q', versions: ['a', 'b', 'c', 'd'], asOf: '2026-11-02' };
    expect(basisText(cell, () => 'oktober')).toBe(
      '46 mensen · oktober · versies a, b, c en 1 andere · cijfer van 2 november 2026',
    );
  });

  it('are written as in the Netherlands, in its time', () => {
    expect(signed(-3)).toBe('−3');
    expect(signed(14)).toBe('+14');
    expect(moment('2026-11-23T09:30:00.000Z')).toBe('23 november 2026, 10.30 uur');
  });
});
