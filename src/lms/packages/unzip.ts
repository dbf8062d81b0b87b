/** Unpacks a package in memory, and refuses what a package should never hold. */
import { unzipSync, type UnzipFileInfo } from 'fflate';

/** The file is no package that we play; the message is for the one who put it there, and `advice` says what to do. */
export class RefusedPackage extends Error {
  override readonly name = 'RefusedPackage';
  constructor(
    message: string,
    readonly advice = 'Vraag de maker van het pakket om een nieuwe export als SCORM 1.2, SCORM 2004 of cmi5.',
  ) {
    super(message);
  }
}

const UNSAFE = 'Gebruik dit bestand niet. Vraag de maker van het pakket om een nieuwe export.';
const TOO_MUCH = 'Vraag de maker om een kleiner pakket, bijvoorbeeld met video’s buiten het pakket.';
const DAMAGED = 'Download het bestand opnieuw, of vraag de maker om een nieuwe export.';

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
      throw new RefusedPackage(`meer dan ${limits.entries} bestanden in het pakket`, TOO_MUCH);
    checkPath(file.name);
    checkSize(file, total, limits);
    if (seen.has(file.name))
      throw new RefusedPackage(`twee bestanden met dezelfde naam: ${file.name}`, UNSAFE);
    seen.add(file.name);
    return !file.name.endsWith('/');
  };
  try {
    refuseLinks(data);
    return new Map(Object.entries(unzipSync(data, { filter: accept })));
  } catch (error) {
    if (error instanceof RefusedPackage) throw error;
    throw new RefusedPackage('geen leesbaar zip-bestand (beschadigd of niet helemaal geschreven)', DAMAGED);
  }
}

const CENTRAL = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const UNIX_KIND = 0o170000;
const UNIX_LINK = 0o120000;

/** A link to somewhere else is no part of a package. The unzip library does not tell, the zip's directory does (APPNOTE 4.3.12). */
function refuseLinks(data: Uint8Array): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let end = data.length - 22;
  while (view.getUint32(end, true) !== END_OF_CENTRAL) end -= 1;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= data.length && view.getUint32(at, true) === CENTRAL) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    if (((view.getUint32(at + 38, true) >>> 16) & UNIX_KIND) === UNIX_LINK)
      throw new RefusedPackage('een koppeling (symlink) in plaats van een bestand', UNSAFE);
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
}

function checkPath(path: string): void {
  const unsafe = path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\\') || path.includes('\0');
  if (unsafe || path.split('/').includes('..')) {
    throw new RefusedPackage(`onveilig pad in het pakket: ${JSON.stringify(path)}`, UNSAFE);
  }
}

function checkSize(file: UnzipFileInfo, total: number, limits: UnzipLimits): void {
  if (file.originalSize > limits.file || total > limits.total) {
    throw new RefusedPackage(`uitgepakt te groot (meer dan ${Math.round(limits.total / 1e6)} MB)`, TOO_MUCH);
  }
  if (file.originalSize > 1e6 && file.originalSize > limits.ratio * file.size) {
    throw new RefusedPackage(`verdacht sterk ingepakt: ${file.name}`, UNSAFE);
  }
}
