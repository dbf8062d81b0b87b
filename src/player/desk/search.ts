/** Instant search over the knowledge base: forgiving about accents, word endings and typing errors. */
import type { Article, RichText } from '../../content/module.js';

/** A piece of text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Lower case without accents: 'Geïrriteerd' -> 'geirriteerd'; as long as its source, so that places agree. */
function fold(text: string): string {
  return Array.from(text, (letter) => letter.normalize('NFD').charAt(0))
    .join('')
    .toLowerCase();
}

/** Typing errors forgiven in a word of this length. */
const slack = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** True when `word` begins with `wanted` but for at most `errors` letters typed wrong, swapped, missing or too many. */
function startsLike(word: string, wanted: string, errors: number): boolean {
  // The row of the edit distance; two rows back for swapped neighbours.
  let before: number[] = [];
  let row = Array.from({ length: word.length + 1 }, (_, index) => index);
  for (let i = 1; i <= wanted.length; i++) {
    const next = [i];
    for (let j = 1; j <= word.length; j++) {
      const same = wanted[i - 1] === word[j - 1];
      const swapped = i > 1 && j > 1 && wanted[i - 1] === word[j - 2] && wanted[i - 2] === word[j - 1];
      next[j] = Math.min(
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (same ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Infinity,
      );
    }
    before = row;
    row = next;
  }
  return Math.min(...row) <= errors;
}
const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;

/** 3: the word begins so; 2: it holds it (compounds: 'rijbewijsaanvraag'); 1: but for a typing error; 0: no. */
function match(word: string, wanted: string): 0 | 1 | 2 | 3 {
  if (word.startsWith(wanted)) return 3;
  if (wanted.length > 2 && word.includes(wanted)) return 2;
  const errors = slack(wanted.length);
  // A first letter is hardly ever wrong, and asking for it keeps chance hits away.
  if (errors === 0 || word[0] !== wanted[0] || word.length < wanted.length - errors) return 0;
  // What comes after cannot bring the beginning nearer.
  return startsLike(word.slice(0, wanted.length + errors), wanted, errors) ? 1 : 0;
}

const wordsOf = (text: string): readonly string[] => fold(text).match(WORD) ?? [];

const plain = (text: RichText): string =>
  text
    .flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : block.items))
    .map((runs) => runs.map((run) => run.text).join(''))
    .join(' ');

/** The articles that hold every word of the query, best first; all of them, as they come, for an empty query. */
export function searchArticles(articles: readonly Article[], query: string): readonly Article[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return articles;
  return articles
    .map((article, index) => ({ article, index, score: score(article, wanted) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map((found) => found.article);
}

type Fields = readonly (readonly [weight: number, words: readonly string[]])[];

/** Folding a knowledge base of fifty articles at every key would be felt: once is enough. */
const folded = new WeakMap<Article, Fields>();

function fieldsOf(article: Article): Fields {
  const known = folded.get(article);
  if (known) return known;
  const once = (words: readonly string[]): readonly string[] => [...new Set(words)];
  const fields: Fields = [
    [4, once(wordsOf(article.titel))],
    [3, once(article.trefwoorden.flatMap(wordsOf))],
    [1, once(wordsOf(`${plain(article.answer)} ${plain(article.procedure)} ${plain(article.ahead)}`))],
  ];
  folded.set(article, fields);
  return fields;
}

function score(article: Article, wanted: readonly string[]): number {
  const fields = fieldsOf(article);
  let total = 0;
  for (const want of wanted) {
    const best = Math.max(
      ...fields.flatMap(([weight, words]) => words.map((word) => weight * match(word, want))),
    );
    if (best <= 0) return 0;
    total += best;
  }
  return total;
}

/** The text in pieces, with the words that answer the query as hits. */
export function highlight(text: string, query: string): readonly Piece[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [{ text, hit: false }];
  const folded = fold(text);
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of folded.matchAll(WORD)) {
    if (!wanted.some((want) => match(found[0], want) > 0)) continue;
    if (found.index > end) pieces.push({ text: text.slice(end, found.index), hit: false });
    end = found.index + found[0].length;
    pieces.push({ text: text.slice(found.index, end), hit: true });
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false });
  return pieces;
}
