/** `npm run demo-data` and `npm run report` as L&D types them: what they say, what they write, and what is in none of it. */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { edition } from '../../src/report/edition/edition.js';
import { tablesOf } from '../../src/report/edition/tables.js';
import { typeCommand as run } from './type-command.js';

const work = mkdtempSync(join(tmpdir(), 'zeventerpen-report-command-'));
const at = (...names: readonly string[]): string => join(work, ...names);
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** All that stands in a file, also in the parts of a workbook. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  if (!file.endsWith('.xlsx')) return bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

describe('the report from a command', () => {
  it('writes a page, a workbook, a CSV of every table and the edition, with nobody in them', () => {
    expect(
      run('demo-data', '--learners', '14', '--seed', '1', '--out', at('demo', 'statements.ndjson')).code,
    ).toBe(0);
    const teams = at('demo', 'teams.csv');
    appendFileSync(teams, 'nooit-gezien,KCC Balie,Dienstverlening,Medewerker\n');
    const ids = readFileSync(teams, 'utf8').match(/demo-\d+/g)!;
    const told = readFileSync(at('demo', 'statements.ndjson'), 'utf8').trim().split('\n');
    const pseudonyms = new Set(
      told.map((line) => (JSON.parse(line) as { actor: { account: { name: string } } }).actor.account.name),
    );
    expect([ids.length, pseudonyms.size]).toEqual([14, 14]);

    const made = run(
      ...(['report', '--from', at('demo', 'statements.ndjson'), '--teams', teams] as const),
      ...['--data', at('data'), '--out', at('out')],
    );
    expect(made.text).toContain(`Read ${told.length} statements: ${told.length} new of this course.`);
    expect(made.text).toContain('14 of 15 persons were met');
    expect(made.code).toBe(0);

    const { data } = edition.safeParse(JSON.parse(readFileSync(at('out', 'editie.json'), 'utf8')));
    expect(data?.read).toMatchObject({ persons: 14, demo: true, teamsFile: true });
    expect(readdirSync(at('out')).sort()).toEqual(['csv', 'editie.json', 'index.html', 'tabellen.xlsx']);
    expect(readdirSync(at('out', 'csv')).sort()).toEqual(
      tablesOf(data!)
        .map(({ id }) => `${id}.csv`)
        .sort(),
    );
    const written = readdirSync(work, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^out.*\.\w+$/.test(name),
    );
    for (const name of written) {
      const text = textOf(at(name));
      for (const who of [...ids, ...pseudonyms, 'nooit-gezien'])
        expect(text.includes(who), `${who} in ${name}`).toBe(false);
    }
    expect(readFileSync(at('data', 'niet-gevonden.txt'), 'utf8'), 'stays with the reader').toBe(
      'nooit-gezien\n',
    );
  }, 180_000);

  it.each([
    [2, 'Name one source', []],
    [2, 'leerling-id', ['--from', 'x.ndjson', '--teams', at('weg.csv')]],
    [2, 'x.ndjson', ['--from', 'x.ndjson']],
    [2, 'is a folder', ['--from', work]],
    [2, '--since goes with --lrs', ['--from', 'x.ndjson', '--since', '2026-09-01']],
    [2, 'a secret of at least 16 characters', ['--from', 'x.ndjson', '--salt-file', at('geen-zout')]],
    [1, 'Choose another --data', ['--from', 'package.json', '--data', join('package.json', 'data')]],
    [1, 'No key for the LRS', ['--lrs', 'https://lrs.example.nl/xapi']],
  ])('exits with %i and says what to do: %s', (code, message, args) => {
    const { code: found, text } = run('report', '--data', at('none'), '--out', at('none-out'), ...args);
    expect(text).toContain(message);
    expect(text, 'no stack trace').not.toMatch(/^\s+at /m);
    expect(found).toBe(code);
  });
});
