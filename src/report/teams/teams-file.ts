/** Reads the teams file: who works in which team, department and role. It stays on the reader's machine. */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export interface Member {
  /** The learner's id in the LMS, as packages get it: in Moodle the user name. */
  readonly learner: string;
  readonly team: string | null;
  readonly department: string | null;
  readonly role: string | null;
}

/** What is wrong in the file; in Dutch, for who made it. No line repeats an id. */
export interface TeamsFinding {
  readonly line: number;
  readonly message: string;
}

/** What to fill in; also what a first reader is given. */
export const TEMPLATE = [
  'leerling-id;team;afdeling;rol',
  'a.voorbeeld;Balie;Publiek;medewerker balie',
  'b.voorbeeld;Telefoon;Publiek;medewerker KCC',
  '',
].join('\r\n');

const COLUMNS = ['leerling-id', 'team', 'afdeling', 'rol'] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Members and what is wrong; there are members only when nothing is wrong. Takes what Excel makes: semicolons, commas or tabs, a BOM,
 * Windows' old encoding, a first line 'sep=;'. Columns may stand in any order; team, department and role may be empty.
 */
export function readTeams(bytes: Uint8Array): {
  readonly members: readonly Member[];
  readonly findings: readonly TeamsFinding[];
} {
  const text = decode(bytes);
  const skipped = /^sep=.\r?\n/i.exec(text)?.[0] ?? '';
  const rows = rowsOf(text.slice(skipped.length));
  if ('finding' in rows) return { members: [], findings: [rows.finding] };
  const [head, ...body] = rows.rows;
  const offset = skipped === '' ? 0 : 1;
  const columns = new Map(
    COLUMNS.map((column) => [column, head?.cells.findIndex((cell) => cell.toLowerCase() === column) ?? -1]),
  );
  const missing = COLUMNS.filter((column) => columns.get(column) === -1);
  if (missing.length > 0) {
    const message = `De kolom ${missing.map((column) => `'${column}'`).join(' en ')} ontbreekt. De eerste regel is: ${COLUMNS.join(';')}`;
    return { members: [], findings: [{ line: 1 + offset, message }] };
  }
  const lines = body.map(({ line, cells }) => {
    const cell = (column: Column): string => cells[columns.get(column) ?? -1] ?? '';
    const orNone = (column: Column): string | null => cell(column) || null;
    const member: Member = {
      learner: cell('leerling-id'),
      team: orNone('team'),
      department: orNone('afdeling'),
      role: orNone('rol'),
    };
    return { line: line + offset, width: cells.length, member };
  });
  const whole = lines.filter(({ width }) => width === head?.cells.length);
  const findings = [
    ...lines.flatMap(({ line, width, member }) =>
      wrongIn(member, width, head?.cells.length ?? 0).map((message) => ({ line, message })),
    ),
    ...doubles(whole),
    ...dividedTeams(whole),
  ].sort((one, other) => one.line - other.line);
  if (lines.length === 0) findings.push({ line: 1 + offset, message: 'Er staat niemand in het bestand.' });
  return { members: findings.length === 0 ? lines.map(({ member }) => member) : [], findings };
}

interface Line {
  readonly line: number;
  readonly member: Member;
}

function wrongIn(
  { learner, team, department, role }: Member,
  width: number,
  expected: number,
): readonly string[] {
  if (width !== expected) return [`Deze regel heeft ${width} kolommen, de eerste regel ${expected}.`];
  return [
    ...(learner === '' ? ['Het leerling-id is leeg.'] : []),
    ...([team, department, role].some((name) => name?.includes('|'))
      ? ["Een naam mag geen '|' bevatten."]
      : []),
  ];
}

function doubles(lines: readonly Line[]): readonly TeamsFinding[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, member: { learner } }) => {
    const before = first.get(learner);
    if (before === undefined) first.set(learner, line);
    return before === undefined || learner === ''
      ? []
      : [{ line, message: `Dit leerling-id staat ook op regel ${before}. Iedereen staat er één keer in.` }];
  });
}

/** A team is in one department: else its members would add up to two. */
function dividedTeams(lines: readonly Line[]): readonly TeamsFinding[] {
  const first = new Map<string, { readonly line: number; readonly department: string | null }>();
  return lines.flatMap(({ line, member: { team, department } }) => {
    if (team === null) return [];
    const before = first.get(team);
    if (!before) first.set(team, { line, department });
    return before === undefined || before.department === department
      ? []
      : [
          {
            line,
            message: `Team '${team}' hoort op regel ${before.line} bij een andere afdeling. Een team hoort bij één afdeling.`,
          },
        ];
  });
}

/** What csv-parse gives with `info`; its types do not say so. */
const withLines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function rowsOf(
  text: string,
):
  | { readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[] }
  | { readonly finding: TeamsFinding } {
  const [head = ''] = text.split('\n', 1);
  const delimiter = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ';';
  try {
    const records = withLines.parse(
      parse(text, {
        delimiter,
        info: true,
        relax_column_count: true,
        skip_records_with_empty_values: true,
        trim: true,
      }),
    );
    return { rows: records.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    const lines = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const message =
      'Deze regel is niet te lezen: een aanhalingsteken is niet gesloten, of staat midden in een naam.';
    return { finding: { line: Number(lines ?? 1), message } };
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
