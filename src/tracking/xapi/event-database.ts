/** The browser's database of this package kind: events that wait, and statements that no LRS takes. */

export const EVENTS = 'events';
export const LOST = 'lost';

/** Null where it is blocked. */
export function openDatabase(factory: IDBFactory): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = factory.open('zeventerpen', 2);
      request.onupgradeneeded = () => {
        const { result } = request;
        for (const name of [EVENTS, LOST])
          if (!result.objectStoreNames.contains(name)) result.createObjectStore(name);
      };
      request.onsuccess = () => {
        // A later version in another tab must not wait for this one.
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}
