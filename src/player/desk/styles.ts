import { css } from 'lit';

export const deskStyles = css`
  h2 {
    font-size: 1.1875rem;
  }
  h3 {
    font-size: 1rem;
  }
  [data-mark]:focus:not(:focus-visible) {
    outline: none;
  }
  .start {
    justify-content: flex-start;
    padding-inline: 12px;
    font-weight: 600;
  }
  .tiny-tile {
    inline-size: 30px;
    block-size: 30px;
    border-radius: 8px;
  }
  .closed {
    display: grid;
    justify-items: center;
    gap: 10px;
    padding: 28px 12px;
    text-align: center;
    border-radius: var(--zt-radius);
    background: var(--zt-tint-soft);
  }
  .closed .tile {
    inline-size: 56px;
    block-size: 56px;
    border-radius: 50%;
  }
  .data {
    display: grid;
    grid-template-columns: minmax(72px, auto) minmax(0, 1fr);
    gap: 5px 14px;
    font-size: 0.9375rem;
  }
  dt {
    color: var(--zt-muted);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  .timeline li {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    padding-block-end: 16px;
  }
  .timeline li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 34px 4px;
    inset-inline-start: 14px;
    inline-size: 2px;
    background: var(--zt-line);
  }
  .attention {
    color: var(--zt-warn);
  }
  .search {
    position: relative;
    margin-block-start: 4px;
  }
  .search .icon {
    position: absolute;
    inset: 13px auto auto 13px;
    pointer-events: none;
  }
  .search .field {
    padding-inline-start: 40px;
  }
  .result {
    padding: 11px 14px;
    border-width: 1px;
    border-color: var(--zt-line);
    font-size: 0.9375rem;
  }
  .result:disabled {
    cursor: default;
    color: var(--zt-muted);
  }
  .result[aria-current] {
    border-color: var(--zt-secondary-border-color);
    box-shadow: inset 0 0 0 1px var(--zt-secondary-border-color);
    background: var(--zt-tint-soft);
  }
  .split {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    align-items: start;
  }
  .opened .list {
    display: none;
  }
  .back {
    justify-self: start;
    margin-inline-start: -10px;
    margin-block-end: -10px;
  }
  .answer {
    padding: 14px 16px;
    border-radius: var(--zt-radius);
    background: var(--zt-tint-soft);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 1px;
    overflow: clip;
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius);
    background: var(--zt-line);
  }
  .facts div {
    flex: 1 1 9rem;
    padding: 10px 12px;
    background: var(--zt-surface);
  }
  .facts dt {
    font-size: 0.8125rem;
  }
  .facts dd {
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .numbers > li + li {
    margin-block-start: 6px;
  }
  .report {
    margin-block-end: 12px;
    padding: 14px 16px;
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius);
    background: var(--zt-tint-soft);
  }
  .slot {
    margin-block-start: 3px;
    padding: 9px 12px;
    border: 1.5px solid var(--zt-line-strong);
    border-radius: var(--zt-radius);
    background: var(--zt-surface);
  }
  .slot.empty {
    border-style: dashed;
  }
  .thumb {
    flex: none;
    inline-size: 72px;
    block-size: 45px;
    border-radius: 6px;
    forced-color-adjust: none;
  }
  .opened-for {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--zt-line);
  }
  textarea {
    resize: vertical;
  }
  .late {
    color: var(--zt-bad);
  }
  .entry {
    padding: 12px 14px;
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius);
  }
  .fold {
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius);
    padding-inline: 14px;
  }
  .fold[open] {
    padding-block-end: 14px;
  }
  .fold summary .row {
    display: inline-flex;
    vertical-align: middle;
  }
  @container (min-width: 600px) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .opened {
      grid-template-columns: minmax(200px, 32%) minmax(0, 1fr);
    }
    .opened .list {
      display: grid;
    }
    .back {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .result[aria-current] {
      outline: 2px solid Highlight;
    }
  }
`;
