/** The local LMS and LRS in a process of its own, with bare packages: only their manifests count, the page is the tests' own. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Credentials } from '../../src/lms/lrs/access.js';
import type { Module } from '../../src/content/module.js';
import { putPackage, scormFiles, temporaryPlace } from '../lms/fixture.js';

export interface Server {
  readonly url: string;
  /** User and password of the whole LRS. */
  readonly key: string;
  readonly secret: string;
}

export interface RunningServer extends Server {
  close(): Promise<void>;
}

export async function startServer(modules: readonly Module[]): Promise<RunningServer> {
  const place = temporaryPlace();
  for (const { id } of modules) {
    putPackage(place, `${id}-scorm12.zip`, scormFiles('1.2', id));
    putPackage(place, `${id}-scorm2004.zip`, scormFiles('2004', id));
  }
  const child = fork(
    fileURLToPath(new URL('../lms/child.ts', import.meta.url)),
    [place.packagesDir, place.dataDir],
    {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const { url, lrs } = await started(child);
  return {
    url,
    ...lrs,
    close: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      place.remove();
    },
  };
}

function started(child: ChildProcess): Promise<{ url: string; lrs: Credentials }> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as { url: string; lrs: Credentials }));
    child.once('exit', () => reject(new Error('The local LMS did not start.')));
  });
}
