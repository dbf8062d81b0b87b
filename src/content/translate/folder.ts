/** The translations in a folder of the modules. */
import type { FindingList } from '../finding.js';
import type { Folder } from '../source/folder.js';
import { isTranslation, readTranslation, type TranslationSource } from './translation-file.js';

/** Reads all translations that stand in one folder, in the order of their names. */
export function readTranslations(
  folder: Folder,
  list: FindingList,
  ...names: readonly string[]
): TranslationSource[] {
  return folder
    .names('files', ...names)
    .filter(isTranslation)
    .flatMap((file) => {
      const text = folder.read(...names, file);
      const report = list.reporter(folder.path(...names, file));
      return text === null ? [] : [readTranslation([...names, file].join('/'), text, report)];
    });
}
