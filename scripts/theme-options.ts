/** The flags of `npm run build` for the municipality's own look. */
import { buildTheme, type PackageTheme } from '../src/packaging/theme/theme.js';
import { ThemeError } from '../src/packaging/theme/find-theme.js';
import { UsageError, type FlagSpec } from './command-line.js';

export const THEME_FLAGS = {
  theme: {
    about: "an installed package of NL Design System tokens, or a CSS file: the municipality's own look",
    value: 'PKG',
  },
  logo: { about: "the municipality's logo: an .svg, .png or .webp file", value: 'FILE' },
  font: { about: "the municipality's font: a .woff2 file", value: 'FILE' },
} as const satisfies Readonly<Record<string, FlagSpec>>;

/** @throws UsageError */
export async function readTheme(
  value: (flag: keyof typeof THEME_FLAGS) => string | undefined,
): Promise<PackageTheme | null> {
  const [theme, logo, font] = [value('theme'), value('logo'), value('font')];
  try {
    return await buildTheme({ ...(theme && { theme }), ...(logo && { logo }), ...(font && { font }) });
  } catch (error) {
    if (error instanceof ThemeError) throw new UsageError(error.message);
    throw error;
  }
}
