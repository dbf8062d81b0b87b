/** How easy Dutch text is to read, by Flesch-Douma. Known to be unsteady below some fifty words. */
import { splitSentences, wordsOf } from './sentences.js';
import { countSyllables } from './syllables.js';

export interface ReadingLevel {
  readonly words: number;
  readonly sentences: number;
  /** Higher is easier: about 60 and up is B1, below 30 is for specialists. Not bounded to 0..100; 0 without words. */
  readonly flesch: number;
  readonly wordsPerSentence: number;
}

/** Measures a text; line ends end sentences, so that headings and bubbles may be joined with `\n`. */
export function readingLevel(text: string): ReadingLevel {
  let words = 0;
  let syllables = 0;
  const sentences = splitSentences(text);
  for (const sentence of sentences) {
    for (const word of wordsOf(sentence.text)) {
      words += 1;
      syllables += syllablesOf(word);
    }
  }
  if (words === 0) return { words: 0, sentences: 0, flesch: 0, wordsPerSentence: 0 };
  const wordsPerSentence = words / sentences.length;
  const flesch = 206.835 - 0.93 * wordsPerSentence - 77 * (syllables / words);
  return { words, sentences: sentences.length, flesch, wordsPerSentence };
}

/** A number in digits is taken in at a glance, so it counts as one. */
function syllablesOf(word: string): number {
  const known = counted.get(word);
  if (known !== undefined) return known;
  const count = /\p{L}/u.test(word) ? countSyllables(word) : 1;
  if (counted.size < MOST_REMEMBERED) counted.set(word, count);
  return count;
}

/** The same few thousand words make up most of a course. */
const counted = new Map<string, number>();
const MOST_REMEMBERED = 20_000;
