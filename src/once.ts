/** What follows from an object that nobody changes, worked out once for as long as it is there. */
export function once<K extends object, V>(work: (from: K) => V): (from: K) => V {
  const known = new WeakMap<K, { readonly found: V }>();
  return (from) => {
    const before = known.get(from);
    if (before) return before.found;
    const found = work(from);
    known.set(from, { found });
    return found;
  };
}
