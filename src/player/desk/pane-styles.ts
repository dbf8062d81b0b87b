import { css } from 'lit';

/** The desk as a pane beside the talk. */
export const paneStyles = css`
  :host {
    container-type: inline-size;
  }
  .desk {
    padding: 6px 16px 20px;
  }
  .desk:not(:has(.head)) {
    padding: 16px 14px;
  }
  .head .square {
    margin-inline-end: -10px;
  }
  .head {
    margin-block-end: 16px;
  }
  /* What lies on the desk scrolls by itself and never makes the page longer: the talk and its options stay beside a long record. */
  @media (min-width: 900px) and (min-height: 600px) {
    :host {
      position: sticky;
      inset-block-start: 16px;
      align-self: start;
      grid-template-rows: minmax(0, 1fr);
      block-size: 0;
      min-block-size: min(100%, calc(100dvh - 32px));
    }
    .desk {
      overflow: auto;
      /* The head stays: it may not cover what has the focus. */
      scroll-padding-block: 136px 16px;
    }
    .head {
      position: sticky;
      z-index: 3;
      inset-block-start: 0;
      margin: -6px -16px 8px;
      padding: 6px 16px 8px;
      background: var(--zt-surface);
    }
  }
`;
