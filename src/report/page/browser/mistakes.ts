import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { dearest, effectText, type Mistake } from '../view/mistakes.js';
import { cellsOf, type View } from '../view/view.js';
import { number, percent, people, versionsText } from '../view/words.js';
import { ReportPart } from './part.js';

const MOST = 10;

/** The choices that cost most, with what was stronger: what to talk about in a team. */
@customElement('zt-report-mistakes')
export class ZtReportMistakes extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      li {
        display: grid;
        grid-template-columns: 4.5rem minmax(0, 3fr) minmax(0, 2fr);
        gap: 4px 16px;
        padding-block: 14px;
        border-block-start: 1px solid var(--zt-line);
      }
      li > * {
        min-inline-size: 0;
      }
      .share {
        grid-row: span 2;
        line-height: 1.2;
      }
      .share b {
        display: block;
        font-size: 1.5rem;
        color: var(--zt-heading-color);
      }
      .where {
        grid-column: 2 / -1;
      }
      .stronger {
        padding: 8px 12px;
        border-radius: var(--zt-radius);
        background: var(--zt-good-soft);
        align-self: start;
      }
      @media (max-width: 720px) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        .where {
          grid-column: 1;
          grid-row: 1;
        }
        .share b {
          display: inline;
        }
      }
      @media (forced-colors: active) {
        .stronger {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const cells = cellsOf(view.edition.mistakes, view.choice);
    const worst = dearest(view, MOST);
    const withheld = cells.filter(({ shown }) => !shown).length;
    return this.chapter(
      view,
      {
        id: 'keuzes',
        title: 'Keuzes die het meest kosten',
        lead: 'Wat mensen in de gesprekken vaak kiezen, en wat sterker was. Bovenaan staat wat samen de meeste punten kostte. Stof voor een teamoverleg.',
        byModule: true,
      },
      html` ${
        worst.length === 0
          ? this.nothingYet(view, 'keuzes om te tonen')
          : html`<ol>
              ${worst.map((each) => mistake(view, each))}
            </ol>`
      }
      ${
        withheld === 0
          ? nothing
          : html`<p class="small muted">
              Van ${withheld === 1 ? 'één gesprek' : `${withheld} gesprekken`} tonen we de keuzes niet: te
              weinig mensen.
            </p>`
      }
      ${this.behind(view, 'keuzes-die-veel-kosten')}`,
    );
  }
}

function mistake({ names }: View, { cell, option, words }: Mistake): TemplateResult {
  const effect = effectText(option.effect);
  return html`<li>
    <p class="share small muted"><b class="num">${percent(option.share)}</b> koos dit</p>
    <p class="where small muted">${names.unit(cell.module, cell.unit)} · ${words.situation}</p>
    <div class="stack gap4">
      <p class="bold">‘${words.text}’</p>
      <p class="small num">
        ${option.lost} van 100 punten bleven liggen.${effect === '' ? '' : ` Gevolg: ${effect}.`}
      </p>
      <p class="basis">
        ${people(cell.n)}, ${number(option.reached)} kwamen hier · ${names.period(cell.period)} ·
        ${versionsText(cell.versions)}
      </p>
    </div>
    ${words.better === null ? nothing : html`<p class="stronger small"><b>Sterker:</b> ‘${words.better}’</p>`}
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-mistakes': ZtReportMistakes;
  }
}
