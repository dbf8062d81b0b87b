import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { csvOf } from '../../edition/csv.js';
import { allTables, type View } from '../view/view.js';
import { icon } from '../../../player/ui/icons.js';
import { moment, number } from '../view/words.js';
import { download } from './download.js';
import { ReportPart } from './part.js';
import { printReport } from './print.js';

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
      .on-paper {
        display: none;
      }
      @media print {
        .on-paper {
          display: block;
        }
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const { number: edition, read, made } = view.edition;
    return this.chapter(
      view,
      {
        id: 'downloads',
        title: 'Printen en alle tabellen',
        lead: `Editie ${number(edition)}, van ${moment(made)}, uit ${number(read.statements)} statements.`,
      },
      html`<ul class="no-print">
          <li><button class="button" @click=${() => printReport(false)}>${icon('print')}Print</button></li>
          <li>
            <button class="button" @click=${() => printReport(true)}>
              ${icon('print')}Print met de tabellen achter de grafieken
            </button>
          </li>
        </ul>
        <p class="small no-print">
          Hieronder alle tabellen, van alle groepen en perioden samen, als CSV voor Excel. De bestanden
          blijven op deze computer.
        </p>
        <ul class="no-print">
          ${allTables(view.edition).map(
            (table) =>
              html`<li>
                <button class="button" @click=${() => download(`${table.id}.csv`, csvOf(table))}>
                  ${table.title} <span class="muted num">(${number(table.rows.length)} rijen)</span>
                </button>
              </li>`,
          )}
        </ul>
        <p class="small on-paper">
          De tabellen achter de grafieken staan in <b>tabellen.xlsx</b> bij dit rapport, of kies ‘Print met de
          tabellen’.
        </p>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-downloads': ZtReportDownloads;
  }
}
