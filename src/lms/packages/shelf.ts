/** The packages that this LMS can play: the zips of a folder, unpacked in memory. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ausOf, textOf } from '../../cmi5/course-structure.js';
import { readCmi5, readManifest, type Manifest } from './manifest.js';
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
  /** Somebody added it: its scripts are not ours, so it plays where it cannot act as the LMS. */
  readonly isForeign: boolean;
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
export function readShelf(folder: string, earlier?: Shelf, isForeign = false): Shelf {
  const packages = new Map<string, Package>();
  const problems: Problem[] = [];
  const zips = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.zip')) : [];
  for (const name of zips.sort()) {
    try {
      const one = readPackage(basename(name, '.zip'), readFileSync(join(folder, name)), earlier);
      packages.set(one.id, { ...one, isForeign });
    } catch (error) {
      if (!(error instanceof RefusedPackage)) throw error;
      problems.push({ file: name, message: error.message });
    }
  }
  return { packages, problems };
}

/** Both; of two packages with one name the second shelf's. */
export function joinShelves(one: Shelf, other: Shelf): Shelf {
  return {
    packages: new Map([...one.packages, ...other.packages]),
    problems: [...one.problems, ...other.problems],
  };
}

/** What can be started: a package, and in a cmi5 course with several units which of them (from 0). */
export interface Playable {
  readonly package: Package;
  readonly au: number;
  readonly title: string;
}

/** All that a package lets one start, each under its own key. */
export function playablesOf(from: Package): readonly (Playable & { readonly key: string })[] {
  const aus = from.course ? ausOf(from.course.children) : [];
  if (aus.length < 2) return [{ package: from, au: 0, title: from.title, key: from.id }];
  return aus.map((one, au) => ({
    package: from,
    au,
    title: textOf(one.title),
    key: au === 0 ? from.id : `${from.id}~${au}`,
  }));
}

export function findPlayable({ packages }: Shelf, key: string): Playable | undefined {
  const [, name = key, au = '0'] = /^(.+)~(\d{1,4})$/.exec(key) ?? [];
  const from = packages.get(packages.has(key) ? key : name);
  return from && playablesOf(from).find((one) => one.au === (packages.has(key) ? 0 : Number(au)));
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

/** @throws RefusedPackage */
export function readPackage(id: string, data: Uint8Array, earlier?: Shelf): Package {
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 12);
  const known = earlier?.packages.get(id);
  if (known?.hash === hash) return known;
  const files = unzip(data);
  const manifest = describe(files);
  const title = manifest.title || id;
  return {
    ...manifest,
    title,
    id,
    module: id.replace(/-(scorm(12|2004(-3rd)?)|cmi5)$/, ''),
    hash,
    files,
    about: readAbout(files),
    isForeign: false,
  };
}

/** Bytes. */
const LARGEST_MANIFEST = 2e6;

/** By what lies in the root, as LMSs do: cmi5.xml before imsmanifest.xml. */
function describe(files: ReadonlyMap<string, Uint8Array>): Manifest {
  const read = (name: string): string | undefined => {
    const bytes = files.get(name);
    if (bytes && bytes.length > LARGEST_MANIFEST) throw new RefusedPackage(`${name} is te groot`);
    const xml = bytes && new TextDecoder().decode(bytes);
    // Entities may name files here or grow without end; no manifest needs them.
    if (xml !== undefined && /<!(DOCTYPE|ENTITY)/i.test(xml))
      throw new RefusedPackage(`${name} bevat een DTD (<!DOCTYPE>); dat is niet veilig`);
    return xml;
  };
  const cmi5 = read('cmi5.xml');
  if (cmi5 !== undefined) return guarded('cmi5.xml', () => readCmi5(cmi5, new Set(files.keys())));
  const scorm = read('imsmanifest.xml');
  if (scorm === undefined) throw new RefusedPackage(noManifest(files));
  const manifest = guarded('imsmanifest.xml', () => readManifest(scorm));
  const start = decodePath(manifest.launch.replace(/[?#].*$/, ''));
  if (!files.has(start)) throw new RefusedPackage(`het startbestand ${start} zit niet in het pakket`);
  return manifest;
}

/** Elements within elements without end exhaust the stack. */
function guarded(name: string, read: () => Manifest): Manifest {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new RefusedPackage(`${name} is te diep genest`);
    throw error;
  }
}

/** Most often somebody zipped the folder instead of what is in it. */
function noManifest(files: ReadonlyMap<string, Uint8Array>): string {
  const deeper = [...files.keys()].find((path) => /\/(imsmanifest|cmi5)\.xml$/.test(path));
  const what = 'geen imsmanifest.xml of cmi5.xml in de hoofdmap van het pakket';
  return deeper === undefined ? what : `${what}, wel ${deeper}: zip de inhoud van die map, niet de map zelf`;
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
