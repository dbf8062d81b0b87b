import { LitElement, css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Portrait } from '../../content/schema/municipality.js';
import { t } from '../texts/texts.js';
import { clothesOf } from './portrait-clothes.js';
import { blend, expression, type Expression } from './portrait-face.js';
import { hairOf } from './portrait-hair.js';
import { headOf, overHair } from './portrait-head.js';

const NOBODY: Portrait = {
  huid: '#e3b794',
  haar: '#4a3527',
  kapsel: 'kort',
  kleding: '#3f6ea8',
  bril: false,
  baard: false,
  ouder: false,
};

/**
 * A person drawn from parameters, whose face follows the mood and morphs to the next one.
 * Size it with `inline-size`; `shape="counter"` draws the person behind a desk (a taller picture, for the balie).
 */
@customElement('zt-portrait')
export class ZtPortrait extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      flex: none;
      inline-size: 96px;
      aspect-ratio: 1;
      forced-color-adjust: none;
    }
    :host([shape='counter']) {
      aspect-ratio: 132 / 148;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
    }
    :host(:not([shape='counter'])) svg {
      border-radius: 50%;
    }
    .room {
      fill: color-mix(in oklab, var(--zt-accent-color, #005a70) 16%, var(--zt-background-color, #fff));
    }
    .light {
      fill: color-mix(in oklab, var(--zt-accent-color, #005a70) 5%, var(--zt-background-color, #fff));
    }
    path,
    ellipse,
    .head,
    .blush {
      transition:
        d 500ms cubic-bezier(0.3, 1.2, 0.5, 1),
        transform 500ms cubic-bezier(0.3, 1.2, 0.5, 1),
        ry 500ms,
        opacity 500ms;
      transition-duration: calc(var(--zt-motion, 1) * 500ms);
    }
    @media (prefers-reduced-motion: reduce) {
      * {
        transition: none !important;
      }
    }
  `;

  @property({ attribute: false }) portrait: Portrait = NOBODY;
  /** Spoken with the mood: 'Grietje Wierda kijkt verdrietig'. */
  @property() name = '';
  /** A mood word of the vocabulary. */
  @property() mood = 'neutraal';
  @property({ reflect: true }) shape: 'round' | 'counter' = 'round';
  /** True where name and mood stand beside it as text. */
  @property({ type: Boolean }) decorative = false;

  override render(): TemplateResult {
    const counter = this.shape === 'counter';
    return html`<svg
      viewBox=${counter ? '-16 -14 132 148' : '2 3 96 96'}
      role=${this.decorative ? nothing : 'img'}
      aria-hidden=${this.decorative ? 'true' : nothing}
      aria-label=${this.decorative ? nothing : t.common.looks(this.name, this.mood)}
    >
      ${counter ? room() : svg`<rect class="room" x="1" y="2" width="98" height="98" />`}
      ${person(this.portrait, expression(this.mood))} ${counter ? desk() : nothing}
    </svg>`;
  }
}

function room(): SVGTemplateResult {
  return svg`<rect class="room" x="-17" y="-15" width="134" height="150" />
    <rect class="light" x="-8" y="-4" width="30" height="46" rx="2" />
    <path d="M7-4v46M-8 19h30" stroke="var(--zt-accent-color)" stroke-opacity=".25" stroke-width="1.600" />
    <rect class="light" x="84" y="4" width="24" height="30" rx="2" />
    <path d="M89 12h14M89 18h14M89 24h9" stroke="var(--zt-accent-color)" stroke-opacity=".45" stroke-width="1.600" stroke-linecap="round" />`;
}

function desk(): SVGTemplateResult {
  return svg`<rect x="-17" y="118" width="134" height="18" fill="#c49a6c" /><rect x="-17" y="116.500" width="134" height="2.600" fill="#8d6238" />
    <g transform="rotate(-4 72 112)"><rect x="58" y="106" width="26" height="12" rx="1.200" fill="#fdfcf8" stroke="#c9c2b2" stroke-width=".8" /><path d="M62 110h12M62 113h17" stroke="#b9b2a2" stroke-width="1.200" /></g>`;
}

function person(portrait: Portrait, face: Expression): SVGTemplateResult {
  const hair = hairOf(portrait);
  const { body, neckline } = clothesOf(portrait);
  const neck = blend(portrait.huid, '#5b2a1a', 0.1);
  const move = `translate(0 ${face.drop}) rotate(${face.tilt} 50 84)`;
  return svg`<g class="head" transform=${move}>${hair.back ?? nothing}</g>
    ${body}
    <path d="M41 66h18v14c.5 3.500 2.500 5 5.500 5.600q-14.500 12-29 0c3-.6 5-2.100 5.500-5.600z" fill=${neck} />
    <path d="M41 72q9 12 18 0v6q-9 9-18 2z" fill=${blend(portrait.huid, '#5b2a1a', 0.26)} />
    ${neckline}
    <g class="head" transform=${move}>
      ${headOf(portrait, face)}${hair.front ?? nothing}${overHair(portrait, face)}
    </g>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-portrait': ZtPortrait;
  }
}
