import { css } from 'lit';

export const appStyles = css`
  :host {
    min-block-size: 100dvh;
    background: var(--zt-canvas);
  }
  .skip {
    position: absolute;
    z-index: 3;
    inset: 8px auto auto 8px;
  }
  .skip:not(:focus) {
    inline-size: 1px;
    block-size: 1px;
    min-block-size: 0;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .notices {
    display: grid;
    gap: 8px;
    max-inline-size: 75rem;
    margin-inline: auto;
    padding: 12px 24px 0;
  }
  /* As wide as what stands under it. */
  .notices.wide {
    max-inline-size: var(--zt-workplace-size);
  }
  .notices[hidden] {
    display: none;
  }
  main:focus-visible {
    outline: none;
    box-shadow: none;
  }
  @media (max-width: 900px) {
    .notices {
      padding: 8px 12px 0;
    }
    .notices.wide {
      padding-inline: 8px;
    }
  }
  @media print {
    :host {
      background: none;
    }
    zt-header,
    .notices {
      display: none;
    }
  }
`;
