/** The contrast gate: no package leaves the build with words or lines that cannot be seen (WCAG 2.2: 1.4.3, 1.4.11). */
import { formatHex, interpolate, oklch, wcagContrast } from 'culori';
import type { Theme, TokenName } from './tokens.js';

interface Pair {
  readonly front: TokenName;
  readonly back: TokenName;
  /** Least ratio: 4.5 for words, 3 for lines and what tells a control apart. */
  readonly least: number;
  /** What takes the front's place when it cannot be seen, in this order. */
  readonly instead: readonly TokenName[];
}

/** In this order: what is repaired first may repair what comes after. */
export const PAIRS: readonly Pair[] = [
  { front: 'color', back: 'background-color', least: 4.5, instead: [] },
  { front: 'heading-color', back: 'background-color', least: 4.5, instead: ['color'] },
  {
    front: 'action-color',
    back: 'action-background-color',
    least: 4.5,
    instead: ['background-color', 'color'],
  },
  {
    front: 'link-color',
    back: 'background-color',
    least: 4.5,
    instead: ['action-background-color', 'color'],
  },
  {
    front: 'secondary-color',
    back: 'background-color',
    least: 4.5,
    instead: ['action-background-color', 'link-color', 'color'],
  },
  {
    front: 'secondary-border-color',
    back: 'background-color',
    least: 3,
    instead: ['secondary-color', 'color'],
  },
  { front: 'form-control-border-color', back: 'background-color', least: 3, instead: ['color'] },
  { front: 'focus-outline-color', back: 'background-color', least: 3, instead: ['color'] },
  {
    front: 'accent-color',
    back: 'background-color',
    least: 3,
    instead: ['action-background-color', 'color'],
  },
  { front: 'alert-error-color', back: 'background-color', least: 4.5, instead: [] },
  { front: 'alert-ok-color', back: 'background-color', least: 4.5, instead: [] },
];

/** Chroma below which a colour reads as black or grey (OKLCH). */
const LEAST_HUE = 0.06;

export interface Repair {
  readonly token: TokenName;
  readonly from: string;
  readonly to: string;
  /** One sentence. */
  readonly why: string;
}

export interface Gated {
  readonly theme: Theme;
  readonly repairs: readonly Repair[];
  /** What no repair can help: one sentence each, with what to do. */
  readonly faults: readonly string[];
}

/** The lowest ratio of a token on what it stands on; what stands on the background stands on its shade too. */
export const contrast = (theme: Theme, front: TokenName, back: TokenName): number =>
  lowest(theme, theme[front], back);

function lowest(theme: Theme, color: string, back: TokenName): number {
  const areas = back === 'background-color' ? [theme[back], canvasOf(theme)] : [theme[back]];
  return Math.min(...areas.map((area) => wcagContrast(color, area)));
}

const mix = (color: string, share: number, other: string): string =>
  formatHex(interpolate([other, color], 'oklab')(share));

/** As base-styles.ts derives them: the page behind the cards, and words of lesser weight. */
const canvasOf = (theme: Theme): string =>
  isLight(theme) ? mix(theme['heading-color'], 0.08, theme['background-color']) : theme['background-color'];
const mutedOf = (theme: Theme): string => mix(theme.color, 0.78, theme['background-color']);
const isLight = (theme: Theme): boolean => wcagContrast(theme['background-color'], '#000000') > 7;

/** Repairs what can be repaired with the theme's own colours, else with ours (`defaults` for the same scheme). */
export function gate(given: Theme, defaults: Theme): Gated {
  const theme: Record<TokenName, string> = { ...given };
  const repairs: Repair[] = [];
  const faults: string[] = [];
  const set = (token: TokenName, to: string, why: string): void => {
    repairs.push({ token, from: theme[token], to, why });
    theme[token] = to;
  };
  for (const { front, back, least, instead } of PAIRS) {
    const ratio = contrast(theme, front, back);
    if (ratio >= least) continue;
    const shade = back === 'background-color' ? ' or its shade' : '';
    const said = `on ${back} ${theme[back]}${shade} has contrast ${ratio.toFixed(2)}, ${String(least)} is needed`;
    const better = [...instead.map((name) => theme[name]), defaults[front]].find(
      (color) => lowest(theme, color, back) >= least,
    );
    if (better !== undefined) set(front, better, said);
    else faults.push(`${front} ${theme[front]} ${said}. Choose other colours in the theme.`);
  }
  if (lowest(theme, mutedOf(theme), 'background-color') < 4.5)
    set('color', defaults.color, 'its lighter shade, for words of lesser weight, cannot be read');
  if (contrast(theme, 'action-color', 'action-hover-background-color') < 4.5)
    set(
      'action-hover-background-color',
      theme['action-background-color'],
      'action-color cannot be read on it',
    );
  for (const signal of ['alert-error-color', 'alert-ok-color'] as const)
    if ((oklch(theme[signal])?.c ?? 0) < LEAST_HUE)
      set(signal, defaults[signal], 'it has hardly any hue, and hue is what it is for');
  if (looksLikeAnError(theme))
    set('accent-color', theme['action-background-color'], 'its hue reads as an error; it tints large areas');
  if (
    Number.parseFloat(theme['focus-outline-width']) * (theme['focus-outline-width'].endsWith('px') ? 1 : 16) <
    2
  )
    set('focus-outline-width', defaults['focus-outline-width'], 'a focus line needs 2 px');
  return { theme, repairs, faults };
}

/** An accent within 30 degrees of the error colour would make every tinted area look wrong. */
function looksLikeAnError(theme: Theme): boolean {
  const [accent, error] = [oklch(theme['accent-color']), oklch(theme['alert-error-color'])];
  if (!accent || !error || accent.c < LEAST_HUE || theme['accent-color'] === theme['action-background-color'])
    return false;
  const apart = Math.abs((accent.h ?? 0) - (error.h ?? 0));
  return Math.min(apart, 360 - apart) < 30;
}

/** The colour, made lighter step by step until it has this contrast with the background. */
export function lighterUntil(color: string, background: string, least: number): string {
  const towards = interpolate([color, '#ffffff'], 'oklab');
  for (let step = 0; step < 20; step += 1) {
    const lighter = formatHex(towards(step / 20));
    if (wcagContrast(lighter, background) >= least) return lighter;
  }
  return '#ffffff';
}
