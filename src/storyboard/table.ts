/** A table with headers on both sides; on a telephone each row becomes a block in which every cell names its column. */
import { html, type Html, nothing } from './html.js';

export type Cell = Html | string | number;

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly Cell[])[];
  readonly className?: string;
}

export const dataTable = ({ caption, columns, rows, className }: Table): Html =>
  html`<table class="${className ?? ''}">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([head, ...cells]) =>
          html`<tr>
            <th scope="row">${head ?? nothing}</th>
            ${cells.map((cell, index) => html`<td data-label="${columns[index + 1] ?? ''}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
