/** From modules to uploadable zips. Nothing is written until every package of the run is whole and valid. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent, type Finding } from '../content/index.js';
import type { Module } from '../content/module.js';
import { readCourseStructure } from '../cmi5/course-structure.js';
import type { Language } from '../content/vocabulary.js';
import type { PackageConfig } from '../tracking/config.js';
import { bundlePlayer, type Bundle } from './bundle.js';
import { courseConfig, IRI } from './course.js';
import { renderCourseStructure } from './course-structure.js';
import { editionsOf, moduleFiles, type Editions } from './languages.js';
import { renderManifest } from './manifest.js';
import { renderPage } from './page.js';
import { schemaFiles, validateManifest } from './schemas.js';
import type { PackageTheme } from './theme/theme.js';
import { EDITIONS, type ScormTarget, type Target } from './target.js';
import { zip } from './zip.js';

export interface BuildOptions {
  readonly modulesDir: string;
  /** Module ids; empty = all. */
  readonly ids: readonly string[];
  readonly targets: readonly Target[];
  readonly outDir: string;
  /** No LRS, one that only the launch names, or an origin and path fixed at build time. */
  readonly lrs: PackageConfig['lrs'];
  readonly actor: PackageConfig['actor'];
  readonly detail: PackageConfig['detail'];
  /** Asked for, the first one opens; a module has those it was translated to. Absent: Dutch. */
  readonly languages?: readonly Language[];
  /** Secret of the municipality for the pseudonym; absent: derived from the course id, which anyone can reverse. */
  readonly salt?: string;
  /** Address of a service that gives a learner's page credentials for the LRS. */
  readonly tokenService?: string;
  /** `user:secret` of the LRS. Whoever opens the package can read it, so it must be able to do nothing but write. */
  readonly lrsKey?: string;
  /** Whom a learner may ask for help, as it is shown; absent: the administrator of the learning environment. */
  readonly helpDesk?: string;
  /** The municipality's own look; absent: the open zeventerpen theme. */
  readonly theme?: PackageTheme | null;
  /** The player, when it was bundled already. */
  readonly bundle?: Bundle;
  /** Told what the build is doing, for anything over a second. */
  readonly progress?: (step: string) => void;
}

export interface BuildResult {
  /** What was written, in order; empty when a finding is an error. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly findings: readonly Finding[];
}

const encoder = new TextEncoder();

/**
 * Builds every asked module for every asked target into `outDir/<module>-<target>.zip`, a module in parts into
 * `outDir/<module>-<package>-<target>.zip`.
 * @throws when the manifest does not validate or the bundle fails: a fault of ours, not of the author.
 */
export async function buildPackages(options: BuildOptions): Promise<BuildResult> {
  const content = loadContent(options.modulesDir, options.ids);
  if (content.findings.some((finding) => finding.severity === 'error'))
    return { files: [], findings: content.findings };
  options.progress?.('Bundling the player ...');
  const bundle = inTheme(options.bundle ?? (await bundlePlayer()), options.theme ?? null);
  const templates = {
    imsmanifest: await readTemplate('imsmanifest.template.xml'),
    cmi5: await readTemplate('cmi5.template.xml'),
  };
  const packages: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const module of content.modules) {
    options.progress?.(`Packaging ${module.id} ...`);
    for (const editions of editionsOf(module, content, options.languages ?? ['nl'])) {
      for (const target of options.targets) {
        const files = await packageFiles(editions, target, { bundle, templates, options });
        packages.push({ name: `${editions[0].id}-${target}.zip`, bytes: zip(files) });
      }
    }
  }
  return { files: await writeAll(options.outDir, packages), findings: content.findings };
}

/** The bundle with the rules and files of the theme; what the theme does not say stays ours. */
function inTheme(bundle: Bundle, theme: PackageTheme | null): Bundle {
  if (!theme) return bundle;
  const own = new TextDecoder().decode(bundle.get('theme.css'));
  return new Map([...bundle, ...theme.files, ['theme.css', encoder.encode(own + theme.css)]]);
}

interface Parts {
  readonly bundle: Bundle;
  readonly templates: { readonly imsmanifest: string; readonly cmi5: string };
  readonly options: BuildOptions;
}

