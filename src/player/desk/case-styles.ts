import { css } from 'lit';

/** How far a case is: its steps, and its term in working days. */
export const caseStyles = css`
  .stepper {
    display: flex;
  }
  .stepper li {
    position: relative;
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    display: grid;
    gap: 6px;
    justify-items: center;
    text-align: center;
  }
  .stepper li + li::before {
    content: '';
    position: absolute;
    inset-block-start: 13px;
    inset-inline: calc(-50% + 16px) calc(50% + 16px);
    block-size: 3px;
    background: var(--zt-line);
  }
  .stepper .done::before,
  .stepper .now::before {
    background: var(--zt-action-background-color) !important;
  }
  .stop {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border: 2px solid var(--zt-line-strong);
    border-radius: 50%;
    background: var(--zt-surface);
  }
  .done .stop {
    border-color: var(--zt-action-background-color);
    background: var(--zt-action-background-color);
    color: var(--zt-action-color);
  }
  .now:not(.done) .stop {
    border: 8px solid var(--zt-action-background-color);
  }
  .now.stilgezet .stop {
    border: 2px solid var(--zt-warn);
    background: var(--zt-warn-soft);
    color: var(--zt-warn);
  }
  .term {
    display: flex;
    gap: 2px;
    block-size: 16px;
  }
  .term i {
    flex: 1;
    border-radius: 3px;
    background: var(--zt-line);
  }
  .term .spent {
    background: var(--zt-action-background-color);
  }
  .term .stopped,
  .legend .stopped {
    background: repeating-linear-gradient(-45deg, var(--zt-warn) 0 3px, var(--zt-warn-soft) 3px 7px);
  }
  .term .stopped {
    flex: 2;
  }
  .legend {
    gap: 2px 14px;
  }
  .legend i {
    flex: none;
    inline-size: 11px;
    block-size: 11px;
    border-radius: 3px;
    background: var(--zt-line);
  }
  .legend .spent {
    background: var(--zt-action-background-color);
  }
  /* Four words side by side would break in the middle. */
  @container (max-width: 330px) {
    .stepper {
      display: grid;
      gap: 6px;
    }
    .stepper li {
      grid-template-columns: auto minmax(0, 1fr);
      gap: 10px;
      align-items: center;
      justify-items: start;
      text-align: start;
    }
    .stepper li + li::before {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .stop,
    .legend i,
    .term i {
      forced-color-adjust: none;
    }
  }
`;
