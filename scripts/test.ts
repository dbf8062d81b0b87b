// npm test: lint, unit, component and end-to-end tests, one after the other; the last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
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
  readonly run: () => Count;
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

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(process.execPath, [command, ...args], { cwd: root, stdio: 'inherit' }).status === 0;
}

/** A check that is one pass or one failure. */
const check = (name: string, command: string, args: readonly string[]): Stage => ({
  name,
  run: () => (succeeds(command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
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
    run: () => {
      const ok = succeeds(command, args);
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

const stages: readonly Stage[] = [
  check('types', binary('typescript', 'tsc'), ['--noEmit', '-p', 'tsconfig.json']),
  check('eslint', binary('eslint'), ['.', '--max-warnings', '0']),
  check('prettier', binary('prettier'), ['--check', '--log-level', 'warn', 'src', 'test', 'scripts']),
  check('content', join(root, 'node_modules/tsx/dist/cli.mjs'), ['scripts/check.ts']),
  vitest('unit'),
  counted(
    'component',
    binary('@web/test-runner', 'wtr'),
    ['--config', 'wtr.config.mjs'],
    (report) => JSON.parse(report) as Count,
  ),
  vitest('e2e'),
];

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
let passed = 0;
let failed = 0;
const seconds: string[] = [];
for (const stage of stages.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const start = performance.now();
  console.log(`\n== ${stage.name}`);
  const count = stage.run();
  passed += count.passed;
  failed += count.failed;
  seconds.push(
    `${stage.name} ${String(count.passed)}/${String(count.passed + count.failed)} in ${String(Math.round((performance.now() - start) / 1000))} s`,
  );
}
console.log(`\n${seconds.join(' · ')}\n${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
