import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { icon } from '../../../player/ui/icons.js';
import type { Group, PlanCell } from '../../edition/edition.js';
import { reasonText } from '../../edition/names.js';
import { cellOf, groupsBeside, inOrder, type View } from '../view/view.js';
import { basisText, percent } from '../view/words.js';
import { ReportPart } from './part.js';

const STEPS = 3;

/** The training plan: per team what comes first, and with which module. */
@customElement('zt-report-plan')
export class ZtReportPlan extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      .teams {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
        gap: 12px;
      }
      .team {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6px;
        align-content: start;
        padding: 14px 16px;
        border: 1px solid var(--zt-line);
        border-radius: var(--zt-radius);
      }
      .team.none {
        border-style: dashed;
        border-color: var(--zt-line-strong);
      }
      .row {
        gap: 8px;
        align-items: flex-start;
      }
      /* A grid cannot be cut between pages without its rows running over each other. */
      @media print {
        .teams {
          display: block;
          columns: 2;
        }
        .team {
          break-inside: avoid;
          margin-block-end: 12px;
        }
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const { edition, choice } = view;
    const plans = inOrder(groupsBeside(edition, choice.group)).flatMap((group) => {
      const cell = cellOf(edition.plan, { group: group.id, period: choice.period });
      return cell ? [{ group, cell }] : [];
    });
    return html`<section class="card long" aria-labelledby="plan">
      <h2 id="plan">Trainingsplan per team</h2>
      ${
        plans.length === 0
          ? this.nothingYet(view, 'adviezen')
          : html`<div class="teams">${plans.map(({ group, cell }) => team(view, group, cell))}</div>`
      }
      ${this.behind(view, 'eerst-trainen')}
    </section>`;
  }
}

function team(view: View, group: Group, cell: PlanCell): TemplateResult {
  const { names, edition } = view;
  if (!cell.shown)
    return html`<div class="team none">
      <h3>${group.label}</h3>
      <p class="row small">
        ${icon('lock', 16)}<span
          >${reasonText(cell.why, edition.k)}.${
            cell.instead === null ? nothing : ` Gebruik het plan van ${names.group(cell.instead)}.`
          }</span
        >
      </p>
    </div>`;
  return html`<div class="team">
    <h3>${group.label}</h3>
    <ol class="numbers small stack gap8">
      ${cell.steps.slice(0, STEPS).map(
        ({ competence, mean, behind, modules }) =>
          html`<li>
            <span class="bold">${names.competence(competence)}</span>
            <span class="muted num"> ${mean} van 100${behind ? ', achter bij het geheel' : ''}</span>
            ${modules
              .slice(0, 2)
              .map(
                ({ module, completed }) =>
                  html`<br />‘${names.module(module)}’${completed ? `: ${percent(completed)} heeft hem af` : nothing}`,
              )}
          </li>`,
      )}
    </ol>
    <p class="basis">${basisText(cell, names.period)}</p>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-plan': ZtReportPlan;
  }
}
