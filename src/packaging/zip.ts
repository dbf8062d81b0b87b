import { zipSync, type Zippable } from 'fflate';

/**
 * A zip that is the same byte for byte whenever and wherever it is built: sorted names, one fixed time (the first a zip
 * can hold, in local time because that is what the format stores), one compression level.
 */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const name of [...files.keys()].sort()) {
    const bytes = files.get(name);
    if (bytes) entries[name] = [bytes, { mtime, level: 9, os: 0, attrs: 0 }];
  }
  return zipSync(entries);
}
