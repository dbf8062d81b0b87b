import { css } from 'lit';
import { narrowStyles } from './narrow-styles.js';

const roomy = css`
  .work {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 25rem;
    gap: 16px;
    align-items: start;
    max-inline-size: var(--zt-workplace-size);
    margin-inline: auto;
    padding: 16px 24px 24px;
    /* Weighing the breaks of every paragraph doubles the layout that a learner's click waits for. */
    --zt-text-wrap: wrap;
  }
  .work.large {
    grid-template-columns: 380px minmax(0, 1fr);
  }
  .work.closed,
  .work.narrow {
    grid-template-columns: minmax(0, 1fr);
  }
  .meters {
    grid-column: 1 / -1;
  }
  /* A desk reaches to the edge of the screen, also when little lies on it. */
  @media (min-width: 900px) {
    .work {
      grid-template-rows: auto minmax(0, 1fr);
      align-items: stretch;
      min-block-size: calc(100dvh - var(--zt-bar-size));
    }
    .talk,
    .stage {
      display: grid;
    }
    .talk[hidden] {
      display: none;
    }
    .stage {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto 1fr;
    }
    zt-desk:not([hidden]) {
      display: grid;
    }
  }
  .skips {
    position: absolute;
    z-index: 2;
    inset: 8px auto auto 8px;
  }
  .skips .button:not(:focus) {
    inline-size: 1px;
    block-size: 1px;
    min-block-size: 0;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .meters {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    align-items: stretch;
    padding: 0;
  }
  zt-ring-meter {
    display: grid;
    align-items: center;
    padding: 10px 12px;
    min-inline-size: 0;
  }
  zt-ring-meter + zt-ring-meter {
    border-inline-start: 1px solid var(--zt-line);
  }
  .talk {
    padding: 0;
    overflow: clip;
    container-type: inline-size;
  }
  .talk[hidden] {
    display: none;
  }
  .band {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: center;
    padding: 14px 20px;
    background: var(--zt-tint-soft);
    border-block-end: 1px solid var(--zt-line);
  }
  .band zt-portrait {
    inline-size: 80px;
  }
  .band h1 {
    margin-block-end: 3px;
    font-size: 1.375rem;
  }
  .band .facts {
    justify-content: flex-end;
    max-inline-size: 220px;
    text-align: end;
  }
  /* Where the date needs two lines, 'uur' does not stand there alone. */
  .band .facts p {
    text-wrap: balance;
  }
  .mood {
    margin-block-start: 2px;
  }
  .exchange {
    padding: 20px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    align-content: start;
  }
  .on-chat .exchange,
  .on-social-media .exchange {
    background: var(--zt-canvas);
  }
  .on-brief .exchange {
    background: color-mix(in oklab, #b98f63 14%, var(--zt-canvas));
  }
  .on-chat .answer,
  .on-social-media .answer,
  .on-brief .answer {
    margin: 0 -20px -20px;
    padding: 20px;
    border-block-start: 1px solid var(--zt-line);
    background: var(--zt-surface);
    /* Where the desk is longer, what lies below the answer is not the wall behind the messages. */
    box-shadow: 0 0 0 999px var(--zt-surface);
    clip-path: inset(0 0 -999px);
  }
  .call {
    display: flex;
    gap: 12px;
    align-items: center;
    padding: 10px 14px;
    border-radius: var(--zt-radius);
    background: var(--zt-own);
    color: var(--zt-own-text);
  }
  .call .tile {
    border-radius: 50%;
    background: color-mix(in oklab, var(--zt-own-text) 18%, transparent);
    color: inherit;
  }
  .call .tiny {
    display: block;
  }
  .wave {
    flex: 0 1 180px;
    min-inline-size: 0;
    max-inline-size: 32%;
    block-size: 32px;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    fill: none;
  }
  .wave path {
    transition: d calc(var(--zt-motion, 1) * 500ms) ease-out;
  }
  .sight {
    display: grid;
    gap: 2px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--zt-line);
  }
  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
  }
  /* For a frame: what was chosen from, while its answer is shown. */
  .past {
    opacity: 0;
    pointer-events: none;
  }
  .end {
    justify-items: start;
    gap: 12px;
    padding: 18px 20px;
    border-radius: var(--zt-radius);
    background: var(--zt-tint-soft);
  }
  .fold {
    justify-self: start;
    margin-block: -8px -12px;
    margin-inline-start: -10px;
  }
  .open-desk {
    justify-self: end;
  }
  .coach {
    gap: 0 8px;
  }
  .coach .button {
    padding-inline: 0 8px;
  }
  /* Face to face: the customer stands beside the talk, as tall as it. */
  @media (min-width: 900px) {
    .band.scene {
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      gap: 12px;
      padding: 0 18px 20px;
      border-block-end: 0;
      border-inline-end: 1px solid var(--zt-line);
    }
    .stage:has(.scene) {
      grid-template-columns: 17.5rem minmax(0, 1fr);
      grid-template-rows: 1fr;
    }
    .scene zt-portrait {
      inline-size: auto;
      margin-inline: -18px;
    }
    .scene .facts {
      justify-content: flex-start;
      text-align: start;
    }
  }
  @container (max-width: 560px) {
    .band .facts {
      grid-column: 2 / -1;
      justify-content: flex-start;
      max-inline-size: none;
      text-align: start;
    }
    .band zt-portrait {
      grid-row: 1 / span 2;
      align-self: start;
    }
  }
  @media (forced-colors: active) {
    .call {
      border: 1px solid CanvasText;
    }
  }
`;

export const conversationStyles = [roomy, narrowStyles];
