import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Portrait } from '../../content/schema/municipality.js';
import type { DrawingId } from '../../content/vocabulary.js';
import { t } from '../texts/texts.js';
import { FollowingElement } from './following.js';
import { clothesOf } from './portrait-clothes.js';
import { blend, expression, type Expression } from './portrait-face.js';
import { hairOf } from './portrait-hair.js';
import { headOf, overHair } from './portrait-head.js';
import { counter, hall, kitchen, table } from './portrait-rooms.js';

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
 * Size it with `inline-size`; `place` draws the person at the counter or at a kitchen table (a taller picture).
 */
@customElement('zt-portrait')
export class ZtPortrait extends FollowingElement {
  static override following = ['mood'];
  static override styles = css`
    :host {
      display: inline-block;
      flex: none;
      inline-size: 96px;
      aspect-ratio: 1;
      forced-color-adjust: none;
    }
    :host([place]:not([place='none'])) {
      aspect-ratio: 132 / 146;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
    }
    :host(:not([place])) svg,
    :host([place='none']) svg {
      border-radius: 50%;
    }
    .room {
      fill: color-mix(in oklab, var(--zt-accent-color, #005a70) 16%, var(--zt-background-color, #fff));
    }
    .light {
      fill: color-mix(in oklab, var(--zt-accent-color, #005a70) 5%, var(--zt-background-color, #fff));
    }
    .edge {
      stroke: color-mix(in oklab, var(--zt-accent-color, #005a70) 26%, var(--zt-background-color, #fff));
    }
    .sign {
      fill: var(--zt-action-background-color, #005a70);
    }
    .digits {
      fill: var(--zt-action-color, #fff);
      font-family: var(--zt-font-family, sans-serif);
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
  @property({ reflect: true }) place: 'none' | 'counter' | 'table' = 'none';
  /** What lies before the person, at a place. */
  @property({ attribute: false }) thing: DrawingId | undefined;
  /** The number that was called, at the counter. */
  @property() ticket = '';
  /** True where name and mood stand beside it as text. */
  @property({ type: Boolean }) decorative = false;

  override render(): TemplateResult {
    const { place } = this;
    return html`<svg
      viewBox=${place === 'none' ? '2 3 96 96' : '-16 -14 132 146'}
      role=${this.decorative ? nothing : 'img'}
      aria-hidden=${this.decorative ? 'true' : nothing}
      aria-label=${this.decorative ? nothing : t.common.looks(this.name, this.mood)}
    >
      ${this.renderBehind()} ${person(this.portrait, expression(this.mood))} ${this.renderBefore()}
    </svg>`;
  }

  private renderBehind(): SVGTemplateResult {
    switch (this.place) {
      case 'none':
        return svg`<rect class="room" x="1" y="2" width="98" height="98" />`;
      case 'counter':
        return hall(this.ticket);
      case 'table':
        return kitchen();
    }
  }

  private renderBefore(): SVGTemplateResult | typeof nothing {
    switch (this.place) {
      case 'none':
        return nothing;
      case 'counter':
        return counter(this.thing);
      case 'table':
        return table(this.thing);
    }
  }
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
