import { css } from 'lit';

/** Everything to press, pick or fill in, and the small signs beside it; part of the base styles. */
export const controls = css`
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
    min-inline-size: 44px;
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
  /* At the start of a line: its words stand under those above. */
  .button.flush {
    margin-inline-start: -10px;
  }
  .button.wide {
    inline-size: 100%;
  }
  .button.square {
    flex: none;
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
  /* By its tag first: a button would be looked through for an input at every press. */
  label.choice:has(input:checked),
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
  /* The whole window has the focus when it opens: its own edge says so, where a ring around it would shout. */
  dialog:focus-visible {
    outline: 2px solid var(--zt-secondary-border-color);
    outline-offset: -2px;
    box-shadow: var(--zt-shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
`;
