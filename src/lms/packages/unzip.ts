/** Unpacks a package in memory, and refuses what a package should never hold. */
import { unzipSync, type UnzipFileInfo } from 'fflate';

/** The file is no package that we play; the message is for the one who put it there. */
export class RefusedPackage extends Error {
  override readonly name = 'RefusedPackage';
}

export interface UnzipLimits {
  readonly entries: number;
  /** Bytes, unpacked. */
  readonly file: number;
  readonly total: number;
  /** Unpacked divided by packed, looked at from 1 MB on: ordinary text stays under 50. */
  readonly ratio: number;
}
export const LIMITS: UnzipLimits = { entries: 5_000, file: 100e6, total: 300e6, ratio: 200 };

/**
 * Path -> bytes of all files in the zip.
 * @throws RefusedPackage for a path that leaves the package, a bomb, or a damaged file.
 */
export function unzip(data: Uint8Array, limits: UnzipLimits = LIMITS): ReadonlyMap<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const seen = new Set<string>();
  const accept = (file: UnzipFileInfo): boolean => {
    entries += 1;
    total += file.originalSize;
    if (entries > limits.entries)
      throw new RefusedPackage(`meer dan ${limits.entries} bestanden in het pakket`);
    checkPath(file.name);
    checkSize(file, total, limits);
    if (seen.has(file.name)) throw new RefusedPackage(`twee bestanden met dezelfde naam: ${file.name}`);
    seen.add(file.name);
    return !file.name.endsWith('/');
  };
  try {
    return new Map(Object.entries(unzipSync(data, { filter: accept })));
  } catch (error) {
    if (error instanceof RefusedPackage) throw error;
    throw new RefusedPackage('geen leesbaar zip-bestand (beschadigd of niet helemaal geschreven)');
  }
}

function checkPath(path: string): void {
  const unsafe = path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\\') || path.includes('\0');
  if (unsafe || path.split('/').includes('..')) {
    throw new RefusedPackage(`onveilig pad in het pakket: ${JSON.stringify(path)}`);
  }
}

function checkSize(file: UnzipFileInfo, total: number, limits: UnzipLimits): void {
  if (file.originalSize > limits.file || total > limits.total) {
    throw new RefusedPackage(`uitgepakt te groot (meer dan ${Math.round(limits.total / 1e6)} MB)`);
  }
  if (file.originalSize > 1e6 && file.originalSize > limits.ratio * file.size) {
    throw new RefusedPackage(`verdacht sterk ingepakt: ${file.name}`);
  }
}
