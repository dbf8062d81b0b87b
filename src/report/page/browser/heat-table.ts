/** A table whose cells are coloured in the five fixed steps; the colours only repeat its numbers. */
import { css, html, nothing, unsafeCSS, type CSSResult, type TemplateResult } from 'lit';
import { icon } from '../../../player/ui/icons.js';
import { HEAT_STEPS, heatStep } from '../view/heat.js';
import { breakable } from '../view/words.js';

export interface HeatRow {
  readonly label: string;
  /** For the class of the row. */
  readonly kind: string;
  /** Persons; null: withheld. */
  readonly n: number | null;
  /** One a column (null: none); or why there are none. */
  readonly figures: readonly (number | null)[] | string;
  /** The columns whose figure is the lowest of this row: the first to look at. */
  readonly lowest?: ReadonlySet<number>;
}

export interface HeatTable {
  /** What a screen reader calls it. */
  readonly name: string;
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatRow[];
  /** Rows apart, under a heading of their own. */
  readonly more?: { readonly heading: string; readonly rows: readonly HeatRow[] };
}

export function heatTable({ name, corner, columns, rows, more }: HeatTable): TemplateResult {
  return html`<div class="scroll" role="region" aria-label=${name} tabindex="0">
    <table class="heat">
      <thead>
        <tr>
          <th scope="col">${corner}</th>
          ${columns.map((column) => html`<th scope="col">${breakable(column)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => heatRow(row, columns.length))}
      </tbody>
      ${more === undefined || more.rows.length === 0 ? nothing : apart(more.heading, more.rows, columns.length)}
    </table>
  </div>`;
}

const apart = (heading: string, rows: readonly HeatRow[], width: number): TemplateResult =>
  html`<tbody>
    <tr class="heading">
      <th scope="rowgroup" colspan=${width + 1}>${heading}</th>
    </tr>
    ${rows.map((row) => heatRow(row, width))}
  </tbody>`;

const heatRow = ({ label, kind, n, figures, lowest }: HeatRow, width: number): TemplateResult =>
  html`<tr class=${kind}>
    <th scope="row">${label}${n === null ? '' : html` <span class="muted num">${n}</span>`}</th>
    ${
      typeof figures === 'string'
        ? html`<td class="none" colspan=${width}>
            <span class="row">${icon('lock', 16)}<span>${figures}</span></span>
          </td>`
        : figures.map((figure, at) =>
            figure === null
              ? html`<td class="step empty">–</td>`
              : html`<td class="step s${heatStep(figure)}">
                  ${figure}${
                    lowest?.has(at)
                      ? html`<span class="lowest" aria-hidden="true">${LOWEST}</span
                          ><span class="sr-only">, het laagst</span>`
                      : nothing
                  }
                </td>`,
          )
    }
  </tr>`;

const LOWEST = '▾';

/** `lowest`: what that mark stands for, where there is one. */
export const heatLegend = (lowest?: string): TemplateResult =>
  html`<ul class="legend tiny muted">
    ${HEAT_STEPS.map(({ label }, at) => html`<li class="colour"><span class="swatch s${at}"></span>${label}</li>`)}
    ${lowest === undefined ? nothing : html`<li><span aria-hidden="true">${LOWEST}</span>${lowest}</li>`}
  </ul>`;

const stepStyles: readonly CSSResult[] = HEAT_STEPS.map(({ light, dark }, at) =>
  unsafeCSS(
    `.s${at}{background:light-dark(${light[0]},${dark[0]});color:light-dark(${light[1]},${dark[1]})}`,
  ),
);

export const heatStyles: readonly CSSResult[] = [
  ...stepStyles,
  css`
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
    }
    .legend li {
      display: flex;
      gap: 6px;
      align-items: center;
    }
    .swatch {
      inline-size: 16px;
      block-size: 12px;
      border: 1px solid var(--zt-line-strong);
      border-radius: 3px;
    }
    .heat {
      border-collapse: separate;
      border-spacing: 3px;
      min-inline-size: var(--heat-width, 660px);
    }
    .heat th,
    .heat td {
      border: 0;
      padding: 6px 4px;
    }
    .heat thead th {
      text-align: center;
      hyphens: manual;
      vertical-align: bottom;
    }
    .heat th:first-child {
      position: sticky;
      inset-inline-start: 0;
      background: var(--zt-surface);
      text-align: start;
      padding-inline: 0 10px;
      min-inline-size: 124px;
      z-index: 1;
    }
    .heat tbody th {
      font-size: 0.9375rem;
      color: inherit;
      vertical-align: middle;
    }
    .team th {
      font-weight: 400;
    }
    .under th {
      padding-inline-start: 14px;
    }
    .heat .step {
      font-variant-numeric: tabular-nums;
      text-align: center;
      vertical-align: middle;
      font-weight: 700;
      min-inline-size: 56px;
      block-size: 36px;
      border-radius: 8px;
    }
    .lowest {
      margin-inline-start: 4px;
    }
    .heat .none {
      padding: 4px 12px;
      border: 1px dashed var(--zt-line-strong);
      border-radius: 8px;
      font-size: 0.8125rem;
      color: var(--zt-muted);
      vertical-align: middle;
    }
    .heat .heading th {
      padding-block: 14px 4px;
      font-size: 0.8125rem;
      color: var(--zt-muted);
    }
    .whole th,
    .whole td {
      border-block-end: 4px solid transparent;
    }
    .none .row {
      gap: 8px;
      justify-content: flex-start;
      position: sticky;
      inset-inline-start: 140px;
      max-inline-size: max-content;
    }
    @media (forced-colors: active) {
      /* Without the colours, their legend says nothing; the numbers stand. */
      .legend .colour {
        display: none;
      }
      .whole th,
      .whole td {
        border-color: Canvas;
      }
    }
    @media (max-width: 560px) {
      .heat {
        min-inline-size: 0;
      }
      .heat th:first-child {
        max-inline-size: 124px;
      }
      .none .row {
        max-inline-size: min(190px, calc(100vw - 204px));
      }
    }
    @media print {
      .heat {
        min-inline-size: 0;
        font-size: 0.8125rem;
      }
      .heat thead th {
        font-size: 0.6875rem;
      }
      .step {
        min-inline-size: 0;
        block-size: 30px;
      }
      .none .row,
      .heat th:first-child {
        position: static;
      }
    }
  `,
];
