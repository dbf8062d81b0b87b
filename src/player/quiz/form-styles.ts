import { css } from 'lit';

/** Dragging, and the matrix. */
export const formStyles = css`
  .grip {
    display: grid;
    place-items: center;
    flex: none;
    min-block-size: 44px;
    inline-size: 28px;
    color: var(--zt-muted);
    cursor: grab;
    /* A finger on the grip drags; anywhere else it scrolls. */
    touch-action: none;
    user-select: none;
  }
  .grip.group {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    inline-size: auto;
    padding: 8px 14px 8px 10px;
    border: 1.5px solid var(--zt-line-strong);
    border-radius: 99px;
    background: var(--zt-surface);
    color: var(--zt-color);
    font-size: 0.9375rem;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  [data-dragged] {
    position: relative;
    z-index: 2;
    box-shadow: var(--zt-shadow);
    cursor: grabbing;
  }
  [data-over] {
    outline: 3px dashed var(--zt-secondary-border-color);
    outline-offset: 2px;
  }
  .matrix {
    border: 1.5px solid var(--zt-line-strong);
    border-radius: var(--zt-radius);
    background: var(--zt-surface);
    overflow: clip;
  }
  .matrix-row {
    display: grid;
    grid-template-columns: minmax(0, 1.6fr) repeat(var(--groups, 3), minmax(0, 1fr));
    align-items: center;
    border-block-start: 1px solid var(--zt-line);
  }
  .matrix.of-2 {
    --groups: 2;
  }
  .matrix.of-4 {
    --groups: 4;
  }
  .matrix.of-5 {
    --groups: 5;
  }
  .matrix-row:first-child {
    border-block-start: 0;
    background: var(--zt-tint-soft);
  }
  .heads > * {
    padding: 10px 6px;
    text-align: center;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .row-text {
    padding: 10px 14px;
  }
  .cell {
    display: grid;
    place-items: center;
    min-block-size: 52px;
    cursor: pointer;
  }
  .cell:hover,
  .cell:has(input:checked) {
    background: var(--zt-tint);
  }
  .cell:has(input:checked) {
    box-shadow: inset 0 0 0 2px var(--zt-secondary-border-color);
  }
  .cell input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--zt-action-background-color);
  }
  .cell-text {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media (max-width: 620px) {
    .chips {
      display: none;
    }
    .heads {
      display: none;
    }
    .matrix-row {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 6px;
      padding: 6px 10px 12px;
    }
    .row-text {
      grid-column: 1 / -1;
      padding: 8px 0 2px;
      font-weight: 650;
    }
    .cell {
      grid-auto-flow: column;
      justify-content: start;
      gap: 8px;
      min-block-size: 44px;
      padding: 6px 10px;
      border: 1px solid var(--zt-line-strong);
      border-radius: var(--zt-radius);
    }
    .cell-text {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
      overflow-wrap: anywhere;
      font-size: 0.9375rem;
    }
  }
  @media (forced-colors: active) {
    .cell:has(input:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
