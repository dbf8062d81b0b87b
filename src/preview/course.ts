/** The modules as the author sees them: each as it was when it last had no error, with what the checker says of it now. */
import { TOWN } from '../content/vocabulary.js';
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { loadContent, type Finding } from '../content/index.js';
import { BANK } from '../content/read.js';
import type { Module } from '../content/module.js';

export interface ModuleNow {
  readonly id: string;
  /** The last one without errors. */
  readonly module: Module | null;
  readonly findings: readonly Finding[];
}

export class Course {
  private readonly known = new Map<string, ModuleNow>();
  /** What is found outside the modules: in the municipality, or in the folder itself. */
  private shared: readonly Finding[] = [];
  private count = 0;

  /** `cache`: folder for proofs; null = none is kept. */
  constructor(
    readonly dir: string,
    private readonly cache?: string | null,
  ) {
    this.refresh();
  }

  /** Grows with every change that shows. */
  get version(): number {
    return this.count;
  }

  /** In the order of the course; those that were never whole come last. */
  get modules(): readonly ModuleNow[] {
    const position = ({ module }: ModuleNow): number => module?.position ?? Number.MAX_SAFE_INTEGER;
    return [...this.known.values()].sort((a, b) => position(a) - position(b) || (a.id < b.id ? -1 : 1));
  }

  /** What is found in a module and in what it shares with the others. */
  findingsFor(id: string): readonly Finding[] {
    return [...(this.known.get(id)?.findings ?? []), ...this.shared];
  }

  /** Reads what changed: paths of files, as a watcher gives them; without any, everything. */
  refresh(paths: readonly string[] = []): void {
    const there = moduleFolders(this.dir);
    const touched = new Set(paths.map((path) => this.folderOf(path)));
    // The municipality, a bank, or a folder that came or went, may show anywhere.
    const isOwn = touched.size > 0 && !paths.some((path) => path.endsWith(BANK));
    const some = isOwn && [...touched].every((id) => there.includes(id) && this.known.has(id));
    const ids = some ? [...touched] : there;
    const { modules, findings } = loadContent(this.dir, some ? ids : [], {
      ...(this.cache !== undefined && { cache: this.cache }),
    });
    for (const id of this.known.keys()) if (!there.includes(id)) this.known.delete(id);
    for (const id of ids) {
      const module = modules.find((each) => each.id === id) ?? this.known.get(id)?.module ?? null;
      this.known.set(id, { id, module, findings: findings.filter((each) => this.ownerOf(each) === id) });
    }
    this.shared = findings.filter((each) => !there.includes(this.ownerOf(each)));
    this.count += 1;
  }

  /** Path below the modules folder, with forward slashes. */
  below(path: string): string {
    const plain = (each: string): string => each.split(sep).join('/');
    const root = `${plain(join(this.dir)).replace(/\/$/, '')}/`;
    const whole = plain(join(path));
    return whole.startsWith(root) ? whole.slice(root.length) : whole;
  }

  /** What is wrong with a shared fragment in one script is that script's. */
  private ownerOf({ file, usedIn }: Finding): string {
    return this.folderOf(usedIn ?? file);
  }

  /** The module's folder that a file lies in. */
  private folderOf(path: string): string {
    return this.below(path).split('/', 1)[0] ?? '';
  }
}

function moduleFolders(dir: string): readonly string[] {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== TOWN)
      .map((entry) => entry.name);
  } catch {
    // The checker says that the folder is not there.
    return [];
  }
}
