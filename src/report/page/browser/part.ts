/** What every part of the report's page has: the view that it draws, and how it asks for another one. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from '../../../player/ui/base-styles.js';
import { UNIT_ICON_PATHS } from '../../../player/ui/icon-paths-units.js';
import { addIcons, icon } from '../../../player/ui/icons.js';
import { reasonText } from '../../edition/names.js';
import type { WithheldReason } from '../../edition/figures.js';
import type { Choice } from '../view/choice.js';
import type { View } from '../view/view.js';
import { partStyles } from './part-styles.js';
import './table.js';

addIcons(UNIT_ICON_PATHS);

/** The reader wants to see another part of the cube. */
export class ChooseEvent extends Event {
  static readonly type = 'zt-report-choose';
  constructor(readonly change: Partial<Choice>) {
    super(ChooseEvent.type, { bubbles: true, composed: true });
  }
}

export abstract class ReportPart extends LitElement {
  static override styles = [baseStyles, partStyles];

  @property({ attribute: false }) view?: View;

  protected choose(change: Partial<Choice>): void {
    this.dispatchEvent(new ChooseEvent(change));
  }

  protected abstract draw(view: View): TemplateResult;

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
