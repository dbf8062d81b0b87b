// npm test: lint, unit, component and end-to-end tests; the last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'dist', 'test');

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  /** `isQuiet`: what it says comes all at once, so that two at a time can be read. */
  readonly run: (isQuiet: boolean) => Promise<Count>;
}

/** Path of a command line of an installed package, run with this Node: works on Windows too. */
function binary(packageName: string, name = packageName): string {
  // By path: some packages do not export their package.json.
  const manifest = join(root, 'node_modules', packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[name];
  if (!file) throw new Error(`${packageName} has no command ${name}.`);
  return join(dirname(manifest), file);
}

function succeeds(command: string, args: readonly string[], isQuiet: boolean): Promise<boolean> {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: root,
    stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  const said: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => said.push(part));
  child.stderr?.on('data', (part: Buffer) => said.push(part));
  return new Promise((done) => {
    child.once('error', () => {
      done(false);
    });
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      done(code === 0);
    });
  });
}

/** A check that is one pass or one failure. */
const check = (name: string, command: string, args: readonly string[]): Stage => ({
  name,
  run: async (isQuiet) =>
    (await succeeds(command, args, isQuiet)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
});

/** A test runner that leaves a JSON file with its counts; one that dies without it is a failure. */
function counted(
  name: string,
  command: string,
  args: readonly string[],
  read: (report: string) => Count,
): Stage {
  return {
    name,
    run: async (isQuiet) => {
      const ok = await succeeds(command, args, isQuiet);
      try {
        const count = read(readFileSync(join(results, `${name}.json`), 'utf8'));
        return ok || count.failed > 0 ? count : { ...count, failed: 1 };
      } catch {
        return { passed: 0, failed: 1 };
      }
    },
  };
}

function vitestCount(report: string): Count {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(report) as Record<
    string,
    number
  >;
  return { passed: numPassedTests ?? 0, failed: (numFailedTests ?? 0) || (numFailedTestSuites ?? 0) };
}

const vitest = (name: string): Stage =>
  counted(
    name,
    binary('vitest'),
    [
      'run',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(results, `${name}.json`)}`,
    ],
    vitestCount,
  );

/**
 * What runs side by side, a lane for each of two cores. The component tests play one page after another and are beside the
 * checks, which use one core too; the other test runners use all cores by themselves.
 */
const turns: readonly (readonly (readonly Stage[])[])[] = [
  [
    [
      check('eslint', binary('eslint'), ['.', '--max-warnings', '0']),
      check('types', binary('typescript', 'tsc'), ['--noEmit', '-p', 'tsconfig.json']),
      check('prettier', binary('prettier'), ['--check', '--log-level', 'warn', 'src', 'test', 'scripts']),
      check('content', join(root, 'node_modules/tsx/dist/cli.mjs'), ['scripts/check.ts']),
    ],
    [
      counted(
        'component',
        binary('@web/test-runner', 'wtr'),
        ['--config', 'wtr.config.mjs'],
        (report) => JSON.parse(report) as Count,
      ),
    ],
  ],
  [[vitest('unit')]],
  [[vitest('e2e')]],
];
const stages = turns.flat(2);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `Unknown part of the tests: ${unknown.join(', ')}. There are: ${stages.map((stage) => stage.name).join(', ')}.`,
  );
  process.exit(2);
}
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0 };
const seconds: string[] = [];

async function runLane(lane: readonly Stage[], isQuiet: boolean): Promise<void> {
  for (const { name, run } of lane) {
    const start = performance.now();
    console.log(`\n== ${name}`);
    const { passed, failed } = await run(isQuiet);
    total.passed += passed;
    total.failed += failed;
    const took = Math.round((performance.now() - start) / 1000);
    seconds.push(`${name} ${String(passed)}/${String(passed + failed)} in ${String(took)} s`);
  }
}

for (const turn of turns) {
  const lanes = turn
    .map((lane) => lane.filter(({ name }) => asked.length === 0 || asked.includes(name)))
    .filter((lane) => lane.length > 0);
  await Promise.all(lanes.map((lane) => runLane(lane, lanes.length > 1)));
}
console.log(`\n${seconds.join(' · ')}\n${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
