import { css } from 'lit';

export const quizStyles = css`
  .asked {
    font-size: 1.5rem;
  }
  .situation {
    background: var(--zt-tint-soft);
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius);
    padding: 14px 16px;
  }
  .choice span {
    padding-block-start: 1px;
  }
  .ordered,
  .matched {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 14px;
    align-items: center;
    padding: 6px 8px;
    border: 1.5px solid var(--zt-line-strong);
    border-radius: var(--zt-radius);
    background: var(--zt-surface);
  }
  .ordered:focus-within {
    border-color: var(--zt-secondary-border-color);
    box-shadow: inset 0 0 0 1px var(--zt-secondary-border-color);
    background: var(--zt-tint-soft);
  }
  .ordered .grow {
    flex: 1 1 20rem;
  }
  .place {
    inline-size: 66px;
    font-weight: 700;
  }
  .number {
    inline-size: 9rem;
  }
  .matched {
    padding: 10px 12px;
  }
  .matched label {
    flex: 1 1 15rem;
  }
  .matched select {
    flex: 1 1 180px;
    inline-size: auto;
    /* A long option would push it past a narrow page. */
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  legend {
    padding: 0;
    margin-block-end: 10px;
    float: inline-start;
    inline-size: 100%;
  }
  legend + * {
    clear: both;
  }
  .scale {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 8px;
  }
  .scale .choice {
    gap: 10px;
    padding: 9px 10px;
    font-size: 0.9375rem;
    align-items: center;
  }
  .scale .choice input {
    margin: 0;
  }
  .lacks {
    border-color: var(--zt-warn);
    box-shadow: inset 4px 0 0 var(--zt-warn);
  }
  .answered {
    display: flex;
    gap: 14px;
    align-items: flex-start;
    padding: 13px 16px 13px 13px;
    border: 1.5px solid var(--zt-line);
    border-radius: var(--zt-radius);
    background: var(--zt-surface);
  }
  .answered.good {
    border: 2px solid var(--zt-good);
    background: var(--zt-good-soft);
  }
  .answered.bad {
    border: 2px solid var(--zt-bad);
    background: var(--zt-bad-soft);
  }
  .answered.almost {
    border: 2px solid var(--zt-warn);
    background: var(--zt-warn-soft);
  }
  .mark {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 26px;
    block-size: 26px;
    border: 2px solid var(--zt-line-strong);
    border-radius: 50%;
    font-weight: 700;
    font-size: 0.875rem;
  }
  .good > .mark,
  .bad > .mark,
  .almost > .mark {
    border-color: transparent;
    color: var(--zt-on-status);
    background: var(--zt-good);
  }
  .bad > .mark {
    background: var(--zt-bad);
  }
  .almost > .mark {
    background: var(--zt-warn);
  }
  /* The verdict has a column of its own, however long the text beside it. */
  .said {
    display: grid;
    grid-template-columns: minmax(0, 1fr) fit-content(40%);
    gap: 4px 16px;
    align-items: start;
  }
  .said .chip {
    text-align: end;
  }
  .why {
    display: block;
    margin-block-start: 2px;
  }
  .answered .chip {
    background: none;
    padding-inline: 0;
  }
  .panel {
    border-inline-start: 6px solid var(--zt-warn);
    animation: arrive calc(var(--zt-motion, 1) * 300ms) ease-out;
  }
  .panel.good {
    border-color: var(--zt-good);
  }
  .panel h2 {
    font-size: 1.125rem;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  .link {
    padding-inline: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    color: var(--zt-link-color);
  }
  .reviews details {
    border-block-end: 1px solid var(--zt-line);
  }
  .reviews > :last-child details {
    border-block-end: 0;
  }
  .reviews summary {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    color: inherit;
    list-style: none;
  }
  .reviews summary > .icon {
    margin-inline-start: auto;
    transition: rotate var(--zt-speed);
  }
  .reviews details[open] summary > .icon {
    rotate: 180deg;
  }
  .reviews .inside {
    padding: 4px 0 20px;
  }
  @media (max-width: 620px) {
    .scale {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .asked {
      font-size: 1.25rem;
    }
    .said {
      grid-template-columns: minmax(0, 1fr);
    }
    .said .chip {
      text-align: start;
    }
  }
  /* The sentence first, over the whole width; its place and buttons below it. */
  @media (max-width: 480px) {
    .ordered {
      gap: 2px 8px;
    }
    .ordered .grow {
      order: -1;
      flex: 1 0 100%;
      padding: 4px 4px 0;
    }
    .ordered .row {
      margin-inline-start: auto;
    }
  }
  @media (forced-colors: active) {
    .ordered:focus-within,
    .panel {
      border-color: Highlight;
    }
  }
`;
