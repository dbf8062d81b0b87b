/** The scripts and styles of the preview's pages, bundled in a blink: whole, readable, never shipped. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { pageFonts, pageTheme } from '../packaging/bundle.js';

const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const encoder = new TextEncoder();

/** Name -> bytes. */
export type PreviewFiles = ReadonlyMap<string, Uint8Array>;

/** @throws when a source has an error; the message names file and place. */
export async function bundlePreview(): Promise<PreviewFiles> {
  const { outputFiles } = await build({
    entryPoints: [own('./browser/board.ts'), own('./browser/stage.ts')],
    tsconfig: own('../../tsconfig.json'),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    // Without Lit's development build, which warns of itself in the console.
    conditions: ['production'],
    chunkNames: 'chunk-[hash]',
    outdir: own('.'),
    write: false,
    logLevel: 'silent',
  });
  return new Map<string, Uint8Array>([
    ...outputFiles.map(({ path, contents }): [string, Uint8Array] => [basename(path), contents]),
    ['theme.css', encoder.encode(await pageTheme())],
    ['page.css', new Uint8Array(await readFile(own('./styles/page.css')))],
    ...(await pageFonts()),
  ]);
}
