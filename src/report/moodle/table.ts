/** Moodle's reports of a SCORM activity, as 'Download in text format' writes it: tabs, one row an attempt. */

/** One attempt. Names were left behind. */
export interface MoodleAttempt {
  /** Line of the file, from 1. */
  readonly line: number;
  /** What Moodle shows beside the name (user name, ID number, e-mail address), or the name where it shows nothing. */
  readonly learner: string;
  readonly attempt: number;
  readonly started: Date;
  readonly last: Date;
  /** In the order of the package's fixed list. '' where there is none. */
  readonly answers: readonly MoodleAnswer[];
}

export interface MoodleAnswer {
  /** Id of the interaction; only where the report was made with 'question'. */
  readonly question: string;
  readonly response: string;
  readonly result: string;
}

export interface MoodleReport {
  /** Title of the package. */
  readonly title: string;
  readonly attempts: readonly MoodleAttempt[];
  /** Rows of people who did not begin. */
  readonly without: number;
}

/** A file that is no such report; the message says what to do. */
export class MoodleProblem extends Error {
  override readonly name = 'MoodleProblem';
}

/** Heads in English and Dutch, as Moodle's language packs have them. */
const HEADS = {
  name: /^(name|full name|first name.*|naam|volledige naam|voornaam.*)$/i,
  attempt: /^(attempt|poging)$/i,
  started: /^(started on|started|gestart op|gestart|begonnen op|begonnen)$/i,
  last: /^(last accessed on|last access|laatst.*|laatste toegang.*)$/i,
  score: /^(score|cijfer)$/i,
  question: /^(question|vraag) (\d+)$/i,
  response: /^(response|antwoord|respons|reactie) (\d+)$/i,
  right:
    /^(right answer|juist antwoord|juiste antwoord|goed antwoord|goede antwoord|correct antwoord) (\d+)$/i,
  result: /^(result|resultaat) (\d+)$/i,
} as const;
/** Of the columns that a site may show beside the name, the one that teams files use first. */
const IDENTITY = [/^(username|gebruikersnaam)$/i, /^(id number|id-?nummer)$/i, /^(email.*|e-mail.*)$/i];

/** `file`: its name, for messages. @throws MoodleProblem */
export function readMoodleReport(text: string, file: string): MoodleReport {
  const [head = [], ...rows] = parseTable(text.replace(/^\uFEFF/, ''));
  const columns = columnsOf(head, file);
  const attempts = rows.map((row, at) => attemptOf(row, columns, at + 2));
  const found = attempts.filter((one) => one !== null);
  return { title: head[columns.score + 1] ?? '', attempts: found, without: attempts.length - found.length };
}

/** Does the head of this text look like one of Moodle's SCORM reports? */
export function isMoodleReport(head: string): boolean {
  const [cells = []] = parseTable((head.split('\n', 1)[0] ?? '').replace(/^\uFEFF/, ''));
  return HEADS.name.test(cells[0] ?? '') && cells.some((cell) => HEADS.attempt.test(cell));
}

/** Where the columns are that every report of attempts begins with. */
interface FirstColumns {
  readonly learner: number;
  readonly attempt: number;
  readonly started: number;
  readonly last: number;
  readonly score: number;
}

interface Columns extends FirstColumns {
  readonly answers: readonly {
    readonly question: number;
    readonly response: number;
    readonly result: number;
  }[];
}

/** Of which package, whose, which attempt: what a report of attempts says beside its own cells. */
export interface MoodleTable {
  readonly title: string;
  /** Heads of the columns after those that every report has. */
  readonly head: readonly string[];
  /** Without those who did not begin. */
  readonly rows: readonly {
    readonly learner: string;
    readonly attempt: number;
    readonly cells: readonly string[];
  }[];
}

/** `file`: its name, for messages. @throws MoodleProblem */
export function readMoodleTable(text: string, file: string): MoodleTable {
  const [head = [], ...rows] = parseTable(text.replace(/^\uFEFF/, ''));
  const columns = firstColumnsOf(head, file);
  const own = columns.score + 2;
  const all = rows.map((row) => ({ ...whoseOf(row, columns), cells: row.slice(own) }));
  const begun = all.filter(({ attempt }) => Number.isInteger(attempt) && attempt > 0);
  return { title: head[columns.score + 1] ?? '', head: head.slice(own), rows: begun };
}

