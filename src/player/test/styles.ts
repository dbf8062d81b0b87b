import { css } from 'lit';

export const testStyles = css`
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: 9px;
    overflow: hidden;
    background: color-mix(in oklab, var(--zt-line-strong) 35%, transparent);
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    border-radius: 9px;
    background: var(--zt-action-background-color);
  }
  progress::-moz-progress-bar {
    border-radius: 9px;
    background: var(--zt-action-background-color);
  }
  .all {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(60px, 1fr));
    gap: 8px;
  }
  .all .button {
    inline-size: 100%;
    padding-inline: 4px;
    gap: 4px;
    justify-content: center;
    font-variant-numeric: tabular-nums;
  }
  .all .button:not(.done) {
    border-style: dashed;
  }
  .all .done,
  .sample.done {
    background: var(--zt-tint);
  }
  /* Two columns of words: they break rather than push, also with the text spaced. */
  table {
    table-layout: fixed;
  }
  th,
  td {
    padding-inline: 0 8px;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .sample {
    display: grid;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    border: 1.5px dashed var(--zt-line-strong);
    border-radius: 4px;
  }
  .sample.done {
    border-style: solid;
  }
  tbody th {
    font-size: 1rem;
    font-weight: 400;
    color: inherit;
    vertical-align: top;
    border-block-end: 1px solid var(--zt-line);
  }
  dialog .note {
    margin: 0;
  }
  ol.numbers {
    padding-inline-start: 1.5em;
  }
  @media (max-width: 620px) {
    .steps {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    .steps .quiet {
      grid-row: 2;
      grid-column: 1 / -1;
    }
    .steps .button {
      inline-size: 100%;
      justify-content: center;
    }
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }
  }
`;
