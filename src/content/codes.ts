/**
 * The permanent codes of a module, kept in its `codes.json`: append-only, so that a code once given never means
 * something else. Keys: `unit`, `unit/id`, `kind:target` (desk).
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Reporter } from './finding.js';
import type { Code } from './module.js';
import { schemaVersion } from './schema/version.js';
import { parseYaml } from './source/yaml.js';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const ROOM = DIGITS.length ** 2;
const START = { line: 1, column: 1 };

const codesFile = z.strictObject({
  schemaVersion: schemaVersion(1),
  codes: z.record(z.string(), z.string().regex(/^[0-9a-z]{2}$/, 'een code heeft twee tekens: 0-9 en a-z')),
});

export class CodeBook {
  private readonly codes = new Map<string, Code>();
  private readonly taken = new Set<Code>();
  /** `broken`: what was given out is not known, so nothing may be given out now, nor written. */
  private constructor(readonly broken: boolean) {}

  /** Keys that had no code in the file, in the order in which they were asked. */
  readonly fresh: string[] = [];

  /** Reads `codes.json`; a file that is not there yet is an empty book, one that cannot be read a broken one. */
  static read(text: string | null, report: Reporter): CodeBook {
    // JSON is YAML, and so gets its places in the same way.
    const file = text === null ? null : parseYaml(text, codesFile, report);
    const book = new CodeBook(text !== null && file === null);
    for (const [key, code] of Object.entries(file?.data.codes ?? {})) {
      if (book.taken.has(code)) {
        const advice =
          'Geef de nieuwste van de twee een andere code, of haal die regel weg en draai `npm run check -- --fix`.';
        report(
          file?.at(['codes', key], true) ?? START,
          'codes',
          `De code '${code}' is twee keer gegeven: aan '${book.holderOf(code)}' en aan '${key}'. ${advice}`,
        );
      }
      book.codes.set(key, code);
      book.taken.add(code);
    }
    return book;
  }

  /** The code of a key; a key without one gets the code that `--fix` would write, and is remembered as fresh. */
  code(key: string): Code {
    const known = this.codes.get(key);
    if (known !== undefined) return known;
    // An id that could not be read is reported already; it gets no code.
    if (key.endsWith('/?')) return '';
    const code = this.freeCode(key);
    this.codes.set(key, code);
    this.taken.add(code);
    this.fresh.push(key);
    return code;
  }

  private holderOf(code: Code): string {
    return [...this.codes].find(([, given]) => given === code)?.[0] ?? '';
  }

  /** Ids ever given in a unit, also those that no longer stand in its script. */
  idsOf(unit: string): string[] {
    return [...this.codes.keys()]
      .filter((key) => key.startsWith(`${unit}/`))
      .map((key) => key.slice(unit.length + 1));
  }

  /** As `idsOf`, of a fragment: in whatever unit it was used (`weduwe/nagaan.a1`). */
  idsOfFragment(fragment: string): string[] {
    const inside = `/${fragment}.`;
    return [...this.codes.keys()]
      .filter((key) => key.includes(inside))
      .map((key) => key.slice(key.indexOf(inside) + inside.length));
  }

  /** True when no code is left; no module of this course comes near. */
  get isFull(): boolean {
    return this.taken.size >= ROOM;
  }

  /** The file with everything in it, keys sorted so that two authors' additions seldom touch the same line. */
  toText(): string {
    const entries = [...this.codes].sort(([a], [b]) => (a < b ? -1 : 1));
    return `${JSON.stringify({ schemaVersion: 1, codes: Object.fromEntries(entries) }, null, 2)}\n`;
  }

  /** Starts at a place that follows from the key, so that authors on two branches seldom pick the same code. */
  private freeCode(key: string): Code {
    const start = createHash('sha256').update(key).digest().readUInt32BE() % ROOM;
    for (let step = 0; step < ROOM; step++) {
      const number = (start + step) % ROOM;
      const code = `${DIGITS[Math.floor(number / DIGITS.length)] ?? '0'}${DIGITS[number % DIGITS.length] ?? '0'}`;
      if (!this.taken.has(code)) return code;
    }
    return '00';
  }
}
