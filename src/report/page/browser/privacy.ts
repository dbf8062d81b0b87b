import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { icon } from '../../../player/ui/icons.js';
import type { View } from '../view/view.js';
import { people } from '../view/words.js';
import { explained, explainedStyles } from './explained.js';
import { ReportPart } from './part.js';

/** Who may see the report, and what it may be used for. */
@customElement('zt-report-privacy')
export class ZtReportPrivacy extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    explainedStyles,
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
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const { k, organisation } = view.edition;
    return html`<section class="card" aria-labelledby="privacy">
      <h2 id="privacy">${icon('lock')}Wie mag dit zien, en waarvoor?</h2>
      ${explained([
        [
          'Voor wie',
          html`<p>
            Voor management en L&D van ${organisation}. Wil je het rapport met anderen delen? Kijk eerst wat
            daarover is afgesproken met de ondernemingsraad.
          </p>`,
        ],
        [
          'Waarvoor wel',
          html`<p>
            Om te leren: kiezen wat een team traint, en samen praten over gesprekken die lastig zijn.
          </p>`,
        ],
        [
          'Waarvoor niet',
          html`<p>
            Niet om één medewerker te beoordelen. Ook niet voor beloning, rooster of straf. Dit rapport zegt
            niets over één mens.
          </p>`,
        ],
        [
          'Wat er niet in staat',
          html`<p>
              Namen, nummers van mensen en cijfers van één mens. Groepen onder de ${k} mensen tonen we niet.
              Ook niet als je ze kunt uitrekenen uit een totaal, of uit een eerder rapport. Wat we niet tonen,
              staat ook niet in dit bestand.
            </p>
            ${teams(view)}`,
        ],
        [
          'Ondernemingsraad',
          html`<p>
            Met dit rapport kun je prestaties van groepen volgen. Daarom moet de ondernemingsraad ermee
            instemmen (WOR, artikel 27 lid 1, k en l). Bij Zeventerpen horen een voorbeeldtekst en een opzet
            voor een DPIA: <code>docs/rapport/ondernemingsraad.md</code> en <code>docs/rapport/dpia.md</code>.
          </p>`,
        ],
      ])}
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
