import { css } from 'lit';

export const lessonStyles = css`
  .sheet {
    padding: clamp(16px, 4vw, 36px);
  }
  .body {
    font-size: 1.0625rem;
  }
  .question legend {
    padding: 0;
    font-size: 1.125rem;
    font-weight: 700;
    color: var(--zt-heading-color);
    margin-block-end: 12px;
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

  /* Years along a line. */
  .timeline > li {
    position: relative;
    padding: 0 0 18px 34px;
  }
  .timeline > li::before {
    content: '';
    position: absolute;
    inset: 22px auto -22px 10px;
    inline-size: 2px;
    background: var(--zt-line);
  }
  .timeline > li:last-child {
    padding-block-end: 0;
  }
  .timeline > li:last-child::before {
    display: none;
  }
  .timeline > li::after {
    content: '';
    position: absolute;
    inset: 14px auto auto 2px;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    border: 2px solid var(--zt-secondary-border-color);
    background: var(--zt-surface);
  }
  .timeline > li.seen::after {
    background: var(--zt-secondary-border-color);
  }
  .year {
    min-block-size: 44px;
    padding: 4px 16px;
    border: 1.5px solid var(--zt-secondary-border-color);
    border-radius: 99px;
    background: var(--zt-surface);
    color: var(--zt-secondary-color);
    font-weight: 700;
    font-size: 1.0625rem;
    cursor: pointer;
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  .year[aria-expanded='true'],
  .flip[aria-expanded='true'] {
    background: var(--zt-tint);
  }
  .year:hover {
    background: var(--zt-tint-soft);
  }
  .timeline .says {
    padding: 10px 4px 0;
  }

  /* Cards that open. */
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 210px), 1fr));
    gap: 12px;
    align-items: start;
  }
  /* Four cards as two by two: three and one looks unfinished. */
  .cards.pairs {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
  }
  .cards > li {
    display: grid;
    grid-template-rows: auto 1fr;
    min-block-size: 150px;
    border: 1.5px solid var(--zt-line-strong);
    border-radius: var(--zt-radius-lg);
    overflow: clip;
  }
  .flip {
    display: flex;
    gap: 10px;
    align-items: center;
    justify-content: space-between;
    min-block-size: 64px;
    padding: 12px 16px;
    border: 0;
    border-radius: calc(var(--zt-radius-lg) - 2px);
    background: var(--zt-tint-soft);
    color: var(--zt-heading-color);
    font-size: 1.125rem;
    font-weight: 700;
    text-align: start;
    cursor: pointer;
  }
  .flip[aria-expanded='false'] {
    grid-row: 1 / -1;
  }
  .flip:hover {
    background: var(--zt-tint);
  }
  .flip:focus-visible,
  .place:focus-visible {
    outline-offset: -4px;
    z-index: 1;
  }
  .cards .says {
    padding: 12px 16px 16px;
  }

  /* The desk, drawn small. */
  .desk {
    display: grid;
    grid-template:
      'meters meters' auto
      'gesprek klant' auto
      'gesprek kennis' auto
      'gesprek zaken' auto
      'gesprek acties' auto / minmax(0, 1.5fr) minmax(0, 1fr);
    gap: 8px;
    padding: 10px;
    border-radius: var(--zt-radius-lg);
    background: var(--zt-canvas);
  }
  .place {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    align-content: start;
    min-block-size: 84px;
    padding: 12px;
    border: 1.5px solid var(--zt-line-strong);
    border-radius: var(--zt-radius);
    background: var(--zt-surface);
    text-align: start;
    cursor: pointer;
    transition: background-color var(--zt-speed);
  }
  .at-gesprek {
    grid-area: gesprek;
  }
  .at-meters {
    grid-area: meters;
  }
  .at-klant {
    grid-area: klant;
  }
  .at-kennis {
    grid-area: kennis;
  }
  .at-zaken {
    grid-area: zaken;
  }
  .at-acties {
    grid-area: acties;
  }
  .place:hover {
    background: var(--zt-tint-soft);
  }
  .place[aria-expanded='true'] {
    border-color: var(--zt-secondary-border-color);
    box-shadow: inset 0 0 0 1px var(--zt-secondary-border-color);
    background: var(--zt-tint);
  }
  .place .name {
    padding-inline-end: 22px;
    font-weight: 650;
    color: var(--zt-heading-color);
    line-height: 1.25;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  .place .name .icon,
  .fresh {
    position: absolute;
    inset: 12px 12px auto auto;
  }
  .place svg.sketch {
    inline-size: 100%;
    max-block-size: 34px;
    color: var(--zt-line-strong);
    opacity: 0.45;
  }
  .fresh {
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: var(--zt-action-background-color);
    /* Three times and then still: nothing here moves for longer than five seconds (2.2.2). */
    animation: pulse 1.4s ease-out 3;
  }
  @keyframes pulse {
    from {
      box-shadow: 0 0 0 0 color-mix(in oklab, var(--zt-action-background-color) 55%, transparent);
    }
    to {
      box-shadow: 0 0 0 12px transparent;
    }
  }
  .place .icon {
    color: var(--zt-good);
  }
  .at-gesprek svg.sketch {
    max-block-size: 300px;
  }
  .at-meters svg.sketch {
    max-block-size: 26px;
  }
  .at-meters {
    min-block-size: 0;
  }
  .told {
    border-inline-start: 4px solid var(--zt-secondary-color);
    padding: 12px 16px;
    background: var(--zt-tint-soft);
    border-radius: var(--zt-radius);
    min-block-size: 78px;
  }
  @media (max-width: 560px) {
    .cards > li {
      min-block-size: 96px;
    }
    .desk {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
      padding: 6px;
      gap: 6px;
    }
    .place {
      padding: 12px 8px 10px;
      font-size: 0.875rem;
    }
    .place .name {
      display: block;
      padding-inline-end: 0;
    }
    /* The first line keeps clear of the sign in the corner; the next has the whole width. */
    .place .name::before {
      content: '';
      float: inline-end;
      inline-size: 16px;
      block-size: 1lh;
    }
    .place .name .icon,
    .fresh {
      inset: 5px 5px auto auto;
    }
    .fresh {
      inline-size: 9px;
      block-size: 9px;
    }
  }
  @media (forced-colors: active) {
    .place[aria-expanded='true'],
    .year[aria-expanded='true'] {
      border: 2px solid Highlight;
    }
    .fresh {
      forced-color-adjust: none;
    }
  }
`;
