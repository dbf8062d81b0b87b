/** `npm run report`: what an LRS, or files, tell of the course, as a report. */
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../src/content/index.js';
import { packagesOf } from '../src/content/package-parts.js';
import { courseConfig } from '../src/packaging/course.js';
import { makeEdition, NothingToReport } from '../src/report/edition/make.js';
import type { Facts } from '../src/report/facts/facts.js';
import type { Tally } from '../src/report/facts/tally.js';
import { isObjectivesReport } from '../src/report/moodle/objectives.js';
import { checkObjectives, readMoodleFile } from '../src/report/moodle/read.js';
import { isMoodleReport } from '../src/report/moodle/table.js';
import { K_DEFAULT, K_FLOOR } from '../src/report/privacy/release.js';
import { readAuthorization, readEndpoint } from '../src/report/sync/connection.js';
import { readFiles } from '../src/report/sync/files.js';
import { openStore } from '../src/report/sync/store.js';
import { syncLrs } from '../src/report/sync/sync.js';
import { placeMembers } from '../src/report/teams/members.js';
import { readTeams, TEMPLATE, type Member } from '../src/report/teams/teams-file.js';
import { writeReport } from '../src/report/write.js';
import { readCommandLine, runCommand, UsageError, type CommandLine } from './command-line.js';
import { readSalt } from './lrs-options.js';
import { progressLine } from './progress-line.js';

const FLAGS = {
  lrs: { about: 'address of an LRS (xAPI 1.0.3)', value: 'URL' },
  'auth-file': {
    about: 'file with user:secret of the LRS (or the variable ZEVENTERPEN_LRS_AUTH)',
    value: 'FILE',
  },
  from: {
    about: "exports of an LRS, or Moodle's interactions reports; more files follow as words",
    value: 'FILE',
  },
  'salt-file': {
    about: "the course's secret for pseudonyms, as given to the build (for Moodle's reports and --teams)",
    value: 'FILE',
  },
  since: { about: 'leave out what the LRS stored before this day', value: 'YYYY-MM-DD' },
  data: { about: 'folder that keeps what was read', value: 'DIR', default: '.data/report' },
  teams: {
    about: 'file with leerling-id;team;afdeling;rol: stays here, only groups are shown',
    value: 'FILE',
  },
  k: { about: `smallest group to show, at least ${K_FLOOR}`, value: 'N', default: String(K_DEFAULT) },
  out: { about: 'folder for the report', value: 'DIR', default: 'dist/report' },
} as const;

type Line = CommandLine<keyof typeof FLAGS>;

await runCommand(async () => {
  const line = readCommandLine({
    command: 'run report',
    about:
      'Reads statements from an LRS (what is new since the last time) or from files, and makes the report of them.',
    words: '[more files]',
    flags: FLAGS,
  });
  if (!line) return 0;
  const k = readK(line.value('k'));
  const members = await membersOf(line.value('teams'));
  const salt = await saltOf(line);
  const facts = await readSource(line, salt);
  try {
    const { modules } = loadContent(line.modules);
    if (members) await place(facts, { members, salt }, line);
    const edition = await makeEdition(facts.connection, { modules, k, now: new Date() });
    const out = line.value('out') ?? FLAGS.out.default;
    await writeReport(edition, out);
    console.log(`Report: ${join(out, 'index.html')}. Groups under ${k} persons are not in it.`);
  } catch (error) {
    if (!(error instanceof NothingToReport)) throw error;
    console.error(`No report was made: ${error.message}.`);
    return 1;
  } finally {
    facts.close();
  }
  return 0;
});

