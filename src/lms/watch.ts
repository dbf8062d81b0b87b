/** Watches folders and calls back once things are quiet; never two calls at a time. */
import { existsSync, watch } from 'node:fs';

const QUIET_MS = 300;

/** Calls `changed` after each burst of changes; a failure of it is shown, and watching goes on. */
export function watchFolders(folders: readonly string[], changed: () => Promise<void>): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    await changed().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
    });
    busy = false;
    if (again) {
      again = false;
      await run();
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET_MS);
  };
  const watchers = folders
    .filter((folder) => existsSync(folder))
    .map((folder) => watch(folder, { recursive: true }, later));
  return {
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
