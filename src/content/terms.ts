/** Words of the trade in a text: which they are, and where they stand. Build and page look for them in the same way. */
import type { Term } from './schema/glossary.js';

export type Piece = string | { readonly word: string; readonly term: Term };

interface Search {
  readonly pattern: RegExp;
  readonly terms: ReadonlyMap<string, Term>;
}
const searches = new WeakMap<readonly Term[], Search>();

/** The text in pieces, in order; a term counts where it stands for the first time, and is added to `seen`. */
export function splitTerms(text: string, terms: readonly Term[], seen = new Set<Term>()): readonly Piece[] {
  if (terms.length === 0) return [text];
  const search = searchOf(terms);
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(search.pattern)) {
    const [word] = match;
    const term = search.terms.get(word.toLowerCase());
    if (!term || seen.has(term)) continue;
    seen.add(term);
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push({ word, term });
    end = match.index + word.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

/** Those terms of which a word stands somewhere in the texts, in their own order. */
export function termsIn(texts: Iterable<string>, terms: readonly Term[]): readonly Term[] {
  const seen = new Set<Term>();
  for (const text of texts) splitTerms(text, terms, seen);
  return terms.filter((term) => seen.has(term));
}

/** Whole words only, longer ones first: 'warm doorverbinden' is not 'doorverbinden'. */
function searchOf(terms: readonly Term[]): Search {
  const known = searches.get(terms);
  if (known) return known;
  const words = new Map(
    terms.flatMap((term) => [term.term, ...term.ook].map((word) => [word.toLowerCase(), term])),
  );
  const either = [...words.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  const search = {
    pattern: new RegExp(`(?<![\\p{L}\\d-])(?:${either})(?![\\p{L}\\d-])`, 'giu'),
    terms: words,
  };
  searches.set(terms, search);
  return search;
}
