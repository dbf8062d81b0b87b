import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PlanCell, Shown } from '../../edition/edition.js';
import { deedFor } from '../view/plan.js';
import { cellOf, type View } from '../view/view.js';
import { peopleText } from '../view/words.js';
import { ReportPart } from './part.js';

const FIRST = 3;

/** What this group trains first: its weakest competences, and what practises them. */
@customElement('zt-report-training')
export class ZtReportTraining extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(210px, 100%), 1fr));
        gap: 16px 24px;
      }
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
      ${cell === undefined ? this.nothingYet(view, 'adviezen') : cell.shown ? this.steps(view, cell) : this.withheld(view, cell)}
    </section>`;
  }

  private steps(view: View, cell: Shown<PlanCell>): TemplateResult {
    const { names } = view;
    return html`<ol>
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
                ${this.deed(view, step)}
              </div>
            </li>`,
        )}
      </ol>
      <p class="basis">${peopleText(cell, names.period)}</p>`;
  }

  private deed(view: View, step: Shown<PlanCell>['steps'][number]): TemplateResult | typeof nothing {
    const deed = deedFor(step, view.names);
    if (!deed) return nothing;
    return html`<p class="small">${deed.text}</p>
      ${
        deed.kind === 'play'
          ? nothing
          : html`<button
              class="button quiet no-print"
              @click=${() => this.visit(view, 'keuzes', { module: deed.module })}
            >
              Bekijk de keuzes<span class="sr-only">
                die in ${view.names.module(deed.module)} het meest kosten</span
              >
            </button>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-training': ZtReportTraining;
  }
}
