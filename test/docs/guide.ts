/** The author's guide as data: its files, its examples and its pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const GUIDE = fileURLToPath(new URL('../../docs/auteurs/', import.meta.url));

export interface Block {
  /** The word behind the fence: `gesprek`, `yaml`, `uitvoer`. */
  readonly kind: string;
  readonly text: string;
  /** `Bestand \`x\`:` above it starts the file x, `Verder in \`x\`:` goes on with it. */
  readonly file?: string;
  readonly starts?: boolean;
  /** The `## heading` it stands under. */
  readonly heading: string;
  /** Line of the page, from 1. */
  readonly line: number;
}

export const readPage = (page: string): string =>
  readFileSync(join(GUIDE, page), 'utf8').replaceAll('\r\n', '\n');

/** All pages, as paths from the guide's folder. */
export const pages = (): string[] =>
  readdirSync(GUIDE, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .sort();

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let open: { kind: string; line: number; lines: string[]; indent: string } | null = null;
  let above = '';
  let heading = '';
  for (const [index, line] of readPage(page).split('\n').entries()) {
    if (open && line.trim() === '```') {
      const named = /^(Bestand|Verder in) `([^`]+)`:$/.exec(above);
      const file = named?.[2] === undefined ? {} : { file: named[2], starts: named[1] === 'Bestand' };
      blocks.push({ kind: open.kind, text: `${open.lines.join('\n')}\n`, heading, line: open.line, ...file });
      open = null;
      above = '';
    } else if (open) open.lines.push(line);
    else if (line.startsWith('```')) open = { kind: line.slice(3), line: index + 1, lines: [], indent: '' };
    else if (line.trim() !== '') {
      above = line;
      if (line.startsWith('#')) heading = line.replace(/^#+\s*/, '');
    }
  }
  return blocks;
}
