/** Where the next page of statements is, seen before a page is parsed: so that it is on its way meanwhile. */

/** Bytes at either end of a page in which its `more` is looked for. */
const END = 4_000;

const TEXT = String.raw`("(?:[^"\\]|\\.)*")`;
/** As most write it: after the statements, at the very end; a quote after a comma begins a text, in any JSON. */
const LAST = new RegExp(String.raw`,\s*"more"\s*:\s*${TEXT}\s*\}\s*$`);
const FIRST = new RegExp(String.raw`^\s*\{\s*"more"\s*:\s*${TEXT}\s*,`);

/** The `more` of a page in JSON, if it stands first or last in it; null: it does not, or it is no JSON. The page itself has the last word. */
export function moreAtEnds(page: Buffer): string | null {
  const found =
    LAST.exec(page.toString('utf8', Math.max(0, page.length - END))) ??
    FIRST.exec(page.toString('utf8', 0, END));
  const [, text] = found ?? [];
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as string;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
