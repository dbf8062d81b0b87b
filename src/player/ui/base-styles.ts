/** The shared look: type, cards, buttons, chips. First in `static styles` of every element. */
import { css } from 'lit';
import { controls } from './control-styles.js';

/**
 * For the document, once: derived from the 24 theme tokens; `light-dark()` follows `color-scheme`, so a dark choice needs no second
 * selector. On every host they were worked out again for each element, and for all around the focus whenever it moved.
 */
export const derivedTokens = css`
  html {
    --zt-surface: var(--zt-background-color);
    --zt-canvas: light-dark(
      color-mix(in oklab, var(--zt-heading-color) 8%, var(--zt-background-color)),
      color-mix(in oklab, var(--zt-background-color) 74%, black)
    );
    --zt-line: color-mix(in oklab, var(--zt-color) 16%, var(--zt-background-color));
    --zt-line-strong: color-mix(in oklab, var(--zt-color) 62%, var(--zt-background-color));
    --zt-muted: color-mix(in oklab, var(--zt-color) 78%, var(--zt-background-color));
    --zt-tint: color-mix(in oklab, var(--zt-accent-color) 15%, var(--zt-background-color));
    --zt-tint-soft: color-mix(in oklab, var(--zt-accent-color) 6%, var(--zt-background-color));
    --zt-good: var(--zt-alert-ok-color);
    --zt-good-soft: color-mix(in oklab, var(--zt-alert-ok-color) 12%, var(--zt-background-color));
    --zt-bad: var(--zt-alert-error-color);
    --zt-bad-soft: color-mix(in oklab, var(--zt-alert-error-color) 11%, var(--zt-background-color));
    --zt-warn: light-dark(#8a5200, #f3bd66);
    --zt-warn-soft: light-dark(#fdeeda, #42341f);
    --zt-on-status: light-dark(#ffffff, #10181d);
    --zt-own: light-dark(
      var(--zt-action-background-color),
      color-mix(in oklab, var(--zt-action-background-color) 34%, var(--zt-background-color))
    );
    --zt-own-text: light-dark(var(--zt-action-color), var(--zt-color));
    --zt-bubble: light-dark(var(--zt-canvas), color-mix(in oklab, var(--zt-background-color) 74%, black));
    --zt-mark: light-dark(#fff0a8, #5c4c00);
    /* What elements must know of each other. */
    --zt-bar-size: 61px;
    --zt-workplace-size: 87.5rem;
    --zt-radius: clamp(4px, var(--zt-button-border-radius), 12px);
    --zt-radius-lg: 16px;
    --zt-shadow: 0 1px 2px rgb(11 43 64 / 0.05), 0 4px 16px rgb(11 43 64 / 0.06);
    --zt-speed: calc(var(--zt-motion, 1) * 200ms);
  }
`;

const hosts = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
`;

const type = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4 {
    font-family: var(--zt-heading-font-family);
    font-weight: var(--zt-heading-font-weight);
    color: var(--zt-heading-color);
    margin: 0;
    line-height: 1.25;
    text-wrap: balance;
    overflow-wrap: break-word;
  }
  /* What takes the focus shows it around its words, not across the page. */
  :is(h1, h2)[tabindex='-1'] {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  h1 {
    font-size: 1.75rem;
    letter-spacing: -0.015em;
  }
  h2 {
    font-size: 1.375rem;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: 1.125rem;
  }
  h4 {
    font-size: 1rem;
  }
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  p,
  li,
  dd {
    text-wrap: var(--zt-text-wrap, pretty);
    overflow-wrap: break-word;
  }
  ul,
  ol {
    list-style: none;
  }
  ul.dots,
  ol.numbers {
    padding-inline-start: 1.35em;
  }
  ul.dots {
    list-style: disc;
  }
  ol.numbers {
    list-style: decimal;
  }
  a {
    color: var(--zt-link-color);
    text-underline-offset: 0.2em;
    font-weight: 600;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  .icon {
    flex: none;
    display: block;
    /* em of the surrounding text would shrink in small print; an icon has one size. */
    font-size: 1rem;
  }
  .small {
    font-size: 0.875rem;
  }
  .tiny {
    font-size: 0.8125rem;
  }
  .muted {
    color: var(--zt-muted);
  }
  .bold {
    font-weight: 650;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .measure {
    max-inline-size: 66ch;
  }
  .sr-only {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  mark {
    background: var(--zt-mark);
    color: inherit;
    padding-inline: 2px;
    margin-inline: -2px;
    border-radius: 3px;
  }
`;

const layout = css`
  .row {
    display: flex;
    gap: 12px;
    align-items: center;
  }
  .wrap {
    flex-wrap: wrap;
  }
  .between {
    justify-content: space-between;
  }
  .top {
    align-items: flex-start;
  }
  .stack {
    display: grid;
    /* auto would let a long word push the column wider than its parent. */
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    align-content: start;
  }
  .gap4 {
    gap: 4px;
  }
  .gap8 {
    gap: 8px;
  }
  .gap16 {
    gap: 16px;
  }
  .gap20 {
    gap: 20px;
  }
  .gap24 {
    gap: 24px;
  }
  .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .card {
    background: var(--zt-surface);
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius-lg);
    box-shadow: var(--zt-shadow);
    padding: 20px;
    min-inline-size: 0;
  }
  .card.flat {
    box-shadow: none;
    border-radius: var(--zt-radius);
    padding: 14px 16px;
  }
  .page {
    max-inline-size: 75rem;
    margin-inline: auto;
    padding: 24px;
  }
  .page.narrow {
    max-inline-size: 53.75rem;
  }
  hr {
    border: 0;
    border-block-start: 1px solid var(--zt-line);
    margin: 0;
  }
  @media (max-width: 900px) {
    .page {
      padding: 12px;
    }
    .card {
      padding: 16px;
    }
  }
`;

const adaptations = css`
  @media (forced-colors: active) {
    .card,
    .chip,
    .button,
    .choice,
    .key,
    .tile,
    .note {
      border: 1px solid CanvasText;
    }
    label.choice:has(input:checked),
    .choice[aria-pressed='true'],
    .button[aria-pressed='true'] {
      border: 2px solid Highlight;
    }
    .dot {
      forced-color-adjust: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** Put this first in `static styles`. Classes: see the groups above; derived tokens are the document's, in English (`--zt-muted`, `--zt-tint`). */
export const baseStyles = [hosts, type, layout, controls, adaptations];
