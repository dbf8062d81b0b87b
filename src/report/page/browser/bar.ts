import { html, type TemplateResult } from 'lit';

/** A part of the whole as a line; decorative, for it always stands beside its number. */
export const bar = (percent: number): TemplateResult =>
  html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ground" width="100" height="10" rx="1" />
    <rect class="value" width=${percent} height="10" rx="1" />
  </svg>`;
