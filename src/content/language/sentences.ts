/** Cuts Dutch text into sentences and words, each with its place in the text. */

export interface Sentence {
  readonly text: string;
  /** Offset in the text. */
  readonly start: number;
}

/** Never at the end of a sentence: a name or number follows. */
const TITLES = new Set(
  'dhr mevr mw mr dr drs ir ing prof ds st fam nr nrs art lid blz pag tel ca max min resp t.a.v t.n.v incl excl vgl'.split(
    ' ',
  ),
);
/** A sentence may end with these, so what follows decides. */
const OTHERS = new Set(
  'bijv bv enz etc evt m.b.t i.v.m d.m.v t/m a.u.b s.v.p o.a e.d i.p.v z.s.m n.v.t d.w.z jl jr sr u jan feb mrt apr aug sept okt nov dec'.split(
    ' ',
  ),
);

/** A mark with the quotes behind it, a line end, or the colon before what somebody says. */
const END = /(?<![.!?…])([.!?…]+)(['"’”»)\]]*)(?=\s)|\n+|:(?=\s['"‘“]\p{Lu})/gu;

/** The sentences of a text, trimmed, in order. A line end always ends one. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    const part = text.slice(from, to);
    const left = part.length - part.trimStart().length;
    if (/[\p{L}\p{N}]/u.test(part)) sentences.push({ text: part.trim(), start: from + left });
    from = to;
  };
  for (const found of text.matchAll(END)) {
    const to = found.index + found[0].length;
    if (found[1] === undefined || endsHere(text, from, found.index, to)) close(to);
  }
  close(text.length);
  return sentences;
}

/** True when the mark at `mark` ends a sentence; `after` = offset behind the mark and its quotes. */
function endsHere(text: string, from: number, mark: number, after: number): boolean {
  const next = text.slice(after, after + 40).trimStart();
  if (next === '') return true;
  // 'Kom binnen!' zei zij. -- Eh ... ja.
  if (/^\p{Ll}/u.test(next) || /^[-–—,;:)]/.test(next)) return false;
  if (text[mark] !== '.' || text[mark + 1] === '.') return true;
  const word = /\S*$/.exec(text.slice(Math.max(from, mark - 30), mark))?.[0] ?? '';
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase();
  if (TITLES.has(bare)) return false;
  // `1.` at the head of a line, and the initials of a name.
  if (/^\d{1,2}$/.test(bare) && text.slice(from, mark - word.length).trim() === '') return false;
  if (/^\p{Lu}(\.\p{Lu})*$/u.test(word) && /^\p{Lu}\p{Ll}/u.test(next)) return !/\p{L}/u.test(word[0] ?? '');
  // `bijv. 12` and `dec. 2026` go on; `enz. Daarna` does not.
  if (OTHERS.has(bare)) return bare !== 'u' ? !/^[\d€]/.test(next) : true;
  return true;
}

/** Number of words: what stands between blanks and holds a letter or a digit. */
export const wordsOf = (text: string): string[] =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
export const countWords = (text: string): number => wordsOf(text).length;
