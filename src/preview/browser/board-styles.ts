import { css } from 'lit';

export const boardStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100dvh;
    background: var(--zt-canvas);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding: 8px 16px;
    background: var(--zt-surface);
    border-block-end: 1px solid var(--zt-line);
  }
  h1 {
    font-size: 1.125rem;
  }
  h2 {
    font-size: 1.125rem;
    margin-block-end: 10px;
  }
  label {
    display: flex;
    gap: 8px;
    align-items: center;
    font-size: 0.875rem;
    font-weight: 650;
    min-inline-size: 0;
  }
  select {
    max-inline-size: 15rem;
    text-overflow: ellipsis;
  }
  [role='status'] {
    flex: 1 1 16rem;
    min-block-size: 1.5em;
  }
  main {
    flex: 1;
    min-block-size: 0;
  }
  main.roomy {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) clamp(380px, 34vw, 560px);
  }
  main.narrow {
    display: flex;
    flex-direction: column;
  }
  .tabs {
    margin: 8px;
  }
  .play {
    display: flex;
    flex: 1;
    min-block-size: 0;
  }
  .play[hidden] {
    display: none;
  }
  .play .note {
    margin: 24px;
    align-self: start;
  }
  iframe {
    flex: 1;
    inline-size: 100%;
    border: 0;
  }
  .beside {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    padding: 16px;
    background: var(--zt-surface);
  }
  .roomy .beside {
    border-inline-start: 1px solid var(--zt-line);
  }
  .beside section:not([hidden]) + section {
    margin-block-start: 24px;
  }
  @media (max-width: 1099px) {
    label {
      flex: 1 1 12rem;
    }
    select {
      max-inline-size: none;
      flex: 1;
    }
  }
  @media (max-width: 699px) {
    header {
      gap: 6px 8px;
      padding: 6px 8px;
    }
    h1 {
      flex: 1;
      font-size: 1rem;
    }
    label {
      flex: 1 1 40%;
    }
    label span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    select {
      inline-size: 100%;
    }
  }
`;
