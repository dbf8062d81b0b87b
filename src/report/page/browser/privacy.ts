import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { icon } from '../../../player/ui/icons.js';
import type { View } from '../view/view.js';
import { people } from '../view/words.js';
import { ReportPart } from './part.js';

/** What a reader may and may not do with these figures. */
@customElement('zt-report-privacy')
export class ZtReportPrivacy extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      .card {
        background: var(--zt-tint-soft);
        font-size: 0.9375rem;
      }
      h2 {
        display: flex;
        gap: 8px;
        align-items: center;
      }
      .button.quiet {
        padding-inline: 0;
      }
      .parts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
        gap: 8px 28px;
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const { k } = view.edition;
    return html`<section class="card" aria-labelledby="privacy">
      <h2 id="privacy">${icon('lock')}Privacy</h2>
      <div class="parts">
        <p>
          Dit rapport gaat over groepen, niet over personen. Er staan geen namen in, geen nummers van mensen,
          en geen cijfer van één mens.
        </p>
        <p>
          Groepen onder de ${k} mensen tonen we niet. Ook niet als je ze kunt uitrekenen uit een totaal, of
          uit een eerder rapport. Wat we niet tonen, staat ook niet in dit bestand.
        </p>
        <p>Scores zijn bedoeld om te leren. Gebruik ze niet voor een beoordeling.</p>
        ${teams(view)}
      </div>
      <p class="no-print">
        <button class="button quiet" @click=${() => this.visit(view, 'uitleg')}>
          Zo berekenen we de score
        </button>
      </p>
    </section>`;
  }
}

function teams({ edition }: View): TemplateResult | typeof nothing {
  const { withoutTeam, teamsFile } = edition.read;
  if (!teamsFile)
    return html`<p>Er is geen lijst met teams gelezen. Daarom zie je alleen de hele organisatie.</p>`;
  if (withoutTeam === null || withoutTeam === 0) return nothing;
  return html`<p>Van ${people(withoutTeam)} is het team niet bekend. Zij tellen mee in het geheel.</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-privacy': ZtReportPrivacy;
  }
}
