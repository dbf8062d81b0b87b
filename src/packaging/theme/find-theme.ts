/** Where the style sheets of a theme lie: a file, or an installed package of design tokens. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { customPropertiesOf, type CustomProperties } from './custom-properties.js';

/** A theme that cannot be read or used: the message says what to do. */
export class ThemeError extends Error {}

export interface FoundTheme {
  readonly light: CustomProperties;
  /** As the theme itself has them; absent: it has no dark scheme. */
  readonly dark?: CustomProperties;
  /** Files that were read. */
  readonly files: readonly string[];
}

/** Where packages keep them, all of those that are there; a later file goes over an earlier one. */
const SHEETS = ['variables.css', 'root.css', 'index.css', 'theme/index.css', 'theme.css'];
const DARK = ['color-scheme-dark/variables.css', 'color-scheme-dark/theme.css'];

/** `where`: a path to a CSS file, or the name of a package that is installed. @throws ThemeError */
export function findTheme(where: string, from = process.cwd()): FoundTheme {
  const path = resolve(from, where);
  if (existsSync(path) && statSync(path).isFile()) return read([path], []);
  const folder = packageFolder(where, from);
  if (folder === undefined)
    throw new ThemeError(
      `There is no theme ${where}: neither a CSS file nor an installed package. Install the package with npm, or name the path of its CSS file.`,
    );
  const there = (names: readonly string[]): string[] =>
    ['dist', '.'].flatMap((place) => names.map((name) => join(folder, place, name))).filter(existsSync);
  const files = there(SHEETS);
  if (files.length === 0)
    throw new ThemeError(
      `The package ${where} has no ${SHEETS.map((name) => `dist/${name}`).join(', ')}. Name the path of its CSS file.`,
    );
  return read(files, there(DARK));
}

function packageFolder(name: string, from: string): string | undefined {
  if (!/^(?:@[a-z0-9._-]+\/)?[a-z0-9._-]+$/i.test(name)) return undefined;
  const places = [join(from, 'package.json'), import.meta.url];
  return places
    .flatMap((place) => createRequire(place).resolve.paths(name) ?? [])
    .map((path) => join(path, name))
    .find((path) => existsSync(join(path, 'package.json')));
}

function read(files: readonly string[], darkFiles: readonly string[]): FoundTheme {
  const light = merged(files, 'light');
  if (light.size === 0)
    throw new ThemeError(
      `${files.join(', ')}: no custom properties (--name: value) in it. A theme of NL Design System has hundreds.`,
    );
  const dark = darkFiles.length === 0 ? undefined : new Map([...light, ...merged(darkFiles, 'dark')]);
  return { light, ...(dark && { dark }), files: [...files, ...darkFiles] };
}

function merged(files: readonly string[], scheme: 'light' | 'dark'): CustomProperties {
  return new Map(files.flatMap((file) => [...readSheet(file, scheme)]));
}

function readSheet(file: string, scheme: 'light' | 'dark'): CustomProperties {
  try {
    return customPropertiesOf(readFileSync(file, 'utf8'), scheme);
  } catch (error) {
    const { line, column, reason } = error as { line?: number; column?: number; reason?: string };
    if (line === undefined) throw new ThemeError(`${file} cannot be read: ${(error as Error).message}`);
    throw new ThemeError(
      `${file}:${String(line)}:${String(column)}: ${String(reason)}. It is no whole CSS file.`,
    );
  }
}