/** @throws UsageError with every line that is wrong: before anything is read, as nothing comes of it then. */
async function membersOf(file: string | undefined): Promise<readonly Member[] | null> {
  if (file === undefined) return null;
  const bytes = await readFile(file).catch(() => null);
  if (!bytes)
    throw new UsageError(`There is no file ${file}. A file to fill in begins so:\n${TEMPLATE.trimEnd()}`);
  const { members, findings } = readTeams(bytes);
  if (findings.length > 0)
    throw new UsageError(findings.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
  return members;
}

interface Team {
  readonly members: readonly Member[];
  /** Of the pseudonyms by which they are met. */
  readonly salt: string;
}

/** Who of the file was not met is named on the reader's own disk only, beside what was read and never beside the report. */
async function place(facts: Facts, { members, salt }: Team, line: Line): Promise<void> {
  const { matched, unmatched } = await placeMembers(facts.connection, members, salt);
  console.log(`Teams file: ${matched} of ${members.length} persons were met.`);
  if (unmatched.length === 0) return;
  const list = join(line.value('data') ?? FLAGS.data.default, 'niet-gevonden.txt');
  await writeFile(list, `${unmatched.join('\n')}\n`, { mode: 0o600 });
  console.log(
    `${unmatched.length} were not: not begun yet, spelled otherwise in the LMS, or another --salt-file. Their ids: ${list}. Keep that to yourself.`,
  );
}

/** @throws UsageError: before anything is read, as with another one nobody is known again */
async function saltOf(line: Line): Promise<string> {
  const saltFile = line.value('salt-file');
  return courseConfig(saltFile === undefined ? undefined : await readSalt(saltFile)).salt;
}

function readK(value: string | undefined): number {
  const k = Number(value);
  if (!Number.isInteger(k) || k < K_FLOOR)
    throw new UsageError(`--k takes a whole number of at least ${K_FLOOR}, not '${value ?? ''}'.`);
  return k;
}

async function readSource(line: Line, salt: string): Promise<Facts> {
  const lrs = line.value('lrs');
  const from = line.value('from');
  const folder = line.value('data') ?? FLAGS.data.default;
  if ((lrs === undefined) === (from === undefined))
    throw new UsageError('Name one source: --lrs URL --auth-file FILE, or --from FILE.');
  if (lrs === undefined) {
    if (line.value('since') !== undefined)
      throw new UsageError('--since goes with --lrs: a file tells not what came in when.');
    return fromFiles(folder, [from ?? '', ...line.words], { modules: line.modules, salt });
  }
  if (line.words.length > 0) throw new UsageError(`'${line.words.join(' ')}' is not expected beside --lrs.`);
  return fromLrs(folder, lrs, line);
}

async function fromLrs(folder: string, lrs: string, line: Line): Promise<Facts> {
  const since = readDay(line.value('since'));
  const endpoint = readEndpoint(lrs);
  const access = { endpoint, authorization: await readAuthorization(line.value('auth-file')) };
  const facts = await openStore(folder, endpoint);
  const progress = progressLine('statements');
  const tally = await syncLrs(facts, access, {
    ...(since === undefined ? {} : { since }),
    onProgress: (read, share) => progress.show(read, share === null || share === 0 ? null : read / share),
    onWait: (ms, why) => console.error(`${why} Trying again in ${Math.ceil(ms / 1000)} s.`),
  });
  progress.end();
  tell(tally);
  return facts;
}

/** What Moodle's reports take beside themselves. */
interface Course {
  /** Folder of the content: routes are played again. */
  readonly modules: string;
  /** So that pseudonyms are those of packages. */
  readonly salt: string;
}

async function fromFiles(folder: string, files: readonly string[], course: Course): Promise<Facts> {
  const heads = await Promise.all(files.map(headOf));
  const reports = files.filter((_file, at) => isMoodleReport(heads[at] ?? ''));
  const facts = await openStore(folder, null);
  const progress = progressLine('MB');
  const exports = files.filter((file) => !reports.includes(file));
  const read = await readFiles(facts, exports, {
    onProgress: (bytes, all) => progress.show(bytes / 1e6, all / 1e6),
  });
  progress.end();
  if (exports.length > 0) tell(read);
  if (reports.length > 0) await fromMoodle(facts, reports, course);
  return facts;
}

async function fromMoodle(facts: Facts, files: readonly string[], { modules, salt }: Course): Promise<void> {
  const packages = loadContent(modules).modules.flatMap(packagesOf);
  const options = { packages, course: courseConfig(salt) };
  const heads = await Promise.all(files.map(headOf));
  const isCheck = (file: string, at: number): boolean => isObjectivesReport(heads[at] ?? '', file);
  const read = [];
  for (const file of files.filter((one, at) => !isCheck(one, at))) {
    const found = await readMoodleFile(facts, file, options);
    const lost = found.lost === 0 ? '' : `; ${found.lost} units of them are no longer in the content`;
    console.log(`${file}: ${found.attempts} attempts${lost}.`);
    read.push(found);
  }
  for (const file of files.filter(isCheck)) {
    const { compared, differing, alone } = await checkObjectives(file, read, options);
    console.log(
      `${file}: ${compared} attempts compared per competence, ${compared - differing} as Moodle has them.`,
    );
    if (differing > 0)
      console.log(
        `${differing} come to something else when they are played again: the content has changed since. The report tells of the content as it is now.`,
      );
    if (alone > 0)
      console.log(
        `${alone} attempts stand in this report alone. Read the interactions report of the same activity beside it: objectives hold no choices, so they add nothing to the report.`,
      );
  }
}

async function headOf(file: string): Promise<string> {
  const handle = await open(file).catch(() => null);
  if (!handle) throw new UsageError(`There is no file ${file}.`);
  try {
    if ((await handle.stat()).isDirectory())
      throw new UsageError(`${file} is a folder: name the files in it.`);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4_000), 0, 4_000, 0);
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await handle.close();
  }
}

function tell({ read, ours, foreign, malformed, repeated, voiding, misdated }: Tally): void {
  const parts = [
    [ours, 'new of this course'],
    [repeated, 'read before'],
    [foreign, 'of others'],
    [voiding, 'that take another back'],
    [malformed, 'malformed and left out'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  console.log(`Read ${read} statements${told.length > 0 ? `: ${told.join(', ')}` : ''}.`);
  if (misdated > 0)
    console.log(
      `${misdated} came from a computer whose clock runs ahead or was never set; they are dated by the LRS.`,
    );
}

function readDay(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const day = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(day.getTime()))
    throw new UsageError(`--since takes a day as 2026-09-01, not '${value}'.`);
  return day.toISOString();
}
