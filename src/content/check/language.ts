/** Plain Dutch (B1): what reads hard is told as a warning, at its place. */
import { findAbbreviations } from '../language/abbreviations.js';
import { addressOf, findInformal, type Address } from '../language/address.js';
import { readingLevel } from '../language/flesch-douma.js';
import { findOfficialese } from '../language/officialese.js';
import { findPassives } from '../language/passive.js';
import { countWords, splitSentences } from '../language/sentences.js';
import type { Slip } from '../language/slip.js';
import { readAs, type SourceText } from '../language/texts.js';
import type { Place, Reporter } from '../finding.js';
import { locate } from '../source/locate.js';
import { quoteShort } from '../source/suggest.js';

/** Words in a sentence: more is long, much more is never B1. */
const LONG = 15;
const TOO_LONG = 20;
const MEAN = 11;
/** A mean over less says nothing. */
const MIN_SENTENCES = 10;
/** A customer who says more than this at once is not listened to. */
const MAX_BUBBLE = 40;
/** Flesch-Douma of a module, and below how many words it is unsteady. */
const FLESCH = 60;
const MIN_WORDS = 100;

export interface Prose {
  readonly texts: readonly SourceText[];
  /** The file as stored, for columns. */
  readonly source: string;
  readonly report: Reporter;
}

/** Warns of every text in a file that reads hard. */
export function checkLanguage({ texts, source, report }: Prose): void {
  let lines: string[] | null = null;
  const tell = (text: SourceText, words: string, slips: readonly Slip[]): void => {
    for (const { start, code, message } of slips) {
      lines ??= source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
      report(locate(lines, words, start, text.at), code, message);
    }
  };
  for (const text of texts) {
    const words = readAs(text.text);
    tell(text, words, slipsOf(text, words));
  }
  for (const { text, words, slips } of addressSlips(texts)) tell(text, words, slips);
  checkMean(texts, report);
}

function slipsOf({ voice, weaker, bubble }: SourceText, text: string): Slip[] {
  switch (voice) {
    case 'customer':
      return bubble ? longBubble(text) : [];
    case 'record':
      return [];
    case 'name':
      return findAbbreviations(text);
    case 'employee':
    case 'course': {
      const sentences = longSentences(text);
      // A weaker answer may sound like the counter of old: that is what is wrong with it.
      return weaker ? sentences : [...sentences, ...toneOf(voice === 'course' ? withoutQuotes(text) : text)];
    }
  }
}

const toneOf = (text: string): Slip[] => [
  ...findOfficialese(text),
  ...findAbbreviations(text),
  ...findPassives(text),
];

function longBubble(text: string): Slip[] {
  const words = countWords(text);
  if (words <= MAX_BUBBLE) return [];
  const message = `De klant zegt ${words} woorden achter elkaar. Houd het bij ${MAX_BUBBLE}, of maak er twee beurten van.`;
  return [{ start: 0, code: 'ballon-te-lang', message }];
}

function longSentences(text: string): Slip[] {
  return splitSentences(text).flatMap(({ text: sentence, start }): Slip[] => {
    const words = countWords(sentence);
    if (words <= LONG) return [];
    const far = words > TOO_LONG;
    const message = `Deze zin heeft ${words} woorden${far ? ', veel te veel' : ''}: ${quoteShort(sentence)} ${
      far ? 'Maak er twee of drie zinnen van' : 'Maak er twee zinnen van'
    }, van hooguit ${LONG} woorden.`;
    return [{ start, code: 'zin-te-lang', message }];
  });
}

/** What stands between quotes is somebody else's, so its words are not ours; it keeps its length. */
const withoutQuotes = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])['"‘“](?!\s).{1,400}?['"’”](?![\p{L}\p{N}])/gu, (quote) =>
    '_'.repeat(quote.length),
  );

/** `je` in a text that says `u` too, or in a unit that says `u` to the customer. */
function addressSlips(
  texts: readonly SourceText[],
): { text: SourceText; words: string; slips: readonly Slip[] }[] {
  const said = texts
    .filter(({ voice }) => voice === 'employee')
    .map((text) => {
      const words = readAs(text.text);
      const own = withoutQuotes(words);
      return { text, words, own, address: addressOf(own) };
    });
  const count = (wanted: Address): number => said.filter(({ address }) => address === wanted).length;
  const isFormal = count('u') > count('je');
  return said
    .filter(({ text }) => text.weaker !== true)
    .filter(({ address }) => address === 'both' || (address === 'je' && isFormal))
    .map(({ text, words, own }) => ({ text, words, slips: findInformal(own) }));
}

/** What is measured: whole sentences of ours. */
const isMeasured = ({ voice }: SourceText): boolean => voice === 'employee' || voice === 'course';
const measured = (texts: readonly SourceText[]): string =>
  texts
    .filter(isMeasured)
    .map(({ text }) => readAs(text))
    .join('\n');

const decimal = (value: number): string => value.toFixed(1).replace('.', ',');

function checkMean(texts: readonly SourceText[], report: Reporter): void {
  const sentences = splitSentences(measured(texts));
  const mean = sentences.reduce((sum, { text }) => sum + countWords(text), 0) / sentences.length;
  if (sentences.length < MIN_SENTENCES || mean <= MEAN) return;
  const message = `De zinnen zijn hier gemiddeld ${decimal(mean)} woorden lang. Streef naar hooguit ${MEAN}.`;
  report(texts[0]?.at ?? START, 'zinnen-lang', message);
}

const START: Place = { line: 1, column: 1 };

/** Warns when a module as a whole reads harder than B1. */
export function checkReadingLevel(files: readonly Prose[], report: Reporter): void {
  const { words, flesch } = readingLevel(measured(files.flatMap(({ texts }) => texts)));
  if (words < MIN_WORDS || flesch >= FLESCH) return;
  const message = `De module leest moeilijk: ${decimal(flesch)} op de schaal van Flesch-Douma, en B1 begint bij ${FLESCH}. Kies kortere woorden en zinnen.`;
  report(START, 'leesniveau', message);
}
