import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Module } from '../../content/module.js';
import { splitTerms } from '../../content/terms.js';
import { ZtAnnounceEvent } from '../events.js';

type Term = Module['terms'][number];

/** Room between the explanation and the edge, in px. */
const EDGE = 8;

/**
 * A word of the trade in a text. A button, so that finger, keyboard and screen reader all reach it; what it says stands below
 * it and is announced. Escape, a click elsewhere or going on takes it away.
 *
 * @fires zt-announce - the explanation, when it is asked for
 */
@customElement('zt-term')
export class ZtTerm extends LitElement {
  static override styles = css`
    :host {
      position: relative;
    }
    button {
      padding: 0;
      border: 0;
      background: none;
      font: inherit;
      color: inherit;
      text-align: start;
      text-decoration: underline dotted var(--zt-link-color) 2px;
      text-underline-offset: 3px;
      cursor: pointer;
    }
    button:hover,
    button[aria-expanded='true'] {
      text-decoration-style: solid;
    }
    button:focus-visible {
      outline: var(--zt-focus-outline-width) var(--zt-focus-outline-style) var(--zt-focus-outline-color);
      outline-offset: 2px;
      background: var(--zt-focus-background-color);
    }
    .tip {
      position: absolute;
      z-index: 2;
      inset-block-start: calc(100% + 4px);
      inset-inline-start: 0;
      box-sizing: border-box;
      inline-size: max-content;
      max-inline-size: min(20rem, calc(100vw - 32px));
      padding: 10px 14px;
      border: 1px solid var(--zt-line-strong);
      border-radius: 10px;
      background: var(--zt-background-color);
      box-shadow: 0 4px 16px rgb(0 0 0 / 0.18);
      font: 400 0.9375rem/1.45 var(--zt-font-family);
      color: var(--zt-color);
    }
    @media print {
      button {
        text-decoration: none;
      }
      .tip {
        display: none;
      }
    }
  `;

  /** As it stands in the text. */
  @property() word = '';
  @property() explanation = '';
  @state() private isOpen = false;
  @query('.tip') private tip!: HTMLElement | null;
  /** A reader may set other distances or sizes while it is open. */
  private readonly sizes = new ResizeObserver(() => this.place());
  private readonly elsewhere = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.close();
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.close();
  }

  override render(): TemplateResult {
    return html`<button
        type="button"
        aria-expanded=${this.isOpen}
        @click=${this.toggle}
        @keydown=${this.onKey}
        @blur=${this.close}
      >
        ${this.word}</button
      >${this.isOpen ? html`<span class="tip" role="note">${this.explanation}</span>` : nothing}`;
  }

  protected override updated(): void {
    this.sizes.disconnect();
    if (this.tip) this.sizes.observe(this.tip);
    this.place();
  }

  /** Keeps the explanation in sight. */
  private place(): void {
    const { tip } = this;
    if (!tip) return;
    tip.style.translate = '';
    const { right } = tip.getBoundingClientRect();
    const over = right - (this.edge - EDGE);
    if (over > 0) tip.style.translate = `${-over}px 0`;
  }

  /** Right side of what it may not stick out of: the page, or what scrolls within it. In px. */
  private get edge(): number {
    for (let at = above(this); at; at = above(at)) {
      if (at instanceof Element && getComputedStyle(at).overflowX !== 'visible')
        return at.getBoundingClientRect().left + at.clientLeft + at.clientWidth;
    }
    return document.documentElement.clientWidth;
  }

  private toggle(): void {
    if (this.isOpen) {
      this.close();
      return;
    }
    this.isOpen = true;
    document.addEventListener('pointerdown', this.elsewhere);
    this.dispatchEvent(new ZtAnnounceEvent(this.explanation));
  }

  private readonly close = (): void => {
    this.isOpen = false;
    document.removeEventListener('pointerdown', this.elsewhere);
  };

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isOpen) return;
    // The window around it stays.
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }
}

const above = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

/** A text in which each of the terms can be asked for, where it stands first. `seen`: those told before in the same piece. */
export const withTerms = (text: string, terms: readonly Term[], seen?: Set<Term>): unknown =>
  splitTerms(text, terms, seen).map((piece) =>
    typeof piece === 'string'
      ? piece
      : html`<zt-term .word=${piece.word} .explanation=${piece.term.uitleg}></zt-term>`,
  );

declare global {
  interface HTMLElementTagNameMap {
    'zt-term': ZtTerm;
  }
}
