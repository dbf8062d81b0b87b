/** `--theme`: published themes become 24 literal tokens that can be read, with a report; what cannot be used is refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wcagContrast } from 'culori';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contrast, gate, PAIRS } from '../../../src/packaging/theme/contrast.js';
import { customPropertiesOf, resolve } from '../../../src/packaging/theme/custom-properties.js';
import { flatten } from '../../../src/packaging/theme/flatten.js';
import { literal } from '../../../src/packaging/theme/literal.js';
import { buildTheme, ownThemes } from '../../../src/packaging/theme/theme.js';
import { TOKEN_NAMES, TOKENS, type Theme } from '../../../src/packaging/theme/tokens.js';

const own = ownThemes();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zeventerpen-theme-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** The tokens of a theme's style sheet, in both schemes. */
function schemesOf(css: string): readonly Theme[] {
  const light = flatten(customPropertiesOf(css), {} as Theme).theme;
  return [light, flatten(customPropertiesOf(css, 'dark'), light).theme];
}

describe('a published theme', () => {
  it.each([
    ['@nl-design-system-unstable/voorbeeld-design-tokens', 24, '#5115ef'],
    ['@nl-design-system-community/purmerend-design-tokens', 24, '#00856a'],
    ['@nl-design-system-community/ma-design-tokens', 24, '#8a3a9f'],
    ['@gemeente-denhaag/design-tokens-components', 22, '#238541'],
  ])('%s gives %i of the 24 tokens, and can be read in light and dark', async (name, hits, action) => {
    const theme = await buildTheme({ theme: name });
    expect(theme?.report[0]).toContain(`${name}: ${String(hits)} of 24 tokens`);
    const css = theme?.css ?? '';
    expect(css).toContain(`--zt-action-background-color:${action}`);
    expect(css).not.toContain('var(');
    expect(css.length).toBeLessThan(2_500);
    for (const scheme of schemesOf(css)) {
      for (const token of TOKEN_NAMES)
        expect(literal(TOKENS[token].kind, scheme[token]), token).toBe(scheme[token]);
      for (const { front, back, least } of PAIRS)
        expect(contrast(scheme, front, back), `${front} on ${back}`).toBeGreaterThanOrEqual(least);
    }
  });

  it('is told of in a report: what came from where, what was repaired and why, what is missing', async () => {
    const theme = await buildTheme({ theme: '@nl-design-system-community/ma-design-tokens' });
    const report = (theme?.report ?? []).join('\n');
    expect(report).toMatch(/button-border-radius +8px +--utrecht-button-border-radius/);
    expect(report).toMatch(/repaired focus-outline-color #ffffff -> #1d1f24: .* contrast 1\.00, 3 is needed/);
    expect(report).toContain("The font 'Source Sans Pro', Helvetica, Arial, sans-serif is not in the theme");
  });
});

describe('our own theme', () => {
  it('needs no repair in light or dark', () => {
    for (const scheme of [own.light, own.dark])
      expect(gate(scheme, scheme)).toMatchObject({ repairs: [], faults: [] });
  });

  it('is what stays when nothing was asked', async () => {
    expect(await buildTheme({})).toBeNull();
  });
});

describe('a style sheet', () => {
  const flat = (css: string): Theme => flatten(customPropertiesOf(css), own.light).theme;

  it('is followed through variables, with what stands in for them', () => {
    const properties = customPropertiesOf(
      ':root{--a:var(--b);--b:var(--nowhere,var(--c, #123456));--c:None;--d:var(--e);--e:var(--d)}',
    );
    expect(resolve(properties, 'a')).toBe('#123456');
    expect(resolve(properties, 'c')).toBeUndefined();
    expect(resolve(properties, 'd'), 'in a circle').toBeUndefined();
  });

  it.each([
    'None',
    'initial',
    'todo',
    'undefined',
    'var(--todo-link)',
    'transparent',
    'rgba(0,0,0,.4)',
    'url(x)',
  ])('says nothing with %s: the next property of the chain does', (value) => {
    expect(flat(`.x{--nl-link-color:${value};--utrecht-link-color:rgb(0 0 128)}`)['link-color']).toBe(
      '#000080',
    );
  });

  it('is not read where it speaks of dark, print or more contrast', () => {
    const css = `:root{--utrecht-link-color:#00f}
      @media (prefers-color-scheme: dark){:root{--utrecht-link-color:#0ff}}
      .theme--dark{--utrecht-link-color:#0ff} @media print{:root{--utrecht-link-color:#000}}`;
    expect(flat(css)['link-color']).toBe('#0000ff');
  });

  it('cannot smuggle anything into the style sheet of a package', async () => {
    const theme = await buildTheme({
      theme: file(
        'sly.css',
        `:root{--utrecht-document-font-family:"x";--nl-button-border-radius:expression(alert(1));
          --utrecht-link-color:url("https://elsewhere.example/x");--basis-focus-outline-style:solid/**/url(x)}`,
      ),
    });
    expect(theme?.css).not.toMatch(/elsewhere|expression|url\(/);
  });

  it('may name our 24 tokens itself', () => {
    expect(flat(':root{--zt-link-color:#004488}')['link-color']).toBe('#004488');
  });
});

describe('the contrast gate', () => {
  it('takes the colour of the action for words of a secondary button that nobody could read', () => {
    const { theme, repairs } = gate({ ...own.light, 'secondary-color': '#ffffff' }, own.light);
    expect(theme['secondary-color']).toBe(own.light['action-background-color']);
    expect(repairs.map(({ token }) => token)).toEqual(['secondary-color']);
  });

  it('keeps the tint of a page away from the colour of errors', () => {
    const { theme } = gate({ ...own.light, 'accent-color': '#cc0000' }, own.light);
    expect(theme['accent-color']).toBe(own.light['action-background-color']);
  });

  it('gives a signal that is nearly black its hue back', () => {
    const { theme } = gate({ ...own.light, 'alert-error-color': '#1a1011' }, own.light);
    expect(theme['alert-error-color']).toBe(own.light['alert-error-color']);
    expect(wcagContrast(theme['alert-error-color'], '#ffffff')).toBeGreaterThan(4.5);
  });

  it('refuses a background on which nothing can be read, and says what to change', async () => {
    const grey = file(
      'grey.css',
      ':root{--utrecht-document-background-color:#7b7b7b;--utrecht-document-color:#888}',
    );
    await expect(buildTheme({ theme: grey })).rejects.toThrow(
      /cannot be read well enough:\ncolor #888888 on background-color #7b7b7b.* Choose other colours/,
    );
  });
});

describe('what cannot be used is refused', () => {
  it.each([
    [
      'a package that is not installed',
      { theme: '@nergens/tokens' },
      /neither a CSS file nor an installed package/,
    ],
    ['a package without style sheets', { theme: 'fflate' }, /has no dist\/variables\.css/],
    ['a logo of another kind', { logo: 'logo.gif' }, /give an \.svg, \.png or \.webp file/],
    ['a logo that is not there', { logo: 'nergens.svg' }, /--logo nergens\.svg cannot be read/],
    ['a font of another kind', { font: 'font.ttf' }, /give a \.woff2 file/],
  ])('%s', async (_what, options, message) => {
    await expect(buildTheme(options)).rejects.toThrow(message);
  });

  it('a broken style sheet, with its line and column', async () => {
    const path = file('broken.css', ':root {\n  --a: #fff;\n');
    await expect(buildTheme({ theme: path })).rejects.toThrow(`${path}:1:1: Unclosed block`);
  });

  it('an empty style sheet, a file that only says it is a font, and a logo that is too heavy', async () => {
    await expect(buildTheme({ theme: file('empty.css', 'p{color:red}') })).rejects.toThrow(
      'no custom properties',
    );
    await expect(buildTheme({ font: file('no.woff2', 'hello') })).rejects.toThrow('is no WOFF2 font');
    await expect(buildTheme({ logo: file('big.svg', new Uint8Array(70_000)) })).rejects.toThrow(
      '70 kB; more than 60',
    );
  });
});

describe('logo and font of the municipality', () => {
  it('travel in the package and are what the page shows; the font for easy reading goes over it', async () => {
    const theme = await buildTheme({
      logo: file('wapen.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      font: file('huis.woff2', 'wOF2....'),
    });
    expect([...(theme?.files.keys() ?? [])]).toEqual(['logo.svg', 'font.woff2']);
    expect(theme?.css).toContain('--zt-logo:url(logo.svg)');
    expect(theme?.css).toContain(":root:not([data-font='readable']){--zt-font-family:");
  });
});
