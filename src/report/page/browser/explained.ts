/** Short explanations side by side, each under its own heading. */
import { css, html, type TemplateResult } from 'lit';

export const explainedStyles = css`
  .explained {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr));
    gap: 16px 28px;
  }
  .explained > * {
    break-inside: avoid;
  }
  .explained p {
    max-inline-size: 66ch;
  }
`;

export const explained = (
  parts: readonly (readonly [heading: string, text: TemplateResult])[],
): TemplateResult =>
  html`<div class="explained">
    ${parts.map(
      ([heading, text]) =>
        html`<div class="stack gap4">
          <h3>${heading}</h3>
          ${text}
        </div>`,
    )}
  </div>`;
