import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { icon } from '../../../player/ui/icons.js';
import type { Edition, ItemFigure } from '../../edition/edition.js';
import { ADVICE } from '../../edition/test-tables.js';
import type { View } from '../view/view.js';
import { coefficient, number, people, percent, versionsText } from '../view/words.js';
import { bar } from './bar.js';
import { ReportPart } from './part.js';
import { stackedStyles } from './stacked-table.js';

/** What asks for nothing; it is in the table only. */
const QUIET: ReadonlySet<ItemFigure['advice']> = new Set(['fine', 'few']);
const MOST = 20;

type Test = NonNullable<Edition['test']>;

/** The kennistoets and the modules' own quizzes as measures: how far to trust it, and which questions to look at. */
@customElement('zt-report-items')
export class ZtReportItems extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      .forms {
        display: grid;
        gap: 8px;
      }
      .items {
        min-inline-size: 720px;
      }
      .facility {
        display: grid;
        grid-template-columns: 5ch minmax(48px, 1fr);
        gap: 6px;
        align-items: center;
      }
      .items th:first-child {
        padding-inline-start: 0;
      }
      .items th[scope='row'] {
        font-weight: 650;
        font-size: 0.9375rem;
        color: var(--zt-color);
        border-block-end: 1px solid var(--zt-table-border-color);
        vertical-align: top;
        padding: 10px 10px 10px 0;
        inline-size: 42%;
      }
      .situation {
        font-weight: 400;
        font-size: 0.875rem;
        color: var(--zt-muted);
        margin-block-end: 2px;
      }
      .chip {
        border-radius: 12px;
      }
      @media print {
        .items {
          min-inline-size: 0;
          font-size: 0.8125rem;
          table-layout: fixed;
        }
        .items th:first-child {
          inline-size: 40%;
        }
        .items thead th:nth-child(3) {
          inline-size: 12%;
        }
        .items thead th {
          hyphens: manual;
        }
      }
    `,
    stackedStyles,
    css`
      @media screen and (max-width: 720px) {
        .facility {
          display: inline-grid;
          grid-template-columns: 5ch 72px;
        }
      }
    `,
  ];

  protected draw(view: View): TemplateResult {
    const { test } = view.edition;
    return this.chapter(
      view,
      {
        id: 'vragen',
        title: 'Vragen die opvallen',
        lead: 'Hoe goed de toetsen meten, en welke vragen aandacht vragen.',
      },
      html`${
        test === null
          ? html`<p class="empty muted">Te weinig mensen maakten een toets om naar de vragen te kijken.</p>`
          : figures(test, view)
      }
      ${this.behind(view, 'toets-per-vorm')} ${this.behind(view, 'vragen')} ${this.behind(view, 'antwoorden')}`,
    );
  }
}

function figures(test: Test, { names }: View): TemplateResult {
  const striking = test.items.filter(({ advice }) => !QUIET.has(advice));
  const few = test.items.filter(({ advice }) => advice === 'few').length;
  const versions = [...new Set(test.items.flatMap((item) => item.versions))].sort();
  return html`<p>
      ${inOrder(test.items.length - striking.length - few, test.items.length)}
      ${few === 0 ? nothing : html`Van ${few} zijn er nog te weinig antwoorden. `}
      ${striking.length === 0 ? 'Geen enkele vraag valt op.' : `Kijk eerst naar ${striking.length === 1 ? 'deze' : `deze ${Math.min(MOST, striking.length)}`}.`}
    </p>
    ${
      striking.length === 0
        ? nothing
        : html`<div class="scroll" role="region" aria-label="Tabel: vragen die opvallen" tabindex="0">
            <table class="items stacked" role="table">
              <thead>
                <tr role="row">
                  <th scope="col" role="columnheader">Vraag (aantal)</th>
                  <th scope="col" role="columnheader">Goed beantwoord</th>
                  <th scope="col" role="columnheader" class="num">Onderscheid</th>
                  <th scope="col" role="columnheader">Meest gekozen fout</th>
                  <th scope="col" role="columnheader">Advies</th>
                </tr>
              </thead>
              <tbody>
                ${striking.slice(0, MOST).map((each) => item(each, names))}
              </tbody>
            </table>
          </div>`
    }
    <h3>Hoe zeker de toetsen meten</h3>
    <ul class="forms small">
      ${test.forms.map((each) => form(each, names))}
    </ul>
    <p class="basis">
      Hele organisatie, alle maanden, eerste
      poging${versions.length > 0 ? ` · ${versionsText(versions)}` : ''}${
        test.withheldItems === 0
          ? ''
          : ` · ${test.withheldItems === 1 ? 'één vraag' : `${test.withheldItems} vragen`} niet getoond: te weinig antwoorden`
      }
    </p>`;
}

const inOrder = (fine: number, all: number): string =>
  `${number(fine)} van de ${number(all)} vragen ${fine === 1 ? 'is' : 'zijn'} in orde.`;

const CERTAINTY = {
  unstable: 'te weinig mensen: lees er nog niets in',
  provisional: 'voorlopig: minder dan 100 mensen',
  stable: 'genoeg mensen',
} as const;

const form = (
  { form, n, items, alpha, sem, certainty }: Test['forms'][number],
  names: View['names'],
): TemplateResult =>
  html`<li>
    <b>${names.form(form)}</b>: Cronbachs alfa ${alpha === null ? 'niet te berekenen' : coefficient(alpha)}
    (${CERTAINTY[certainty]})${sem === null ? nothing : `, meetfout ${number(sem)} punten`} ·
    <span class="muted">${items} vragen, ${people(n)}</span>
  </li>`;

const TONES: Partial<Readonly<Record<ItemFigure['advice'], string>>> = {
  'check-key': 'bad',
  'too-hard': 'warn',
  weak: 'warn',
  'too-easy': 'warn',
};

function item(figure: ItemFigure, names: View['names']): TemplateResult {
  const { text, situation, competence, n, form, facility, discrimination, options, advice } = figure;
  const wrong = options.find(({ right }) => !right);
  const tone = TONES[advice] ?? '';
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      ${situation === null ? nothing : html`<p class="situation">${situation}</p>`}${text}
      <span class="muted num">(${n}, ${names.form(form)})</span>
      ${competence === null ? nothing : html`<p class="situation">${names.competence(competence)}</p>`}
    </th>
    <td role="cell" data-column="Goed beantwoord">
      <span class="facility num">${facility} % ${bar(facility)}</span>
    </td>
    <td role="cell" class="num" data-column="Onderscheid">
      ${discrimination === null ? '–' : coefficient(discrimination)}
    </td>
    <td role="cell" data-column="Meest gekozen fout">
      ${wrong?.share ? `${quoted(wrong.text)} (${percent(wrong.share)})` : '–'}
    </td>
    <td role="cell">
      <span class="chip ${tone}">${tone === '' ? nothing : icon('alert', 14)}${ADVICE[advice]}</span>
    </td>
  </tr>`;
}

/** What somebody says has quotes of its own. */
const quoted = (text: string): string => (/^['‘"]/.test(text) ? text : `‘${text}’`);

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-items': ZtReportItems;
  }
}
