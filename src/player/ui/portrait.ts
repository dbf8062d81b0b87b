import { LitElement, css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Portrait } from '../../content/schema/municipality.js';
import { t } from '../texts/texts.js';
import { blend, expression, type Expression } from './portrait-face.js';
import { hairOf } from './portrait-hair.js';

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
      viewBox=${counter ? '-16 -14 132 148' : '5 4 90 90'}
      role=${this.decorative ? nothing : 'img'}
      aria-hidden=${this.decorative ? 'true' : nothing}
      aria-label=${this.decorative ? nothing : t.common.looks(this.name, this.mood)}
    >
      ${counter ? room() : svg`<rect class="room" x="4" y="3" width="92" height="92" />`}
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
  const shade = blend(portrait.huid, '#5b2a1a', 0.2);
  const hair = hairOf(portrait);
  const dark = blend(portrait.kleding, '#000000', 0.2);
  const covered = portrait.kapsel === 'hoofddoek';
  const move = `translate(0 ${face.drop}) rotate(${face.tilt} 50 84)`;
  // Clothes lie between the two layers of hair, and stay when the head moves.
  return svg`<g class="head" transform=${move}>${hair.back ?? nothing}</g>
    <path d="M8 136v-20c0-22 14-32 32-35h20c18 3 32 13 32 35v20z" fill=${portrait.kleding} />
    <path d="M39 81q11 12 22 0l4 1q-15 19-30 0z" fill=${dark} />
    <path d="M40.500 70h19v12q-9.500 10-19 0z" fill=${shade} />
    <g class="head" transform=${move}>
      ${covered ? nothing : svg`<ellipse cx="28" cy="54" rx="4.200" ry="6" fill=${shade} /><ellipse cx="72" cy="54" rx="4.200" ry="6" fill=${shade} />`}
      <path d="M28 48c0-17 9-24 22-24s22 7 22 24c0 18-9 32-22 32S28 66 28 48z" fill=${portrait.huid} />
      <g class="blush" opacity=${face.blush} fill="#d5402f"><ellipse cx="36.500" cy="62.500" rx="5.500" ry="3.400" /><ellipse cx="63.500" cy="62.500" rx="5.500" ry="3.400" /></g>
      ${portrait.ouder ? wrinkles(shade) : nothing}
      ${portrait.baard ? beard(portrait) : nothing}
      ${eye(41, 1, face, portrait.huid)}${eye(59, -1, face, portrait.huid)}
      <path d="M50.500 55q-3 5-.8 6.400 1.200.6 2.400 0" stroke=${shade} stroke-width="1.700" fill="none" stroke-linecap="round" />
      ${mouth(face)}
      ${hair.front ?? nothing}
      ${brow(41, 1, face, portrait)}${brow(59, -1, face, portrait)}
      ${portrait.bril ? GLASSES : nothing}
    </g>`;
}

const GLASSES = svg`<g fill="none" stroke="#2a2f36" stroke-width="1.600"><rect x="33" y="47" width="15.500" height="13" rx="6" /><rect x="51.500" y="47" width="15.500" height="13" rx="6" /><path d="M48.500 52q1.500-1.500 3 0M33 51l-5-1M67 51l5-1" /></g>`;

const wrinkles = (shade: string): SVGTemplateResult =>
  svg`<path d="M40 36q10-2.500 20 0M42 39.500q8-1.600 16 0M32 57l-2.600 1.600M68 57l2.600 1.600M40.500 63.500q-2.600 2.400-2.600 5.500M59.500 63.500q2.600 2.400 2.600 5.500M38 59.500q3 1.400 6 0M56 59.500q3 1.400 6 0" stroke=${shade} stroke-width="1" fill="none" stroke-linecap="round" />`;

const beard = (portrait: Portrait): SVGTemplateResult =>
  svg`<path d="M28 54c1 19 9 28 22 28s21-9 22-28c-3 7-7 9.500-11.500 9.500-6-2.600-15-2.600-21 0C35 63.500 31 61 28 54z" fill=${portrait.haar} />
    <ellipse cx="50" cy="70" rx="10.500" ry="6" fill=${blend(portrait.huid, portrait.haar, 0.25)} />`;

/** `side` 1 = left on the picture, -1 = right: everything mirrors around x. */
function eye(x: number, side: 1 | -1, face: Expression, skin: string): SVGTemplateResult {
  const half = 4.8;
  const height = 3.7 * face.eye;
  const outer = x - side * (half + 1);
  const inner = x + side * (half + 1);
  const top = 53 - height - 1.2;
  const lid = `M${outer} ${top}L${outer} ${53 - height + face.lidOut}L${inner} ${53 - height + face.lidIn}L${inner} ${top}Z`;
  const edge = `M${outer + side} ${53 - height * 0.55 + face.lidOut * 0.6}Q${x} ${53 - height - 0.9 + (face.lidIn + face.lidOut) * 0.55} ${inner - side} ${53 - height * 0.55 + face.lidIn * 0.6}`;
  const low = `M${outer} 59L${outer} ${57.4 - face.cheek}Q${x} ${57.6 - face.cheek * 1.7} ${inner} ${57.4 - face.cheek}L${inner} 59Z`;
  return svg`<ellipse cx=${x} cy="53" rx=${half} ry=${height} fill="#fff" />
    <ellipse cx=${x} cy="53.300" rx="2.900" ry=${Math.min(3, height)} fill="#2a1c16" /><circle cx=${x + 1} cy="52.200" r="1" fill="#fff" />
    <path d=${lid} fill=${skin} /><path d=${low} fill=${skin} />
    <path d=${edge} stroke="#2a1c16" stroke-width="1.500" fill="none" stroke-linecap="round" />`;
}

function brow(x: number, side: 1 | -1, face: Expression, portrait: Portrait): SVGTemplateResult {
  const outerY = 45 + face.browOut;
  const innerY = 45 + face.browIn;
  const d = `M${x - side * 6.5} ${outerY}Q${x - side} ${(outerY + innerY) / 2 - face.browArch * 1.4} ${x + side * 5.5} ${innerY}`;
  // A scarf says nothing about the hair under it.
  const ink =
    portrait.kapsel === 'hoofddoek'
      ? '#2b1d16'
      : blend(portrait.haar, '#1a1210', portrait.ouder ? 0.3 : 0.35);
  return svg`<path d=${d} stroke=${ink} stroke-width="2.600" fill="none" stroke-linecap="round" />`;
}

function mouth(face: Expression): SVGTemplateResult {
  const y = 70 - face.curve * 0.28 + (face.curve < 0 ? 0.6 : 0);
  const left = 50 - face.mouthWidth;
  const right = 50 + face.mouthWidth;
  // A frown opens upwards from its lower lip, a smile downwards from its upper lip.
  const upper = 70 + face.curve * (face.open > 0 && face.curve > 0 ? 0.35 : 1);
  const lower = upper + face.open * 2 + (face.open > 0 && face.curve > 0 ? face.curve * 0.4 : 0);
  const d = `M${left} ${y}Q50 ${upper} ${right} ${y}Q50 ${lower} ${left} ${y}Z`;
  const teeth = `M${left + 2} ${y}Q50 ${upper + 0.6} ${right - 2} ${y}Q50 ${upper + (lower - upper) * 0.5} ${left + 2} ${y}Z`;
  return svg`<path d=${d} fill="#7a2230" stroke="#6e2a2a" stroke-width="1.900" stroke-linejoin="round" />
    <path d=${teeth} fill="#fff" opacity=${face.open > 1.2 ? 0.92 : 0} />`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-portrait': ZtPortrait;
  }
}
