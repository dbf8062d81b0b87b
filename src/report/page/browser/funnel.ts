import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { FunnelCell, Shown } from '../../edition/edition.js';
import { funnelOf, type View } from '../view/view.js';
import { basisText, number, people, percent } from '../view/words.js';
import { bar } from './bar.js';
import { ReportPart } from './part.js';

/** From opening a package to finishing it: how many, how long, and where people stop. */
@customElement('zt-report-funnel')
export class ZtReportFunnel extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      .modules {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(340px, 100%), 1fr));
        gap: 12px;
      }
      .module {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        align-content: start;
        padding: 14px 16px;
        border: 1px solid var(--zt-line);
        border-radius: var(--zt-radius);
      }
      .units {
        display: grid;
        grid-template-columns: minmax(0, 1fr) clamp(24px, 9vi, 72px) auto;
        gap: 4px 10px;
      }
      .unit {
        display: grid;
        grid-template-columns: subgrid;
        grid-column: 1 / -1;
        align-items: center;
      }
      .unit .num {
        min-inline-size: 3.5ch;
        text-align: end;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 12px;
      }
      dt {
        color: var(--zt-muted);
      }
      .unit.stop {
        font-weight: 650;
      }
      /* A grid cannot be cut between pages without its rows running over each other, and columns lose what does not fit. */
      @media print {
        .modules {
          display: block;
        }
        .module {
          display: inline-grid;
          inline-size: calc(50% - 6px);
          margin-inline-end: 12px;
          vertical-align: top;
          break-inside: avoid;
          margin-block-end: 12px;
        }
        .module:nth-child(even) {
          margin-inline-end: 0;
        }
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const cells = funnelOf(view.edition, view.choice);
    return this.chapter(
      view,
      {
        id: 'klaar',
        title: 'Van start tot klaar',
        lead: 'Hoeveel mensen een module afmaken, hoe lang zij bezig zijn, en waar zij stoppen.',
        byModule: true,
      },
      html` ${
        view.choice.version === null
          ? nothing
          : html`<p class="small">
              Eén versie apart meten we alleen voor de hele organisatie en over alle maanden samen.
            </p>`
      }
      ${
        cells.length === 0
          ? this.nothingYet(view, 'gestarte modules')
          : html`<div class="modules">
              ${cells.map(
                (cell) =>
                  html`<div class="module">
                    <h3>${view.names.module(cell.module)}</h3>
                    ${cell.shown ? figures(view, cell) : this.withheld(view, cell)}
                  </div>`,
              )}
            </div>`
      }
      ${this.behind(view, 'van-start-tot-klaar')} ${this.behind(view, 'waar-mensen-stoppen')}`,
    );
  }
}

function figures({ names }: View, cell: Shown<FunnelCell>): TemplateResult {
  const { minutes, passed, completed, stop } = cell;
  return html`<dl class="small num">
      <dt>Af</dt>
      <dd class="bold">${percent(completed)}</dd>
      ${
        passed
          ? html`<dt>Geslaagd</dt>
              <dd class="bold">${percent(passed)}</dd>`
          : nothing
      }
      <dt>Tijd</dt>
      <dd>
        ${
          minutes
            ? html`<span class="bold">${number(minutes.median)} minuten</span>
                <span class="muted">(de helft: ${number(minutes.low)} tot ${number(minutes.high)})</span>`
            : 'te weinig bezoeken om te tonen'
        }
      </dd>
    </dl>
    <p class="small muted">Zoveel mensen maakten dit onderdeel af:</p>
    <ol class="small units">
      ${cell.units.map(
        ({ unit, finished }) =>
          html`<li class="unit ${unit === stop ? 'stop' : ''}">
            <span
              >${names.unit(cell.module, unit)}${
                unit === stop && cell.units.length > 1
                  ? html` <span class="chip warn">Hierna stoppen de meesten</span>`
                  : nothing
              }</span
            >
            ${bar(finished.percent)}<span class="num">${percent(finished)}</span>
          </li>`,
      )}
    </ol>
    <p class="basis">${basisText(cell, names.period, `${people(cell.n)} begonnen`)}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-funnel': ZtReportFunnel;
  }
}
