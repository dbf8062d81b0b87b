import { css, html, type TemplateResult } from 'lit';
import { unitTexts } from '../texts/nl-units.js';
import { decimal } from './format.js';

export const scoreStyles = css`
  .score {
    display: grid;
    place-content: center;
    justify-items: center;
    flex: none;
    inline-size: 124px;
    block-size: 124px;
    border-radius: 50%;
    background: var(--zt-tint);
    color: var(--zt-heading-color);
    line-height: 1.1;
  }
  .score b {
    font-size: 2.75rem;
    font-weight: 800;
    letter-spacing: -0.02em;
  }
  /* Read after the heading that has the focus, seen before it; words that would break every few letters beside it go below it. */
  .scored > .score {
    order: -1;
  }
  .scored > .grow {
    flex-basis: 11.5rem;
  }
  @media (max-width: 560px) {
    .score {
      inline-size: 96px;
      block-size: 96px;
    }
    .score b {
      font-size: 2rem;
    }
  }
  @media (forced-colors: active) {
    .score {
      border: 2px solid CanvasText;
    }
  }
`;

/** A unit score (0..100) as the one big number of a result: '7,4 van 10'. */
export const scoreBadge = (score: number): TemplateResult =>
  html`<p class="score num">
    <span class="sr-only">${unitTexts.score} </span><b>${decimal(score / 10)}</b
    ><span class="small">${unitTexts.ofTen}</span>
  </p>`;
