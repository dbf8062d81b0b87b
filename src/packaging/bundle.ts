import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { loadConfigFile } from 'rollup/loadConfigFile';

const root = fileURLToPath(new URL('../..', import.meta.url));
const encoder = new TextEncoder();

/** The files of the page that are the same in every package: name -> bytes. */
export type Bundle = ReadonlyMap<string, Uint8Array>;

/**
 * Bundles the player once for all packages: app.js and its chunks, theme.css, the font and the licences of what is in it.
 * @throws when rollup reports an error; the message names file and place. Types are not checked here: `npm test` does.
 */
export async function bundlePlayer(): Promise<Bundle> {
  const files = new Map<string, Uint8Array>();
  for (const [name, code] of await scripts()) files.set(name, encoder.encode(code));
  files.set('theme.css', encoder.encode(await pageTheme()));
  for (const [name, bytes] of await pageFonts()) files.set(name, bytes);
  files.set('LICENSES.txt', encoder.encode(await licences()));
  return files;
}

async function scripts(): Promise<[string, string][]> {
  const { options, warnings } = await loadConfigFile(
    fileURLToPath(new URL('../../rollup.config.mjs', import.meta.url)),
    {},
  );
  warnings.flush();
  const chunks: [string, string][] = [];
  for (const option of options) {
    const bundle = await rollup(option);
    for (const output of option.output) {
      for (const part of (await bundle.generate(output)).output) {
        if (part.type === 'chunk') chunks.push([part.fileName, part.code]);
      }
    }
    await bundle.close();
  }
  return chunks;
}

/** A browser fetches a font only when something is written in it. */
const FONTS = `@font-face{font-family:"Figtree Variable";font-weight:300 900;font-display:swap;src:url(figtree.woff2) format("woff2")}
@font-face{font-family:"Atkinson Hyperlegible Next Variable";font-weight:200 800;font-display:swap;src:url(hyperlegible.woff2) format("woff2")}
`;

/** theme.css: the tokens, and the fonts that lie beside it. */
export async function pageTheme(): Promise<string> {
  const css = await readFile(new URL('../player/ui/theme.css', import.meta.url), 'utf8');
  return FONTS + css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*\n/g, '\n');
}

/** The fonts that theme.css names: name -> bytes. */
export const pageFonts = (): Promise<readonly (readonly [string, Uint8Array])[]> =>
  Promise.all([
    font('figtree.woff2', 'figtree', 'figtree-latin-wght-normal.woff2'),
    font(
      'hyperlegible.woff2',
      'atkinson-hyperlegible-next',
      'atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ),
  ]);

const font = async (name: string, family: string, file: string): Promise<readonly [string, Uint8Array]> => [
  name,
  await ofPackage(`@fontsource-variable/${family}`, `files/${file}`),
];

/** Third parties whose code or font is in the page. */
const PARTS = [
  ['lit', 'LICENSE'],
  ['@xapi/xapi', 'LICENSE.md'],
  ['@noble/hashes', 'LICENSE'],
  ['lucide-static', 'LICENSE'],
  ['@fontsource-variable/figtree', 'LICENSE'],
  ['@fontsource-variable/atkinson-hyperlegible-next', 'LICENSE'],
] as const;

async function licences(): Promise<string> {
  const texts = await Promise.all(
    PARTS.map(
      async ([name, file]) =>
        `${name}\n${'-'.repeat(name.length)}\n${new TextDecoder().decode(await ofPackage(name, file)).trim()}\n`,
    ),
  );
  const own =
    'Zeventerpen\n-----------\nEuropean Union Public Licence v. 1.2 (EUPL-1.2). Zeventerpen is a fictional municipality.\n';
  return [own, ...texts].join('\n');
}

/** A file of an installed package, found without its `exports` (fonts and licences are not exported). */
async function ofPackage(name: string, file: string): Promise<Uint8Array> {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [root];
  for (const path of paths) {
    try {
      return new Uint8Array(await readFile(`${path}/${name}/${file}`));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error(`${name} has no ${file}: run \`npm ci\`.`);
}
