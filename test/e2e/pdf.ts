/** What stands on printed paper, and where. */
import { getDocumentProxy } from 'unpdf';

/** A piece of text in its box; in points, from the lower left corner of its page. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The pieces of text of each page, in the order in which they were drawn. */
export async function readPdf(bytes: Uint8Array): Promise<readonly (readonly Piece[])[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: Piece[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , , left, bottom] = item.transform as number[];
        if (left === undefined || bottom === undefined) return [];
        return [{ text: item.str, left, bottom, right: left + item.width, top: bottom + item.height }];
      }),
    );
  }
  return pages;
}

/** One line for each two pieces that lie over each other. */
export function overlaps(page: readonly Piece[]): readonly string[] {
  // Letters of two lines or two words may touch.
  const touch = 2.5;
  const over = (one: Piece, other: Piece): boolean =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > touch &&
    Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) > touch;
  return page.flatMap((one, at) =>
    page
      .slice(at + 1)
      .filter((other) => over(one, other))
      .map((other) => `'${one.text}' lies over '${other.text}'`),
  );
}