async function packageFiles(
  editions: Editions,
  target: Target,
  { bundle, templates, options }: Parts,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const [shown] = editions;
  const languages = editions.map(({ language }) => language);
  const config = { ...pageConfig(shown, target, options), languages };
  const files = new Map<string, Uint8Array>(bundle);
  for (const [name, json] of moduleFiles(editions)) files.set(name, encoder.encode(json));
  files.set('config.json', encoder.encode(JSON.stringify(config)));
  files.set(
    'index.html',
    encoder.encode(
      renderPage({
        title: shown.title,
        language: shown.language,
        connect: connectOrigins(config, options.tokenService),
      }),
    ),
  );
  const names = [...files.keys()].sort();
  const described =
    target === 'cmi5'
      ? courseStructure(shown, templates.cmi5, names)
      : await manifest(shown, target, {
          template: templates.imsmanifest,
          names,
          launchData: launchData(options.tokenService),
        });
  for (const [name, bytes] of described) files.set(name, bytes);
  return files;
}

async function manifest(
  module: Module,
  target: ScormTarget,
  {
    template,
    names,
    launchData,
  }: { readonly template: string; readonly names: readonly string[]; readonly launchData: string },
): Promise<ReadonlyMap<string, Uint8Array>> {
  const xml = renderManifest(template, {
    moduleId: module.id,
    title: module.title,
    version: module.contentVersion,
    target,
    files: names,
    launchData,
  });
  const problems = await validateManifest(xml, target);
  if (problems.length > 0)
    throw new Error(`The manifest of ${module.id} (${target}) is not valid:\n${problems.join('\n')}`);
  return new Map([['imsmanifest.xml', encoder.encode(xml)], ...(await schemaFiles(target))]);
}

function courseStructure(
  module: Module,
  template: string,
  names: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const xml = renderCourseStructure(template, {
    moduleId: module.id,
    title: module.title,
    summary: module.summary,
    language: module.language,
    passMark: module.passMark,
    iri: IRI,
  });
  const { problems } = readCourseStructure(xml, new Set(names));
  if (problems.length > 0)
    throw new Error(`The cmi5.xml of ${module.id} is not valid:\n${problems.join('\n')}`);
  return new Map([['cmi5.xml', encoder.encode(xml)]]);
}

function readTemplate(name: string): Promise<string> {
  return readFile(new URL(`../../${name}`, import.meta.url), 'utf8');
}

function pageConfig(module: Module, target: Target, options: BuildOptions): Omit<PackageConfig, 'languages'> {
  return {
    package: module.id,
    target: target === 'cmi5' ? 'cmi5' : EDITIONS[target].is12 ? 'scorm12' : 'scorm2004',
    detail: options.detail,
    ...courseConfig(options.salt),
    actor: options.actor,
    // cmi5 brings its own LRS with each launch, whatever the build says.
    lrs: target === 'cmi5' ? 'launch' : options.lrs,
    lrsKey:
      target === 'cmi5' || options.lrsKey === undefined
        ? ''
        : `Basic ${Buffer.from(options.lrsKey).toString('base64')}`,
    helpDesk: options.helpDesk ?? '',
  };
}

function connectOrigins(
  { lrs }: Pick<PackageConfig, 'lrs'>,
  tokenService: string | undefined,
): readonly string[] | 'launch' {
  if (lrs === 'launch') return 'launch';
  const named = [lrs === 'none' ? undefined : lrs, tokenService];
  return [...new Set(named.flatMap((url) => (url === undefined ? [] : [new URL(url).origin])))];
}

/** What the LMS hands to the page: see src/tracking/xapi/source.ts, which reads it. */
export function launchData(tokenService: string | undefined): string {
  return tokenService === undefined ? '' : JSON.stringify({ tokenService });
}

/** Writes beside the target first and then renames, so that a full disk or a kill leaves no half package. */
async function writeAll(
  outDir: string,
  packages: readonly { name: string; bytes: Uint8Array }[],
): Promise<BuildResult['files']> {
  await mkdir(outDir, { recursive: true });
  const written: { path: string; bytes: number }[] = [];
  const part = (name: string) => join(outDir, `.${name}.part`);
  try {
    for (const { name, bytes } of packages) await writeFile(part(name), bytes);
    for (const { name, bytes } of packages) {
      await rename(part(name), join(outDir, name));
      written.push({ path: join(outDir, name), bytes: bytes.length });
    }
  } finally {
    await Promise.all(packages.map(({ name }) => rm(part(name), { force: true })));
  }
  return written;
}
