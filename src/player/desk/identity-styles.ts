import { css } from 'lit';

export const identityStyles = css`
  .check-list {
    margin-block-start: 10px;
    padding: 12px 14px 4px;
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius);
    background: var(--zt-tint-soft);
  }
  .check-list legend {
    padding: 0;
    margin-block-end: 4px;
  }
  .tick {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    align-items: center;
    min-block-size: 44px;
    cursor: pointer;
  }
  .tick input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--zt-action-background-color);
  }
`;
