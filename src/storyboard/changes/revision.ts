/** The modules as they were in a git revision, laid out in a folder of their own; the working tree is never touched. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';

export interface Revision {
  /** The modules folder of that revision. */
  readonly dir: string;
  /** `2026-11-04`, the day of its commit. */
  readonly date: string;
  /** Removes the folder. */
  remove(): void;
}

/** No such revision, or no repository: a sentence for who typed it. */
export class NoRevision extends Error {}

const MOST_BYTES = 500_000_000;

/**
 * Reads `modulesDir` as it was in a revision (a branch, tag or commit).
 * @throws NoRevision with the sentence to show
 */
export function readRevision(name: string, modulesDir: string): Revision {
  const shown = `--against ${name}`;
  if (!existsSync(modulesDir)) throw new NoRevision(`${shown}: there is no folder ${modulesDir}.`);
  const git = (...args: readonly string[]): Buffer =>
    execFileSync('git', ['-C', modulesDir, ...args], {
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const asked = <T>(ask: () => T, otherwise: string): T => {
    try {
      return ask();
    } catch {
      throw new NoRevision(`${shown}: ${otherwise}`);
    }
  };
  const line = (buffer: Buffer): string => buffer.toString('utf8').trim();
  const prefix = asked(
    () => line(git('rev-parse', '--show-prefix')),
    `${modulesDir} is not in a git repository, or git is not installed.`,
  );
  const commit = asked(
    () => line(git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)),
    'this repository has no such branch, tag or commit.',
  );
  const date = line(git('show', '--no-patch', '--format=%cs', commit));
  // From the top: `git archive` in a folder would take only that folder and cut its path.
  const top = line(git('rev-parse', '--show-toplevel'));
  const zip = asked(
    () => git('-C', top, 'archive', '--format=zip', commit, '--', ...(prefix === '' ? [] : [prefix])),
    `it has no ${prefix || 'files'}.`,
  );
  return laidOut(zip, prefix, date);
}

function laidOut(zip: Buffer, prefix: string, date: string): Revision {
  const root = mkdtempSync(join(tmpdir(), 'zeventerpen-revision-'));
  const remove = (): void => rmSync(root, { recursive: true, force: true });
  try {
    for (const [name, bytes] of Object.entries(unzipSync(zip))) {
      const path = resolve(root, name);
      if (name.endsWith('/') || !isInside(root, path)) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { dir: join(root, prefix), date, remove };
}

const isInside = (root: string, path: string): boolean => {
  const below = relative(root, path);
  return below !== '' && below !== '..' && !below.startsWith(`..${sep}`);
};
