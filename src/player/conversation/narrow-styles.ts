/** The workplace under 900 px: one thing at a time. */
import { css } from 'lit';

export const narrowStyles = css`
  .narrow {
    gap: 8px;
    padding: 8px;
  }
  .narrow zt-ring-meter {
    align-items: start;
    padding: 6px 4px;
  }
  .narrow .tabs {
    background: var(--zt-surface);
    border: 1px solid var(--zt-line);
  }
  /* The way back to the talk stays on screen, however long the record. Not in a short frame, where it would cover too much. */
  @media (min-height: 480px) {
    .narrow .tabs {
      position: sticky;
      z-index: 3;
      inset-block-start: 0;
      box-shadow: 0 4px 12px rgb(11 43 64 / 0.16);
    }
  }
  .narrow .tabs button {
    flex-direction: column;
    flex-wrap: nowrap;
    font-size: 0.8125rem;
  }
  @media (max-width: 379px) {
    .narrow .tabs {
      gap: 0;
      padding: 3px;
    }
    .narrow .tabs button {
      font-size: 0.75rem;
    }
  }
  .narrow .band {
    grid-template-columns: auto minmax(0, 1fr);
    padding: 12px;
    gap: 4px 12px;
  }
  .narrow .band zt-portrait {
    inline-size: 56px;
  }
  /* The mood beside the name, the channel and the moment in one line: the talk should begin above the fold. */
  .narrow .who {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: baseline;
  }
  .narrow .who p:not(.mood) {
    grid-row: 2;
    grid-column: 1 / -1;
  }
  .narrow .band .facts {
    grid-column: 1 / -1;
    justify-content: flex-start;
    max-inline-size: none;
    text-align: start;
  }
  .narrow .band zt-portrait {
    grid-row: auto;
  }
  .narrow .call {
    padding-block: 6px;
  }
  .narrow .call .grow {
    white-space: nowrap;
  }
  .narrow .call .grow .bold {
    display: none;
  }
  .narrow .band h1 {
    font-size: 1.125rem;
  }
  .narrow .exchange {
    padding: 12px;
    gap: 16px;
  }
  .narrow .answer {
    margin: 0 -12px -12px;
    padding: 12px;
  }
`;
