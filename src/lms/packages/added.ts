/** Packages that somebody added: zips in a folder of the store, so that they outlive a restart. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readPackage, readShelf, type Package, type Shelf } from './shelf.js';
import { RefusedPackage } from './unzip.js';

/** Bytes of a zip. */
export const LARGEST_ZIP = 100e6;
const PREFIX = 'eigen-';
const ID = /^eigen-[a-z0-9]+(-[a-z0-9]+)*$/;

export class AddedPackages {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'pakketten');
  }

  read(earlier?: Shelf): Shelf {
    return readShelf(this.folder, earlier, true);
  }

  /**
   * Checks a zip and keeps it; on disk when this returns.
   * @throws RefusedPackage with what is wrong and what to do; then nothing is kept.
   */
  add(fileName: string, data: Uint8Array, shelf: Shelf): Package {
    const id = idOf(fileName);
    if (shelf.packages.has(id) || shelf.problems.some(({ file }) => file === `${id}.zip`))
      throw new RefusedPackage(
        `er is al een pakket met de naam ${fileName}`,
        'Verwijder dat pakket eerst, of geef je bestand een andere naam.',
      );
    const found = readPackage(id, data);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    // Under its own name only once it is whole: a kill half-way leaves nothing that looks like a package.
    const half = join(this.folder, `${id}.half`);
    const file = openSync(half, 'w', 0o600);
    try {
      for (let done = 0; done < data.length;) done += writeSync(file, data, done);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(half, join(this.folder, `${id}.zip`));
    return { ...found, isForeign: true };
  }

  /** What was done in it stays in the gradebook. False: it is none of these. */
  remove(id: string): boolean {
    if (!ID.test(id)) return false;
    rmSync(join(this.folder, `${id}.zip`), { force: true });
    return true;
  }
}

/** `Mijn Cursus (2).zip` -> `eigen-mijn-cursus-2`; nothing of a path can be in it. */
function idOf(fileName: string): string {
  const words = fileName
    .replace(/\.zip$/i, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const name = words.join('-').slice(0, 60).replace(/-$/, '');
  if (name === '')
    throw new RefusedPackage(
      'het bestand heeft geen bruikbare naam',
      'Geef het een naam met letters of cijfers.',
    );
  return PREFIX + name;
}
