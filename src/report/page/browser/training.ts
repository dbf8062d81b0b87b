import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PlanCell, Shown } from '../../edition/edition.js';
import { cellOf, type View } from '../view/view.js';
import { basisText, percent } from '../view/words.js';
import { ReportPart } from './part.js';

const FIRST = 3;

/** What this group trains first: its weakest competences, and what practises them. */
@customElement('zt-report-training')
export class ZtReportTraining extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      .step {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 12px;
      }
      .rank {
        display: grid;
        place-items: center;
        inline-size: 28px;
        block-size: 28px;
        border-radius: 50%;
        background: var(--zt-action-background-color);
        color: var(--zt-action-color);
        font-weight: 700;
        font-size: 0.875rem;
      }
      @media (forced-colors: active) {
        .rank {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const cell = cellOf(view.edition.plan, view.choice);
    return html`<section class="card" aria-labelledby="trainen">
      <h2 id="trainen">Eerst trainen</h2>
      ${cell === undefined ? this.nothingYet(view, 'adviezen') : cell.shown ? steps(view, cell) : this.withheld(view, cell)}
    </section>`;
  }
}

function steps({ names }: View, cell: Shown<PlanCell>): TemplateResult {
  return html`<ol class="stack gap16">
      ${cell.steps.slice(0, FIRST).map(
        (step) =>
          html`<li class="step">
            <span class="rank num" aria-hidden="true">${step.rank}</span>
            <div>
              <p class="bold">${names.competence(step.competence)}</p>
              <p class="small muted num">
                ${step.mean} van 100 (${step.low} tot
                ${step.high})${step.behind ? ', achter bij de hele organisatie' : nothing}
              </p>
              ${step.modules
                .slice(0, 2)
                .map(
                  ({ module, completed }) =>
                    html`<p class="small">
                      ‘${names.module(module)}’${completed ? html`: ${percent(completed)} heeft hem af` : nothing}
                    </p>`,
                )}
            </div>
          </li>`,
      )}
    </ol>
    <p class="basis">${basisText(cell, names.period)}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-training': ZtReportTraining;
  }
}
