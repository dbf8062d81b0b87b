import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { OutcomesCell, PracticeCell } from '../../edition/edition.js';
import type { WithheldReason } from '../../edition/figures.js';
import { reasonText } from '../../edition/names.js';
import { cellsOf, type View } from '../view/view.js';
import { versionsText } from '../view/words.js';
import { heatLegend, heatStyles, heatTable, type HeatRow } from './heat-table.js';
import { ReportPart } from './part.js';

/** What the conversations came to, and what practice shows of the competences. */
@customElement('zt-report-outcomes')
export class ZtReportOutcomes extends ReportPart {
  static override styles = [...ReportPart.styles, ...heatStyles];

  protected draw(view: View): TemplateResult {
    return this.chapter(
      view,
      {
        id: 'uitkomsten',
        title: 'Wat oefenen laat zien',
        lead: 'Hoe de gesprekken afliepen, en welke competenties daarin lukten.',
        byModule: true,
      },
      html` ${heatLegend()}
        <p class="small measure">
          Dit zijn de eerste pogingen in de modules. 0 is de slechtste afloop die er is, 100 de beste. Oefenen
          telt niet mee in de dienstverleningsscore.
        </p>
        ${this.outcomes(view)} ${this.competences(view)} ${this.practice(view)}`,
    );
  }

  private outcomes(view: View): TemplateResult {
    return this.heat(view, {
      heading: 'Uitkomsten per gesprek',
      corner: 'Gesprek (aantal)',
      table: 'uitkomsten',
      columns: view.edition.outcomes,
      cells: cellsOf(view.edition.outcomeScores, view.choice),
      meansOf: (cell) => (cell.shown ? cell.outcomes.map(({ outcome, mean }) => [outcome, mean]) : []),
    });
  }

  private competences(view: View): TemplateResult {
    return this.heat(view, {
      heading: 'Competenties per gesprek',
      corner: 'Gesprek (aantal)',
      table: 'competenties-per-gesprek',
      columns: view.edition.competences,
      cells: cellsOf(view.edition.outcomeScores, view.choice),
      meansOf,
    });
  }

  private practice(view: View): TemplateResult {
    return this.heat(view, {
      heading: 'Competenties per module',
      corner: 'Module (aantal)',
      table: 'oefenen-per-competentie',
      columns: view.edition.competences,
      cells: cellsOf(view.edition.practice, view.choice),
      meansOf,
    });
  }

  private heat<C extends Cell>(view: View, { heading, corner, table, columns, cells, meansOf }: Heat<C>) {
    const { edition, names } = view;
    const rows = cells.map((cell): HeatRow => {
      const { module, unit } = cell;
      const means = new Map(meansOf(cell));
      return {
        label: unit === undefined ? names.module(module) : names.unit(module, unit),
        kind: 'team',
        n: cell.shown ? cell.n : null,
        figures: cell.shown
          ? columns.map(({ id }) => means.get(id) ?? null)
          : reasonText(cell.why, edition.k),
      };
    });
    return html`<h3>${heading}</h3>
      ${
        rows.length === 0
          ? this.nothingYet(view, 'eerste pogingen')
          : heatTable({
              name: `Overzicht: ${heading.toLowerCase()}`,
              corner,
              columns: columns.map(({ label }) => label),
              rows,
            })
      }
      <p class="basis">${basis(view, cells)}</p>
      ${this.behind(view, table)}`;
  }
}

type Cell = { readonly module: string; readonly unit?: string } & (
  | { readonly shown: true; readonly n: number; readonly versions: readonly string[] }
  | { readonly shown: false; readonly why: WithheldReason }
);

type Means = readonly (readonly [id: string, mean: number])[];

interface Heat<C extends Cell> {
  readonly heading: string;
  readonly corner: string;
  /** Of the table behind it. */
  readonly table: string;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly cells: readonly C[];
  readonly meansOf: (cell: C) => Means;
}

const meansOf = (cell: OutcomesCell | PracticeCell): Means =>
  cell.shown ? cell.competences.map(({ competence, mean }) => [competence, mean]) : [];

function basis({ names, choice }: View, cells: readonly Cell[]): string {
  const versions = [...new Set(cells.flatMap((cell) => (cell.shown ? cell.versions : [])))].sort();
  return [
    'Achter elke naam: het aantal mensen',
    names.group(choice.group),
    names.period(choice.period),
    ...(versions.length > 0 ? [versionsText(versions)] : []),
  ].join(' · ');
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-outcomes': ZtReportOutcomes;
  }
}
