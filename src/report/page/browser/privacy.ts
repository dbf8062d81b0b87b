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
        block-size: auto;
        font-size: 0.9375rem;
      }
      h2 {
        display: flex;
        gap: 8px;
        align-items: center;
      }
    `,
  ];

  protected draw({ edition }: View): TemplateResult {
    const { withoutTeam, teamsFile } = edition.read;
    return html`<section class="card" aria-labelledby="privacy">
      <h2 id="privacy">${icon('lock')}Privacy</h2>
      <p>Dit rapport gaat over groepen, niet over personen. Er staan geen namen in.</p>
      <p>
        Groepen onder de ${edition.k} mensen tonen we niet. Ook niet als je ze kunt uitrekenen uit een totaal.
        Wat we niet tonen, staat ook niet in dit bestand.
      </p>
      <p>Scores zijn bedoeld om te leren. Gebruik ze niet voor een beoordeling.</p>
      ${
        teamsFile
          ? withoutTeam === null || withoutTeam === 0
            ? nothing
            : html`<p>Van ${people(withoutTeam)} is het team niet bekend. Zij tellen mee in het geheel.</p>`
          : html`<p>Er is geen lijst met teams gelezen. Daarom zie je alleen de hele organisatie.</p>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-privacy': ZtReportPrivacy;
  }
}
