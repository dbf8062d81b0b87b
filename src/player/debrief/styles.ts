import { css } from 'lit';

export const debriefStyles = css`
  .hero {
    display: flex;
    flex-wrap: wrap;
    gap: 20px 28px;
    align-items: center;
    padding: 24px 28px;
    background: var(--zt-own);
    color: var(--zt-own-text);
    border-color: transparent;
  }
  .hero h1 {
    color: inherit;
  }
  .hero .grow {
    flex: 1 1 220px;
  }
  /* Read after the heading that has the focus, seen before it. */
  .hero .score {
    order: -1;
    background: var(--zt-surface);
  }
  .faces {
    display: flex;
    gap: 12px;
    align-items: center;
    text-align: center;
  }
  .faces zt-portrait {
    display: block;
    inline-size: 72px;
    margin-inline: auto;
  }
  .faces figure:last-child zt-portrait {
    inline-size: 96px;
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    align-items: start;
  }
  .story {
    background: var(--zt-tint-soft);
    box-shadow: none;
  }
  .story zt-portrait {
    flex: none;
    inline-size: 56px;
  }
  .routes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 270px), 1fr));
    gap: 20px;
  }
  .routes ol {
    display: grid;
    gap: 8px;
    margin-block-start: 8px;
  }
  .routes li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 10px;
    padding: 9px 12px;
    border-radius: var(--zt-radius);
    border: 1px solid var(--zt-line);
    font-size: 0.9375rem;
  }
  .routes li.shared {
    background: var(--zt-good-soft);
    border-color: transparent;
  }
  .routes li .icon {
    margin-block-start: 3px;
    color: var(--zt-muted);
  }
  .routes li.shared .icon:last-of-type {
    color: var(--zt-good);
  }
  .known li,
  .steps li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 10px;
  }
  .known .icon,
  .steps .icon {
    margin-block-start: 3px;
    color: var(--zt-good);
  }
  .found .icon,
  .missed .icon {
    color: var(--zt-warn);
  }
  .lessons li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    align-items: start;
  }
  .lessons .key {
    border-radius: 50%;
    background: var(--zt-action-background-color);
    color: var(--zt-action-color);
  }
  .outcomes {
    display: grid;
    gap: 20px;
  }
  .way .button {
    flex: 1 1 240px;
  }
  @media (min-width: 960px) {
    .parts {
      grid-template-columns: minmax(0, 1fr) minmax(0, 360px);
    }
    .parts.first {
      grid-template-columns: minmax(0, 360px) minmax(0, 1fr);
      align-items: stretch;
    }
  }
  @media (max-width: 560px) {
    /* Figure and faces side by side, the words below. */
    .hero {
      gap: 16px 12px;
      padding: 16px;
    }
    .hero .score {
      inline-size: 84px;
      block-size: 84px;
    }
    .hero .grow {
      order: 1;
      flex-basis: 100%;
    }
    .faces {
      gap: 8px;
      margin-inline-start: auto;
    }
    .faces zt-portrait {
      inline-size: 52px;
    }
    .faces figure:last-child zt-portrait {
      inline-size: 68px;
    }
  }
  @media (forced-colors: active) {
    .routes li.shared {
      border: 2px solid Highlight;
    }
  }
  @media print {
    .page {
      padding: 0;
      max-inline-size: none;
    }
    /* Grids break badly over pages: one may be laid over the next. Plain blocks do not. */
    .page,
    .parts,
    .parts:not(.first) > .stack {
      display: block;
    }
    .card {
      box-shadow: none;
      break-inside: avoid;
      margin-block-end: 14px;
      padding: 14px 16px;
    }
    .long,
    .parts.first .card {
      break-inside: auto;
    }
    zt-radar,
    .steps li {
      break-inside: avoid;
    }
    .outcomes {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 12px 28px;
    }
    .routes li {
      break-inside: avoid;
    }
    h2,
    h3 {
      break-after: avoid;
    }
    .lessons .key {
      print-color-adjust: exact;
    }
    h1:focus-visible {
      outline: none;
      box-shadow: none;
    }
    .hero {
      background: none;
      color: inherit;
      border: 2px solid currentColor;
    }
    .way,
    .button {
      display: none;
    }
  }
`;
