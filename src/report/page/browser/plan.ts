import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { icon } from '../../../player/ui/icons.js';
import type { Group, PlanCell, Shown } from '../../edition/edition.js';
import { reasonText } from '../../edition/names.js';
import { deedFor } from '../view/plan.js';
import { cellOf, groupsBeside, inOrder, type View } from '../view/view.js';
import { number, versionsText } from '../view/words.js';
import { ReportPart } from './part.js';
import { stackedStyles } from './stacked-table.js';

const STEPS = ['Eerst', 'Dan', 'Daarna'] as const;

/** The training plan: per team what comes first, and what to do for it. */
@customElement('zt-report-plan')
export class ZtReportPlan extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      .plan {
        min-inline-size: 720px;
        table-layout: fixed;
      }
      .plan th:first-child {
        inline-size: 172px;
        padding-inline-start: 0;
      }
      tbody th {
        font-size: 0.9375rem;
        color: inherit;
        vertical-align: top;
        padding-block: 10px;
        border-block-end: 1px solid var(--zt-table-border-color);
      }
      .team th {
        font-weight: 400;
        padding-inline-start: 14px;
      }
      .none {
        color: var(--zt-muted);
        font-size: 0.8125rem;
      }
      .none .row {
        gap: 8px;
        justify-content: flex-start;
      }
      .chip {
        margin-block: 2px;
      }
      @media print {
        .plan {
          min-inline-size: 0;
          font-size: 0.8125rem;
        }
        .plan th:first-child {
          inline-size: 120px;
        }
      }
    `,
    stackedStyles,
  ];

  protected draw(view: View): TemplateResult {
    const { edition, choice, names } = view;
    const plans = inOrder(groupsBeside(edition, choice.group)).flatMap((group) => {
      const cell = cellOf(edition.plan, { group: group.id, period: choice.period });
      return cell ? [{ group, cell }] : [];
    });
    const versions = plans.flatMap(({ cell }) => (cell.shown ? cell.versions : []));
    return this.chapter(
      view,
      {
        id: 'plan',
        title: 'Trainingsplan per team',
        lead: 'Per team de drie zwakste competenties, en wat je eraan doet.',
      },
      html`<p class="small measure">
          Bij elke competentie: de score, de module die haar het meest oefent, en hoeveel mensen die af
          hebben. Daaronder het gesprek waarin de meeste punten voor die competentie verloren gingen. Heeft
          bijna iedereen de module af? Doe dan dat gesprek samen opnieuw, en praat over de keuzes die het
          meest kosten.
        </p>
        <p class="no-print">
          <button class="button quiet" @click=${() => this.visit(view, 'keuzes')}>Naar die keuzes</button>
        </p>
        ${plans.length === 0 ? this.nothingYet(view, 'adviezen') : this.teams(view, plans)}
        <p class="basis">
          Achter elk team: het aantal mensen · ${names.period(choice.period)}
          ${versions.length > 0 ? html` · ${versionsText([...new Set(versions)].sort())}` : nothing}
        </p>
        ${this.behind(view, 'eerst-trainen')}`,
    );
  }

  private teams(
    view: View,
    plans: readonly { readonly group: Group; readonly cell: PlanCell }[],
  ): TemplateResult {
    return html`<div class="scroll" role="region" aria-label="Tabel: trainingsplan per team" tabindex="0">
      <table class="plan stacked" role="table">
        <thead>
          <tr role="row">
            <th scope="col" role="columnheader">Team (aantal)</th>
            ${STEPS.map((step) => html`<th scope="col" role="columnheader">${step}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${plans.map(
            ({ group, cell }) =>
              html`<tr class=${group.kind} role="row">
                <th scope="row" role="rowheader">
                  ${group.label}${cell.shown ? html` <span class="muted num">${number(cell.n)}</span>` : nothing}
                </th>
                ${cell.shown ? steps(view, cell) : none(view, cell)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

const steps = ({ names }: View, cell: Shown<PlanCell>): readonly TemplateResult[] =>
  cell.steps.slice(0, STEPS.length).map(
    (step, at) =>
      html`<td class="small" role="cell" data-column=${STEPS[at] ?? ''}>
        <p>
          <span class="bold">${names.competence(step.competence)}</span> <span class="num">${step.mean}</span>
        </p>
        ${step.behind ? html`<p><span class="chip warn">Achter bij het geheel</span></p>` : nothing}
        ${(deedFor(step, names)?.short ?? []).map((line) => html`<p class="muted">${line}</p>`)}
      </td>`,
  );

const none = ({ edition, names }: View, cell: Exclude<PlanCell, { readonly shown: true }>): TemplateResult =>
  html`<td class="none" role="cell" colspan=${STEPS.length}>
    <span class="row"
      >${icon('lock', 16)}<span
        >${reasonText(cell.why, edition.k)}.${
          cell.instead === null ? nothing : ` Gebruik het plan van ${names.group(cell.instead)}.`
        }</span
      ></span
    >
  </td>`;

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-plan': ZtReportPlan;
  }
}
