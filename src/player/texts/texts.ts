import type { Language } from '../../content/vocabulary.js';
import { nl, type Texts } from './nl.js';

/** The texts in use; a live binding, so `t.common.on` follows a change of language. */
export let t: Texts = nl;
/** The language in use, for dates and numbers. */
export let language: Language = 'nl';

/** Use another language; call it before the first element is drawn. */
export function useTexts(texts: Texts, of: Language): void {
  t = texts;
  language = of;
}

/** Brings the texts of the page and its overview (Dutch is in the page, another language is a chunk of its own), and names the language to the browser and the screen reader. */
export async function useLanguage(wanted: Language): Promise<void> {
  useTexts(wanted === 'en' ? (await import('./en.js')).en : nl, wanted);
  document.documentElement.lang = wanted;
}
export type { Texts };

/** The first of the wishes (`en-GB`, `en`) that the package has; else the package's own first language. */
export function chooseLanguage(
  offered: readonly Language[],
  wishes: readonly (string | null | undefined)[],
): Language {
  const first = (wish: string): string => wish.toLowerCase().split(/[-_]/)[0] ?? '';
  const asked = wishes.flatMap((wish) => (wish ? first(wish) : []));
  const found = asked.flatMap((wish) => offered.filter((one) => one === wish));
  return found[0] ?? offered[0] ?? 'nl';
}
