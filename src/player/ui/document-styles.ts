import { css } from 'lit';
import { derivedTokens } from './base-styles.js';

/** Rules for the document itself (shadow roots cannot reach it); `<zt-app>` adopts it. */
export const documentStyles = css`
  ${derivedTokens}
  html {
    font-size: 100%;
    scroll-padding-block: 16px;
  }
  /* Below the view switch of the workplace, which stays on top of a narrow page: it may not cover what has the focus. */
  @media (max-width: 899px) and (min-height: 480px) {
    html[data-workplace] {
      scroll-padding-block-start: 76px;
    }
  }
  /* A large monitor stands further away; lines stay as long in letters. */
  @media (min-width: 1700px) and (min-height: 900px) {
    html {
      font-size: 112.5%;
    }
  }
  html[data-text='large'] {
    font-size: 118.75%;
  }
  html[data-text='largest'] {
    font-size: 137.5%;
  }
  /* Where letters that look alike are hard to tell apart. Bundled; fetched only when chosen. */
  html[data-font='readable'] {
    --zt-font-family: 'Atkinson Hyperlegible Next Variable', system-ui, sans-serif;
    --zt-heading-font-family: 'Atkinson Hyperlegible Next Variable', system-ui, sans-serif;
  }
  html[data-motion='reduced'] {
    --zt-motion: 0;
  }
  @media (prefers-reduced-motion: reduce) {
    html {
      --zt-motion: 0;
    }
  }
  body {
    margin: 0;
    font: 400 1rem/1.5 var(--zt-font-family);
    color: var(--zt-color);
    background: var(--zt-background-color);
  }
  @page {
    size: A4;
    margin: 14mm 16mm;
  }
  @media print {
    html {
      font-size: 11pt;
      color-scheme: light;
    }
    body {
      background: none;
    }
  }
`;
