/** How the lines of each channel look, where they are no bubbles of a talk: messages, mail and paper, a public thread. */
import { css } from 'lit';

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

export const skinStyles = [chat, written, thread];
