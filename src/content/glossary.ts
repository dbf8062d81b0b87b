/** The glossary of the course: `zeventerpen/begrippen.yaml`. */
import { checkLanguage } from './check/language.js';
import type { FindingList } from './finding.js';
import { glossaryTexts } from './language/town-texts.js';
import { glossaryFile, type Term } from './schema/glossary.js';
import type { Folder } from './source/folder.js';
import { parseYaml } from './source/yaml.js';
import type { TownFile } from './town.js';

const PLACE = ['zeventerpen', 'begrippen.yaml'] as const;

/** Empty when there is no such file, or after findings. A word stands for one term only. */
export function readGlossary(folder: Folder, list: FindingList, files: TownFile[]): readonly Term[] {
  const text = folder.read(...PLACE);
  if (text === null) return [];
  const report = list.reporter(folder.path(...PLACE));
  const file = parseYaml(text, glossaryFile, report);
  if (!file) return [];
  const texts = glossaryTexts(file);
  checkLanguage({ texts, source: text, report });
  files.push({ record: 'begrippen', name: PLACE.join('/'), texts, report });
  const seen = new Set<string>();
  for (const [index, { term, ook }] of file.data.begrippen.entries()) {
    for (const [row, word] of [term, ...ook].entries()) {
      const path = row === 0 ? ['term'] : ['ook', row - 1];
      const key = word.toLowerCase();
      if (seen.has(key))
        report(
          file.at(['begrippen', index, ...path]),
          'dubbel',
          `Het woord '${word}' staat al in deze lijst. Kies één plek.`,
        );
      seen.add(key);
    }
  }
  return file.data.begrippen;
}
