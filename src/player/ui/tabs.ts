import { css, html, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.js';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon: IconName;
}
export interface TabList<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly select: (id: Id) => void;
  /** Id of the one panel all tabs fill; in the same shadow root. */
  readonly panel: string;
}

export const tabStyles = css`
  .tabs {
    display: flex;
    gap: 2px;
    padding: 4px;
    border-radius: 12px;
    background: var(--zt-canvas);
  }
  .tabs button {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 7px;
    align-items: center;
    justify-content: center;
    min-block-size: 48px;
    padding: 4px;
    border: 0;
    border-block-end: 3px solid transparent;
    border-radius: 9px;
    background: none;
    color: var(--zt-muted);
    font-size: 0.875rem;
    font-weight: 650;
    line-height: 1.2;
    cursor: pointer;
  }
  /* Longer words: each tab as wide as its own asks, so that no sign has to stand above one. */
  .tabs:lang(en) button {
    flex: 1 1 auto;
    column-gap: 5px;
    padding-inline: 2px;
  }
  @media (max-width: 400px) {
    .tabs button {
      /* As wide as its word asks: equal parts would let the long words touch. */
      flex: 1 1 auto;
      padding-inline: 3px;
      font-size: 0.8125rem;
    }
  }
  .tabs button:hover {
    color: var(--zt-color);
  }
  .tabs [aria-selected='true'] {
    background: var(--zt-surface);
    color: var(--zt-heading-color);
    border-color: var(--zt-secondary-color);
    box-shadow: 0 1px 3px rgb(11 43 64 / 0.14);
  }
  @media (forced-colors: active) {
    .tabs [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

/** A tab list by the ARIA pattern: one tab stop, arrows select. */
export function tabList<Id extends string>(list: TabList<Id>): TemplateResult {
  const onKeydown = (event: KeyboardEvent) => {
    const at = list.tabs.findIndex((tab) => tab.id === list.selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const tab = to === undefined ? undefined : list.tabs.at(to % list.tabs.length);
    if (!tab) return;
    event.preventDefault();
    list.select(tab.id);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${list.label} @keydown=${onKeydown}>
    ${list.tabs.map(
      (tab) =>
        html`<button
          role="tab"
          id="tab-${tab.id}"
          aria-selected=${tab.id === list.selected}
          aria-controls=${list.panel}
          tabindex=${tab.id === list.selected ? 0 : -1}
          @click=${() => list.select(tab.id)}
        >
          ${icon(tab.icon, 18)}${tab.label}
        </button>`,
    )}
  </div>`;
}
