/** What follows from a part of statements, worked out once for a part that is shared (`SharedJson`). */

/** As many parts as `SharedJson` remembers. */
const MOST = 10_000;

export class Once<T> {
  private readonly known = new Map<unknown, T>();

  constructor(private readonly workOut: (part: unknown) => T) {}

  of(part: unknown): T {
    const before = this.known.get(part);
    if (before !== undefined) return before;
    const found = this.workOut(part);
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(part, found);
    return found;
  }
}
