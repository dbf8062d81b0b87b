/** `--theme`: a municipality's own look, as the small style sheet of a package, with a report of what came from where. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { gate, type Gated } from './contrast.js';
import { customPropertiesOf } from './custom-properties.js';
import { darkOf } from './dark.js';
import { DEFAULT, flatten, type Sources } from './flatten.js';
import { findTheme, ThemeError } from './find-theme.js';
import { TOKEN_NAMES, type Theme, type TokenName } from './tokens.js';

export interface ThemeOptions {
  /** A package of design tokens, or a CSS file. */
  readonly theme?: string;
  /** File of the municipality's logo: svg, png or webp. */
  readonly logo?: string;
  /** File of the municipality's font: woff2. */
  readonly font?: string;
}

export interface PackageTheme {
  /** Rules that come after those of the default theme. */
  readonly css: string;
  /** Files of the municipality: name -> bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What came from where, what was repaired, what to know: one line each. */
  readonly report: readonly string[];
}

const OWN = new URL('../../player/ui/theme.css', import.meta.url);
/** The page asks for all of it before a learner reads a word. */
const LOGO_LIMIT = 60_000;
const FONT_LIMIT = 120_000;
const FONT_NAME = 'Municipality';

/** Our own theme in both schemes: what a theme does not say. */
export function ownThemes(): { readonly light: Theme; readonly dark: Theme } {
  const css = readFileSync(OWN, 'utf8');
  const none = flatten(new Map(), {} as Theme).theme;
  const light = flatten(customPropertiesOf(css), none).theme;
  return { light, dark: flatten(customPropertiesOf(css, 'dark'), light).theme };
}

/** @throws ThemeError when the theme, the logo or the font cannot be used; a package never gets half of them */
export async function buildTheme(options: ThemeOptions): Promise<PackageTheme | null> {
  if (!options.theme && !options.logo && !options.font) return null;
  const themed = options.theme === undefined ? { css: '', report: [] } : fromTokens(options.theme);
  const logo = options.logo === undefined ? undefined : await readLogo(options.logo);
  const font = options.font === undefined ? undefined : await readFont(options.font);
  const css = [themed.css, logo?.css, font?.css].filter((part) => part !== undefined).join('');
  return {
    css,
    files: new Map([...(logo ? [logo.file] : []), ...(font ? [font.file] : [])]),
    report: [...themed.report, ...(font ? [] : fontNote(options.theme, themed.css))],
  };
}

function fromTokens(where: string): { readonly css: string; readonly report: readonly string[] } {
  const own = ownThemes();
  const found = findTheme(where);
  const flat = flatten(found.light, own.light);
  const light = gate(flat.theme, own.light);
  const darkFlat = found.dark
    ? flatten(found.dark, darkOf(light.theme, own.dark))
    : { theme: darkOf(light.theme, own.dark), sources: null };
  const dark = gate(darkFlat.theme, own.dark);
  const faults = [...light.faults, ...dark.faults.map((fault) => `dark: ${fault}`)];
  if (faults.length > 0)
    throw new ThemeError(`The theme ${where} cannot be read well enough:\n${faults.join('\n')}`);
  const hits = TOKEN_NAMES.filter((name) => flat.sources[name].startsWith('--')).length;
  return {
    css: asCss(light.theme, dark.theme),
    report: [
      `Theme ${where}: ${String(hits)} of ${String(TOKEN_NAMES.length)} tokens, dark ${found.dark ? 'its own' : 'derived'}. Read: ${found.files.join(', ')}`,
      ...sourceLines(light.theme, flat.sources),
      ...repairLines(light, ''),
      ...repairLines(dark, 'dark: '),
    ],
  };
}

function sourceLines(theme: Theme, sources: Sources): string[] {
  return TOKEN_NAMES.map((name) => {
    const source = sources[name];
    const said = source === DEFAULT ? 'our default' : source.startsWith('--') ? source : `as ${source}`;
    return `  ${name.padEnd(30)} ${theme[name].padEnd(26)} ${said}`;
  });
}

const repairLines = ({ repairs }: Gated, scheme: string): string[] =>
  repairs.map(({ token, from, to, why }) => `  repaired ${scheme}${token} ${from} -> ${to}: ${why}`);

/** A family without its file becomes the next one in the list. */
function fontNote(theme: string | undefined, css: string): string[] {
  const family = /--zt-font-family:([^;]+)/.exec(css)?.[1];
  return theme === undefined || family === undefined || family.includes('Figtree Variable')
    ? []
    : [
        `  The font ${family} is not in the theme: give its file with --font, or the next one in that list is shown.`,
      ];
}

/** As theme.css has it: light, dark by the system, dark by choice. */
function asCss(light: Theme, dark: Theme): string {
  const rules = (theme: Theme, names: readonly TokenName[]): string =>
    names.map((name) => `--zt-${name}:${theme[name]}`).join(';');
  // No more than differs: the learner's own font must go over the theme's in the dark too.
  const darker = rules(
    dark,
    TOKEN_NAMES.filter((name) => dark[name] !== light[name]),
  );
  return [
    `:root{color-scheme:light;${rules(light, TOKEN_NAMES)}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-theme='light']){color-scheme:dark;${darker}}}`,
    `:root[data-theme='dark']{color-scheme:dark;${darker}}`,
    '',
  ].join('\n');
}

interface OwnFile {
  readonly css: string;
  readonly file: readonly [string, Uint8Array];
}

async function readLogo(path: string): Promise<OwnFile> {
  const ending = extname(path).toLowerCase();
  if (!['.svg', '.png', '.webp'].includes(ending))
    throw new ThemeError(`--logo ${path}: give an .svg, .png or .webp file.`);
  const name = `logo${ending}`;
  return {
    css: `:root{--zt-logo:url(${name});--zt-logo-size:36px;--zt-mark-display:none}\n`,
    file: [name, await readOwn('--logo', path, LOGO_LIMIT)],
  };
}

async function readFont(path: string): Promise<OwnFile> {
  if (extname(path).toLowerCase() !== '.woff2') throw new ThemeError(`--font ${path}: give a .woff2 file.`);
  const bytes = await readOwn('--font', path, FONT_LIMIT);
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 4)) !== 'wOF2')
    throw new ThemeError(`--font ${path} is no WOFF2 font, whatever its name says.`);
  return {
    css: `@font-face{font-family:"${FONT_NAME}";font-weight:100 900;font-display:swap;src:url(font.woff2) format("woff2")}\n:root:not([data-font='readable']){--zt-font-family:"${FONT_NAME}",system-ui,sans-serif;--zt-heading-font-family:"${FONT_NAME}",system-ui,sans-serif}\n`,
    file: ['font.woff2', bytes],
  };
}

async function readOwn(flag: string, path: string, limit: number): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new ThemeError(`${flag} ${path} cannot be read: ${(error as Error).message}`);
  });
  if (bytes.length > limit)
    throw new ThemeError(
      `${flag} ${path} is ${String(Math.round(bytes.length / 1000))} kB; more than ${String(limit / 1000)} kB would keep learners waiting.`,
    );
  return new Uint8Array(bytes);
}
