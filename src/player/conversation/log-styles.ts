import { css } from 'lit';

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

const chat = css`
  .message {
    border-radius: 4px 14px 14px;
    padding: 8px 12px 6px;
  }
  .customer.message {
    border-color: var(--zt-line);
    background: var(--zt-surface);
  }
  .customer.message.newest {
    border-color: var(--zt-line-strong);
  }
  .own.message {
    border-radius: 14px 4px 14px 14px;
  }
  .stamp {
    display: flex;
    gap: 4px;
    align-items: center;
    justify-content: flex-end;
    margin-block-start: 2px;
    color: var(--zt-muted);
  }
  .own .stamp {
    color: inherit;
  }
`;

const written = css`
  .letter {
    justify-self: stretch;
    max-inline-size: none;
    padding: 18px 20px;
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius);
    background: var(--zt-surface);
    line-height: 1.55;
  }
  .letter.newest {
    border-color: var(--zt-line-strong);
  }
  .letter > p {
    max-inline-size: 66ch;
  }
  .letter p + p,
  .letter figure + p {
    margin-block-start: 10px;
  }
  .letter.own {
    border-inline-start: 5px solid var(--zt-own);
    color: inherit;
  }
  .head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 3px 14px;
    margin-block-end: 12px;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--zt-line);
  }
  dt {
    color: var(--zt-muted);
  }
  .address {
    overflow-wrap: anywhere;
  }
  .via {
    margin-block-end: 8px;
  }
  .tone {
    margin-block-end: 6px;
  }
  /* On paper: a page with wide margins and a hand of its own. */
  .paper {
    justify-self: center;
    inline-size: min(100%, 620px);
    padding: clamp(20px, 6%, 44px);
    border-radius: 2px;
    background: light-dark(#fffdf6, #23272a);
    box-shadow:
      0 1px 2px rgb(11 43 64 / 0.1),
      0 8px 24px rgb(11 43 64 / 0.1);
    font-family: 'Iowan Old Style', Georgia, 'Times New Roman', serif;
    font-size: 1.0625rem;
  }
  .paper.own {
    font-family: inherit;
    font-size: 1rem;
    border-inline-start: 1px solid var(--zt-line);
    border-block-start: 5px solid var(--zt-own);
    background: var(--zt-surface);
  }
  .letterhead {
    margin-block-end: 20px;
  }
  address {
    font-style: normal;
  }
  .signed {
    margin-block-start: 18px !important;
    font-size: 1.25rem;
    font-style: italic;
  }
  .note-paper {
    border-inline-start-color: var(--zt-warn) !important;
    background: var(--zt-tint-soft);
  }
  .note-paper .who {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .account {
    inline-size: 32px;
    block-size: 32px;
    border-radius: 8px;
    background: var(--zt-action-background-color);
    color: var(--zt-action-color);
  }
`;

const thread = css`
  .post {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    justify-self: stretch;
    max-inline-size: none;
    padding: 14px 16px;
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius);
    background: var(--zt-surface);
  }
  .post.newest {
    border-color: var(--zt-line-strong);
  }
  .post zt-portrait {
    inline-size: 44px;
  }
  .post .account {
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
  }
  .post .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }
  .post.reply {
    margin-inline-start: clamp(16px, 6%, 48px);
    border-inline-start: 4px solid var(--zt-own);
    font-size: 1rem;
    color: inherit;
  }
`;

const adapting = css`
  .fresh {
    animation: rise calc(var(--zt-motion, 1) * 320ms) cubic-bezier(0.2, 0.8, 0.2, 1) backwards;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
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

export const logStyles = [lines, chat, written, thread, adapting];
