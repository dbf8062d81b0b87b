/**
 * JSON in which parts come again byte for byte, as the actor, the verb, the object and the context of statements do: each is
 * parsed once. What comes of it is what `JSON.parse` gives.
 */

/** Parts that are remembered: some times those of a page, and of a part at most so many bytes. */
const MOST = 10_000;
const LONGEST = 10_000;

const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const LAST_OF_ASCII = 0x7f;

/** A value of JSON that others may have as well: nobody may change it. */
export type Shared =
  string | number | boolean | null | readonly Shared[] | { readonly [name: string]: Shared };

/** What was parsed of some bytes. */
interface Part {
  readonly written: Buffer;
  readonly value: Shared;
}

/** A member as the last object at its level had it at its place: the next one begins alike. */
interface Member {
  readonly name: string;
  readonly written: Buffer;
  part: Part | undefined;
}

export class SharedJson {
  private readonly known = new Map<number, Part>();
  private readonly members: Member[][] = [];

  /**
   * The value of a text in UTF-8. Objects and lists so many levels down are the same as all equal ones before them: nobody may
   * change them. Undefined: it is no JSON.
   */
  parsed(bytes: Buffer, depth: number): Shared | undefined {
    try {
      return new Text(bytes, this).whole(depth);
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  /** The members of the last object at a level. */
  lastAt(depth: number): Member[] {
    return (this.members[depth] ??= []);
  }

  /** @throws SyntaxError */
  part(bytes: Buffer, start: number): Part {
    const { end, hash } = extentOf(bytes, start);
    const before = this.known.get(hash);
    if (before !== undefined && isAt(bytes, start, before.written)) return before;
    const value = JSON.parse(bytes.toString('utf8', start, end)) as Shared;
    // A copy, as what is remembered must not hold the whole text.
    const part = { written: Buffer.from(bytes.subarray(start, end)), value };
    if (this.known.size >= MOST) this.known.clear();
    if (end - start <= LONGEST) this.known.set(hash, part);
    return part;
  }
}

/** Reads the upper levels of a text by hand. */
class Text {
  private at = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly shared: SharedJson,
  ) {}

  whole(depth: number): Shared {
    const value = this.value(depth, undefined);
    if (this.next() !== undefined) throw new SyntaxError('Something follows it.');
    return value;
  }

  /** `member`: which it is of, if of any. */
  private value(depth: number, member: Member | undefined): Shared {
    const first = this.next();
    if (first === OPEN_OBJECT && depth > 0) return this.object(depth - 1);
    if (first === OPEN_LIST && depth > 0) return this.list(depth - 1);
    if (first === OPEN_OBJECT || first === OPEN_LIST) return this.sharedPart(member);
    if (first === QUOTE) return this.text();
    const start = this.at;
    this.at = endOfPlain(this.bytes, start);
    return JSON.parse(this.bytes.toString('utf8', start, this.at)) as Shared;
  }

  private sharedPart(member: Member | undefined): Shared {
    const last = member?.part;
    const isSame = last !== undefined && isAt(this.bytes, this.at, last.written);
    const part = isSame ? last : this.shared.part(this.bytes, this.at);
    if (member) member.part = part;
    this.at += part.written.length;
    return part.value;
  }

  private text(): string {
    const { bytes, at: start } = this;
    for (let at = start + 1; at < bytes.length; at += 1) {
      const byte = byteAt(bytes, at);
      if (byte === QUOTE) {
        this.at = at + 1;
        return bytes.toString('latin1', start + 1, at);
      }
      if (byte === BACKSLASH || byte < SPACE || byte > LAST_OF_ASCII) break;
    }
    this.at = endOfString(bytes, start);
    return JSON.parse(bytes.toString('utf8', start, this.at)) as string;
  }

  private object(depth: number): Shared {
    const made: Record<string, Shared> = {};
    const last = this.shared.lastAt(depth);
    this.at += 1;
    if (this.next() === CLOSE_OBJECT) return this.closed(made);
    for (let place = 0; ; place += 1) {
      const member = this.member(last[place]);
      last[place] = member;
      const value = this.value(depth, member);
      // As an own member of that name, which an assignment would not make.
      if (member.name === '__proto__') Object.defineProperty(made, member.name, { value, enumerable: true });
      else made[member.name] = value;
      if (this.next() === CLOSE_OBJECT) return this.closed(made);
      this.take(COMMA);
    }
  }

  private list(depth: number): Shared {
    const elements: Shared[] = [];
    this.at += 1;
    if (this.next() === CLOSE_LIST) return this.closed(elements);
    for (;;) {
      elements.push(this.value(depth, undefined));
      if (this.next() === CLOSE_LIST) return this.closed(elements);
      this.take(COMMA);
    }
  }

  private closed<T>(value: T): T {
    this.at += 1;
    return value;
  }

  /** Up to its value; `likely`: which it may be. */
  private member(likely: Member | undefined): Member {
    const { bytes } = this;
    if (this.next() !== QUOTE) throw new SyntaxError('A member has no name.');
    const start = this.at;
    const isLikely = likely !== undefined && isAt(bytes, start, likely.written);
    const end = isLikely ? start + likely.written.length : endOfString(bytes, start);
    this.at = end;
    this.take(COLON);
    if (isLikely) return likely;
    const name = JSON.parse(bytes.toString('utf8', start, end)) as string;
    return { name, written: Buffer.from(bytes.subarray(start, end)), part: undefined };
  }

  private take(mark: number): void {
    if (this.next() !== mark) throw new SyntaxError('A mark is missing.');
    this.at += 1;
  }

  /** The next byte that is no white space; undefined at the end. */
  private next(): number | undefined {
    const { bytes } = this;
    let byte = bytes[this.at];
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[(this.at += 1)];
    return byte;
  }
}

function isAt(bytes: Buffer, start: number, written: Buffer): boolean {
  const { length } = written;
  if (length > 40)
    return start + length <= bytes.length && bytes.compare(written, 0, length, start, start + length) === 0;
  for (let at = 0; at < length; at += 1) if (bytes[start + at] !== written[at]) return false;
  return true;
}

const byteAt = (bytes: Buffer, at: number): number => bytes[at] ?? 0;

/** Where the object or list that begins at `start` ends, if it is one (`JSON.parse` says that), and FNV-1a of it; in one pass. */
function extentOf(bytes: Buffer, start: number): { readonly end: number; readonly hash: number } {
  const { length } = bytes;
  let hash = 0x811c9dc5;
  let open = 0;
  let isInString = false;
  for (let at = start; at < length; at += 1) {
    const byte = byteAt(bytes, at);
    hash = Math.imul(hash ^ byte, 0x01000193);
    if (byte === QUOTE) isInString = !isInString;
    else if (isInString) {
      if (byte === BACKSLASH) at += 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) open += 1;
    else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && (open -= 1) === 0)
      return { end: at + 1, hash };
  }
  return { end: length, hash };
}

function endOfString(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) at += 1;
  }
  return bytes.length;
}

/** Of a number, a truth value or null. */
function endOfPlain(bytes: Buffer, start: number): number {
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === COMMA || byte === CLOSE_OBJECT || byte === CLOSE_LIST) return at;
  }
  return bytes.length;
}
