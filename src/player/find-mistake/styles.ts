import { css } from 'lit';

export const findMistakeStyles = css`
  .intro zt-portrait {
    inline-size: 80px;
  }
  /* On a phone the text stands below the portrait, over the full width. */
  .intro .grow {
    flex-basis: 250px;
  }
  .lines {
    display: grid;
    gap: 12px;
  }
  .lines li {
    display: flex;
    gap: 10px;
    align-items: flex-end;
    max-inline-size: min(88%, 560px);
  }
  .lines li.own {
    justify-self: end;
  }
  .lines li.scene {
    justify-self: center;
    text-align: center;
  }
  .lines zt-portrait {
    inline-size: 40px;
  }
  .bubble {
    display: grid;
    gap: 2px;
    padding: 10px 16px;
    border: 1.5px solid transparent;
    border-radius: 16px 16px 16px 4px;
    background: var(--zt-bubble);
    text-align: start;
    color: inherit;
  }
  .own .bubble {
    border-radius: 16px 16px 4px;
    background: var(--zt-surface);
    border-color: var(--zt-line-strong);
  }
  .who {
    font-size: 0.8125rem;
    font-weight: 650;
    color: var(--zt-muted);
  }
  button.bubble {
    min-block-size: 44px;
    /* The bar below never covers the line that has the focus (2.4.11). */
    scroll-margin-block-end: 130px;
    cursor: pointer;
    transition: background-color var(--zt-speed);
  }
  button.bubble:hover {
    background: var(--zt-tint-soft);
  }
  .flag {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    margin-block-start: 4px;
    color: var(--zt-secondary-color);
    font-weight: 650;
  }
  .own .bubble[aria-pressed='true'],
  .own .bubble.missed {
    border-color: var(--zt-warn);
    box-shadow: inset 0 0 0 1px var(--zt-warn);
    background: var(--zt-warn-soft);
  }
  .bubble[aria-pressed='true'] .flag {
    color: var(--zt-warn);
  }
  .own .bubble.found {
    border-color: var(--zt-good);
    box-shadow: inset 0 0 0 1px var(--zt-good);
    background: var(--zt-good-soft);
  }
  .bubble .chip {
    justify-self: start;
    margin-block-start: 4px;
  }
  .bubble .chip.good,
  .bubble .chip.warn {
    background: none;
    padding-inline: 0;
  }
  .foot {
    position: sticky;
    inset-block-end: 0;
    padding-block: 12px;
    background: var(--zt-canvas);
    border-block-start: 1px solid var(--zt-line);
  }
  /* No room for a bar in the low frame of an LMS. */
  @media (max-height: 480px) {
    .foot {
      position: static;
    }
  }
  .weak-line {
    border-inline-start: 4px solid var(--zt-warn);
    padding: 4px 0 4px 14px;
    font-size: 1.125rem;
  }
  .question legend {
    padding: 0;
    margin-block-end: 12px;
    font-size: 1.125rem;
    font-weight: 700;
    color: var(--zt-heading-color);
  }
  .choice.right,
  .choice.wrong {
    cursor: default;
    border: 2px solid var(--zt-good);
    background: var(--zt-good-soft);
  }
  .choice.wrong {
    border-color: var(--zt-bad);
    background: var(--zt-bad-soft);
  }
  .right > .icon {
    color: var(--zt-good);
  }
  .wrong > .icon {
    color: var(--zt-bad);
  }
  .arrive {
    animation: arrive calc(var(--zt-motion, 1) * 300ms) ease-out;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  .looked li {
    display: grid;
    gap: 8px;
    padding-block: 16px;
    border-block-end: 1px solid var(--zt-line);
  }
  .looked li:last-child {
    border-block-end: 0;
  }
  @media (forced-colors: active) {
    .bubble {
      border-color: CanvasText;
    }
    .bubble[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;
