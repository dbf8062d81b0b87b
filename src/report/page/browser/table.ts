/** The table behind a chart: the same figures for who reads rather than looks, and as a file to go on with. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../../../player/ui/base-styles.js';
import { csvOf } from '../../edition/csv.js';
import type { Table, Value } from '../../edition/table.js';
import { folded } from '../view/fold.js';
import { number } from '../view/words.js';
import { download } from './download.js';
import { partStyles } from './part-styles.js';
import { printsTables, UnfoldsOnPaper } from './print.js';

@customElement('zt-report-table')
export class ZtReportTable extends LitElement {
  static override styles = [
    baseStyles,
    partStyles,
    css`
      :host {
        margin-block-start: auto;
        border-block-start: 1px solid var(--zt-line);
      }
      :host(:not([filled])) {
        display: none;
      }
      table {
        font-size: 0.875rem;
      }
      caption {
        text-align: start;
        padding-block-end: 4px;
        color: var(--zt-muted);
        font-size: 0.8125rem;
      }
      th,
      td {
        padding: 6px 10px 6px 0;
      }
      td {
        max-inline-size: 36ch;
      }
      .button {
        margin-block-start: 12px;
      }
      @media print {
        details:not([open]) {
          display: none;
        }
        :host(:not([open])) {
          border: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) table?: Table | undefined;
  @property({ type: Boolean, reflect: true }) open = false;
  /** There are rows to show. */
  @property({ type: Boolean, reflect: true }) filled = false;

  constructor() {
    super();
    new UnfoldsOnPaper(this, 'details', printsTables);
  }

  override willUpdate(): void {
    this.filled = (this.table?.rows.length ?? 0) > 0;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.table || !this.filled) return nothing;
    const table = folded(this.table);
    const figures = table.columns.map((_, at) => table.rows.every((row) => typeof row[at] !== 'string'));
    return html`<details
      ?open=${this.open}
      @toggle=${(event: Event) => (this.open = (event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>Tabel: ${table.title}</summary>
      <div class="scroll" role="region" aria-label=${`Tabel: ${table.title}`} tabindex="0">
        <table>
          <caption>
            ${table.caption || table.title}
          </caption>
          <thead>
            <tr>
              ${table.columns.map((name, at) => html`<th scope="col" class=${figures[at] ? 'num' : ''}>${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${table.rows.map(
              (row) =>
                html`<tr>
                  ${row.map((value, at) => html`<td class=${figures[at] ? 'num' : ''}>${cellText(value)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <button class="button" @click=${() => this.save(table)}>Download deze tabel (CSV)</button>
    </details>`;
  }

  private save(table: Table): void {
    download(`${table.id}.csv`, csvOf(this.table ?? table));
  }
}

const cellText = (value: Value): string =>
  value === null ? '–' : typeof value === 'number' ? number(value) : value;

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-table': ZtReportTable;
  }
}
