import { css } from 'lit';
import { skinStyles } from './log-skins.js';

const lines = css`
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  li {
    max-inline-size: min(85%, 66ch);
    justify-self: start;
    scroll-margin-block: 16px;
  }
  li[hidden] {
    display: none;
  }
  .bubble {
    padding: 11px 16px 12px;
    border: 1px solid transparent;
    border-radius: 16px 16px 16px 4px;
    background: var(--zt-bubble);
  }
  .newest {
    border-color: var(--zt-line-strong);
  }
  .own:not(.letter) {
    justify-self: end;
    border-radius: 16px 16px 4px 16px;
    background: var(--zt-own);
    color: var(--zt-own-text);
  }
  .who {
    margin-block-end: 1px;
  }
  .own .who {
    color: inherit;
  }
  .bubble .who {
    display: flex;
    justify-content: space-between;
    gap: 16px;
  }
  .clock {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  .seen,
  .done,
  .shown {
    display: flex;
    gap: 10px;
    max-inline-size: min(100%, 66ch);
    padding-inline: 16px 8px;
    font-size: 0.875rem;
    color: var(--zt-muted);
  }
  /* Icon and words share a line; a picture goes under them. */
  .seen {
    flex-wrap: wrap;
    justify-self: stretch;
  }
  .seen > span {
    flex: 1 1 calc(100% - 48px);
  }
  .shown {
    margin-block-start: 8px;
    padding: 8px 0 0;
    border-block-start: 1px solid var(--zt-line);
  }
  .seen .icon,
  .done .icon {
    margin-block-start: 1px;
  }
  .shown {
    align-items: center;
  }
  .thing {
    flex: none;
    inline-size: 54px;
    block-size: 36px;
    forced-color-adjust: none;
  }
  .contact {
    display: flex;
    gap: 10px;
    justify-self: stretch;
    max-inline-size: 100%;
    margin-block-start: 12px;
    padding-block: 12px;
    border-block-start: 1px solid var(--zt-line-strong);
  }
  .reply {
    margin-block-start: 2px;
    color: var(--zt-color);
    font-size: 1rem;
  }
  .learnt {
    color: var(--zt-good);
    font-weight: 600;
  }
  .coach {
    justify-self: stretch;
    max-inline-size: none;
  }
  .photo {
    inline-size: min(320px, 100%);
    margin-block: 4px 6px;
  }
  .photo svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    border-radius: 10px;
    forced-color-adjust: none;
  }
  .photo figcaption {
    margin-block-start: 6px;
    color: var(--zt-muted);
  }
  .own .photo figcaption {
    color: inherit;
  }
`;

const adapting = css`
  @media (max-width: 900px) {
    li {
      max-inline-size: 94%;
    }
    .letter {
      padding: 14px;
    }
    .paper {
      padding: 18px;
    }
  }
  @media (forced-colors: active) {
    .bubble,
    .letter,
    .post {
      border: 1px solid CanvasText;
    }
  }
`;

export const logStyles = [lines, ...skinStyles, adapting];