function firstColumnsOf(head: readonly string[], file: string): FirstColumns {
  const at = (pattern: RegExp): number => head.findIndex((cell) => pattern.test(cell));
  const [attempt, started, last, score] = [HEADS.attempt, HEADS.started, HEADS.last, HEADS.score].map(at);
  if (
    attempt === undefined ||
    attempt < 0 ||
    started !== attempt + 1 ||
    last !== attempt + 2 ||
    score !== attempt + 3
  )
    throw new MoodleProblem(
      `${file} is no interactions report of Moodle: expected the columns Name, Attempt, Started on, Last accessed on, Score (or the Dutch ones).`,
    );
  const identity = IDENTITY.map(at).find((column) => column >= 0 && column < attempt);
  return { learner: identity ?? 0, attempt, started, last, score };
}

function columnsOf(head: readonly string[], file: string): Columns {
  const first = firstColumnsOf(head, file);
  const numbered = (pattern: RegExp, number: number): number =>
    head.findIndex((cell) => Number(pattern.exec(cell)?.[2] ?? -1) === number);
  const answers = [];
  for (let number = 0; numbered(HEADS.response, number) >= 0; number += 1)
    answers.push({
      question: numbered(HEADS.question, number),
      response: numbered(HEADS.response, number),
      result: numbered(HEADS.result, number),
    });
  if (answers.length === 0)
    throw new MoodleProblem(
      `${file} holds no responses. In Moodle: SCORM > Reports > Interactions report, tick question, response and result, save, then download as text. The objectives report alone is not enough.`,
    );
  return { ...first, answers };
}

function attemptOf(row: readonly string[], columns: Columns, line: number): MoodleAttempt | null {
  const cell = (column: number): string => cellOf(row, column);
  const started = readMoment(cell(columns.started));
  const { learner, attempt } = whoseOf(row, columns);
  if (started === null || !Number.isInteger(attempt) || attempt < 1) return null;
  return {
    line,
    learner,
    attempt,
    started,
    last: readMoment(cell(columns.last)) ?? started,
    answers: columns.answers.map(({ question, response, result }) => ({
      question: cell(question),
      response: cell(response),
      result: cell(result),
    })),
  };
}

const cellOf = (row: readonly string[], column: number): string =>
  column < 0 ? '' : plainText((row[column] ?? '').trim());

const whoseOf = (row: readonly string[], columns: FirstColumns): { learner: string; attempt: number } => ({
  learner: cellOf(row, columns.learner),
  attempt: Number(cellOf(row, columns.attempt)),
});

/** Moodle escapes what learners wrote as for HTML, also in a text file. */
function plainText(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#039;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const MONTHS = [
  'jan',
  'feb',
  'mrt|mar|maa',
  'apr',
  'mei|may',
  'jun',
  'jul',
  'aug',
  'sep',
  'okt|oct',
  'nov',
  'dec',
];

/** `Thursday, 26 November 2026, 3:30 PM`, `donderdag, 26 november 2026, 15:30`; read as UTC, as Moodle does not say the zone. */
export function readMoment(text: string): Date | null {
  const day = /(\d{1,2}) ([a-z]+)\.? (\d{4})/i.exec(text);
  const time = /(\d{1,2})[:.](\d{2})\s*([ap]m)?/i.exec(
    text.slice((day?.index ?? 0) + (day?.[0].length ?? 0)),
  );
  if (!day) return null;
  const month = MONTHS.findIndex((names) => new RegExp(`^(${names})`, 'i').test(day[2] ?? ''));
  if (month < 0) return null;
  const half = time?.[3]?.toLowerCase();
  const hour = Number(time?.[1] ?? 0);
  const hours = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return new Date(Date.UTC(Number(day[3]), month, Number(day[1]), hours, Number(time?.[2] ?? 0)));
}

/** Tabs, or what a spreadsheet made of them: semicolons or commas; quotes double inside quotes (RFC 4180). */
function parseTable(text: string): readonly (readonly string[])[] {
  const first = text.split('\n', 1)[0] ?? '';
  const delimiter = ['\t', ';', ','].find((one) => first.includes(one)) ?? '\t';
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${delimiter}\\r\\n]*)(${delimiter}|\\r?\\n|$)`, 'y');
  while (cell.lastIndex < text.length) {
    const [, value = '', end = ''] = cell.exec(text) ?? [];
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === delimiter) continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows.filter((one) => one.some((value) => value !== ''));
}
