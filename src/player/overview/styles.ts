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
  .hero.ended .next {
    background: var(--zt-good-soft);
  }
  .hero.ended:is(.local, .failed) .next {
    background: var(--zt-warn-soft);
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
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
    gap: 20px;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    gap: 20px;
  }
  .rules {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 270px), 1fr));
    gap: 16px 24px;
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
    .hero,
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
    .hero > * {
      padding: 20px;
    }
    .next {
      border-inline-start: 0;
      border-block-start: 1px solid var(--zt-line);
    }
    .units,
    .two {
      gap: 12px;
    }
  }
  @media (forced-colors: active) {
    .segments i,
    .bar rect {
      forced-color-adjust: none;
    }
  }
`;
