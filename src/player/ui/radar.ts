import { LitElement, css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unitTexts } from '../texts/nl-units.js';
import { baseStyles } from './base-styles.js';
import { icon } from './icons.js';

export interface Axis {
  readonly label: string;
  /** 0..100 */
  readonly score: number;
  /** Choices (or answers) that count for it. */
  readonly count: number;
}

const R = 84;
const CX = 180;
const CY = 118;

/** Competences as a web and as an equivalent table; below the norm the dot is open and the table says so in a word. */
@customElement('zt-radar')
export class ZtRadar extends LitElement {
  static override styles = [
    baseStyles,
    css`
      .both {
        display: grid;
        gap: 16px;
        align-items: center;
        container-type: inline-size;
      }
      .web {
        inline-size: 100%;
        max-inline-size: 420px;
        margin-inline: auto;
      }
      text {
        font: 600 11.5px var(--zt-font-family);
        fill: var(--zt-color);
      }
      svg {
        display: block;
        overflow: visible;
      }
      /* The web shrinks with the screen; its words should not. */
      @media (max-width: 560px) {
        text {
          font-size: 13.5px;
        }
        th,
        td,
        th[scope='row'] {
          padding-inline: 5px;
        }
      }
      .area {
        fill: color-mix(in oklab, var(--zt-secondary-color) 20%, transparent);
        stroke: var(--zt-secondary-color);
      }
      .dot {
        fill: var(--zt-secondary-color);
        stroke: var(--zt-secondary-color);
      }
      .dot.open {
        fill: var(--zt-surface);
      }
      .number {
        text-align: end;
      }
      .below {
        display: inline-flex;
        gap: 4px;
        align-items: center;
        color: var(--zt-warn);
      }
      tr:last-child td,
      tr:last-child th[scope='row'] {
        border-block-end: 0;
      }
      th[scope='row'] {
        font-size: 0.9375rem;
        font-weight: 400;
        color: inherit;
        padding: 10px;
        border-block-end: 1px solid var(--zt-table-border-color);
        overflow-wrap: anywhere;
      }
      caption {
        text-align: start;
        padding-block-end: 4px;
      }
      /* The names stand where the heading above them stands, and so do the last figures. */
      th:first-child,
      th[scope='row'] {
        padding-inline-start: 0;
      }
      tr > :last-child {
        padding-inline-end: 0;
      }
      .both:not(.two) table {
        max-inline-size: 34rem;
      }
      @media (min-width: 620px) {
        .both.two {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) axes: readonly Axis[] = [];
  /** Below this a competence is one to practise. */
  @property({ type: Number }) norm = 70;
  /** Heading of the last column ('Keuzes', 'Vragen'). */
  @property() counted = '';

  override render(): TemplateResult {
    // Two points make a line, not a web.
    const web = this.axes.length >= 3;
    return html`<div class="both ${web ? 'two' : ''}">
      ${
        web
          ? html`<svg class="web" viewBox="0 0 360 236" role="img" aria-label=${unitTexts.radar.picture}>
              ${this.grid()}${this.area()}${this.axes.map((axis, i) => this.label(axis, i))}
            </svg>`
          : nothing
      }
      ${this.table()}
    </div>`;
  }

  private grid(): SVGTemplateResult {
    const rings = [25, 50, 75, 100].map(
      (level) => svg`<polygon points=${this.ring(() => level)} fill="none" stroke="var(--zt-line)" />`,
    );
    const spokes = this.axes.map((_, i) => {
      const [x, y] = this.point(i, 100);
      return svg`<path d="M${CX} ${CY}L${x} ${y}" stroke="var(--zt-line)" />`;
    });
    const norm = svg`<polygon points=${this.ring(() => this.norm)} fill="none" stroke="var(--zt-muted)" stroke-dasharray="4 4" />`;
    return svg`${rings}${spokes}${norm}`;
  }

  private area(): SVGTemplateResult {
    const points = this.ring((i) => this.axes[i]?.score ?? 0);
    const dots = this.axes.map((axis, i) => {
      const [x, y] = this.point(i, axis.score);
      return svg`<circle class="dot ${axis.score < this.norm ? 'open' : ''}" cx=${x} cy=${y} r="4.500" stroke-width="2" />`;
    });
    return svg`<polygon class="area" points=${points} stroke-width="2.500" stroke-linejoin="round" />${dots}`;
  }

  private label(axis: Axis, i: number): SVGTemplateResult {
    const [x, y] = this.point(i, 117);
    const anchor = Math.abs(x - CX) < 12 ? 'middle' : x > CX ? 'start' : 'end';
    const lines = linesOf(axis.label);
    const above = (lines.length - 1) * 14;
    const top = y + 4 - (y < CY ? above : above / 2);
    return svg`<text y=${top} text-anchor=${anchor} aria-hidden="true">${lines.map(
      (line, n) => svg`<tspan x=${x} dy=${n === 0 ? 0 : 14}>${line}</tspan>`,
    )}</text>`;
  }

  private table(): TemplateResult {
    const texts = unitTexts.radar;
    return html`<table>
      <caption class="sr-only">
        ${texts.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${texts.competence}</th>
          <th scope="col" class="number">${texts.you}</th>
          <th scope="col" class="number">${texts.norm}</th>
          <th scope="col" class="number">${this.counted}</th>
        </tr>
      </thead>
      <tbody>
        ${this.axes.map(
          (axis) =>
            html`<tr>
              <th scope="row">${axis.label}</th>
              <td class="number num bold">
                ${
                  axis.score < this.norm
                    ? html`<span class="below"
                        >${icon('arrow-down', 14)}<span class="sr-only">${texts.below}</span
                        >${Math.round(axis.score)}</span
                      >`
                    : Math.round(axis.score)
                }
              </td>
              <td class="number num muted">${this.norm}</td>
              <td class="number num">${axis.count}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private point(i: number, level: number): readonly [number, number] {
    const angle = -Math.PI / 2 + (i * 2 * Math.PI) / this.axes.length;
    const at = (centre: number, part: number): number =>
      Math.round((centre + (part * R * level) / 100) * 10) / 10;
    return [at(CX, Math.cos(angle)), at(CY, Math.sin(angle))];
  }

  private ring(level: (i: number) => number): string {
    return this.axes.map((_, i) => this.point(i, level(i)).join(',')).join(' ');
  }
}

/** Words of a label in lines that fit beside the web. */
function linesOf(label: string): readonly string[] {
  return label.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && last.length + word.length < 12
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word];
  }, []);
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-radar': ZtRadar;
  }
}
