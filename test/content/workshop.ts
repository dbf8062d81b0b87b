/** Modules folders to break things in: a copy of the fixtures with changes. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { formatFinding, loadContent } from '../../src/content/index.js';

export const FIXTURES = fileURLToPath(new URL('./fixtures/modules', import.meta.url));
export const CALL = 'loket/de-es.gesprek.md';
export const MAIL = 'loket/antwoord.gesprek.md';

/** New text of a file, a change of its text, or null to remove it. */
export type Changes = Readonly<Record<string, string | ((text: string) => string) | null>>;

const made: string[] = [];
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

/** A fresh copy of the fixtures (or of another folder of modules) with these changes. */
export function modulesWith(changes: Changes = {}, from = FIXTURES): string {
  const dir = mkdtempSync(join(tmpdir(), 'zt-content-'));
  made.push(dir);
  cpSync(from, dir, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const path = join(dir, name);
    if (change === null) rmSync(path, { recursive: true });
    else {
      const text = typeof change === 'string' ? change : change(readFileSync(path, 'utf8'));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  return dir;
}

/** Replaces a text that must be there, once. */
export const swap =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`the fixture no longer holds ${JSON.stringify(from)}`);
    return text.replace(from, () => to);
  };

/** Findings as shown, with the folder cut off; those about codes only when asked, for a new id always lacks one. */
export function findingsOf(changes: Changes, options: { codes?: boolean; ids?: string[] } = {}): string[] {
  const dir = modulesWith(changes);
  return loadContent(dir, options.ids, { cache: null })
    .findings.filter((finding) => options.codes === true || finding.code !== 'code-ontbreekt')
    .map((finding) => formatFinding(finding).replaceAll(`${dir}/`, '').replace(`${dir}:`, ':'));
}
