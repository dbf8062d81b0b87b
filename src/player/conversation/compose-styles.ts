import { css } from 'lit';

export const composeStyles = css`
  .slots {
    display: grid;
    gap: 8px;
  }
  .slot {
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius);
    background: var(--zt-surface);
  }
  .slot.empty {
    border: 1.5px dashed var(--zt-line-strong);
  }
  .slot.active {
    border: 2px solid var(--zt-secondary-border-color);
    background: var(--zt-tint-soft);
  }
  .head {
    display: grid;
    grid-template-columns: minmax(84px, 15%) minmax(0, 1fr) auto;
    gap: 12px;
    align-items: center;
    padding: 6px 8px 6px 14px;
    min-block-size: 56px;
  }
  fieldset {
    padding: 0 14px 14px;
  }
  fieldset .choice {
    margin-block-end: 8px;
  }
  .foot {
    margin-block-start: 14px;
  }
  .foot .buttons {
    margin-inline-start: auto;
  }
  .missing {
    margin-block-start: 12px;
  }
  .paper {
    display: grid;
    gap: 12px;
    margin-block: 16px;
    padding: 18px 20px;
    border: 1px solid var(--zt-line);
    border-radius: var(--zt-radius);
  }
  .dialog-foot {
    justify-content: flex-end;
  }
  @media (max-width: 560px) {
    .head {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 8px;
      padding-block: 10px;
    }
    .head .label {
      grid-column: 1;
    }
    .head .text {
      grid-column: 1;
      grid-row: 2;
    }
    .head .way {
      grid-column: 2;
      grid-row: 1 / span 2;
    }
  }
`;
