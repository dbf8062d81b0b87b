import { nl, type Texts } from './nl.js';

/** The texts in use; a live binding, so `t.common.on` follows a change of language. */
export let t: Texts = nl;

/** Use another language; call it before the first element is drawn. */
export function useTexts(texts: Texts): void {
  t = texts;
}
export type { Texts };
