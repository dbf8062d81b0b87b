import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ZtLeaveEvent, ZtNavigateEvent, ZtToolEvent, type Tool } from './events.js';
import type { SaveStatus } from './status.js';
import { t } from './texts/texts.js';
import { baseStyles } from './ui/base-styles.js';
import { brandStyles, mark } from './ui/brand.js';
import { FollowingElement } from './ui/following.js';
import { icon, type IconName } from './ui/icons.js';

export interface Step {
  readonly label: string;
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** The bar on top of every screen: brand, place, step, and the same tools in the same order everywhere. */
@customElement('zt-header')
export class ZtHeader extends FollowingElement {
  // An answer is not kept waiting by the news that it is being saved.
  static override following = ['status'];
  static override styles = [
    ...baseStyles,
    brandStyles,
    css`
      .brand {
        white-space: nowrap;
      }
      /* The municipality's own, when the build was given one; its name stands beside it. */
      .logo {
        flex: none;
        inline-size: var(--zt-logo-size, 0);
        block-size: var(--zt-logo-size, 0);
        background: var(--zt-logo, none) center / contain no-repeat;
      }
      .place {
        flex: 1 1 0;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
        min-inline-size: 0;
      }
      .end {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        align-items: center;
        justify-content: flex-end;
        margin-inline-start: auto;
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
        flex-wrap: wrap;
      }
      .menu {
        display: none;
      }
      /* More tools than three leave less room for the rest. */
      @media (max-width: 1100px) {
        .full .place {
          display: none;
        }
      }
      /* The name of the unit needs the room more than the bars, whose figures stand beside them. */
      @media (max-width: 1400px) {
        .bars {
          display: none;
        }
      }
      @media (max-width: 1100px) {
        .word {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      /* Here buttons have edges, which would touch. */
      @media (forced-colors: active) {
        nav {
          gap: 8px;
        }
      }
      @media (max-width: 900px) {
        .brand-bar {
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
          flex-wrap: nowrap;
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
  @property({ attribute: false, hasChanged: isOtherStep }) step: Step | undefined;
  @property() status: SaveStatus = 'saved';
  /** Nothing is stored in this visit, so nothing is said about saving. */
  @property({ type: Boolean }) unstored = false;
  /** True where the overview is already on screen. */
  @property({ type: Boolean }) home = false;
  /** There is a way back to the LMS from here. */
  @property({ type: Boolean }) leave = false;
  @state() private unfolded = false;
  /** Whether there is a button to read aloud, and whether it reads now. */
  @property() aloud: 'off' | 'ready' | 'reading' = 'off';

  override render(): TemplateResult {
    const full = this.leave || this.aloud !== 'off';
    return html`<header class="brand-bar ${full ? 'full' : ''}" @keydown=${this.onKeydown}>
      <slot name="skip"></slot>
      <div class="brand">${mark()}<i class="logo"></i><span>${this.municipality}</span></div>
      <p class="place small muted">${this.place}</p>
      <div class="end">
        ${this.step ? stepBars(this.step) : html`<span class="step"></span>`} ${this.renderSaved()}
        <button
          class="button quiet square menu"
          aria-expanded=${this.unfolded}
          aria-label=${t.app.menu}
          @click=${() => (this.unfolded = !this.unfolded)}
        >
          ${icon(this.unfolded ? 'x' : 'menu', 22)}
        </button>
        <nav class=${this.unfolded ? 'open' : ''} aria-label=${t.app.tools}>
          ${
            this.home
              ? nothing
              : this.renderTool('list', t.app.overview, () =>
                  this.dispatchEvent(new ZtNavigateEvent({ name: 'overview' })),
                )
          }
          ${this.aloud === 'off' ? nothing : this.renderAloud()}
          ${this.renderTool('text', t.app.view, () => this.open('view'))}
          ${this.renderTool('help', t.app.help, () => this.open('help'))}
          ${
            this.leave
              ? this.renderTool('x', t.app.leave, () => this.dispatchEvent(new ZtLeaveEvent()))
              : nothing
          }
        </nav>
      </div>
    </header>`;
  }

  private renderTool(name: IconName, label: string, act: () => void): TemplateResult {
    const click = () => {
      this.unfolded = false;
      act();
    };
    return html`<button class="button quiet" @click=${click}>${icon(name, 18)}${label}</button>`;
  }

  private renderAloud(): TemplateResult {
    const reads = this.aloud === 'reading';
    return html`<button
      class="button quiet"
      aria-pressed=${reads ? 'true' : 'false'}
      @click=${() => this.open('aloud')}
    >
      ${icon('aloud', 18)}${reads ? t.app.aloudStop : t.app.aloud}
    </button>`;
  }

  private open(tool: Tool | 'aloud'): void {
    this.dispatchEvent(new ZtToolEvent(tool));
  }

  private renderSaved(): TemplateResult | typeof nothing {
    if (this.unstored) return nothing;
    const well = this.status === 'saved' || this.status === 'saving';
    return html`<span class="row gap8 tiny saved ${well ? '' : 'warn'}">
      ${icon(well ? 'saved' : 'unsaved', 18)}<span class="word">${t.saving.short[this.status]}</span>
    </span>`;
  }

  private onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.unfolded) return;
    this.unfolded = false;
    this.renderRoot.querySelector<HTMLElement>('.menu')?.focus();
  }
}

function isOtherStep(now: Step | undefined, before: Step | undefined): boolean {
  return now?.number !== before?.number || now?.of !== before?.of || now?.label !== before?.label;
}

function stepBars({ label, number, of }: Step): TemplateResult {
  return html`<p class="step small muted">
    ${t.app.step(label, number, of)}
    <span class="bars" aria-hidden="true">
      ${Array.from({ length: of }, (_, index) => html`<i class=${index < number ? 'on' : ''}></i>`)}
    </span>
  </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-header': ZtHeader;
  }
}
