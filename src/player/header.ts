import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ZtNavigateEvent } from './events.js';
import { applyPreferences, loadPreferences, type Preferences } from './preferences.js';
import type { SaveStatus } from './status.js';
import { t } from './texts/texts.js';
import { baseStyles } from './ui/base-styles.js';
import { icon, type IconName } from './ui/icons.js';

export interface Step {
  readonly label: string;
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** The bar on top of every screen: brand, place, step, and the same tools in the same order everywhere. */
@customElement('zt-header')
export class ZtHeader extends LitElement {
  static override styles = [
    ...baseStyles,
    css`
      header {
        display: flex;
        gap: 16px;
        align-items: center;
        min-block-size: 60px;
        padding: 6px 24px;
        background: var(--zt-surface);
        border-block-end: 1px solid var(--zt-line);
      }
      .brand {
        display: flex;
        gap: 10px;
        align-items: center;
        font-weight: 750;
        letter-spacing: -0.01em;
        white-space: nowrap;
      }
      .place {
        padding-inline-start: 16px;
        border-inline-start: 1px solid var(--zt-line);
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
        min-inline-size: 0;
      }
      .end {
        display: flex;
        gap: 16px;
        align-items: center;
        margin-inline-start: auto;
        flex: none;
      }
      .step {
        display: flex;
        gap: 10px;
        align-items: center;
        font-weight: 600;
        white-space: nowrap;
      }
      .bars {
        display: flex;
        gap: 4px;
      }
      .bars i {
        block-size: 6px;
        inline-size: clamp(10px, 1.6vw, 24px);
        border-radius: 9px;
        background: var(--zt-line);
      }
      .bars i.on {
        background: var(--zt-action-background-color);
      }
      .saved {
        color: var(--zt-muted);
      }
      .saved.warn {
        color: var(--zt-warn);
      }
      nav {
        display: flex;
      }
      .menu {
        display: none;
      }
      fieldset {
        display: grid;
        gap: 8px;
      }
      legend {
        padding: 0;
        margin-block-end: 8px;
        font-weight: 650;
      }
      .three {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        gap: 8px;
      }
      .three .choice {
        padding: 10px 12px;
        gap: 10px;
      }
      .dialog-head {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-block-end: 12px;
      }
      @media (max-width: 1100px) {
        .bars {
          display: none;
        }
        .word {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @media (max-width: 900px) {
        header {
          position: relative;
          padding: 4px 12px;
          min-block-size: 52px;
          gap: 10px;
        }
        .brand span,
        .place {
          display: none;
        }
        .end {
          flex: 1;
          gap: 4px;
        }
        .step {
          margin-inline-end: auto;
        }
        .menu {
          display: inline-flex;
        }
        nav {
          display: none;
        }
        nav.open {
          display: grid;
          position: absolute;
          z-index: 2;
          inset-block-start: 100%;
          inset-inline-end: 8px;
          min-inline-size: 220px;
          padding: 8px;
          background: var(--zt-surface);
          border: 1px solid var(--zt-line-strong);
          border-radius: var(--zt-radius-lg);
          box-shadow: var(--zt-shadow);
        }
        nav .button {
          justify-content: flex-start;
        }
      }
    `,
  ];

  @property() municipality = '';
  @property() place = '';
  @property({ attribute: false }) step: Step | undefined;
  @property() status: SaveStatus = 'saved';
  /** Nothing is stored in this visit, so nothing is said about saving. */
  @property({ type: Boolean }) unstored = false;
  /** True where the overview is already on screen. */
  @property({ type: Boolean }) home = false;
  @state() private open = false;
  @state() private preferences: Preferences = loadPreferences();
  @query('#view') private view!: HTMLDialogElement;
  @query('#help') private help!: HTMLDialogElement;

