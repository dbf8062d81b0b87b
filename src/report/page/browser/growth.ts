import { scaleLinear } from 'd3-scale';
import { css, html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { GrowthCell, Shown } from '../../edition/edition.js';
import { growthText } from '../view/summary.js';
import { cellOf, type View } from '../view/view.js';
import { people, peopleText, signed } from '../view/words.js';
import { ReportPart } from './part.js';

const WIDTH = 360;
const LABELS = 148;
const ROW = 24;
const TOP = 18;

interface Line {
  readonly label: string;
  readonly baseline: number | null;
  readonly final: number | null;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Nulmeting -> eindmeting as dumbbells; only the steps where both ends would tell who did not take both tests. */
@customElement('zt-report-growth')
export class ZtReportGrowth extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      .chart {
        max-inline-size: 460px;
      }
      .total {
        font-weight: 700;
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const cell = cellOf(view.edition.growth, view.choice);
    return html`<section class="card" aria-labelledby="groei">
      <h2 id="groei">Groei: nulmeting → eindmeting</h2>
      ${cell === undefined ? this.nothingYet(view, 'mensen met twee metingen') : cell.shown ? figures(view, cell) : this.withheld(view, cell)}
      ${this.behind(view, 'groei')}
    </section>`;
  }
}

function figures(view: View, cell: Shown<GrowthCell>): TemplateResult {
  const lines: readonly Line[] = [
    { label: 'Totaal', ...cell },
    ...cell.competences.map((each) => ({ label: view.names.competence(each.competence), ...each })),
  ];
  const both = lines.every(({ baseline, final }) => baseline !== null && final !== null);
  const key = both
    ? 'Open rondje: nulmeting. Vol rondje: eindmeting.'
    : 'Het rondje is het verschil in punten, de streep is waar het echte verschil waarschijnlijk ligt.';
  return html`${both ? dumbbells(lines) : steps(lines)}
    <p class="small">
      ${key} ${cell.mayBeChance ? 'Het verschil kan toeval zijn.' : `Het is ${growthText(cell)}.`}
    </p>
    <p class="basis">${peopleText(cell, view.names.period, `${people(cell.n)} deden beide toetsen`)}</p>`;
}

function frame(lines: readonly Line[], ticks: readonly number[], drawn: Drawn): TemplateResult {
  const bottom = TOP + lines.length * ROW;
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${bottom + 4}" role="img" aria-label=${drawn.label}>
    ${ticks.map(
      (tick) =>
        svg`<line class="grid" x1=${drawn.x(tick)} x2=${drawn.x(tick)} y1=${TOP - 4} y2=${bottom} />
          <text class="soft" x=${drawn.x(tick)} y="10" font-size="10.5" text-anchor="middle">${drawn.tick(tick)}</text>`,
    )}
    ${lines.map((line, at) => {
      const y = TOP + (at + 0.5) * ROW;
      return svg`<text class=${at === 0 ? 'total' : ''} x="0" y=${y + 4} font-size="12">${line.label}</text>
        ${drawn.line(line, y)}`;
    })}
  </svg>`;
}

interface Drawn {
  readonly label: string;
  readonly x: (value: number) => number;
  readonly tick: (value: number) => string;
  readonly line: (line: Line, y: number) => SVGTemplateResult;
}

function dumbbells(lines: readonly Line[]): TemplateResult {
  const ends = lines.flatMap(({ baseline, final }) => [baseline ?? 0, final ?? 0]);
  const low = Math.floor(Math.min(...ends) / 10) * 10;
  const high = Math.min(100, Math.ceil(Math.max(...ends) / 10) * 10);
  const x = scaleLinear([low, Math.max(high, low + 10)], [LABELS + 8, WIDTH - 40]);
  return frame(lines, x.ticks(4), {
    label: `Groei per competentie, van ${low} tot ${high} punten. De tabel hieronder geeft alle getallen.`,
    x,
    tick: String,
    line: ({ baseline, final, difference }, y) => {
      const [from, to] = [x(baseline ?? 0), x(final ?? 0)];
      return svg`<line class="mark" x1=${from} x2=${to} y1=${y} y2=${y} stroke-width="3" />
        <circle class="hollow" cx=${from} cy=${y} r="4.5" stroke-width="2" />
        <circle class="mark" cx=${to} cy=${y} r="4.5" />
        <text x=${Math.max(from, to) + 10} y=${y + 4} font-size="11.5" font-weight="650">${signed(difference)}</text>`;
    },
  });
}

function steps(lines: readonly Line[]): TemplateResult {
  const ends = lines.flatMap(({ low, high }) => [low, high, 0]);
  const x = scaleLinear([Math.min(...ends), Math.max(...ends)], [LABELS + 8, WIDTH - 40]).nice(4);
  return frame(lines, x.ticks(4), {
    label: 'Verschil tussen nulmeting en eindmeting per competentie. De tabel hieronder geeft alle getallen.',
    x,
    tick: signed,
    line: ({ difference, low, high }, y) =>
      svg`<line class="mark" x1=${x(low)} x2=${x(high)} y1=${y} y2=${y} stroke-width="2" />
        <circle class="mark" cx=${x(difference)} cy=${y} r="4.5" />
        <text x=${x(high) + 8} y=${y + 4} font-size="11.5" font-weight="650">${signed(difference)}</text>`,
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-growth': ZtReportGrowth;
  }
}
