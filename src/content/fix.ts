/** `--fix`: brings older files up to date, writes missing ids and codes, and undoes what Word did. Nothing else in a file changes. */
import { renameSync, readFileSync, writeFileSync } from 'node:fs';
import { loadContent, type Content } from './index.js';
import { migrated } from './migrate/migrate-files.js';
import { applyEdits } from './source/edits.js';

/** Files that were changed, in order. */
export interface Fixed {
  readonly content: Content;
  readonly changed: readonly string[];
}

/** Migrates, applies all edits, then writes the codes; returns the content as it is afterwards. */
export function fixContent(dir: string, ids: readonly string[] = []): Fixed {
  const changed: string[] = [];
  for (const { file, text } of migrated(dir, ids)) {
    writeWhole(file, text);
    changed.push(file);
  }
  const older = changed.length;
  const found = loadContent(dir, ids);
  for (const file of new Set(found.edits.map((edit) => edit.file))) {
    const edits = found.edits.filter((edit) => edit.file === file);
    writeWhole(file, applyEdits(readFileSync(file, 'utf8'), edits));
    changed.push(file);
  }
  // The codes follow the ids, so they are asked for anew once those stand in the files.
  const named = changed.length > older ? loadContent(dir, ids) : found;
  for (const { file, text } of named.codes) {
    writeWhole(file, text);
    changed.push(file);
  }
  return { content: named.codes.length > 0 ? loadContent(dir, ids) : named, changed: [...new Set(changed)] };
}

/** A file is replaced as a whole or not at all. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
