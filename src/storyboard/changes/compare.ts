/** Two versions of a list of items: what was added, removed and changed, by permanent keys and in the order of the conversation. */
import type { Field, Item } from '../items/item.js';

export type FieldChange =
  | { readonly kind: 'added'; readonly label: string; readonly after: string }
  | { readonly kind: 'removed'; readonly label: string; readonly before: string }
  | { readonly kind: 'changed'; readonly label: string; readonly before: string; readonly after: string };

export type Change =
  | { readonly kind: 'added' | 'removed'; readonly item: Item }
  | { readonly kind: 'changed'; readonly item: Item; readonly fields: readonly FieldChange[] };

/** In the order of the new version; what is gone stands where it stood. Items that did not change are left out. */
export function compareItems(before: readonly Item[], after: readonly Item[]): readonly Change[] {
  const old = new Map(before.map((item) => [item.key, item]));
  const now = new Set(after.map(({ key }) => key));
  const gone = removedBehind(before, now);
  return [
    ...(gone.get(null) ?? []),
    ...after.flatMap((item) => [...changeOf(old.get(item.key), item), ...(gone.get(item.key) ?? [])]),
  ];
}

function changeOf(before: Item | undefined, item: Item): readonly Change[] {
  if (!before) return [{ kind: 'added', item }];
  const fields = compareFields(before.fields, item.fields);
  return fields.length === 0 ? [] : [{ kind: 'changed', item, fields }];
}

/** Removed items by the key of the item before them that is still there; null = the beginning. */
function removedBehind(
  before: readonly Item[],
  now: ReadonlySet<string>,
): ReadonlyMap<string | null, readonly Change[]> {
  const gone = new Map<string | null, Change[]>();
  let last: string | null = null;
  for (const item of before) {
    if (now.has(item.key)) last = item.key;
    else gone.set(last, [...(gone.get(last) ?? []), { kind: 'removed', item }]);
  }
  return gone;
}

function compareFields(before: readonly Field[], after: readonly Field[]): readonly FieldChange[] {
  const labels = [...new Set([...after, ...before].map(({ label }) => label))];
  return labels.flatMap((label): FieldChange[] => {
    const old = before.find((field) => field.label === label)?.text;
    const now = after.find((field) => field.label === label)?.text;
    if (old === now) return [];
    if (old === undefined) return now === undefined ? [] : [{ kind: 'added', label, after: now }];
    if (now === undefined) return [{ kind: 'removed', label, before: old }];
    return [{ kind: 'changed', label, before: old, after: now }];
  });
}
