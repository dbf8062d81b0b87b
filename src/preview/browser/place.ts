import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../../player/ui/base-styles.js';
import { icon } from '../../player/ui/icons.js';
import type { ChoiceView, PlaceView } from '../view.js';
import { ZtPlaceEvent, ZtPlayFromEvent } from './events.js';

/**
 * One turn in words: what is said, and what each choice does and where it leads.
 *
 * @fires zt-place - look at where a choice leads
 * @fires zt-play-from - play from this turn
 */
@customElement('zt-place')
export class ZtPlace extends LitElement {
  static override styles = [
    ...baseStyles,
    css`
      .choice-card {
        border: 1px solid var(--zt-line);
        border-radius: var(--zt-radius);
        padding: 10px 12px;
      }
      .choice-card.closed {
        border-style: dashed;
        background: var(--zt-canvas);
      }
      .id {
        font-family: ui-monospace, monospace;
        font-size: 0.8125rem;
        font-weight: 700;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 2px 12px;
        font-size: 0.875rem;
      }
      dt {
        color: var(--zt-muted);
      }
      dd span {
        display: block;
      }
      .to {
        border: 0;
        background: none;
        padding: 2px 0;
        min-block-size: 44px;
        min-inline-size: 44px;
        font-weight: 600;
        text-align: start;
        text-decoration: underline;
        text-underline-offset: 0.2em;
        color: var(--zt-link-color);
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) place: PlaceView | undefined;
  @property({ type: Boolean }) here = false;
  /** Codes offered now; null: does not hang on conditions, or is not known. */
  @property({ attribute: false }) offered: readonly string[] | null = null;

  override render(): TemplateResult | typeof nothing {
    const { place } = this;
    if (!place) return nothing;
    return html`<div class="stack">
      <div class="row wrap between">
        <h3>${place.name}</h3>
        ${this.here ? html`<span class="chip solid">Hier ben je nu</span>` : nothing}
        ${place.quality ? html`<span class="chip outline">${place.quality}</span>` : this.renderPlay(place)}
      </div>
      ${place.said.map(({ speaker, text }) => html`<p class="small"><b>${speaker}:</b> ${text}</p>`)}
      <ul class="stack gap8">
        ${place.choices.map((choice) => this.renderChoice(choice))}
      </ul>
    </div>`;
  }

  private renderPlay({ id, name }: PlaceView): TemplateResult {
    return html`<button class="button" @click=${() => this.dispatchEvent(new ZtPlayFromEvent(id))}>
      ${icon('play', 18)}Speel vanaf hier<span class="sr-only">: ${name}</span>
    </button>`;
  }

  private renderChoice(choice: ChoiceView): TemplateResult {
    const closed = this.here && this.offered !== null && !this.offered.includes(choice.code);
    const { id, part, text, when, effects, competences, routes } = choice;
    return html`<li class="choice-card stack gap4 ${closed ? 'closed' : ''}">
      <p>
        <span class="id">${id}</span> ${part === undefined ? nothing : html`<b>${part}:</b>`} ${text}
        ${closed ? html`<span class="chip outline">nu niet te kiezen</span>` : nothing}
      </p>
      <dl>
        ${row('Alleen als', when === '' ? [] : [when])} ${row('Gevolg', effects)}
        ${row('Vaardigheden', competences)}
        ${row(
          'Verder naar',
          routes.map(
            ({ clause, to, name }) =>
              html`${clause === '' ? nothing : `${clause}: `}<button
                  class="to"
                  @click=${() => this.dispatchEvent(new ZtPlaceEvent(to))}
                >
                  ${name}
                </button>`,
          ),
        )}
      </dl>
    </li>`;
  }
}

const row = (label: string, parts: readonly (string | TemplateResult)[]): TemplateResult | typeof nothing =>
  parts.length === 0
    ? nothing
    : html`<dt>${label}</dt>
        <dd>${parts.map((part) => html`<span>${part}</span>`)}</dd>`;

declare global {
  interface HTMLElementTagNameMap {
    'zt-place': ZtPlace;
  }
}
