/** `npm start`: builds everything, serves the local LMS and LRS with a live preview, and goes on when content or code changes. */
import { fileURLToPath } from 'node:url';
import { isLoopback, LOOPBACK } from '../src/lms/names.js';
import { startServer, type RunningServer } from '../src/lms/server.js';
import { openPreview, PREVIEW_PATH, type Preview } from '../src/preview/preview.js';
import { watchFolder, type Watching } from '../src/preview/watch.js';
import { readCommandLine, runCommand, UsageError } from './command-line.js';
import { DemoLoader } from './demo-loader.js';
import { LocalPackages } from './local-packages.js';
import { LocalReport } from './local-report.js';

const OUT = 'dist/local';
const SOURCES = fileURLToPath(new URL('../src', import.meta.url));
/** A save is shown at once; the packages wait until the author pauses. */
const QUIET_MS = { preview: 30, packages: 1500 };

await runCommand(async () => {
  const line = readCommandLine({
    command: 'start',
    about:
      'Builds all modules and serves them in a local LMS with a learning record store and a live preview for authors, on this computer only.',
    flags: {
      port: { about: 'port to serve on (default: 4173 or the next free one)', value: 'N' },
      data: { about: 'folder for attempts and statements', value: 'DIR', default: '.data/' },
      host: {
        about: 'address to listen on; only give it to let other computers in: there are no passwords',
        value: 'ADDRESS',
        default: LOOPBACK,
      },
      attempts: { about: 'attempts that a learner gets at a package (default: any number)', value: 'N' },
      out: { about: 'folder for the packages', value: 'DIR', default: OUT },
    },
  });
  if (!line) return 0;
  const port = readPort(line.value('port'));
  const attempts = readCount('attempts', line.value('attempts'));
  const host = line.value('host') ?? LOOPBACK;
  const out = line.value('out') ?? OUT;
  console.log('Checking the modules ...');
  const preview = await openPreview(line.modules);
  const packages = new LocalPackages(line.modules, out);
  await packages.build();
  const data = line.value('data') ?? '.data/';
  const demo: DemoLoader = new DemoLoader(line.modules, data, () => server);
  const report: LocalReport = new LocalReport(line.modules, data, () => server);
  const server = await startServer({
    packagesDir: out,
    dataDir: data,
    host,
    report,
    ...(isLoopback(host) ? { demo } : {}),
    ...(attempts === undefined ? {} : { maxAttempts: attempts }),
    // It shows an author's own files: to the author only.
    ...(isLoopback(host)
      ? { guest: { path: PREVIEW_PATH, label: 'Voorbeeld voor auteurs', routes: preview.routes } }
      : {}),
    ...(port === undefined ? {} : { port }),
  });
  const watchers = await watch(line.modules, preview, packages, server);
  announce(server, preview, host);
  await interrupted();
  packages.stop();
  demo.stop();
  await Promise.all(watchers.map((each) => each.close()));
  await report.close();
  await server.close();
  return 0;
});

async function watch(
  modules: string,
  preview: Preview,
  packages: LocalPackages,
  server: RunningServer,
): Promise<readonly Watching[]> {
  const rebuild = async (): Promise<void> => {
    if (await packages.build()) server.refresh();
  };
  return Promise.all([
    watchFolder(modules, QUIET_MS.preview, (paths) => preview.contentChanged(paths)),
    watchFolder(modules, QUIET_MS.packages, rebuild),
    watchFolder(SOURCES, QUIET_MS.preview, () => preview.codeChanged()),
    watchFolder(SOURCES, QUIET_MS.packages, rebuild),
  ]);
}

function announce(server: RunningServer, preview: Preview, host: string): void {
  for (const { file, message } of server.problems()) console.error(`${file}: ${message}`);
  console.log(`\nCourse:        ${server.url}`);
  if (isLoopback(host)) console.log(`For authors:   ${server.url}${PREVIEW_PATH.slice(1)}`);
  console.log(`LRS endpoint:  ${server.lrs.endpoint}`);
  console.log(`LRS user:      ${server.lrs.key}:${server.lrs.secret}`);
  const errors = preview.errors();
  if (errors > 0) console.log(`\nThe content has ${errors} error(s): the page for authors shows them.`);
  const reach = isLoopback(host)
    ? 'Only this computer can reach it.'
    : 'Everyone who can reach this computer sees all names and results: there are no passwords.';
  console.log(`\n${reach} Ctrl+C stops it; what was played is kept.`);
}

function readPort(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535)
    throw new UsageError(`--port takes a number up to 65535, not '${value}'.`);
  return port;
}

function readCount(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new UsageError(`--${flag} takes a number from 1, not '${value}'.`);
  return Number(value);
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        done();
      });
  });
}
