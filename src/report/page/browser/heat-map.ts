import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Edition, Group, ScoreCell } from '../../edition/edition.js';
import { reasonText } from '../../edition/names.js';
import { cellOf, groupsBeside, inOrder, type View } from '../view/view.js';
import { number, versionsText } from '../view/words.js';
import { heatLegend, heatStyles, heatTable, type HeatRow } from './heat-table.js';
import { ReportPart } from './part.js';

/** Score per group and competence. */
@customElement('zt-report-heat-map')
export class ZtReportHeatMap extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    ...heatStyles,
    css`
      /* The score itself, beside the competences that it is made of. */
      .heat td:nth-child(2):not(.none) {
        outline: 2px solid var(--zt-heading-color);
        outline-offset: -2px;
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const { edition, choice, names } = view;
    const rows = inOrder(groupsBeside(edition, choice.group)).flatMap((group) => {
      const cell = cellOf(edition.score, { group: group.id, period: choice.period });
      return cell ? [rowOf(edition, group, cell)] : [];
    });
    const shown = rows.filter(({ n }) => n !== null).length;
    return this.chapter(
      view,
      {
        id: 'teams',
        title: 'Score per team en competentie',
        lead: `${number(shown)} van ${number(rows.length)} groepen getoond. Vergelijk een team met zichzelf, eerder dan met een ander: werk en klanten verschillen.`,
      },
      html`${rows.length === 0 ? this.nothingYet(view, 'scores') : html`${heatLegend('laagste van de rij')}${map(edition, rows)}`}
        <p class="basis">${basis(edition, choice.period, names.period(choice.period))}</p>
        ${this.behind(view, 'score-per-competentie')}`,
    );
  }
}

function map({ competences }: Edition, rows: readonly HeatRow[]): TemplateResult {
  return heatTable({
    name: 'Tabel: score per team en competentie',
    corner: 'Team (aantal)',
    columns: ['Score', ...competences.map(({ label }) => label)],
    rows: rows.filter(({ kind }) => kind !== 'role'),
    more: { heading: 'Rollen', rows: rows.filter(({ kind }) => kind === 'role') },
  });
}

function rowOf({ groups, competences, k }: Edition, group: Group, cell: ScoreCell): HeatRow {
  const under =
    group.kind === 'team' && groups.some(({ id, kind }) => id === group.parent && kind === 'department');
  const means = cell.shown
    ? competences.map(({ id }) => cell.competences.find(({ competence }) => competence === id)?.mean ?? null)
    : [];
  return {
    label: group.label,
    kind: under ? 'team under' : group.kind,
    n: cell.shown ? cell.n : null,
    figures: cell.shown ? [cell.mean, ...means] : reasonText(cell.why, k),
    lowest: lowestOf(means),
  };
}

/** In the columns of the competences, which stand after that of the score. */
function lowestOf(means: readonly (number | null)[]): ReadonlySet<number> {
  const least = Math.min(...means.map((mean) => mean ?? Infinity));
  return new Set(means.flatMap((mean, at) => (mean === least ? [at + 1] : [])));
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
