import { html, type TemplateResult } from 'lit';
import { ICON_PATHS } from './icon-paths.js';
import type { UNIT_ICON_PATHS } from './icon-paths-units.js';

export type IconName = keyof typeof ICON_PATHS | keyof typeof UNIT_ICON_PATHS;

/** Those of the first screen; the screens of the units bring theirs. */
const paths: Partial<Record<IconName, string>> = { ...ICON_PATHS };

/** Before the first element that draws one of them. */
export function addIcons(more: typeof UNIT_ICON_PATHS): void {
  Object.assign(paths, more);
}

/** A decorative icon (hidden from assistive technology) in the colour of the text around it; size in px at 100 % text. */
export const icon = (name: IconName, size = 20): TemplateResult =>
  html`<svg
    class="icon"
    width="${size / 16}em"
    height="${size / 16}em"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${paths[name] ?? ''} />
  </svg>`;
