/** `--fix`: writes the files of older versions as this program reads them. */
import { TOWN } from '../vocabulary.js';
import { FindingList } from '../finding.js';
import { Folder } from '../source/folder.js';
import { SCHEMA_VERSION } from '../schema/version.js';
import { headOf, upgrade, versionIn } from './upgrade.js';

export interface Write {
  readonly file: string;
  readonly text: string;
}

/**
 * What to write so that the municipality and these modules (all, when none is named) are of this version, also files
 * that no unit uses yet. The file that tells the version comes last, so that what is broken off is taken up again.
 */
export function migrated(dir: string, ids: readonly string[]): Write[] {
  // What cannot be read is told by the check that follows.
  const folder = Folder.open(dir, new FindingList());
  if (!folder) return [];
  const modules = folder.names('folders').filter((name) => ids.length === 0 || ids.includes(name));
  return [...new Set([TOWN, ...modules])].flatMap((top) => migratedFolder(folder, top));
}

function migratedFolder(folder: Folder, top: string): Write[] {
  const head = headOf(top);
  const text = folder.read(top, head);
  const version = text === null ? null : versionIn({ name: head, text });
  if (version === null || version < 1 || version >= SCHEMA_VERSION) return [];
  const folders = [[top], ...folder.names('folders', top).map((sub) => [top, sub])];
  const files = folders.flatMap((names) => folder.names('files', ...names).map((file) => [...names, file]));
  const writes = files.flatMap((names) => {
    const stored = folder.read(...names);
    const name = names.at(-1) ?? '';
    const upgraded = stored === null ? null : upgrade({ name, text: stored }, version);
    return upgraded ? [{ file: folder.path(...names), text: upgraded.text }] : [];
  });
  const last = folder.path(top, head);
  return [...writes.filter(({ file }) => file !== last), ...writes.filter(({ file }) => file === last)];
}
