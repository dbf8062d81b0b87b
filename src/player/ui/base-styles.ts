/** The shared look: derived tokens, type, cards, buttons, chips. First in `static styles` of every element. */
import { css } from 'lit';

/** Derived from the 24 theme tokens; `light-dark()` follows `color-scheme`, so a dark choice needs no second selector. */
const tokens = css`
  :host {
    --zt-surface: var(--zt-background-color);
    --zt-canvas: light-dark(
      color-mix(in oklab, var(--zt-heading-color) 8%, var(--zt-background-color)),
      color-mix(in oklab, var(--zt-background-color) 55%, black)
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
    --zt-bubble: light-dark(var(--zt-canvas), color-mix(in oklab, var(--zt-background-color) 55%, black));
    --zt-mark: light-dark(#fff0a8, #5c4c00);
    --zt-radius: clamp(4px, var(--zt-button-border-radius), 12px);
    --zt-radius-lg: 16px;
    --zt-shadow: 0 1px 2px rgb(11 43 64 / 0.05), 0 4px 16px rgb(11 43 64 / 0.06);
    --zt-speed: calc(var(--zt-motion, 1) * 200ms);
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
    max-inline-size: 1200px;
    margin-inline: auto;
    padding: 24px;
  }
  .page.narrow {
    max-inline-size: 860px;
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

const controls = css`
  :focus-visible {
    outline: var(--zt-focus-outline-width) var(--zt-focus-outline-style) var(--zt-focus-outline-color);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--zt-focus-background-color);
  }
  .button {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    justify-content: center;
    min-block-size: 44px;
    padding: 8px 16px;
    border-radius: var(--zt-radius);
    border: 1.5px solid var(--zt-secondary-border-color);
    background: var(--zt-surface);
    color: var(--zt-secondary-color);
    font-weight: var(--zt-button-font-weight);
    font-size: 0.9375rem;
    line-height: 1.2;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
    transition: background-color var(--zt-speed);
  }
  .button:hover {
    background: var(--zt-tint-soft);
  }
  .button.primary {
    background: var(--zt-action-background-color);
    border-color: var(--zt-action-background-color);
    color: var(--zt-action-color);
  }
  .button.primary:hover {
    background: var(--zt-action-hover-background-color);
    border-color: var(--zt-action-hover-background-color);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    padding-inline: 10px;
  }
  .button.quiet:hover {
    background: var(--zt-tint-soft);
  }
  .button.wide {
    inline-size: 100%;
  }
  .button.square {
    inline-size: 44px;
    padding: 0;
  }
  .button[aria-pressed='true']:not(.primary) {
    background: var(--zt-tint);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--zt-line);
    color: var(--zt-muted);
    background: var(--zt-canvas);
    cursor: default;
  }
  /* A whole sentence to choose: button, or label around a native radio or checkbox. */
  .choice {
    display: flex;
    gap: 14px;
    align-items: flex-start;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 13px 16px 13px 13px;
    border: 1.5px solid var(--zt-line-strong);
    border-radius: var(--zt-radius);
    background: var(--zt-surface);
    color: inherit;
    font-weight: 400;
    font-size: 1rem;
    text-align: start;
    cursor: pointer;
    transition:
      background-color var(--zt-speed),
      border-color var(--zt-speed);
  }
  .choice:hover {
    border-color: var(--zt-secondary-border-color);
    background: var(--zt-tint-soft);
  }
  .choice:has(input:checked),
  .choice[aria-pressed='true'] {
    border-color: var(--zt-secondary-border-color);
    box-shadow: inset 0 0 0 1px var(--zt-secondary-border-color);
    background: var(--zt-tint-soft);
  }
  .choice input {
    flex: none;
    inline-size: 22px;
    block-size: 22px;
    min-block-size: 0;
    margin: 1px 0 0;
    accent-color: var(--zt-secondary-color);
  }
  .choice[aria-disabled='true'] {
    cursor: default;
  }
  .key {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 26px;
    block-size: 26px;
    border-radius: 7px;
    background: var(--zt-tint);
    color: var(--zt-heading-color);
    font-size: 0.8125rem;
    font-weight: 700;
  }
  .chip {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    padding: 3px 10px;
    border-radius: 99px;
    font-size: 0.8125rem;
    font-weight: 650;
    line-height: 1.4;
    background: var(--zt-tint);
    color: var(--zt-heading-color);
  }
  .chip.good {
    background: var(--zt-good-soft);
    color: var(--zt-good);
  }
  .chip.bad {
    background: var(--zt-bad-soft);
    color: var(--zt-bad);
  }
  .chip.warn {
    background: var(--zt-warn-soft);
    color: var(--zt-warn);
  }
  .chip.outline {
    background: transparent;
    border: 1px solid var(--zt-line-strong);
    color: var(--zt-muted);
    padding-block: 2px;
  }
  .chip.solid {
    background: var(--zt-action-background-color);
    color: var(--zt-action-color);
  }
  .tile {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 10px;
    background: var(--zt-tint);
    color: var(--zt-secondary-color);
  }
  .dot {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--zt-muted);
    flex: none;
  }
  .dot.good {
    background: var(--zt-good);
  }
  .dot.bad {
    background: var(--zt-bad);
  }
  .dot.warn {
    background: var(--zt-warn);
  }
  .note {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 10px;
    padding: 12px 14px;
    border-radius: var(--zt-radius);
    background: var(--zt-tint-soft);
    border-inline-start: 4px solid var(--zt-secondary-color);
    font-size: 0.9375rem;
  }
  .note > .icon {
    margin-block-start: 2px;
  }
  .note.good {
    background: var(--zt-good-soft);
    border-color: var(--zt-good);
  }
  .note.bad {
    background: var(--zt-bad-soft);
    border-color: var(--zt-bad);
  }
  .note.warn {
    background: var(--zt-warn-soft);
    border-color: var(--zt-warn);
  }
  .note.good > .icon {
    color: var(--zt-good);
  }
  .note.bad > .icon {
    color: var(--zt-bad);
  }
  .note.warn > .icon {
    color: var(--zt-warn);
  }
  .field {
    background: var(--zt-surface);
    border: 1.5px solid var(--zt-form-control-border-color);
    border-radius: clamp(4px, var(--zt-form-control-border-radius), 12px);
    padding: 9px 12px;
    min-block-size: 44px;
    inline-size: 100%;
    font-size: 1rem;
  }
  summary {
    min-block-size: 44px;
    padding-block: 10px;
    font-weight: 650;
    color: var(--zt-secondary-color);
    cursor: pointer;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.9375rem;
  }
  th {
    text-align: start;
    font-weight: 650;
    font-size: 0.8125rem;
    color: var(--zt-muted);
    padding: 8px 10px;
    border-block-end: 1.5px solid var(--zt-line-strong);
    vertical-align: bottom;
  }
  td {
    padding: 10px;
    border-block-end: 1px solid var(--zt-table-border-color);
    vertical-align: top;
  }
  dialog {
    color: inherit;
    background: var(--zt-surface);
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius-lg);
    box-shadow: var(--zt-shadow);
    padding: 24px;
    inline-size: min(560px, calc(100vw - 24px));
    max-block-size: calc(100dvh - 24px);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
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
    .choice:has(input:checked),
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

/** Put this first in `static styles`. Classes: see the groups above; derived tokens are English (`--zt-muted`, `--zt-tint`). */
export const baseStyles = [tokens, type, layout, controls, adaptations];

/** Rules for the document itself (shadow roots cannot reach it); `<zt-app>` adopts it. */
export const documentStyles = css`
  html {
    font-size: 100%;
    scroll-padding-block: 16px;
  }
  html[data-text='large'] {
    font-size: 118.75%;
  }
  html[data-text='largest'] {
    font-size: 137.5%;
  }
  html[data-motion='reduced'] {
    --zt-motion: 0;
  }
  @media (prefers-reduced-motion: reduce) {
    html {
      --zt-motion: 0;
    }
  }
  body {
    margin: 0;
    font: 400 1rem/1.5 var(--zt-font-family);
    color: var(--zt-color);
    background: var(--zt-background-color);
  }
`;
