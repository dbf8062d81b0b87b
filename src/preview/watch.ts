/** Watches a folder and calls back once things are quiet; never two calls at a time. */
import { watch } from 'chokidar';

export interface Watching {
  close(): Promise<void>;
}

/**
 * Calls `changed` with the paths of each burst of changes; resolves once the watch stands, so that no later change is missed.
 * A failure of `changed` is shown, and watching goes on.
 */
export async function watchFolder(
  folder: string,
  quietMs: number,
  changed: (paths: readonly string[]) => void | Promise<void>,
): Promise<Watching> {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  const run = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (waiting.size > 0) {
      const paths = [...waiting];
      waiting.clear();
      try {
        await changed(paths);
      } catch (error) {
        console.error(error instanceof Error ? error.message : String(error));
      }
    }
    busy = false;
  };
  // Not fs.watch: under Linux it loses a file that an editor saves beside and renames.
  const watcher = watch(folder, { ignoreInitial: true, ignored: (path) => /(?:\.tmp|\.swp|~)$/.test(path) });
  watcher.on('all', (_event, path) => {
    waiting.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => void run(), quietMs);
  });
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
