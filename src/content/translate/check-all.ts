/** The translations of a whole run: of each module, and of what those modules show of the municipality. */
import type { CheckedModule } from '../compile/module.js';
import type { Town, TownFile } from '../town.js';
import { checkTranslations, type TranslatableFile } from './check.js';
import type { TranslationSource } from './translation-file.js';

export interface Translatable {
  readonly files: readonly TranslatableFile[];
  readonly translations: readonly TranslationSource[];
}

/** Checks all, and gives what the export and import work on. A module with errors is left out: its texts are not sure. */
export function checkAllTranslations(town: Town, checked: readonly CheckedModule[]): Translatable {
  const whole = checked.filter(({ module }) => module !== null);
  for (const { files, translations } of whole) checkTranslations(files, translations);
  const shown = ({ record }: TownFile, modules: readonly CheckedModule[]): boolean =>
    modules.some(({ records }) => records.has(record));
  if (whole.length > 0) {
    checkTranslations(town.files, town.translations, (file, language) => {
      const translated = whole.filter((each) => each.translations.some((one) => one.language === language));
      return shown(file, translated);
    });
  }
  return {
    files: [...whole.flatMap(({ files }) => files), ...town.files.filter((file) => shown(file, whole))],
    translations: [...whole.flatMap(({ translations }) => translations), ...town.translations],
  };
}
