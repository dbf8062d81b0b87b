import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { icon, type IconName } from '../../../player/ui/icons.js';
import { summaryOf, type Line } from '../view/summary.js';
import type { View } from '../view/view.js';
import { ReportPart } from './part.js';

const ICONS: Readonly<Record<Line['about'], IconName>> = {
  score: 'award',
  change: 'swap',
  growth: 'arrow-right',
  competences: 'list',
  training: 'quiz',
  modules: 'route',
  withheld: 'lock',
};

/** The report in sentences, for who has one minute. */
@customElement('zt-report-summary')
export class ZtReportSummary extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 12px;
      }
      .icon {
        margin-block-start: 2px;
        color: var(--zt-secondary-color);
      }
      .first {
        font-size: 1.125rem;
        font-weight: 650;
        color: var(--zt-heading-color);
      }
      ul {
        max-inline-size: 86ch;
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    return html`<section class="card" aria-labelledby="minuut">
      <h2 id="minuut">In één minuut: ${view.names.group(view.choice.group)}</h2>
      <ul class="stack gap8">
        ${summaryOf(view).map(
          ({ about, text }) =>
            html`<li class=${about === 'score' ? 'first' : ''}>
              ${icon(ICONS[about], 20)}<span>${text}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-summary': ZtReportSummary;
  }
}
