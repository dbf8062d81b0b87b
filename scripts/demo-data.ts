/** `npm run demo-data`: simulated employees play the course through the real engine; their statements go to an LRS or a file. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { loadContent } from '../src/content/index.js';
import { packagesOf } from '../src/content/package-parts.js';
import { employees, teamsFile } from '../src/demo/employees.js';
import type { Lines } from '../src/demo/lines.js';
import { lastQuarter } from '../src/demo/period.js';
import { sendAll } from '../src/demo/send.js';
import { playedInThreads } from '../src/demo/threads.js';
import { courseConfig } from '../src/packaging/course.js';
import { readAuthorization, readEndpoint } from '../src/report/sync/connection.js';
import { readCommandLine, runCommand, UsageError } from './command-line.js';
import { readSalt } from './lrs-options.js';
import { progressLine } from './progress-line.js';

const OUT = 'dist/demo/statements.ndjson';

await runCommand(async () => {
  const line = readCommandLine({
    command: 'run demo-data',
    about:
      'Lets simulated employees play the course over three months, and posts their statements to an LRS or writes them to a file, with a teams file beside it.',
    flags: {
      learners: { about: 'how many employees', value: 'N', default: '500' },
      seed: { about: 'the same number gives the same people, who do the same', value: 'N', default: '1' },
      until: { about: 'last day of the three months (default: last Sunday)', value: 'YYYY-MM-DD' },
      lrs: { about: 'address of an LRS to post to', value: 'URL' },
      'auth-file': { about: 'file with user:secret of the LRS', value: 'FILE' },
      'salt-file': {
        about: "the course's secret for pseudonyms (default: as in a build without one)",
        value: 'FILE',
      },
      out: {
        about: 'file for the statements, one a line, when there is no --lrs',
        value: 'FILE',
        default: OUT,
      },
    },
  });
  if (!line) return 0;
  const learners = readCount('learners', line.value('learners'), 20_000);
  const seed = String(readCount('seed', line.value('seed'), 1e9));
  const period = lastQuarter(readDay(line.value('until')));
  const lrs = line.value('lrs');
  const access =
    lrs === undefined
      ? null
      : {
          endpoint: readEndpoint(lrs),
          authorization: await readAuthorization(line.value('auth-file')),
        };
  const saltFile = line.value('salt-file');
  const salt = saltFile === undefined ? undefined : await readSalt(saltFile);
  const packages = loadContent(line.modules).modules.flatMap(packagesOf);
  if (packages.length === 0) throw new Error('The modules do not build: run `npm run check`.');
  const people = employees(learners, seed);
  const groups = playedInThreads({ people, packages, period, seed, course: courseConfig(salt) });
  const out = line.value('out') ?? OUT;
  const folder = dirname(out);
  await mkdir(folder, { recursive: true });
  const teams = join(folder, 'teams.csv');
  await writeFile(teams, teamsFile(people));
  const progress = progressLine('employees');
  let played = 0;
  let told = 0;
  const counted = async function* (): AsyncGenerator<readonly Lines[]> {
    for await (const group of groups) {
      yield group;
      for (const { statements } of group) told += statements;
      progress.show((played += 1), learners);
    }
  };
  if (access) await sendAll(access, counted());
  else await writeLines(out, counted());
  progress.end();
  console.log(
    `${told} statements of ${learners} employees ${access ? `sent to ${access.endpoint}` : `in ${out}`}; their teams: ${teams}`,
  );
  return 0;
});

async function writeLines(file: string, groups: AsyncIterable<readonly Lines[]>): Promise<void> {
  const stream = createWriteStream(file);
  for await (const group of groups) {
    for (const { bytes } of group) {
      stream.write(bytes);
      if (!stream.write('\n')) await once(stream, 'drain');
    }
  }
  stream.end();
  await finished(stream);
}

function readCount(flag: string, value: string | undefined, most: number): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > most)
    throw new UsageError(`--${flag} takes a whole number from 1 to ${most}, not '${value ?? ''}'.`);
  return count;
}

function readDay(value: string | undefined): Date {
  if (value === undefined) return new Date();
  const day = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(day.getTime()))
    throw new UsageError(`--until takes a day as 2026-11-22, not '${value}'.`);
  return day;
}
