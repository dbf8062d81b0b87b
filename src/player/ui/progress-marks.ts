import { css, html, type TemplateResult } from 'lit';

export const marksStyles = css`
  .marks {
    display: flex;
    gap: 4px;
    inline-size: min(46%, 240px);
  }
  .marks i {
    flex: 1;
    block-size: 6px;
    border-radius: 9px;
    background: color-mix(in oklab, var(--zt-line-strong) 35%, transparent);
  }
  .marks i.on {
    background: var(--zt-action-background-color);
  }
  @media (forced-colors: active) {
    .marks i {
      forced-color-adjust: none;
    }
  }
`;

/** Where you are in a unit, in words and as small bars: `now` of `of`. */
export const progressMarks = (words: string, now: number, of: number): TemplateResult =>
  html`<div class="row between">
    <p class="small muted bold num">${words}</p>
    <div class="marks" aria-hidden="true">
      ${Array.from({ length: of }, (_, i) => html`<i class=${i < now ? 'on' : ''}></i>`)}
    </div>
  </div>`;
