/** A priority queue (binary heap): `pop` takes out the smallest by the order given. */
export class Heap<T> {
  private readonly items: T[] = [];

  constructor(private readonly compare: (one: T, other: T) => number) {}

  push(item: T): void {
    const { items } = this;
    let at = items.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = items[above];
      if (parent === undefined || this.compare(parent, item) <= 0) break;
      items[at] = parent;
      at = above;
    }
    items[at] = item;
  }

  pop(): T | undefined {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (last !== undefined && items.length > 0) this.sink(last);
    return top;
  }

  private sink(item: T): void {
    const { items } = this;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [one, other] = [items[left], items[left + 1]];
      if (one === undefined) break;
      const isRight = other !== undefined && this.compare(other, one) < 0;
      const child = isRight ? other : one;
      if (this.compare(item, child) <= 0) break;
      items[at] = child;
      at = left + Number(isRight);
    }
    items[at] = item;
  }
}
