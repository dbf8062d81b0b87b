/** Lays a translation beside its source: what is there, what is stale, what is missing, what belongs to nothing. */
import type { SourceText } from '../language/texts.js';
import { fingerprint, type Translated } from './translation-file.js';

export type Pair =
  | { readonly kind: 'missing'; readonly text: SourceText }
  /** `key` = where it stands in the translation: a text that moved keeps its translation. */
  | {
      readonly kind: 'current' | 'stale';
      readonly text: SourceText;
      readonly key: string;
      readonly target: Translated;
    };

export interface Match {
  /** One for each text, in the order of the source. */
  readonly pairs: readonly Pair[];
  /** Keys of the translation that belong to no text. */
  readonly unknown: readonly string[];
}

/**
 * Finds the translation of each text: the one of its key if the Dutch is the same, else one of the same Dutch whose
 * own text has gone or changed (a line that moved down, a turn that got another name), else the stale one of its key.
 */
export function matchTexts(texts: readonly SourceText[], entries: ReadonlyMap<string, Translated>): Match {
  const prints = texts.map(({ text }) => fingerprint(text));
  const taken = new Set<string>();
  const found = texts.map((text, index) => {
    const own = entries.get(text.key);
    if (own?.van !== prints[index]) return null;
    taken.add(text.key);
    return text.key;
  });
  const spare = new Map<string, string[]>();
  for (const [key, { van }] of entries) if (!taken.has(key)) spare.set(van, [...(spare.get(van) ?? []), key]);
  for (const [index, key] of found.entries()) {
    const moved = key ?? spare.get(prints[index] ?? '')?.shift();
    if (moved === undefined) continue;
    taken.add(moved);
    found[index] = moved;
  }
  const pairs = texts.map((text, index): Pair => {
    const key = found[index];
    const target = key === null || key === undefined ? undefined : entries.get(key);
    if (target && key) return { kind: 'current', text, key, target };
    const stale = taken.has(text.key) ? undefined : entries.get(text.key);
    if (!stale) return { kind: 'missing', text };
    taken.add(text.key);
    return { kind: 'stale', text, key: text.key, target: stale };
  });
  return { pairs, unknown: [...entries.keys()].filter((key) => !taken.has(key)) };
}
