/** Modules in, storyboards out: one printable page per module. */
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixContent } from '../content/fix.js';
import { loadContent, type Finding } from '../content/index.js';
import type { Module } from '../content/module.js';
import { dateInWords } from './words/numbers.js';
import { readRevision } from './changes/revision.js';
import { storyboardPage } from './document.js';

export interface StoryboardOptions {
  readonly modulesDir: string;
  /** Empty = all. */
  readonly ids: readonly string[];
  readonly outDir: string;
  /** Git revision to compare with. */
  readonly against?: string | undefined;
}

export interface Storyboards {
  /** Empty when an error was found, in these modules or in those compared with. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly findings: readonly Finding[];
}

/**
 * Writes `<module>.html` for each module, or nothing when there is an error.
 * @throws NoRevision when `against` cannot be read
 */
export async function writeStoryboards(options: StoryboardOptions): Promise<Storyboards> {
  const { modulesDir, ids, outDir, against } = options;
  const { modules, findings } = loadContent(modulesDir, ids);
  if (hasErrors(findings) || modules.length === 0) return { files: [], findings };
  const earlier = against === undefined ? null : readEarlier(against, modulesDir, modules);
  if (earlier && hasErrors(earlier.findings)) return { files: [], findings: earlier.findings };
  const pages = await Promise.all(
    modules.map(async (module) => {
      const before = earlier?.modules.find(({ id }) => id === module.id) ?? null;
      const page = await storyboardPage(module, earlier ? { name: earlier.name, before } : null);
      return { path: join(outDir, `${module.id}.html`), page };
    }),
  );
  mkdirSync(outDir, { recursive: true });
  const files = pages.map(({ path, page }) => {
    writeFileSync(`${path}.tmp`, page);
    renameSync(`${path}.tmp`, path);
    return { path, bytes: Buffer.byteLength(page) };
  });
  return { files, findings };
}

const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');

interface Earlier {
  readonly name: string;
  readonly modules: readonly Module[];
  readonly findings: readonly Finding[];
}

/** These modules as they were; one that did not exist yet is simply absent. */
function readEarlier(against: string, modulesDir: string, modules: readonly Module[]): Earlier {
  const revision = readRevision(against, modulesDir);
  try {
    const names = readdirSync(revision.dir);
    const ids = modules.map(({ id }) => id).filter((id) => names.includes(id));
    // Ids and codes that were not written yet then are written in the copy: they are no fault of that version.
    const content = ids.length === 0 ? { modules: [], findings: [] } : fixContent(revision.dir, ids).content;
    const findings = content.findings.map((finding) => ({
      ...finding,
      file: finding.file.replace(
        revision.dir.replaceAll('\\', '/').replace(/\/$/, ''),
        `${against}:${modulesDir}`,
      ),
    }));
    return { name: `${against} (${dateInWords(revision.date)})`, modules: content.modules, findings };
  } finally {
    revision.remove();
  }
}
