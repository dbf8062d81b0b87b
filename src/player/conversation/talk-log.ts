import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { LogEntry } from '../../engine/conversation/state.js';
import { workTexts } from '../texts/nl-work.js';
import { baseStyles } from '../ui/base-styles.js';
import { logLine } from './log-lines.js';
import { logStyles } from './log-styles.js';
import { isCustomer, type LogItem, type Setting } from './log-view.js';

/**
 * What was said and done so far. The `role=log` wrapper stands around the list: on the list it would take away the list.
 * It does not speak by itself: the focus reads the answer and the announcer the rest. Live, a screen reader told every
 * answer three times, and the whole log again after each window that closed over it.
 * Older turns fold away, so that the last exchange and the options stay together on small screens.
 */
@customElement('zt-talk-log')
export class ZtTalkLog extends LitElement {
  static override styles = [...baseStyles, ...logStyles];

  @property({ attribute: false }) setting: Setting | undefined;
  @property({ attribute: false }) items: readonly LogItem[] = [];
  /** All that was said, not only the last exchange. */
  @property({ type: Boolean }) unfolded = false;

  override render(): TemplateResult {
    const { setting, items } = this;
    const entries = items.map((item) => item.entry);
    const isLast = lastExchange(entries);
    const newest = entries.findLastIndex(isCustomer);
    return html`<div role="log" aria-live="off" aria-label=${workTexts.talk.log}>
      <ol>
        ${
          setting
            ? items.map((item, index) => {
                const standing = {
                  hidden: !this.unfolded && !isLast(index),
                  newest: index === newest,
                };
                // What was said does not change: only how it stands among the rest.
                return guard([item.entry, standing.hidden, standing.newest], () =>
                  logLine(item, setting, standing),
                );
              })
            : nothing
        }
      </ol>
    </div>`;
  }

  /** Moves the focus to what the customer said last, or to the last line when the customer said nothing. */
  focusNewest(): void {
    this.newestLine?.focus();
  }

  /** Moves the focus to what came last, whoever said it. */
  focusLast(): void {
    this.lastLine?.focus();
  }

  /** Brings what the customer said last into view. */
  showNewest(): void {
    this.newestLine?.scrollIntoView({ block: 'nearest' });
  }

  private get newestLine(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.newest') ?? this.lastLine;
  }

  private get lastLine(): HTMLElement | null {
    return this.renderRoot.querySelector('li:last-child');
  }
}

/** How many entries fold away. */
export function olderEntries(entries: readonly LogEntry[]): number {
  const isLast = lastExchange(entries);
  return entries.filter((_, index) => !isLast(index)).length;
}

/** The last exchange: what the learner said last, what the customer said before it, and all that came after. */
function lastExchange(entries: readonly LogEntry[]): (index: number) => boolean {
  const said = entries.findLastIndex((entry) => entry.kind === 'said' || entry.kind === 'sent');
  const asked = entries.slice(0, Math.max(said, 0)).findLastIndex(isCustomer);
  return (index) => index >= said || index === asked;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-talk-log': ZtTalkLog;
  }
}
