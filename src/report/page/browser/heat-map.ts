import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Edition, Group, ScoreCell } from '../../edition/edition.js';
import { reasonText } from '../../edition/names.js';
import { cellOf, groupsBeside, inOrder, type View } from '../view/view.js';
import { versionsText } from '../view/words.js';
import { heatLegend, heatStyles, heatTable, type HeatRow } from './heat-table.js';
import { ReportPart } from './part.js';

/** Score per group and competence. */
@customElement('zt-report-heat-map')
export class ZtReportHeatMap extends ReportPart {
  static override styles = [...ReportPart.styles, ...heatStyles];

  protected draw(view: View): TemplateResult {
    const { edition, choice, names } = view;
    const rows = inOrder(groupsBeside(edition, choice.group)).flatMap((group) => {
      const cell = cellOf(edition.score, { group: group.id, period: choice.period });
      return cell ? [rowOf(edition, group, cell)] : [];
    });
    return html`<section class="card long" aria-labelledby="teams">
      <div class="head">
        <h2 id="teams">Score per team en competentie</h2>
        ${heatLegend()}
      </div>
      ${
        rows.length === 0
          ? this.nothingYet(view, 'scores')
          : heatTable({
              name: 'Tabel: score per team en competentie',
              corner: 'Team (aantal)',
              columns: edition.competences.map(({ label }) => label),
              rows,
            })
      }
      <p class="basis">${basis(edition, choice.period, names.period(choice.period))}</p>
      ${this.behind(view, 'score-per-competentie')}
    </section>`;
  }
}

function rowOf({ groups, competences, k }: Edition, group: Group, cell: ScoreCell): HeatRow {
  const under =
    group.kind === 'team' && groups.some(({ id, kind }) => id === group.parent && kind === 'department');
  return {
    label: group.label,
    kind: under ? 'team under' : group.kind,
    n: cell.shown ? cell.n : null,
    figures: cell.shown
      ? competences.map(
          ({ id }) => cell.competences.find(({ competence }) => competence === id)?.mean ?? null,
        )
      : reasonText(cell.why, k),
  };
}

function basis(edition: Edition, period: string, label: string): string {
  const shown = edition.score.filter((cell) => cell.shown && cell.period === period);
  const versions = [...new Set(shown.flatMap((cell) => (cell.shown ? cell.versions : [])))].sort();
  return [
    'Achter elk team: het aantal mensen',
    label,
    ...(versions.length > 0 ? [versionsText(versions)] : []),
  ].join(' · ');
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-heat-map': ZtReportHeatMap;
  }
}
