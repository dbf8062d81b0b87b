/**
 * Is the page about to be reloaded rather than left? A browser does not say; keys and scripts do. The reload button
 * does not, and then the session ends, as it must when a page is left (7.1.2.0-1), and the page says so afterwards.
 */
export interface ReloadPage {
  readonly navigation?: unknown;
  addEventListener(type: string, listener: (event: Event) => void): void;
}

/** A reload follows its key at once. */
const SOON_MS = 2_000;

export function watchReload(page: ReloadPage): () => boolean {
  let until = 0;
  page.addEventListener('keydown', (event) => {
    const { key = '', ctrlKey = false, metaKey = false } = event as Partial<KeyboardEvent>;
    if (key === 'F5' || (key.toLowerCase() === 'r' && (ctrlKey || metaKey))) until = Date.now() + SOON_MS;
  });
  const { navigation } = page;
  if (navigation instanceof EventTarget) {
    navigation.addEventListener('navigate', (event) => {
      if ('navigationType' in event && event.navigationType === 'reload') until = Date.now() + SOON_MS;
    });
  }
  return () => Date.now() < until;
}
