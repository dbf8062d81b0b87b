import { LitElement, css, html, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { baseStyles } from '../../player/ui/base-styles.js';
import type { ArrowView, ConversationView, PlaceView } from '../view.js';
import { ZtPlaceEvent } from './events.js';

const LINE_HEIGHT = 17;

/**
 * The conversation as a drawing: where you are is lit, what you passed is marked, and any turn can be looked at. One tab stop;
 * arrows go from turn to turn.
 *
 * @fires zt-place - look at a turn or an ending
 */
@customElement('zt-map')
export class ZtMap extends LitElement {
  static override styles = [
    ...baseStyles,
    css`
      .scroll {
        overflow: auto;
        max-block-size: 46vh;
        border: 1px solid var(--zt-line);
        border-radius: var(--zt-radius);
        background: var(--zt-canvas);
      }
      svg {
        display: block;
        margin-inline: auto;
      }
      .arrow {
        fill: none;
        stroke: var(--zt-line-strong);
        stroke-width: 1.5;
      }
      .arrow.conditional {
        stroke-dasharray: 5 4;
      }
      .arrow.passed {
        stroke: var(--zt-accent-color);
        stroke-width: 3.5;
      }
      marker path {
        fill: var(--zt-line-strong);
      }
      .ground {
        fill: var(--zt-canvas);
      }
      text {
        font-size: 12px;
        text-anchor: middle;
        fill: var(--zt-color);
      }
      .label {
        font-size: 11px;
        fill: var(--zt-muted);
      }
      .mark {
        font-weight: 700;
      }
      .box {
        cursor: pointer;
      }
      .box rect {
        fill: var(--zt-surface);
        stroke: var(--zt-line-strong);
        stroke-width: 1.5;
      }
      .box.goed rect {
        stroke: var(--zt-good);
        fill: var(--zt-good-soft);
      }
      .box.voldoende rect {
        stroke: var(--zt-warn);
        fill: var(--zt-warn-soft);
      }
      .box.slecht rect {
        stroke: var(--zt-bad);
        fill: var(--zt-bad-soft);
      }
      .box.passed rect {
        stroke: var(--zt-accent-color);
        stroke-width: 3;
      }
      .box.selected rect {
        stroke: var(--zt-heading-color);
        stroke-width: 3;
        stroke-dasharray: 6 3;
      }
      .box.here rect {
        fill: var(--zt-action-background-color);
        stroke: var(--zt-action-background-color);
      }
      .box.here.selected rect {
        stroke-dasharray: none;
      }
      .box.here text {
        fill: var(--zt-action-color);
      }
      .box:focus-visible {
        outline: none;
        box-shadow: none;
      }
      .box:focus-visible rect {
        stroke: var(--zt-focus-outline-color);
        stroke-width: 4;
        stroke-dasharray: none;
      }
      @media (forced-colors: active) {
        .box.here rect {
          fill: Highlight;
        }
        .box.here text {
          fill: HighlightText;
        }
      }
    `,
  ];

  @property({ attribute: false }) view: ConversationView | undefined;
  /** Where the player is. */
  @property() here: string | null = null;
  @property({ attribute: false }) trail: readonly string[] = [];
  /** What is looked at. */
  @property() selected: string | null = null;
  @query('.scroll') private frame!: HTMLElement | null;

  override render(): TemplateResult {
    const { view } = this;
    if (!view) return html``;
    return html`<div class="scroll">
      <svg
        viewBox="0 0 ${view.width} ${view.height}"
        width=${view.width}
        height=${view.height}
        role="group"
        aria-label="Verloop van het gesprek: met de pijltjestoetsen ga je van beurt naar beurt"
        @keydown=${this.onKeydown}
      >
        <defs>
          <marker
            id="point"
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 10 5 0 10z" />
          </marker>
        </defs>
        <g aria-hidden="true">${view.arrows.map((arrow) => this.renderArrow(arrow))}</g>
        <g aria-hidden="true">${view.arrows.map(renderLabel)}</g>
        ${view.places.map((place) => this.renderBox(place))}
      </svg>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('here') || changed.has('view')) this.showBox(this.here);
  }

  private renderArrow({ from, to, line, conditional }: ArrowView): TemplateResult {
    const at = this.trail.findIndex((place, index) => place === from && this.trail[index + 1] === to);
    return svg`<path class="arrow ${conditional ? 'conditional' : ''} ${at === -1 ? '' : 'passed'}" d=${line}
      marker-end="url(#point)"></path>`;
  }

  private renderBox({ id, quality, box }: PlaceView): TemplateResult {
    const here = id === this.here;
    const selected = id === this.selected;
    const top = box.y - (box.lines.length * LINE_HEIGHT) / 2 + 13;
    const look = [quality, this.trail.includes(id) && 'passed', here && 'here', selected && 'selected'];
    return svg`<g
      class="box ${look.filter(Boolean).join(' ')}"
      role="button"
      tabindex=${selected ? 0 : -1}
      data-place=${id}
      aria-pressed=${selected}
      aria-label="${quality ? 'Einde' : 'Beurt'} ${box.lines.join(' ')}${here ? ', hier ben je nu' : ''}"
      @click=${() => this.look(id)}
    >
      <rect x=${box.x - box.width / 2} y=${box.y - box.height / 2} width=${box.width} height=${box.height} rx="10"></rect>
      ${box.lines.map(
        (line, index) =>
          svg`<text class=${index === 0 ? 'mark' : ''} x=${box.x} y=${top + index * LINE_HEIGHT}>${line} </text>`,
      )}
    </g>`;
  }

  private onKeydown(event: KeyboardEvent): void {
    const places = this.view?.places ?? [];
    const at = places.findIndex(({ id }) => id === this.selected);
    const to = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: -1,
    }[event.key];
    const place = to === undefined ? undefined : places.at(to % places.length);
    if (!place) return;
    event.preventDefault();
    this.look(place.id);
    void this.updateComplete.then(() => {
      this.boxOf(place.id)?.focus({ preventScroll: true });
      this.showBox(place.id);
    });
  }

  private look(place: string): void {
    this.dispatchEvent(new ZtPlaceEvent(place));
  }

  private boxOf(place: string): SVGElement | undefined {
    const boxes = [...this.renderRoot.querySelectorAll<SVGElement>('.box')];
    return boxes.find((box) => box.dataset['place'] === place);
  }

  /** Into the middle of its own frame; the page stays where it is. */
  private showBox(place: string | null): void {
    const box = this.view?.places.find(({ id }) => id === place)?.box;
    const { frame } = this;
    if (box && frame) frame.scrollTo(box.x - frame.clientWidth / 2, box.y - frame.clientHeight / 2);
  }
}

function renderLabel({ label, labelWidth, at }: ArrowView): TemplateResult {
  return svg`<rect class="ground" x=${at.x - labelWidth / 2} y=${at.y - 8} width=${labelWidth} height="16" rx="4"></rect>
    <text class="label" x=${at.x} y=${at.y + 4}>${label}</text>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-map': ZtMap;
  }
}
