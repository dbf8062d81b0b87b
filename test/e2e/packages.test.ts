/** What lies in dist/packages after a build: valid, small, the same every time, and without anything that should not travel. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readCourseStructure } from '../../src/cmi5/course-structure.js';
import { buildPackages, type BuildOptions } from '../../src/packaging/build.js';
import { bundlePlayer, type Bundle } from '../../src/packaging/bundle.js';
import { validateManifest } from '../../src/packaging/schemas.js';
import { SCORM_TARGETS, TARGETS } from '../../src/packaging/target.js';

const modulesDir = fileURLToPath(new URL('../../modules', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'zeventerpen-packages-'));

/** Bundled here, apart from the packages that all of these tests play. */
let bundle: Bundle;
async function build(outDir: string, told: Pick<BuildOptions, 'lrs' | 'detail'>) {
  const { files } = await buildPackages({
    modulesDir,
    ids: ['hostmanship', 'welkom'],
    targets: TARGETS,
    outDir: join(work, outDir),
    actor: 'pseudonym',
    bundle,
    ...told,
  });
  return files.map(({ path }) => path);
}

let first: readonly string[];
beforeAll(async () => {
  bundle = await bundlePlayer();
  first = await build('one', { lrs: 'none', detail: 'score' });
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const read = (path: string): Unzipped => unzipSync(new Uint8Array(readFileSync(path)));
const text = (files: Unzipped, name: string): string => strFromU8(files[name] ?? new Uint8Array());

describe('the packages', () => {
  it('are one zip a module and standard', () => {
    expect(first.map((path) => basename(path)).sort()).toEqual(
      ['hostmanship', 'welkom'].flatMap((id) => TARGETS.map((target) => `${id}-${target}.zip`)).sort(),
    );
  });

  it('are identical byte for byte when built twice', async () => {
    const again = await build('two', { lrs: 'launch', detail: 'route' });
    expect(again).toHaveLength(first.length);
    for (const path of again) {
      const before = readFileSync(join(inject('packagesDir'), basename(path)));
      expect(readFileSync(path).equals(before), basename(path)).toBe(true);
    }
  });

  it('hold a manifest in the root that the ADL schemas accept and that names every file, and nothing else', async () => {
    for (const path of first) {
      const target = SCORM_TARGETS.find((one) => path.endsWith(`-${one}.zip`));
      if (target === undefined) continue;
      const files = read(path);
      const manifest = text(files, 'imsmanifest.xml');
      expect(await validateManifest(manifest, target)).toEqual([]);
      const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map((match) => match[1]);
      const content = Object.keys(files).filter(
        (name) => name !== 'imsmanifest.xml' && !/\.(xsd|dtd)$/.test(name),
      );
      expect([...named].sort()).toEqual(content.sort());
      // Moodle serves these as text and as bytes, and browsers refuse them so.
      expect(content.filter((name) => /\.(mjs|wasm)$/.test(name))).toEqual([]);
    }
  });

  it('for cmi5 hold a course structure in the root instead, and may send to the LRS that a launch names', () => {
    const path = first.find((one) => one.endsWith('hostmanship-cmi5.zip')) ?? '';
    const files = read(path);
    const { structure, problems } = readCourseStructure(text(files, 'cmi5.xml'), new Set(Object.keys(files)));
    expect(problems).toEqual([]);
    expect(structure?.children).toMatchObject([
      {
        id: 'https://zeventerpen.example/xapi/activities/hostmanship',
        url: 'index.html',
        moveOn: 'Completed',
        launchMethod: 'AnyWindow',
      },
    ]);
    expect(Object.keys(files).filter((name) => /imsmanifest|\.xsd$/.test(name))).toEqual([]);
    expect(text(files, 'index.html')).toContain('https: http://127.0.0.1:*');
    expect(JSON.parse(text(files, 'config.json'))).toMatchObject({ target: 'cmi5', lrs: 'launch' });
  });

  it('keep the script to the page itself: no inline script or style, no eval, nobody else addressed', () => {
    const files = read(first[0] ?? '');
    const page = text(files, 'index.html').replaceAll('&#39;', "'");
    expect(page).toContain("default-src 'none'");
    expect(page).toContain("connect-src 'self';");
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bon\w+=/);
    for (const name of Object.keys(files).filter((file) => file.endsWith('.js'))) {
      expect(text(files, name)).not.toMatch(/\beval\(|new Function\(/);
    }
  });

  it('ask the browser to compile the first screen while its code comes, and no more than that', () => {
    const files = read(first[0] ?? '');
    const asking = Object.keys(files).filter((name) =>
      /^\/\/# allFunctionsCalledOnLoad\n/.test(text(files, name)),
    );
    expect(asking).toEqual(['app.js']);
  });

  it('carry no schemas, no secret and no real key, and licences of what is in them', () => {
    const files = read(first[0] ?? '');
    const config = JSON.parse(text(files, 'config.json')) as Record<string, string>;
    expect(config['lrs']).toBe('none');
    expect(Object.keys(config)).not.toContain('auth');
    expect(text(files, 'app.js')).not.toContain('ZodError');
    for (const name of ['lit', '@xapi/xapi', 'figtree']) expect(text(files, 'LICENSES.txt')).toContain(name);
  });
});
