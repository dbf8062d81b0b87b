import { css } from 'lit';

export const overviewStyles = css`
  .hero {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(280px, 33%);
    padding: 0;
    overflow: clip;
  }
  .hero > * {
    padding: 28px;
  }
  .next {
    display: grid;
    gap: 16px;
    align-content: center;
    background: var(--zt-tint-soft);
    border-inline-start: 1px solid var(--zt-line);
  }
  .hero.complete .next {
    background: var(--zt-good-soft);
  }
  .hero.complete:is(.local, .failed, .ended, .read-only) .next {
    background: var(--zt-warn-soft);
  }
  .hero.complete > :first-child {
    align-content: center;
  }
  .segments {
    display: flex;
    gap: 4px;
    max-inline-size: 560px;
    margin-block: 8px 2px;
  }
  .segments i {
    flex: 1;
    block-size: 9px;
    border-radius: 9px;
    background: var(--zt-line);
  }
  .segments i.finished {
    background: var(--zt-action-background-color);
  }
  .segments i.busy {
    background: linear-gradient(to right, var(--zt-action-background-color) 50%, var(--zt-line) 50%);
  }
  .next .score {
    font-size: 2.25rem;
    font-weight: 800;
    letter-spacing: -0.02em;
    line-height: 1.2;
  }
  .under {
    max-inline-size: 560px;
  }
  .units {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  /* Whole rows: what is left over shares the width of its row. */
  @media (min-width: 720px) {
    .units {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .units > :last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
  }
  @media (min-width: 1080px) {
    .units {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .units > * {
      grid-column: span 2;
    }
    .units > :last-child:nth-child(odd) {
      grid-column: span 2;
    }
    .units > :nth-last-child(2):nth-child(3n + 1),
    .units > :last-child:nth-child(3n + 2),
    .units > :first-child:nth-last-child(4),
    .units > :first-child:nth-last-child(4) ~ * {
      grid-column: span 3;
    }
    .units > :last-child:nth-child(3n + 1):not(:nth-child(4)) {
      grid-column: 1 / -1;
    }
  }
  @media (min-width: 560px) and (max-width: 900px) {
    .hero:not(.complete) .next {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
    }
  }
  @media (max-width: 900px) {
    .hero {
      grid-template-columns: minmax(0, 1fr);
    }
    .hero > * {
      padding: 20px;
    }
    .segments,
    .under {
      max-inline-size: none;
    }
    .next {
      border-inline-start: 0;
      border-block-start: 1px solid var(--zt-line);
    }
    .units {
      gap: 12px;
    }
  }
  @media (forced-colors: active) {
    .segments i {
      forced-color-adjust: none;
    }
  }
`;

/** Of what stands below the units. */
export const belowStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    gap: 20px;
  }
  .two > :only-child {
    grid-column: 1 / -1;
  }
  .rules {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 24px;
  }
  .rules > * {
    flex: 1 1 min(100%, max(270px, 30%));
  }
  .rules .key {
    border-radius: 50%;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 8px;
  }
  .bar rect:first-child {
    fill: var(--zt-line);
  }
  .bar rect {
    fill: var(--zt-action-background-color);
  }
  @media (max-width: 900px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
    }
  }
  @media (forced-colors: active) {
    .bar rect {
      forced-color-adjust: none;
    }
  }
`;
