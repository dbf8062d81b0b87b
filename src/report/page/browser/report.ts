/** `<zt-report>`: the whole report of one edition, with its filters; the choice stands in the address. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles, derivedTokens } from '../../../player/ui/base-styles.js';
import { brandStyles, mark } from '../../../player/ui/brand.js';
import { documentStyles } from '../../../player/ui/document-styles.js';
import { icon } from '../../../player/ui/icons.js';
import type { Edition } from '../../edition/edition.js';
import {
  choose,
  firstChoice,
  readChoice,
  unfolded,
  writeChoice,
  type Chapter,
  type Choice,
} from '../view/choice.js';
import { viewOf, type View } from '../view/view.js';
import { moment, number } from '../view/words.js';
import type { ChooseEvent, ReportPart } from './part.js';
import { printReport } from './print.js';
import './based-on.js';
import './downloads.js';
import './filters.js';
import './funnel.js';
import './growth.js';
import './heat-map.js';
import './items.js';
import './method.js';
import './mistakes.js';
import './outcomes.js';
import './plan.js';
import './privacy.js';
import './routes.js';
import './score.js';
import './summary.js';
import './training.js';
import { paperStyles, reportStyles } from './report-styles.js';

@customElement('zt-report')
export class ZtReport extends LitElement {
  static override styles = [baseStyles, brandStyles, reportStyles];

  @property({ attribute: false }) edition?: Edition;
  /** Inside a page that has its own header. */
  @property({ type: Boolean }) embedded = false;
  @state() private choice?: Choice;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.followAddress);
    const sheets = [this.embedded ? derivedTokens : documentStyles, paperStyles].flatMap(
      ({ styleSheet }) => styleSheet ?? [],
    );
    document.adoptedStyleSheets = [
      ...sheets,
      ...document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet)),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.followAddress);
  }

  private readonly followAddress = (): void => {
    if (!this.edition) return;
    this.choice = readChoice(this.edition, location.hash);
    this.goToAsked();
  };

  protected override firstUpdated(): void {
    this.goToAsked();
  }

  /** A chapter that the address names is brought into sight. */
  private goToAsked(): void {
    const [asked] = unfolded(new URLSearchParams(location.hash.slice(1))) ?? [];
    if (asked) void this.goTo(asked);
  }

  private async goTo(chapter: Chapter): Promise<void> {
    await this.updateComplete;
    const part = this.renderRoot.querySelector<ReportPart>(`[data-chapter=${chapter}]`);
    await part?.updateComplete;
    part?.goTo();
  }

  private readonly handleChoose = (event: ChooseEvent): void => {
    if (!this.edition) return;
    this.choice = choose(this.choice ?? firstChoice(this.edition), event.change);
    // Replaced, so that 'back' leaves the report at once.
    const kept = writeChoice(this.edition, this.choice);
    history.replaceState(null, '', kept === '' ? location.pathname + location.search : `#${kept}`);
    if (event.goTo) void this.goTo(event.goTo);
  };

  protected override render(): TemplateResult | typeof nothing {
    const { edition } = this;
    if (!edition) return nothing;
    const view = viewOf(edition, this.choice ?? readChoice(edition, location.hash));
    return html`${this.embedded ? nothing : brandBar(edition)}
      <div class="page" @zt-report-choose=${this.handleChoose}>
        ${edition.read.demo ? demoNote() : nothing} ${this.top(view)}
        <p class="sr-only" role="status">
          ${this.choice ? `Je ziet nu ${view.names.group(view.choice.group)}, ${view.names.period(view.choice.period)}.` : ''}
        </p>
        <zt-report-summary .view=${view}></zt-report-summary>
        <div class="figures">
          <zt-report-score .view=${view}></zt-report-score>
          <zt-report-growth .view=${view}></zt-report-growth>
          <zt-report-training .view=${view}></zt-report-training>
        </div>
        <zt-report-based-on .view=${view}></zt-report-based-on>
        <zt-report-heat-map data-chapter="teams" .view=${view}></zt-report-heat-map>
        <zt-report-privacy .view=${view}></zt-report-privacy>
        <zt-report-plan data-chapter="plan" .view=${view}></zt-report-plan>
        <zt-report-mistakes data-chapter="keuzes" .view=${view}></zt-report-mistakes>
        <zt-report-routes data-chapter="routes" .view=${view}></zt-report-routes>
        <zt-report-outcomes data-chapter="uitkomsten" .view=${view}></zt-report-outcomes>
        <zt-report-funnel data-chapter="klaar" .view=${view}></zt-report-funnel>
        <zt-report-items data-chapter="vragen" .view=${view}></zt-report-items>
        <zt-report-method data-chapter="uitleg" .view=${view}></zt-report-method>
        <zt-report-downloads data-chapter="downloads" .view=${view}></zt-report-downloads>
      </div>`;
  }

  private top(view: View): TemplateResult {
    const { edition, choice, names } = view;
    const { persons } = edition.read;
    const facts = [
      edition.organisation,
      names.period(choice.period),
      persons === null ? `minder dan ${edition.k} deelnemers` : `${number(persons)} deelnemers`,
      `bijgewerkt ${moment(edition.made)}`,
    ];
    return html`<header class="top-row">
      <div>
        <h1>Hoe dienstverlenend zijn onze medewerkers?</h1>
        <p class="small muted">${facts.join(' · ')}</p>
      </div>
      <zt-report-filters .view=${view}></zt-report-filters>
    </header>`;
  }
}

const brandBar = (edition: Edition): TemplateResult =>
  html`<div class="brand-bar">
    <p class="brand">${mark()}<span>Gemeente ${edition.organisation}</span></p>
    <p class="place small muted">Rapport dienstverlening · voor leren en ontwikkelen</p>
    <button class="button quiet" @click=${() => printReport(false)}>${icon('print')}Print</button>
  </div>`;

const demoNote = (): TemplateResult =>
  html`<div class="note warn" role="note">
    ${icon('alert')}
    <p>
      <strong>Voorbeeldgegevens: verzonnen medewerkers.</strong> Deze cijfers zeggen niets over echte mensen.
    </p>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'zt-report': ZtReport;
  }
}
