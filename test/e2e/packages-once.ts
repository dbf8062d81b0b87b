/** The packages that the end-to-end tests play, really built, once for all of their files. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildPackages } from '../../src/packaging/build.js';
import { bundlePlayer } from '../../src/packaging/bundle.js';
import { TARGETS } from '../../src/packaging/target.js';
import { buildTheme } from '../../src/packaging/theme/theme.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of `<module>-<target>.zip`, for every module and target. */
    readonly packagesDir: string;
    /** The same in the look of a municipality: the module `welkom`, as SCORM 1.2. */
    readonly themedDir: string;
  }
}

const THEME = '@nl-design-system-unstable/voorbeeld-design-tokens';
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#c00"/></svg>';

export default async function setup(project: TestProject): Promise<() => void> {
  const packagesDir = mkdtempSync(join(tmpdir(), 'zeventerpen-packages-'));
  const themedDir = join(packagesDir, 'themed');
  const options = {
    modulesDir: fileURLToPath(new URL('../../modules', import.meta.url)),
    bundle: await bundlePlayer(),
    lrs: 'launch',
    actor: 'pseudonym',
    detail: 'route',
  } as const;
  const { files, findings } = await buildPackages({
    ...options,
    ids: [],
    targets: TARGETS,
    outDir: packagesDir,
  });
  if (files.length === 0) throw new Error(`The modules do not build: ${JSON.stringify(findings, null, 1)}`);
  const logo = join(packagesDir, 'logo.svg');
  writeFileSync(logo, LOGO);
  const theme = await buildTheme({ theme: THEME, logo });
  await buildPackages({ ...options, theme, ids: ['welkom'], targets: ['scorm12'], outDir: themedDir });
  project.provide('packagesDir', packagesDir);
  project.provide('themedDir', themedDir);
  return () => {
    rmSync(packagesDir, { recursive: true, force: true });
  };
}
