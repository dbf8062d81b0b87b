/** What every part of the report's page has: the view that it draws, and how it asks for another one. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { baseStyles } from '../../../player/ui/base-styles.js';
import { UNIT_ICON_PATHS } from '../../../player/ui/icon-paths-units.js';
import { addIcons, icon } from '../../../player/ui/icons.js';
import { reasonText } from '../../edition/names.js';
import type { WithheldReason } from '../../edition/figures.js';
import { toggled, type Chapter, type Choice } from '../view/choice.js';
import type { View } from '../view/view.js';
import { partStyles } from './part-styles.js';
import { UnfoldsOnPaper } from './print.js';
import './table.js';

addIcons(UNIT_ICON_PATHS);

/** The reader wants to see another part of the cube. */
export class ChooseEvent extends Event {
  static readonly type = 'zt-report-choose';
  /** `goTo`: the chapter to bring into sight. */
  constructor(
    readonly change: Partial<Choice>,
    readonly goTo: Chapter | null = null,
  ) {
    super(ChooseEvent.type, { bubbles: true, composed: true });
  }
}

/** What a folded chapter shows of itself. */
export interface Headline {
  readonly id: Chapter;
  readonly title: string;
  /** In one sentence: what is to be found, or the figure that says most. */
  readonly lead: string;
  /** Shows only what belongs to the module chosen. */
  readonly byModule?: boolean;
}

export abstract class ReportPart extends LitElement {
  static override styles = [baseStyles, partStyles];

  @property({ attribute: false }) view?: View;

  constructor() {
    super();
    new UnfoldsOnPaper(this, 'details.chapter, details.based');
  }

  /** Brings the chapter into sight, and the focus to its heading. */
  goTo(): void {
    const summary = this.renderRoot.querySelector('summary');
    summary?.focus({ preventScroll: true });
    summary?.scrollIntoView();
  }

  protected choose(change: Partial<Choice>, goTo: Chapter | null = null): void {
    this.dispatchEvent(new ChooseEvent(change, goTo));
  }

  /** Unfolds a chapter elsewhere on the page and goes there. */
  protected visit({ choice }: View, chapter: Chapter, change: Partial<Choice> = {}): void {
    const open = choice.open.includes(chapter) ? choice.open : toggled(choice, chapter);
    this.choose({ ...change, open }, chapter);
  }

  /** A part of the report that folds; what is open stands in the address. */
  protected chapter(
    view: View,
    { id, title, lead, byModule }: Headline,
    body: TemplateResult,
  ): TemplateResult {
    const { choice } = view;
    const handleClick = (event: Event): void => {
      event.preventDefault();
      this.choose({ open: toggled(choice, id) });
    };
    return html`<section class="card long" aria-labelledby=${id}>
      <details class="chapter" ?open=${live(choice.open.includes(id))}>
        <summary @click=${handleClick}>
          <h2 id=${id}>${title}</h2>
          <span class="lead small muted">${lead}</span>
        </summary>
        <div class="body">${byModule ? this.onlyModule(view) : nothing} ${body}</div>
      </details>
    </section>`;
  }

  protected abstract draw(view: View): TemplateResult | typeof nothing;

  protected override render(): TemplateResult | typeof nothing {
    return this.view ? this.draw(this.view) : nothing;
  }

  /** Why a figure is not there, and the bigger group to look at instead. */
  protected withheld(
    { edition, names }: View,
    cell: { readonly why: WithheldReason; readonly instead: string | null },
  ): TemplateResult {
    const { instead } = cell;
    return html`<div class="withheld">
      <p class="row">${icon('lock', 18)}<span>${reasonText(cell.why, edition.k)}.</span></p>
      ${
        instead === null
          ? nothing
          : html`<button class="button" @click=${() => this.choose({ group: instead })}>
              Bekijk ${names.group(instead)}
            </button>`
      }
    </div>`;
  }

  /** Where a module was chosen, perhaps elsewhere on the page, that is said, with the way back to all. */
  private onlyModule({ choice, names }: View): TemplateResult | typeof nothing {
    if (choice.module === null) return nothing;
    return html`<p class="small only">
      Alleen uit ‘${names.module(choice.module)}’.
      <button class="button quiet" @click=${() => this.choose({ module: null })}>Toon alle modules</button>
    </p>`;
  }

  /** Nothing was measured here, or not by the month; `what` in the plural. */
  protected nothingYet({ edition, names, choice }: View, what: string): TemplateResult {
    const all = choice.period === 'all' ? undefined : edition.periods.find(({ id }) => id === 'all');
    return html`<div class="stack gap8">
      <p class="muted">
        Van ${names.group(choice.group)} zijn er in ${names.period(choice.period)} geen ${what}.
      </p>
      ${
        all
          ? html`<p>
              <button class="button" @click=${() => this.choose({ period: all.id })}>
                Bekijk ${all.label}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }

  /** The table behind a chart. */
  protected behind(view: View, id: string): TemplateResult {
    return html`<zt-report-table .table=${view.table(id)}></zt-report-table>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    [ChooseEvent.type]: ChooseEvent;
  }
}
