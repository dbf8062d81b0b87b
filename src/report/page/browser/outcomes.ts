import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
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
      },
      html`${this.onlyModule(view)} ${heatLegend()}
        <p class="small measure">
          Dit zijn de eerste pogingen in de modules. 0 is de slechtste afloop die er is, 100 de beste. Oefenen
          telt niet mee in de dienstverleningsscore.
        </p>
        ${this.outcomes(view)} ${this.practice(view)}`,
    );
  }

  private outcomes(view: View): TemplateResult {
    const { edition, choice, names } = view;
    const cells = cellsOf(edition.outcomeScores, choice);
    const rows = cells.map((cell): HeatRow => ({
      label: names.unit(cell.module, cell.unit),
      kind: 'team',
      n: cell.shown ? cell.n : null,
      figures: cell.shown
        ? edition.outcomes.map(({ id }) => cell.outcomes.find(({ outcome }) => outcome === id)?.mean ?? null)
        : reasonText(cell.why, edition.k),
    }));
    return html`<h3>Uitkomsten per gesprek</h3>
      ${
        rows.length === 0
          ? this.nothingYet(view, 'uitkomsten')
          : heatTable({
              name: 'Tabel: uitkomsten per gesprek',
              corner: 'Gesprek (aantal)',
              columns: edition.outcomes.map(({ label }) => label),
              rows,
            })
      }
      <p class="basis">${basis(view, cells)}</p>
      ${this.behind(view, 'uitkomsten')}`;
  }

  private practice(view: View): TemplateResult {
    const { edition, choice, names } = view;
    const cells = cellsOf(edition.practice, choice);
    const rows = cells.map((cell): HeatRow => ({
      label: names.module(cell.module),
      kind: 'team',
      n: cell.shown ? cell.n : null,
      figures: cell.shown
        ? edition.competences.map(
            ({ id }) => cell.competences.find(({ competence }) => competence === id)?.mean ?? null,
          )
        : reasonText(cell.why, edition.k),
    }));
    return html`<h3>Competenties per module</h3>
      ${
        rows.length === 0
          ? this.nothingYet(view, 'oefenscores')
          : heatTable({
              name: 'Tabel: oefenscore per module en competentie',
              corner: 'Module (aantal)',
              columns: edition.competences.map(({ label }) => label),
              rows,
            })
      }
      <p class="basis">${basis(view, cells)}</p>
      ${this.behind(view, 'oefenen-per-competentie')}`;
  }
}

function basis({ names, choice }: View, cells: readonly Released[]): string {
  const versions = [...new Set(cells.flatMap((cell) => (cell.shown ? cell.versions : [])))].sort();
  return [
    'Achter elke naam: het aantal mensen',
    names.group(choice.group),
    names.period(choice.period),
    ...(versions.length > 0 ? [versionsText(versions)] : []),
  ].join(' · ');
}

type Released = { readonly shown: true; readonly versions: readonly string[] } | { readonly shown: false };

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-outcomes': ZtReportOutcomes;
  }
}
