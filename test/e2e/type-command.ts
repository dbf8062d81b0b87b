/** A script as somebody types it: in a process of its own. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ended } from './command-child.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
// A key of whoever runs the tests is nobody's business here.
const env = { ...process.env };
delete env['ZEVENTERPEN_LRS_AUTH'];

export function typeCommand(script: string, ...args: readonly string[]): Ended {
  const result = spawnSync(process.execPath, [tsx, join(root, 'scripts', `${script}.ts`), ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { code: result.status ?? 1, text: result.stdout + result.stderr };
}
