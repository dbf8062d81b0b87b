/** The bar on top of a page: the mark, whose course it is, and where one is. */
import { css, html, type TemplateResult } from 'lit';

export const brandStyles = css`
  .brand-bar {
    display: flex;
    /* With large letters the tools take a line of their own. */
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    min-block-size: var(--zt-bar-size);
    padding: 6px 24px;
    background: var(--zt-surface);
    border-block-end: 1px solid var(--zt-line);
  }
  .brand {
    display: flex;
    gap: 10px;
    align-items: center;
    font-weight: 750;
    letter-spacing: -0.01em;
  }
  .brand svg {
    flex: none;
    display: var(--zt-mark-display, block);
  }
  .place {
    padding-inline-start: 16px;
    border-inline-start: 1px solid var(--zt-line);
  }
`;

/** The mark of Zeventerpen: a mound above the water. */
export function mark(): TemplateResult {
  return html`<svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
    <rect width="30" height="30" rx="8" fill="var(--zt-action-background-color)" />
    <path d="M4 20.5q5.500-9.500 11-9.500t11 9.500z" fill="var(--zt-action-color)" />
    <path
      d="M4.500 24.200h21"
      stroke="var(--zt-action-color)"
      stroke-width="1.800"
      stroke-linecap="round"
      opacity=".7"
    />
  </svg>`;
}
