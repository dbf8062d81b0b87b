import { scaleLinear } from 'd3-scale';
import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Edition, ScoreCell, Shown } from '../../edition/edition.js';
import { changeText } from '../view/summary.js';
import { cellOf, type View } from '../view/view.js';
import { limitsOf, peopleText } from '../view/words.js';
import { ReportPart } from './part.js';

const WIDTH = 320;
const EDGE = 10;
const BAR = { top: 26, height: 12 } as const;
const x = scaleLinear([0, 100], [EDGE, WIDTH - EDGE]);

/** The dienstverleningsscore: the number, its label, and its interval on the scale. */
@customElement('zt-report-score')
export class ZtReportScore extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      .big {
        font-size: 3.75rem;
        line-height: 1;
        font-weight: 800;
        letter-spacing: -0.03em;
        color: var(--zt-heading-color);
      }
      .chart {
        max-inline-size: 440px;
      }
      .track {
        fill: var(--zt-canvas);
        stroke: var(--zt-line-strong);
      }
      .own {
        font-weight: 700;
      }
      .reached {
        fill: var(--zt-tint);
        stroke: var(--zt-action-background-color);
        stroke-width: 2;
      }
      @media (forced-colors: active) {
        .track {
          fill: Canvas;
          stroke: CanvasText;
        }
        .reached {
          fill: Canvas;
          stroke: Highlight;
        }
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const cell = cellOf(view.edition.score, view.choice);
    return html`<section class="card" aria-labelledby="score">
      <h2 id="score">Dienstverleningsscore</h2>
      ${cell === undefined ? this.nothingYet(view, 'scores') : cell.shown ? figures(view, cell) : this.withheld(view, cell)}
      ${this.behind(view, 'score')}
    </section>`;
  }
}

function figures(view: View, cell: Shown<ScoreCell>): TemplateResult {
  const halves = cell.instruments.length > 1 ? cell.instruments : [];
  return html`<div class="row wrap">
      <p class="big num">${cell.mean}</p>
      <div>
        <p><span class="chip solid">${cell.label}</span></p>
        <p class="small muted num">waarschijnlijk ${cell.low} tot ${cell.high}</p>
      </div>
    </div>
    ${scale(view, cell)} ${nextLabel(view, cell)}
    ${halves.map(
      ({ instrument, mean, low, high, n }) =>
        html`<p class="small num">
          ${instrument === 'kennistoets' ? 'Kennistoets' : 'Werkdag'}: ${mean} (${low} tot ${high}), n = ${n}
        </p>`,
    )}
    ${cell.change ? html`<p class="small">${changeText(view, cell.change)}</p>` : nothing}
    <p class="basis">${peopleText(cell, view.names.period)}</p>`;
}

/** What it takes to be called better. */
function nextLabel({ edition }: View, { mean }: Shown<ScoreCell>): TemplateResult | typeof nothing {
  const next = edition.labels.find(({ from }) => from > mean);
  if (!next) return nothing;
  const points = next.from - mean;
  return html`<p class="small">
    Vanaf ${next.from} heet de score <b>${next.label}</b>: nog ${points} ${points === 1 ? 'punt' : 'punten'}.
  </p>`;
}

function scale({ edition }: View, cell: Shown<ScoreCell>): TemplateResult {
  const { from, to } = limitsOf(edition.labels, cell.label);
  const limits = [...edition.labels.map((label) => label.from), 100];
  const middle = BAR.top - 12;
  return html`<svg
    class="chart"
    viewBox="0 0 ${WIDTH} 84"
    role="img"
    aria-label="Op de schaal van 0 tot 100 staat de score op ${cell.mean}. ${cell.label} loopt van ${from} tot ${to}."
  >
    <rect class="track" x=${x(0)} y=${BAR.top} width=${x(100) - x(0)} height=${BAR.height} rx="3" />
    ${limits.map(
      (limit) =>
        svg`<line class="track" x1=${x(limit)} x2=${x(limit)} y1=${BAR.top} y2=${BAR.top + BAR.height} />
          <text class="soft" x=${x(limit)} y="52" font-size="11" text-anchor="middle">${limit}</text>`,
    )}
    <rect class="reached" x=${x(from)} y=${BAR.top} width=${x(to) - x(from)} height=${BAR.height} rx="3" />
    ${edition.labels.map((_, at) => labelText(edition, cell, at))}
    <g class="mark" stroke-width="2">
      <line x1=${x(cell.low)} x2=${x(cell.high)} y1=${middle} y2=${middle} />
      <line x1=${x(cell.low)} x2=${x(cell.low)} y1=${middle - 5} y2=${middle + 5} />
      <line x1=${x(cell.high)} x2=${x(cell.high)} y1=${middle - 5} y2=${middle + 5} />
      <line x1=${x(cell.mean)} x2=${x(cell.mean)} y1=${middle} y2=${BAR.top + BAR.height} />
      <circle cx=${x(cell.mean)} cy=${middle} r="5" />
    </g>
  </svg>`;
}

/** Neighbours stand on two lines: a narrow step has room for a long word. */
function labelText({ labels }: Edition, cell: Shown<ScoreCell>, at: number): SVGTemplateResult {
  const { label = '', from = 0 } = labels[at] ?? {};
  const to = labels[at + 1]?.from;
  return svg`<text
    class=${label === cell.label ? 'own' : 'soft'}
    x=${x(to === undefined ? 100 : (from + to) / 2)}
    y=${at % 2 === 0 ? 67 : 81}
    font-size="11"
    text-anchor=${to === undefined ? 'end' : 'middle'}
  >${label}</text>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-score': ZtReportScore;
  }
}