  override render(): TemplateResult {
    return html`<header @keydown=${this.onKeydown}>
        <slot name="skip"></slot>
        <div class="brand">${mark()}<span>${this.municipality}</span></div>
        <p class="place small muted">${this.place}</p>
        <div class="end">
          ${this.step ? stepBars(this.step) : html`<span class="step"></span>`} ${this.renderSaved()}
          <button
            class="button quiet square menu"
            aria-expanded=${this.open}
            aria-label=${t.app.menu}
            @click=${() => (this.open = !this.open)}
          >
            ${icon(this.open ? 'x' : 'menu', 22)}
          </button>
          <nav class=${this.open ? 'open' : ''} aria-label=${t.app.tools}>
            ${
              this.home
                ? nothing
                : this.renderTool('list', t.app.overview, () =>
                    this.dispatchEvent(new ZtNavigateEvent({ name: 'overview' })),
                  )
            }
            ${this.renderTool('text', t.view.title, () => this.view.showModal())}
            ${this.renderTool('help', t.help.title, () => this.help.showModal())}
          </nav>
        </div>
      </header>
      ${this.renderView()} ${this.renderHelp()}`;
  }

  private renderTool(name: IconName, label: string, act: () => void): TemplateResult {
    const click = () => {
      this.open = false;
      act();
    };
    return html`<button class="button quiet" @click=${click}>${icon(name, 18)}${label}</button>`;
  }

  private renderSaved(): TemplateResult | typeof nothing {
    if (this.unstored) return nothing;
    const well = this.status === 'saved' || this.status === 'saving';
    return html`<span class="row gap8 tiny saved ${well ? '' : 'warn'}">
      ${icon(well ? 'saved' : 'unsaved', 18)}<span class="word">${t.saving.short[this.status]}</span>
    </span>`;
  }

  private renderView(): TemplateResult {
    const { sizes, themes, motions } = t.view;
    return html`<dialog id="view" aria-labelledby="view-title">
      ${dialogHead('view-title', t.view.title)}
      <div class="stack gap20">
        <p class="muted">${t.view.intro}</p>
        ${this.renderChoice('text', t.view.size, sizes)} ${this.renderChoice('theme', t.view.theme, themes)}
        ${this.renderChoice('motion', t.view.motion, motions)}
      </div>
    </dialog>`;
  }

  private renderChoice(
    key: keyof Preferences,
    legend: string,
    options: Readonly<Record<string, string>>,
  ): TemplateResult {
    const choose = (value: string) => {
      this.preferences = { ...this.preferences, [key]: value };
      applyPreferences(this.preferences);
    };
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="three">
        ${Object.entries(options).map(
          ([value, label]) =>
            html`<label class="choice">
              <input
                type="radio"
                name=${key}
                .checked=${this.preferences[key] === value}
                @change=${() => choose(value)}
              />
              ${label}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private renderHelp(): TemplateResult {
    return html`<dialog id="help" aria-labelledby="help-title">
      ${dialogHead('help-title', t.help.title)}
      <dl class="stack gap16">
        ${t.help.items.map(
          (item) =>
            html`<div>
              <dt class="bold">${item.q}</dt>
              <dd class="muted">${item.a}</dd>
            </div>`,
        )}
      </dl>
    </dialog>`;
  }

  private onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>('.menu')?.focus();
  }
}

function dialogHead(id: string, title: string): TemplateResult {
  const close = (event: Event) => (event.currentTarget as HTMLElement).closest('dialog')?.close();
  return html`<div class="dialog-head">
    <h2 id=${id}>${title}</h2>
    <button class="button quiet square" aria-label=${t.common.close} @click=${close}>${icon('x')}</button>
  </div>`;
}

function stepBars({ label, number, of }: Step): TemplateResult {
  return html`<p class="step small muted">
    ${t.app.step(label, number, of)}
    <span class="bars" aria-hidden="true">
      ${Array.from({ length: of }, (_, index) => html`<i class=${index < number ? 'on' : ''}></i>`)}
    </span>
  </p>`;
}

/** The mark of Zeventerpen: a mound above the water. */
function mark(): TemplateResult {
  return html`<svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
    <rect width="30" height="30" rx="8" fill="var(--zt-action-background-color)" />
    <path d="M4 20.5q5.500-9.500 11-9.500t11 9.500z" fill="var(--zt-action-color)" />
    <path
      d="M4.500 24.200h21"
      stroke="var(--zt-action-color)"
      stroke-width="1.800"
      stroke-linecap="round"
      opacity=".7"
    />
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-header': ZtHeader;
  }
}
