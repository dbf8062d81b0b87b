/** The packages that the end-to-end tests play, really built, once for all of their files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildPackages } from '../../src/packaging/build.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of `<module>-<target>.zip`, for every module and target. */
    readonly packagesDir: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const packagesDir = mkdtempSync(join(tmpdir(), 'zeventerpen-packages-'));
  const { files, findings } = await buildPackages({
    modulesDir: fileURLToPath(new URL('../../modules', import.meta.url)),
    ids: [],
    targets: ['scorm12', 'scorm2004', 'cmi5'],
    outDir: packagesDir,
    lrs: 'launch',
    actor: 'pseudonym',
    detail: 'route',
  });
  if (files.length === 0) throw new Error(`The modules do not build: ${JSON.stringify(findings, null, 1)}`);
  project.provide('packagesDir', packagesDir);
  return () => {
    rmSync(packagesDir, { recursive: true, force: true });
  };
}
