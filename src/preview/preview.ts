/** The live preview for authors: what they save is checked at once, and played on where they were. */
import type { Hono } from 'hono';
import { fixContent } from '../content/fix.js';
import { bundlePreview, type PreviewFiles } from './bundle.js';
import { Course } from './course.js';
import { previewRoutes } from './routes.js';

export { BASE as PREVIEW_PATH } from './base.js';

export interface Preview {
  readonly routes: Hono;
  /** Errors in the content now. */
  errors(): number;
  /** Reads the files that changed, and tells the open pages. */
  contentChanged(paths: readonly string[]): void;
  /** Bundles the page anew. @throws when its code has an error: the earlier page stays. */
  codeChanged(): Promise<void>;
}

/** Reads, checks and compiles all modules of a folder. Bad content is shown, never thrown. `bundle` makes the page's own files. */
export async function openPreview(
  modulesDir: string,
  bundle: () => Promise<PreviewFiles> = bundlePreview,
): Promise<Preview> {
  const course = new Course(modulesDir);
  const listeners = new Set<() => void>();
  let files = await bundle();
  let build = 1;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const routes = previewRoutes({
    course,
    files: () => files,
    build: () => build,
    // The files it writes come back through the watcher.
    fix: (module) => void fixContent(modulesDir, [module]),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return {
    routes,
    errors: () =>
      course.modules.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error')
        .length,
    contentChanged: (paths) => {
      course.refresh(paths);
      tell();
    },
    codeChanged: async () => {
      files = await bundle();
      build += 1;
      tell();
    },
  };
}
