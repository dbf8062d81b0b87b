import { css } from 'lit';

/** Of the document: paper has no scroll bar, so what is read from it may be smaller. */
export const paperStyles = css`
  @media print {
    html {
      font-size: 75%;
    }
  }
`;

/** How the parts of the report lie on the page. */
export const reportStyles = css`
  :host {
    min-block-size: 100dvh;
    background: var(--zt-canvas);
  }
  :host([embedded]) {
    min-block-size: 0;
    background: none;
  }
  :host([embedded]) .page {
    padding: 0;
  }
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  .top-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 12px 24px;
    align-items: end;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 20px;
  }
  /* Its text is longer than the figures beside each other are high. */
  .figures > :last-child {
    grid-column: 1 / -1;
  }
  .brand-bar .button {
    margin-inline-start: auto;
  }
  h1 {
    text-wrap: balance;
  }
  @media (max-width: 1080px) {
    .top-row {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 720px) {
    .figures {
      grid-template-columns: minmax(0, 1fr);
    }
    .place {
      display: none;
    }
    .brand-bar {
      padding-inline: 12px;
    }
    .page,
    .figures {
      gap: 12px;
    }
    h1 {
      font-size: 1.375rem;
    }
  }
  @media print {
    :host {
      background: none;
    }
    .page {
      padding: 0;
      max-inline-size: none;
      gap: 12px;
    }
    .figures {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 12px;
    }
    .brand-bar {
      padding: 0 0 8px;
    }
    .brand-bar .button {
      display: none;
    }
  }
`;
