/** The script and the style of the report's page, as they stand in it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageBundle {
  /** One classic script, safe between `<script>` and `</script>`. */
  readonly script: string;
  /** The theme's tokens; the elements bring the rest. */
  readonly tokens: string;
  /** The font inside its rule, for a page that may fetch nothing. */
  readonly font: string;
}

const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let made: Promise<PageBundle> | undefined;

/**
 * Bundled in a blink, so never older than its source; once a process.
 * @throws when a source has an error; the message names file and place.
 */
export const reportBundle = (): Promise<PageBundle> => (made ??= bundle());

async function bundle(): Promise<PageBundle> {
  const [script, tokens, font] = await Promise.all([pageScript(), themeTokens(), fontFace()]);
  return { script, tokens, font };
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [own('./browser/main.ts')],
    tsconfig: own('../../../tsconfig.json'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['production'],
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}

async function themeTokens(): Promise<string> {
  const theme = await readFile(own('../../player/ui/theme.css'), 'utf8');
  return theme.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*\n/g, '\n');
}

async function fontFace(): Promise<string> {
  const file = createRequire(import.meta.url).resolve(
    '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  );
  const font = await readFile(file, 'base64');
  return `@font-face{font-family:"Figtree Variable";font-weight:300 900;src:url(data:font/woff2;base64,${font}) format("woff2")}`;
}
