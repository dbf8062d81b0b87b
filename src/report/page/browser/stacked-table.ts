/** A table too wide for a phone: there each row stands as a block, and each cell says of which column it is. */
import { css } from 'lit';

/** For `table.stacked`, whose parts name their role, as some browsers take a table's away with its layout; `td[data-column]` is said before a cell. */
export const stackedStyles = css`
  @media screen and (max-width: 720px) {
    .stacked,
    .stacked thead,
    .stacked tbody,
    .stacked tr,
    .stacked th,
    .stacked td {
      display: block;
      min-inline-size: 0;
      inline-size: auto;
    }
    .stacked thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .stacked tr {
      padding-block: 8px;
      border-block-end: 1px solid var(--zt-table-border-color);
    }
    .stacked tbody th[scope='row'],
    .stacked tbody td {
      inline-size: auto;
      padding: 2px 0;
      border: 0;
      text-align: start;
    }
    .stacked td[data-column]::before {
      content: attr(data-column) ': ';
      color: var(--zt-muted);
      font-size: 0.8125rem;
    }
  }
`;
