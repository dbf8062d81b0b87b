/** What two texts have in common, word by word. */

export interface Piece {
  readonly text: string;
  /** True: also in the other text. */
  readonly isKept: boolean;
}

/** Above this the table of the comparison grows too large; then a text counts as replaced whole. */
const MOST_TOKENS = 3000;

/** Both texts cut into pieces that are kept and pieces that are not; the pieces of each, joined, are that text. */
export function diffWords(
  before: string,
  after: string,
): { before: readonly Piece[]; after: readonly Piece[] } {
  const old = tokens(before);
  const now = tokens(after);
  if (old.length > MOST_TOKENS || now.length > MOST_TOKENS)
    return { before: [{ text: before, isKept: false }], after: [{ text: after, isKept: false }] };
  const keptOld = new Set<number>();
  const keptNow = new Set<number>();
  for (const [i, j] of common(old, now)) {
    keptOld.add(i);
    keptNow.add(j);
  }
  return { before: pieces(old, keptOld), after: pieces(now, keptNow) };
}

/** Words, blanks and marks, each by itself. */
const tokens = (text: string): readonly string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** Index pairs of a longest common subsequence. */
function common(old: readonly string[], now: readonly string[]): [number, number][] {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    if (old[i] === now[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** A blank alone between two changed words is changed too: crumbs are hard to read. */
function pieces(list: readonly string[], kept: ReadonlySet<number>): Piece[] {
  const result: { text: string; isKept: boolean }[] = [];
  for (const [index, text] of list.entries()) {
    const isCrumb = text.trim() === '' && !kept.has(index - 1) && !kept.has(index + 1);
    const isKept = kept.has(index) && !(isCrumb && index > 0 && index < list.length - 1);
    const last = result.at(-1);
    if (last?.isKept === isKept) last.text += text;
    else result.push({ text, isKept });
  }
  return result;
}
