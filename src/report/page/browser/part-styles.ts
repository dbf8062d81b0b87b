/** The look that the parts of the report share, on screen and on paper. */
import { css } from 'lit';

export const partStyles = css`
  h2 {
    font-size: 1.125rem;
  }
  h3 {
    font-size: 1rem;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    align-content: start;
    block-size: 100%;
  }
  .basis {
    font-size: 0.8125rem;
    color: var(--zt-muted);
    line-height: 1.4;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: baseline;
    justify-content: space-between;
  }
  .chapter > summary {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px 10px;
    align-items: center;
    min-block-size: 44px;
    padding-block: 0;
    list-style: none;
  }
  .chapter > summary::-webkit-details-marker {
    display: none;
  }
  .chapter > summary::before {
    content: '';
    inline-size: 9px;
    block-size: 9px;
    border: solid var(--zt-secondary-color);
    border-width: 0 2.5px 2.5px 0;
    rotate: -45deg;
    margin-inline: 2px 4px;
  }
  .chapter[open] > summary::before {
    rotate: 45deg;
  }
  .lead {
    grid-column: 2;
    font-weight: 400;
  }
  .chapter > .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding-block-start: 12px;
  }
  .only {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    align-items: center;
  }
  .withheld {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 12px 14px;
    border: 1px dashed var(--zt-line-strong);
    border-radius: var(--zt-radius);
  }
  .withheld .row {
    gap: 8px;
  }
  .scroll {
    /* Holds what is there for a screen reader only, which would widen the page otherwise. */
    position: relative;
    overflow-x: auto;
  }
  svg.chart {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
    font-family: var(--zt-font-family);
  }
  svg.chart text {
    fill: var(--zt-color);
  }
  svg.chart .soft {
    fill: var(--zt-muted);
  }
  svg.chart .grid {
    stroke: var(--zt-line);
  }
  svg.chart .mark {
    fill: var(--zt-action-background-color);
    stroke: var(--zt-action-background-color);
  }
  svg.chart .hollow {
    fill: var(--zt-surface);
    stroke: var(--zt-action-background-color);
  }
  .button.quiet {
    padding-inline: 0;
  }
  th.num,
  td.num {
    text-align: end;
    white-space: nowrap;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 10px;
  }
  .bar .ground {
    fill: var(--zt-line);
  }
  .bar .value {
    fill: var(--zt-action-background-color);
  }
  @media (forced-colors: active) {
    .withheld {
      border-color: CanvasText;
    }
    svg.chart text,
    svg.chart .soft {
      fill: CanvasText;
    }
    svg.chart .grid {
      stroke: CanvasText;
      stroke-opacity: 0.3;
    }
    .button.quiet {
      padding-inline: 10px;
    }
    svg.chart .mark {
      fill: CanvasText;
      stroke: CanvasText;
    }
    svg.chart .hollow {
      fill: Canvas;
      stroke: CanvasText;
    }
    .bar .ground {
      fill: Canvas;
      stroke: CanvasText;
    }
    .bar .value {
      fill: CanvasText;
    }
  }
  @media print {
    * {
      print-color-adjust: exact;
    }
    .card {
      box-shadow: none;
      break-inside: avoid;
      padding: 12px;
      block-size: auto;
    }
    .card.long {
      break-inside: auto;
    }
    .chapter > summary {
      grid-template-columns: minmax(0, 1fr);
      min-block-size: 0;
      break-after: avoid;
    }
    .chapter > summary::before {
      display: none;
    }
    /* Asks for room, so that no heading stands alone at the end of a page: 'break-after' is not kept before a grid. */
    :host([data-chapter])::before {
      content: '';
      display: block;
      block-size: 20rem;
      margin-block-end: -20rem;
      break-inside: avoid;
    }
    .lead {
      grid-column: 1;
    }
    summary:focus-visible {
      outline: none;
      box-shadow: none;
    }
    h2,
    h3,
    thead {
      break-after: avoid;
    }
    tr,
    li {
      break-inside: avoid;
    }
    button,
    .no-print {
      display: none !important;
    }
    .scroll {
      overflow: visible;
    }
  }
`;
