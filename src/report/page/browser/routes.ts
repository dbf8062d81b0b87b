import { area, curveBumpY } from 'd3-shape';
import { css, html, nothing, svg, unsafeCSS, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { drawnRoutes } from '../../edition/drawn-routes.js';
import type { RoutesCell, Shown } from '../../edition/edition.js';
import { FLOW, flowOf, RIBBON, type PlacedNode, type Ribbon } from '../view/flow.js';
import { cellsOf, routeUnit, type View } from '../view/view.js';
import { basisText, people, percent } from '../view/words.js';
import { ReportPart } from './part.js';

/** A ribbon keeps its width from left to right, however it bends: a thick stroke would fold over itself. */
function path({ from, to, width }: Ribbon): string {
  const half = (width ?? 0) / 2;
  const ribbon = area<readonly [number, number]>(
    ([x]) => x - half,
    ([, y]) => y,
  )
    .x1(([x]) => x + half)
    .curve(curveBumpY);
  return ribbon([from, to]) ?? '';
}

/** How people went through one conversation, on its own graph. */
@customElement('zt-report-routes')
export class ZtReportRoutes extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      .pick {
        display: grid;
        gap: 4px;
        font-size: 0.875rem;
        font-weight: 650;
        max-inline-size: 420px;
      }
      select {
        font-weight: 400;
        text-overflow: ellipsis;
      }
      svg.chart {
        min-inline-size: 760px;
      }
      .ribbon {
        fill: light-dark(${unsafeCSS(RIBBON.rest.light)}, ${unsafeCSS(RIBBON.rest.dark)});
        fill-opacity: 0.75;
      }
      .ribbon.best {
        fill: light-dark(${unsafeCSS(RIBBON.best.light)}, ${unsafeCSS(RIBBON.best.dark)});
        fill-opacity: 0.9;
      }
      .ribbon.untold {
        fill: none;
        stroke-width: 1.5;
        stroke-dasharray: 2 4;
        stroke: var(--zt-line-strong);
        stroke-opacity: 0.5;
      }
      .node {
        fill: var(--zt-action-background-color);
      }
      .node.goed {
        fill: var(--zt-good);
      }
      .node.voldoende {
        fill: var(--zt-warn);
      }
      .node.slecht {
        fill: var(--zt-bad);
      }
      .words {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        max-block-size: 38px;
        text-align: center;
        font-size: 13px;
        line-height: 1.35;
        color: var(--zt-color);
      }
      .words b {
        font-weight: 700;
      }
      .best-words {
        font-weight: 650;
      }
      @media (forced-colors: active) {
        .ribbon {
          fill: CanvasText;
          fill-opacity: 0.2;
        }
        .ribbon.best {
          fill: CanvasText;
          fill-opacity: 0.7;
        }
        .node,
        .node.goed,
        .node.voldoende,
        .node.slecht {
          fill: CanvasText;
        }
      }
      @media print {
        svg.chart {
          min-inline-size: 0;
        }
        .card.long {
          break-inside: avoid;
        }
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const { edition, choice } = view;
    const there = cellsOf(edition.routes, choice);
    const chosen = routeUnit(edition, choice);
    const cell = there.find((each) => idOf(each) === chosen);
    return this.chapter(
      view,
      {
        id: 'routes',
        title: 'Routes door de gesprekken',
        lead: 'Welke weg mensen door elk gesprek namen, naast de beste.',
        byModule: true,
      },
      html` ${
        there.length === 0
          ? nothing
          : html`<label class="pick no-print"
              >Gesprek
              <select
                class="field"
                .value=${chosen ?? ''}
                @change=${(event: Event) => this.choose({ unit: (event.currentTarget as HTMLSelectElement).value })}
              >
                ${there.map(
                  (each) =>
                    html`<option value=${idOf(each)} ?selected=${each === cell}>
                      ${view.names.unit(each.module, each.unit)}${each.shown ? '' : ' (niet getoond)'}
                    </option>`,
                )}
              </select></label
            >`
      }
      ${
        cell === undefined
          ? this.nothingYet(view, 'routes')
          : html`<h3>${view.names.unit(cell.module, cell.unit)}</h3>
              ${cell.shown ? figures(view, cell) : this.withheld(view, cell)}`
      }
      ${this.behind(view, 'routes')}`,
    );
  }
}

const idOf = ({ module, unit }: { readonly module: string; readonly unit: string }): string =>
  `${module}/${unit}`;

function figures({ edition, names }: View, cell: Shown<RoutesCell>): TemplateResult {
  const flow = flowOf(drawnRoutes(edition, cell));
  const best = percent(cell.bestRoute);
  return html`<p class="small measure">
      Lees van boven naar beneden. Hoe breder de baan, hoe meer mensen hem kozen. De beste route heeft de
      sterkste kleur en vette tekst: <strong>${best}</strong> nam die van begin tot eind. Een stippellijn is
      een keuze van niemand, of van te weinig mensen om te tonen.
    </p>
    <div class="scroll" role="region" aria-label="Stroom: ${names.unit(cell.module, cell.unit)}" tabindex="0">
      <svg
        class="chart"
        viewBox="0 0 ${FLOW.width} ${flow.height}"
        role="img"
        aria-label="De routes van ${people(cell.n)}. ${best} nam de beste route. De tabel hieronder geeft elke keuze."
      >
        ${[...flow.ribbons].sort((a, b) => Number(a.best) - Number(b.best)).map(ribbon)}
        ${flow.nodes.map(node)}
      </svg>
    </div>
    <p class="basis">${basisText(cell, names.period, `${people(cell.n)}, eerste poging`)}</p>`;
}

const ribbon = (each: Ribbon): SVGTemplateResult =>
  svg`<path
    class="ribbon ${each.best ? 'best' : ''} ${each.width === null ? 'untold' : ''}"
    d=${path(each)}
  />`;

const QUALITY = { goed: 'Goed', voldoende: 'Voldoende', slecht: 'Slecht' } as const;

function node({ node, x, y, width, room }: PlacedNode): SVGTemplateResult {
  const quality = node.quality === null ? '' : `${QUALITY[node.quality]}: `;
  return svg`<g>
    <title>${node.label}</title>
    <rect class="node ${node.quality ?? ''}" x=${x} y=${y} width=${width} height=${FLOW.bar} rx="2" />
    <foreignObject x=${room[0]} y=${y + FLOW.bar + 1} width=${room[1]} height=${FLOW.label}>
      ${html`<div class="words ${node.best ? 'best-words' : ''}">
        ${node.share === null ? '' : html`<b>${percent(node.share)}</b> `}${quality}${node.label}
      </div>`}
    </foreignObject>
  </g>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-routes': ZtReportRoutes;
  }
}
