import { css } from 'lit';

export const handoverStyles = css`
  :host {
    display: contents;
  }
  dialog {
    padding: 0;
    inline-size: min(940px, calc(100vw - 24px));
    overflow: hidden;
  }
  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }
  header {
    padding: 18px 14px 14px 24px;
    border-block-end: 1px solid var(--zt-line);
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 290px;
    gap: 24px;
    align-items: start;
    padding: 20px 24px;
    overflow: auto;
    scroll-padding-block: 16px;
  }
  .body.outcome {
    grid-template-columns: minmax(0, 1fr);
  }
  footer {
    padding: 14px 24px;
    border-block-start: 1px solid var(--zt-line);
    background: var(--zt-tint-soft);
  }
  legend {
    margin-block-end: 6px;
    padding: 0;
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: 8px;
  }
  .off {
    opacity: 0.6;
    cursor: default;
  }
  textarea {
    resize: vertical;
  }
  .check {
    padding: 14px 16px;
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius);
    background: var(--zt-tint-soft);
  }
  .ready .icon {
    color: var(--zt-good);
  }
  .open .icon {
    color: var(--zt-warn);
  }
  .said {
    padding: 14px 16px;
    border-radius: var(--zt-radius);
    background: var(--zt-bubble);
  }
  @media (max-width: 760px) {
    dialog {
      inline-size: 100vw;
      max-inline-size: none;
      block-size: 100dvh;
      max-block-size: none;
      border: 0;
      border-radius: 0;
    }
    .body {
      grid-template-columns: minmax(0, 1fr);
      padding: 16px;
    }
    header,
    footer {
      padding-inline: 16px;
    }
  }
  /* Short frames: the whole dialog scrolls, so that nothing sticky covers the focus. */
  @media (max-height: 480px) {
    dialog {
      overflow: auto;
    }
    dialog[open] {
      display: block;
    }
    .body {
      overflow: visible;
    }
  }
`;
