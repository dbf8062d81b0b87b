import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unitTexts } from '../texts/nl-units.js';
import { baseStyles } from './base-styles.js';
import { icon, type IconName } from './icons.js';

/** One outcome on the line from the worst to the best that existed in this conversation. */
@customElement('zt-range-bar')
export class ZtRangeBar extends LitElement {
  static override styles = [
    baseStyles,
    css`
      .bar {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 4px 12px;
      }
      .tile {
        inline-size: 32px;
        block-size: 32px;
        border-radius: 8px;
      }
      .line {
        position: relative;
        padding-block-start: 24px;
      }
      .track {
        block-size: 8px;
        border-radius: 9px;
        background: var(--zt-line);
        overflow: hidden;
      }
      .fill {
        block-size: 100%;
        inline-size: calc(var(--at) * 100%);
        background: color-mix(in oklab, var(--zt-secondary-color) 45%, var(--zt-surface));
      }
      .you,
      .knob {
        position: absolute;
        inset-inline-start: calc(var(--at) * 100%);
        /* Moves with its own width, so that it never leaves the line at either end. */
        translate: calc(var(--at) * -100%) 0;
      }
      .you {
        inset-block-start: 0;
        white-space: nowrap;
        line-height: 1.3;
      }
      .knob {
        inset-block-start: 20px;
        inline-size: 16px;
        block-size: 16px;
        border-radius: 50%;
        border: 3px solid var(--zt-surface);
        outline: 2px solid var(--zt-secondary-color);
        background: var(--zt-secondary-color);
      }
      .ends {
        margin-block-start: 8px;
      }
      /* Dashes mean the norm, here as in the web of competences. */
      .tick,
      .norm i {
        inline-size: 0;
        border-inline-start: 2px dashed var(--zt-heading-color);
      }
      .tick {
        position: absolute;
        inset-block-start: 17px;
        inset-inline-start: calc(var(--norm) * 100% - 1px);
        block-size: 22px;
      }
      .norm {
        display: flex;
        gap: 6px;
      }
      .norm i {
        flex: none;
        block-size: 12px;
        margin-block-start: 4px;
      }
      @media (forced-colors: active) {
        .track {
          border: 1px solid CanvasText;
        }
        .fill,
        .knob {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
      @media print {
        * {
          print-color-adjust: exact;
        }
      }
    `,
  ];

  @property() label = '';
  @property() icon: IconName = 'smile';
  @property() value = '';
  @property() worst = '';
  @property() best = '';
  /** 0 = worst, 1 = best. */
  @property({ type: Number }) share = 0;
  /** What is sufficient, in words ('minstens 6'), and where that is on the line. */
  @property() norm = '';
  @property({ type: Number }) normShare = 0;
  /** A word for it ('Goed') and its tone. */
  @property() verdict = '';
  @property() tone: 'good' | 'warn' | 'bad' | '' = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('share')) this.place('--at', this.share);
    if (changed.has('normShare')) this.place('--norm', this.normShare);
  }

  private place(name: string, share: number): void {
    this.style.setProperty(name, String(Math.min(1, Math.max(0, share))));
  }

  override render(): TemplateResult {
    return html`<div class="bar">
      <span class="tile">${icon(this.icon, 18)}</span>
      <div>
        <div class="row between wrap gap4">
          <p class="bold small">${this.label}</p>
          ${this.verdict ? html`<p class="chip ${this.tone}">${this.verdict}</p>` : nothing}
        </div>
        <div class="line">
          <p class="you bold small num"><span class="sr-only">${unitTexts.you}</span> ${this.value}</p>
          <div class="track"><div class="fill"></div></div>
          ${this.norm ? html`<span class="tick"></span>` : nothing}
          <span class="knob"></span>
        </div>
        <div class="ends row between tiny muted num">
          <p>${unitTexts.worst(this.worst)}</p>
          <p>${unitTexts.best(this.best)}</p>
        </div>
        ${this.norm ? html`<p class="norm tiny muted num"><i></i>${unitTexts.norm(this.norm)}</p>` : nothing}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-range-bar': ZtRangeBar;
  }
}
