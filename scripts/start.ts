/** `npm start`: builds everything, serves the local LMS and LRS, and rebuilds when content or code changes. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../src/lms/server.js';
import { watchFolders } from '../src/lms/watch.js';
import { buildPackages, type BuildResult } from '../src/packaging/build.js';
import { findingLines } from './finding-lines.js';
import { readCommandLine, runCommand, UsageError } from './command-line.js';

const OUT = 'dist/local';

await runCommand(async () => {
  const line = readCommandLine({
    command: 'start',
    about:
      'Builds all modules and serves them in a local LMS with a learning record store, on this computer only.',
    flags: {
      port: { about: 'port to serve on (default: 4173 or the next free one)', value: 'N' },
      data: { about: 'folder for attempts and statements', value: 'DIR', default: '.data/' },
    },
  });
  if (!line) return 0;
  const port = readPort(line.value('port'));
  const built = await build(line.modules);
  report(built);
  if (built.files.length === 0) {
    console.error('Nothing was started: mend the errors above first.');
    return 1;
  }
  const server = await startServer({
    packagesDir: OUT,
    dataDir: line.value('data') ?? '.data/',
    ...(port === undefined ? {} : { port }),
  });
  announce(server);
  const watching = watchFolders([line.modules, 'src'], async () => {
    const again = await build(line.modules);
    report(again);
    if (again.files.length > 0) server.refresh();
    else console.error('The earlier packages stay until the errors above are mended.');
  });
  await interrupted();
  watching.close();
  await server.close();
  return 0;
});

function build(modulesDir: string): Promise<BuildResult> {
  return buildPackages({
    modulesDir,
    ids: [],
    targets: ['scorm12', 'scorm2004'],
    outDir: OUT,
    lrs: 'launch',
    actor: 'pseudonym',
    detail: 'route',
    progress: (step) => {
      console.log(step);
    },
  }).then(async (result) => {
    if (result.files.length > 0) await removeOthers(result.files.map((file) => file.path));
    return result;
  });
}

/** Zips of modules that are no longer there. */
async function removeOthers(keep: readonly string[]): Promise<void> {
  const zips = (await readdir(OUT)).filter((name) => name.endsWith('.zip')).map((name) => join(OUT, name));
  await Promise.all(zips.filter((path) => !keep.includes(path)).map((path) => rm(path)));
}

function report(result: BuildResult): void {
  for (const line of findingLines(result.findings)) console.log(line);
}

function announce(server: RunningServer): void {
  for (const { file, message } of server.problems()) console.error(`${file}: ${message}`);
  console.log(`\nCourse:        ${server.url}`);
  console.log(`LRS endpoint:  ${server.lrs.endpoint}`);
  console.log(`LRS user:      ${server.lrs.key}:${server.lrs.secret}`);
  console.log('\nOnly this computer can reach it. Ctrl+C stops it; what was played is kept.');
}

function readPort(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535)
    throw new UsageError(`--port takes a number up to 65535, not '${value}'.`);
  return port;
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        done();
      });
  });
}
