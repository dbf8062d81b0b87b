/** The packages that this LMS can play: the zips of a folder, unpacked in memory. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readManifest, type Manifest } from './manifest.js';
import { RefusedPackage, unzip } from './unzip.js';

export interface Package extends Manifest {
  /** Name of the zip without `.zip`: attempts hang on it, so a new version goes on with them. */
  readonly id: string;
  /** Packages of one module in several editions share this. */
  readonly module: string;
  /** First 12 digits of the zip's SHA-256: part of the address, so that nothing old is cached. */
  readonly hash: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly about: About;
}

/** What our own packages tell about themselves; foreign ones tell nothing. */
export interface About {
  readonly position?: number;
  readonly minutes?: number;
  readonly units?: number;
  readonly summary?: string;
}

export interface Problem {
  readonly file: string;
  readonly message: string;
}

export interface Shelf {
  readonly packages: ReadonlyMap<string, Package>;
  readonly problems: readonly Problem[];
}

/** A module with its packages, one an edition. */
export interface ShelfModule {
  readonly id: string;
  readonly title: string;
  readonly about: About;
  readonly packages: readonly Package[];
}

/** Reads every zip in `folder`; one that cannot be played becomes a problem, and the others play. */
export function readShelf(folder: string, earlier?: Shelf): Shelf {
  const packages = new Map<string, Package>();
  const problems: Problem[] = [];
  const zips = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.zip')) : [];
  for (const name of zips.sort()) {
    try {
      const one = readPackage(basename(name, '.zip'), readFileSync(join(folder, name)), earlier);
      if (one) packages.set(one.id, one);
    } catch (error) {
      if (!(error instanceof RefusedPackage)) throw error;
      problems.push({ file: name, message: error.message });
    }
  }
  return { packages, problems };
}

/** In course order: by position, then by title. */
export function modulesOf(shelf: Shelf): readonly ShelfModule[] {
  const byModule = new Map<string, Package[]>();
  for (const one of shelf.packages.values())
    byModule.set(one.module, [...(byModule.get(one.module) ?? []), one]);
  return [...byModule]
    .flatMap(([id, packages]) => {
      const first = packages[0];
      return first ? [{ id, title: first.title, about: first.about, packages }] : [];
    })
    .sort(
      (a, b) => (a.about.position ?? 1e9) - (b.about.position ?? 1e9) || a.title.localeCompare(b.title, 'nl'),
    );
}

function readPackage(id: string, data: Uint8Array, earlier?: Shelf): Package | undefined {
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 12);
  const known = earlier?.packages.get(id);
  if (known?.hash === hash) return known;
  const files = unzip(data);
  // Played by its own rules, not by SCORM's.
  if (files.has('cmi5.xml')) return undefined;
  const xml = files.get('imsmanifest.xml');
  if (!xml) throw new RefusedPackage('geen imsmanifest.xml in de hoofdmap van het pakket');
  const manifest = readManifest(new TextDecoder().decode(xml));
  const start = decodePath(manifest.launch.replace(/[?#].*$/, ''));
  if (!files.has(start)) throw new RefusedPackage(`het startbestand ${start} zit niet in het pakket`);
  const title = manifest.title || id;
  return {
    ...manifest,
    title,
    id,
    module: id.replace(/-scorm(12|2004(-3rd)?)$/, ''),
    hash,
    files,
    about: readAbout(files),
  };
}

function decodePath(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function readAbout(files: ReadonlyMap<string, Uint8Array>): About {
  const json = files.get('module.json');
  if (!json) return {};
  try {
    const found: unknown = JSON.parse(new TextDecoder().decode(json));
    if (!isRecord(found)) return {};
    const units = Array.isArray(found['units']) ? found['units'].filter(isRecord) : [];
    const minutes = units.map((unit) => unit['minutes']).filter((one) => typeof one === 'number');
    return {
      ...(typeof found['position'] === 'number' ? { position: found['position'] } : {}),
      ...(typeof found['summary'] === 'string' ? { summary: found['summary'] } : {}),
      ...(units.length > 0 ? { units: units.length } : {}),
      ...(minutes.length > 0 ? { minutes: minutes.reduce((sum, one) => sum + one, 0) } : {}),
    };
  } catch {
    // A foreign package may ship any module.json; it says nothing to us then.
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
