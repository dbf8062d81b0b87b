import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { csvOf } from '../../edition/csv.js';
import { allTables, type View } from '../view/view.js';
import { number } from '../view/words.js';
import { download } from './download.js';
import { ReportPart } from './part.js';

/** All tables of the edition as files; nothing is in them that the page could not show. */
@customElement('zt-report-downloads')
export class ZtReportDownloads extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      :host {
        display: block;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  protected draw({ edition }: View): TemplateResult {
    return html`<section class="card" aria-labelledby="downloads">
      <h2 id="downloads">Alle tabellen</h2>
      <p class="small">
        Van alle groepen en perioden samen, als CSV voor Excel. De bestanden blijven op deze computer.
      </p>
      <ul>
        ${allTables(edition).map(
          (table) =>
            html`<li>
              <button class="button" @click=${() => download(`${table.id}.csv`, csvOf(table))}>
                ${table.title} <span class="muted num">(${number(table.rows.length)} rijen)</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-downloads': ZtReportDownloads;
  }
}
