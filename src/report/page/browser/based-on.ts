import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { cellOf, type View } from '../view/view.js';
import { basisText, coefficient, people, percent } from '../view/words.js';
import { ReportPart } from './part.js';

/** On what the figures above stand: what a manager need not read, and who doubts them looks for. */
@customElement('zt-report-based-on')
export class ZtReportBasedOn extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      summary {
        inline-size: fit-content;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px 20px;
        padding-block: 8px;
      }
      dt {
        font-weight: 650;
      }
      .based {
        break-inside: avoid;
      }
      @media (max-width: 720px) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  protected draw(view: View): TemplateResult | typeof nothing {
    const { edition, choice, names } = view;
    const score = cellOf(edition.score, choice);
    const growth = cellOf(edition.growth, choice);
    const plan = cellOf(edition.plan, choice);
    if (!score?.shown && !growth?.shown && !plan?.shown) return nothing;
    return html`<details class="based">
      <summary>Hierop gebaseerd</summary>
      <dl class="small">
        ${
          score?.shown
            ? line('Dienstverleningsscore', [
                basisText(score, names.period),
                `95%-interval ${score.low} tot ${score.high}`,
                `${percent(score.atEnd)} gemeten met de eindmeting`,
              ])
            : nothing
        }
        ${
          growth?.shown
            ? line('Groei', [
                basisText(growth, names.period, `${people(growth.n)} met twee metingen`),
                `95%-interval ${growth.low} tot ${growth.high} punten`,
                `effect d = ${coefficient(growth.effect)}`,
              ])
            : nothing
        }
        ${plan?.shown ? line('Eerst trainen', [basisText(plan, names.period)]) : nothing}
      </dl>
    </details>`;
  }
}

const line = (about: string, facts: readonly string[]): TemplateResult =>
  html`<dt>${about}</dt>
    <dd>${facts.join(' · ')}</dd>`;

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-based-on': ZtReportBasedOn;
  }
}
