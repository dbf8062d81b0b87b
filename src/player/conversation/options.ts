import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Option } from '../../content/module.js';
import { workTexts } from '../texts/nl-work.js';
import { baseStyles } from '../ui/base-styles.js';
import { icon } from '../ui/icons.js';

/** An option as it is offered now; `because` says which look-up made it possible. */
export interface Offer {
  readonly option: Option;
  readonly because?: string;
}

export class ZtChooseEvent extends Event {
  constructor(readonly option: Option) {
    super('zt-choose', { bubbles: true });
  }
}

/**
 * What the learner may say now: whole sentences with a key cap. The figures 1-4 choose only while the focus is inside.
 *
 * @fires zt-choose - the option chosen
 */
@customElement('zt-options')
export class ZtOptions extends LitElement {
  static override styles = [
    ...baseStyles,
    css`
      legend {
        padding: 0;
        margin-block-end: 10px;
        font-weight: 700;
        color: var(--zt-heading-color);
      }
      ol {
        display: grid;
        gap: 10px;
      }
      .choice {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: start;
      }
      .choice:active {
        background: var(--zt-tint);
      }
      @container (max-width: 520px) {
        .choice {
          grid-template-columns: auto minmax(0, 1fr);
        }
        .choice .chip {
          grid-column: 2;
          justify-self: start;
        }
      }
      fieldset {
        container-type: inline-size;
      }
    `,
  ];

  @property({ attribute: false }) offers: readonly Offer[] = [];
  @property() legend = '';

  override render(): TemplateResult {
    return html`<fieldset @keydown=${this.onKeydown}>
      <legend>${this.legend}</legend>
      <ol>
        ${this.offers.map(
          ({ option, because }, index) =>
            html`<li>
              <button class="choice" @click=${() => this.choose(option)}>
                <span class="key" aria-hidden="true">${index + 1}</span>
                <span>${option.text}</span>
                ${because ? html`<span class="chip">${icon('idea', 14)}${because}</span>` : nothing}
              </button>
            </li>`,
        )}
      </ol>
      <p class="sr-only">${workTexts.talk.keyHint}</p>
    </fieldset>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  private onKeydown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const offer = /^[1-9]$/.test(event.key) ? this.offers[Number(event.key) - 1] : undefined;
    if (!offer) return;
    event.preventDefault();
    this.choose(offer.option);
  }

  private choose(option: Option): void {
    this.dispatchEvent(new ZtChooseEvent(option));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-options': ZtOptions;
  }
  interface HTMLElementEventMap {
    'zt-choose': ZtChooseEvent;
  }
}
