/** Reads files of a modules folder, and never anything outside it. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FindingList } from '../finding.js';

/** A text of one module is a few hundred kB at most. */
const MAX_BYTES = 4_000_000;
const START = { line: 1, column: 1 };

/** What makes of a file, named by its folders and its name, the text that is read; null after a finding. */
export type WhenRead = (names: readonly string[], text: string, folder: Folder) => string | null;

export class Folder {
  private readonly root: string;

  /** `shown` is the path as the author knows it; `real` its place on disk. */
  private constructor(
    readonly shown: string,
    private readonly list: FindingList,
    private readonly whenRead: WhenRead,
  ) {
    this.root = realpathSync(shown);
  }

  /** Opens a modules folder; null after a finding when it is none. */
  static open(dir: string, list: FindingList, whenRead: WhenRead = (_, text) => text): Folder | null {
    try {
      if (statSync(dir).isDirectory()) return new Folder(dir, list, whenRead);
    } catch {
      // Told below: missing and not a folder need the same advice.
    }
    list.reporter(dir)(
      START,
      'bestand-ontbreekt',
      `De map '${dir}' bestaat niet. Kies een andere met --modules MAP.`,
    );
    return null;
  }

  /** Path as shown in findings, with forward slashes. */
  path(...names: readonly string[]): string {
    return join(this.shown, ...names)
      .split(sep)
      .join('/')
      .replace(/(?<=.)\/$/, '');
  }

  /** Names in a folder in fixed order, hidden ones left out; empty when it does not exist. */
  names(kind: 'folders' | 'files', ...names: readonly string[]): string[] {
    const path = join(this.shown, ...names);
    if (!this.isInside(path)) return [];
    try {
      return readdirSync(path, { withFileTypes: true })
        .filter((entry) => !entry.name.startsWith('.'))
        .filter((entry) => (kind === 'folders') === isFolder(join(path, entry.name)))
        .map((entry) => entry.name)
        .sort();
    } catch {
      return [];
    }
  }

  /** Text of a file; null when there is none (no finding) or it may not or cannot be read (a finding). */
  read(...names: readonly string[]): string | null {
    const text = this.stored(...names);
    return text === null ? null : this.whenRead(names, text, this);
  }

  /** As `read`, but as it stands there. */
  stored(...names: readonly string[]): string | null {
    const path = join(this.shown, ...names);
    const report = this.list.reporter(this.path(...names));
    try {
      lstatSync(path);
    } catch {
      return null;
    }
    if (!this.isInside(path)) {
      report(
        START,
        'buiten-de-map',
        `Dit bestand wijst naar buiten de map '${this.shown}'. Zet het bestand zelf in de map.`,
      );
      return null;
    }
    const stat = statSync(path);
    if (!stat.isFile()) report(START, 'bestand-onleesbaar', 'Dit is geen gewoon bestand.');
    else if (stat.size > MAX_BYTES)
      report(
        START,
        'bestand-onleesbaar',
        `Dit bestand is groter dan ${MAX_BYTES / 1e6} MB. Is er iets anders in geplakt?`,
      );
    else return this.decode(path, report);
    return null;
  }

  private decode(path: string, report: ReturnType<FindingList['reporter']>): string | null {
    const bytes = readFileSync(path);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      const line = firstBadLine(bytes);
      report(
        { line, column: 1 },
        'bestand-onleesbaar',
        'Dit bestand is geen UTF-8. Bewaar het opnieuw en kies als codering UTF-8.',
      );
      return null;
    }
  }

  private isInside(path: string): boolean {
    try {
      const real = realpathSync(path);
      return real === this.root || real.startsWith(this.root + sep);
    } catch {
      return false;
    }
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The first line that a lenient reading has to repair. */
function firstBadLine(bytes: Buffer): number {
  const before = bytes.toString('utf8').split('\uFFFD', 1)[0] ?? '';
  return before.split('\n').length;
}
