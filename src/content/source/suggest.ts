/** 'Bedoelde u ...?' for every closed list. */

/** Number of single-letter slips (add, drop, change, swap neighbours) between two words; at most 40 letters are compared. */
export function editDistance(left: string, right: string): number {
  const a = Array.from(left.slice(0, 40));
  const b = Array.from(right.slice(0, 40));
  let before: number[] = [];
  let above = b.map((_, index) => index).concat(b.length);
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const change = (above[j] ?? 0) + (letter === other ? 0 : 1);
      let best = Math.min(change, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1);
      if (i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other)
        best = Math.min(best, (before[j - 1] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** The nearest word of the list, or null when nothing is near enough to be a slip. */
export function nearest(word: string, list: Iterable<string>): string | null {
  const limit = word.length <= 3 ? 1 : word.length <= 6 ? 2 : 3;
  let best: { word: string; distance: number } | null = null;
  for (const candidate of list) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && (!best || distance < best.distance)) best = { word: candidate, distance };
  }
  return best?.word ?? null;
}

/** A sentence that helps: the near word, else the list when it is short, else nothing. Begins with a space. */
export function hint(word: string, list: Iterable<string>): string {
  const words = [...list];
  const near = nearest(word, words);
  if (near !== null) return ` Bedoelde u '${near}'?`;
  if (words.length === 0) return '';
  if (words.length <= 12) return ` Kies uit: ${words.join(', ')}.`;
  return ` Er zijn er ${words.length}, zoals ${words.slice(0, 5).join(', ')}.`;
}

/** Shortens what an author wrote, for use in a message. */
export function quoteShort(text: string): string {
  const clean = text.replace(/\s/g, ' ');
  return clean.length > 40 ? `'${clean.slice(0, 37)}...'` : `'${clean}'`;
}
