/** Storyboards of the test modules, taken apart for the tests. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { writeStoryboards, type Storyboards } from '../../src/storyboard/storyboard.js';
import { modulesWith, type Changes } from '../content/workshop.js';

const work = mkdtempSync(join(tmpdir(), 'zt-storyboard-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

export const outDir = (name: string): string => join(work, name);

/** The test module with these changes, ids and codes written, as a page. */
export async function boardOf(name: string, changes: Changes = {}): Promise<string> {
  const result = await write(name, modulesWith(changes));
  const [file] = result.files;
  if (!file) throw new Error(`No storyboard: ${JSON.stringify(result.findings, null, 1)}`);
  return readFileSync(file.path, 'utf8');
}

export const write = (name: string, modulesDir: string, against?: string): Promise<Storyboards> =>
  writeStoryboards({ modulesDir, ids: ['loket'], outDir: outDir(name), against });

/** Text between the tags, with blanks made one. */
export const textOf = (html: string): string =>
  unescaped(html.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');

export const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** All values of an attribute, in order. */
export const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((match) => unescaped(match[1] ?? ''));

/** The part of the page from the element with this id to the next one that has the same class. */
export function sectionOf(html: string, id: string): string {
  const from = html.indexOf(`id="${id}"`);
  if (from === -1) throw new Error(`The page has no ${id}.`);
  const to = html.indexOf('<section', from);
  return html.slice(from, to === -1 ? undefined : to);
}
