import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unitTexts } from '../texts/nl-units.js';
import { baseStyles } from './base-styles.js';
import { FollowingElement } from './following.js';
import { icon, type IconName } from './icons.js';

/** What the last action did to a meter: `text` without sign ('0,8'), an arrow, and whether that is good news. */
export interface MeterChange {
  readonly text: string;
  readonly direction: 'up' | 'down';
  readonly tone: 'good' | 'bad' | 'plain';
}

const ROUND = 2 * Math.PI * 19;

/** One outcome as a ring: how far the learner stands between the worst and the best that exists (fuller is always better). */
@customElement('zt-ring-meter')
export class ZtRingMeter extends FollowingElement {
  static override following = ['value', 'share', 'change'];
  static override styles = [
    baseStyles,
    css`
      /* The meter follows the room its strip gives it. */
      :host {
        container-type: inline-size;
      }
      .meter {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 2px 10px;
        align-items: center;
      }
      .ring {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 44px;
        block-size: 44px;
        color: var(--zt-secondary-color);
      }
      .ring.low {
        color: var(--zt-bad);
      }
      .ring > svg:first-child {
        position: absolute;
        inset: 0;
      }
      .arc {
        transition: stroke-dashoffset calc(var(--zt-motion, 1) * 550ms) cubic-bezier(0.2, 0.8, 0.2, 1);
      }
      .text {
        line-height: 1.3;
      }
      .chip {
        padding-inline: 8px;
        gap: 3px;
      }
      @container (max-width: 14.5rem) {
        .meter {
          grid-template-columns: auto minmax(0, 1fr);
        }
        .chip {
          grid-column: 2;
          justify-self: start;
        }
      }
      @container (max-width: 9.5rem) {
        .meter {
          grid-template-columns: minmax(0, 1fr);
          justify-items: center;
          text-align: center;
        }
        .chip {
          grid-column: 1;
          justify-self: center;
          gap: 1px;
          padding: 0 4px;
          font-size: 0.75rem;
          white-space: nowrap;
        }
      }
      @media (forced-colors: active) {
        .track {
          stroke: GrayText;
        }
        .arc {
          stroke: Highlight;
        }
      }
    `,
  ];

  @property() label = '';
  @property() icon: IconName = 'smile';
  /** The value in words and figures: '4,2 van 10'. */
  @property() value = '';
  /** 0 = the worst that exists, 1 = the best. */
  @property({ type: Number }) share = 0;
  @property({ attribute: false }) change: MeterChange | undefined;
  /** True where a low ring means trouble with the customer: it turns red. */
  @property({ type: Boolean }) alarming = false;

  override render(): TemplateResult {
    const share = Math.min(1, Math.max(0, this.share));
    return html`<div
      class="meter"
      role="meter"
      aria-label=${this.label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round(share * 100)}
      aria-valuetext=${unitTexts.meter(this.value, this.change?.text, this.change?.direction === 'up')}
    >
      <span class="ring ${this.alarming && share < 0.4 ? 'low' : ''}">
        <svg viewBox="0 0 44 44" aria-hidden="true" fill="none" stroke-width="5">
          ${svg`<circle class="track" cx="22" cy="22" r="19" stroke="var(--zt-line)" />
          <circle class="arc" cx="22" cy="22" r="19" stroke="currentColor" stroke-linecap="round" transform="rotate(-90 22 22)" opacity=${share > 0 ? 1 : 0} stroke-dasharray=${ROUND} stroke-dashoffset=${ROUND * (1 - share)} />`}
        </svg>
        ${icon(this.icon, 18)}
      </span>
      <span class="text"
        ><span class="label small muted">${this.label}</span><br /><span class="value bold num"
          >${this.value}</span
        ></span
      >
      ${this.change ? chip(this.change) : nothing}
    </div>`;
  }
}

const chip = (change: MeterChange): TemplateResult =>
  html`<span class="chip num ${change.tone}"
    >${icon(change.direction === 'up' ? 'arrow-up' : 'arrow-down', 14)}${change.text}</span
  >`;

declare global {
  interface HTMLElementTagNameMap {
    'zt-ring-meter': ZtRingMeter;
  }
}
