/** What an author or an administrator sees when the input is wrong: a clear message, an exit code, nothing half-made. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Asked, Ended } from './command-child.js';
import { typeCommand } from './type-command.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'zeventerpen-commands-'));
const modules = join(work, 'modules');
const out = join(work, 'out');

let child: ChildProcess;
/** The same in a process that has loaded it all: starting one takes longer than most of what it does. */
async function run(script: string, ...args: readonly string[]): Promise<Ended> {
  const ended = once(child, 'message') as Promise<[Ended]>;
  child.send({ script, args } satisfies Asked);
  return (await ended)[0];
}

const onModules = ['--modules', modules];
const onBoth = [...onModules, '--out', out];
const check = (...args: readonly string[]) => run('check', ...onModules, ...args);
const build = (...args: readonly string[]) => run('build', ...onBoth, ...args);

function change(file: string, edit: (text: string) => string) {
  const path = join(modules, file);
  const before = readFileSync(path, 'utf8');
  const after = edit(before);
  expect(after, `the edit of ${file} must change it`).not.toBe(before);
  writeFileSync(path, after);
}

/** The line (from 1) on which the text stands. */
function lineOf(file: string, text: string): number {
  const lines = readFileSync(join(modules, file), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

function expectRefusal(result: Ended, code: 1 | 2, ...parts: readonly string[]) {
  for (const part of parts) expect(result.text).toContain(part);
  expect(result.text, 'no stack trace').not.toMatch(/\n\s+at .+:\d+:\d+/);
  expect(result.code).toBe(code);
  expect(existsSync(out) ? readdirSync(out) : [], 'nothing half-written').toEqual([]);
}

beforeAll(() => {
  child = fork(fileURLToPath(new URL('command-child.ts', import.meta.url)), {
    cwd: root,
    execArgv: ['--import', 'tsx'],
  });
});
beforeEach(() => {
  rmSync(modules, { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
  cpSync(join(root, 'modules'), modules, { recursive: true });
});
afterAll(() => {
  child.kill();
  rmSync(work, { recursive: true, force: true });
});

describe('wrong content', () => {
  const script = 'hostmanship/weduwe.gesprek.md';

  it('names file, line and column of a broken line in a script, and builds nothing', () => {
    change(script, (text) => text.replace('# Gesprek\n', '# Gesprek\nDit is geen regel van de taal.\n'));
    const place = `weduwe.gesprek.md:${String(lineOf(script, 'Dit is geen regel'))}:1 error`;
    expectRefusal(typeCommand('check', ...onModules, 'hostmanship'), 1, place);
    expectRefusal(typeCommand('build', ...onBoth, 'hostmanship'), 1, place);
  });

  it('suggests the name that was meant', async () => {
    change(script, (text) => text.replace(/hostmanship \+/, 'hostmansship +'));
    expectRefusal(await check('hostmanship'), 1, 'hostmansship', 'edoelde u', 'hostmanship');
  });

  it('says which customer record is missing', async () => {
    change(script, (text) => text.replace(/^klant: .*$/m, 'klant: niet-bestaand'));
    expectRefusal(await build('hostmanship'), 1, 'weduwe.gesprek.md', 'niet-bestaand');
  });

  it('says where a duplicate id stands', async () => {
    const [first = '', second = ''] = [
      ...readFileSync(join(modules, script), 'utf8').matchAll(/^\*.*\{#(\w+)\}/gm),
    ].map((match) => match[1]);
    change(script, (text) => text.replace(`{#${second}}`, `{#${first}}`));
    expectRefusal(await check('hostmanship'), 1, 'dubbel', first);
  });

  it('says that a module folder is empty', async () => {
    mkdirSync(join(modules, 'leeg'));
    expectRefusal(await check(), 1, 'leeg');
    expectRefusal(await build(), 1, 'leeg');
  });

  it('says which modules there are when one does not exist', async () => {
    expectRefusal(await check('hostmanschip'), 1, 'hostmanschip', 'hostmanship');
    expectRefusal(await build('hostmanschip'), 1, 'hostmanschip', 'hostmanship');
  });
});

const SCRIPTS = ['check', 'build', 'start', 'bench', 'report', 'demo-data', 'storyboard'] as const;

describe('wrong usage', () => {
  it.each(SCRIPTS)('%s refuses a flag it does not know, and names those it does', async (script) => {
    expectRefusal(await run(script, '--onzin'), 2, '--onzin', '--help');
  });

  it.each(SCRIPTS)('%s explains itself with --help', async (script) => {
    const result = await run(script, '--help');
    expect(result.code).toBe(0);
    expect(result.text).toContain(`npm run ${script}`.replace('npm run start', 'npm start'));
  });

  it('refuses an unknown kind of package, and names those there are', async () => {
    expectRefusal(await build('welkom', '--target', 'scorm13'), 2, 'scorm13', 'scorm12', 'scorm2004');
  });

  it('refuses a modules folder that does not exist', async () => {
    expectRefusal(await run('check', '--modules', join(work, 'nergens')), 1, 'nergens');
  });
});
