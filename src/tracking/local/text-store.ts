/** Small texts kept in the browser. Storage that is blocked or full never throws: it turns into memory. */

export interface TextStore {
  /** False: gone when the page closes. */
  readonly isDurable: boolean;
  get(key: string): string | null;
  /** False: not kept (full); an older value may still be there. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  keys(): readonly string[];
}

/** What we need of `localStorage`. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * `find` is called here, as touching `window.localStorage` throws where cookies are blocked.
 * Falls back to memory when storage is missing or takes nothing.
 */
export function openTextStore(find: () => StorageLike): TextStore {
  try {
    const storage = find();
    const probe = 'zt:probe';
    storage.setItem(probe, '1');
    storage.removeItem(probe);
    return storedTexts(storage);
  } catch {
    return memoryTexts();
  }
}

export function memoryTexts(): TextStore {
  const texts = new Map<string, string>();
  return {
    isDurable: false,
    get: (key) => texts.get(key) ?? null,
    set: (key, value) => {
      texts.set(key, value);
      return true;
    },
    remove: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
  };
}

function storedTexts(storage: StorageLike): TextStore {
  const guarded = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    isDurable: true,
    get: (key) => guarded(() => storage.getItem(key), null),
    set: (key, value) =>
      guarded(() => {
        storage.setItem(key, value);
        return true;
      }, false),
    remove: (key) => guarded(() => storage.removeItem(key), undefined),
    keys: () =>
      guarded(() => Array.from({ length: storage.length }, (_, index) => storage.key(index)), []).filter(
        (key) => key !== null,
      ),
  };
}
