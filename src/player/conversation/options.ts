import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Option } from '../../content/module.js';
import { workTexts } from '../texts/nl-work.js';
import { baseStyles } from '../ui/base-styles.js';
import { icon } from '../ui/icons.js';

/** What made an option possible, in words ('Uit de zaak'), and the key of the look-up if it was one. */
export interface Source {
  readonly words: string;
  readonly key?: string;
}
/** An option as it is offered now. */
export interface Offer {
  readonly option: Option;
  readonly source?: Source;
}

export class ZtChooseEvent extends Event {
  constructor(readonly option: Option) {
    super('zt-choose', { bubbles: true });
  }
}
/** An option that may be the next choice: it has the focus, or is being pressed. */
export class ZtConsiderEvent extends Event {
  constructor(readonly option: Option) {
    super('zt-consider', { bubbles: true });
  }
}

/**
 * What the learner may say now: whole sentences with a key cap. The figures 1-4 choose only while the focus is inside.
 *
 * @fires zt-choose - the option chosen
 * @fires zt-consider - the option that may be chosen next
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
        /* A press shows at once, and its answer is not drawn among frames of a fading colour. */
        transition: none;
      }
      .pointed {
        border-color: var(--zt-secondary-border-color);
        box-shadow: inset 0 0 0 1px var(--zt-secondary-border-color);
        background: var(--zt-tint-soft);
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
  /** Code of the option that was pointed out. */
  @state() private pointed: string | undefined;

  override render(): TemplateResult {
    return html`<fieldset @keydown=${this.onKeydown}>
      <legend>${this.legend}</legend>
      <ol>
        ${this.offers.map(
          ({ option, source }, index) =>
            html`<li>
              <button
                class="choice ${option.code === this.pointed ? 'pointed' : ''}"
                @click=${() => this.choose(option)}
                @focus=${() => this.consider(option)}
                @pointerdown=${() => this.consider(option)}
              >
                <span class="key" aria-hidden="true">${index + 1}</span>
                <span>${option.text}</span>
                ${source ? html`<span class="chip">${icon('idea', 14)}${source.words}</span>` : nothing}
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

  /** Points out the option that a look-up made possible, and gives it the focus; false when there is none. */
  pointOut(key: string): boolean {
    const index = this.offers.findIndex(({ source }) => source?.key === key);
    if (index < 0) return false;
    this.pointed = this.offers[index]?.option.code;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelectorAll<HTMLElement>('.choice')[index]?.focus(),
    );
    return true;
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

  private consider(option: Option): void {
    this.dispatchEvent(new ZtConsiderEvent(option));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-options': ZtOptions;
  }
  interface HTMLElementEventMap {
    'zt-choose': ZtChooseEvent;
    'zt-consider': ZtConsiderEvent;
  }
}
