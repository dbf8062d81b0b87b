/** Statements as bytes: what threads hand over without a copy, and what requests and files are made of. */

/** JSON in UTF-8, a statement a line; no newline at the end. */
export interface Lines {
  readonly statements: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Characters: as many as fit into the megabyte that many servers take at most, of a text that is hardly more bytes. */
const MOST = 800_000;
const NEWLINE = 0x0a;
const COMMA = 0x2c;
const encoder = new TextEncoder();

/** `texts`: statements as JSON without white space. */
export function linesOf(texts: readonly string[]): readonly Lines[] {
  const all: Lines[] = [];
  let from = 0;
  let length = 0;
  const cut = (to: number): void => {
    const some = texts.slice(from, to);
    if (some.length > 0) all.push({ statements: some.length, bytes: encoder.encode(some.join('\n')) });
    from = to;
    length = 0;
  };
  for (const [at, text] of texts.entries()) {
    if (length + text.length > MOST) cut(at);
    length += text.length;
  }
  cut(texts.length);
  return all;
}

/** The same as one list in JSON: in JSON without white space, a newline ends a line and nothing else. */
export function listOf({ bytes }: Lines): Buffer {
  const list = Buffer.alloc(bytes.length + 2);
  list.set(bytes, 1);
  for (let at = list.indexOf(NEWLINE); at !== -1; at = list.indexOf(NEWLINE, at + 1)) list[at] = COMMA;
  list.write('[', 0);
  list.write(']', list.length - 1);
  return list;
}
