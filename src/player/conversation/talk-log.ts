import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Conversation, Line, World } from '../../content/module.js';
import type { LogEntry } from '../../engine/conversation/state.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import { baseStyles } from '../ui/base-styles.js';
import { capital, decimal } from '../ui/format.js';
import { icon, type IconName } from '../ui/icons.js';
import { channelName, deskLine, deskReply } from './words.js';

type DeskEntry = Extract<LogEntry, { kind: 'desk' }>;
type SentEntry = Extract<LogEntry, { kind: 'sent' }>;

/**
 * What was said and done so far. The `role=log` wrapper stays the same node for as long as the element lives, so that
 * additions are announced; it stands around the list, because on the list it would take away the list.
 * Older turns fold away, so that the last exchange and the options stay together on small screens.
 */
@customElement('zt-talk-log')
export class ZtTalkLog extends LitElement {
  static override styles = [
    ...baseStyles,
    css`
      ol {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      li {
        max-inline-size: min(85%, 66ch);
        justify-self: start;
      }
      li {
        scroll-margin-block: 16px;
      }
      li[hidden] {
        display: none;
      }
      .bubble {
        padding: 11px 16px 12px;
        border: 1px solid transparent;
        border-radius: 16px 16px 16px 4px;
        background: var(--zt-bubble);
      }
      .newest {
        border-color: var(--zt-line-strong);
      }
      .own {
        justify-self: end;
        border-radius: 16px 16px 4px 16px;
        background: var(--zt-own);
        color: var(--zt-own-text);
      }
      .who {
        margin-block-end: 1px;
      }
      .own .who {
        color: inherit;
      }
      .seen,
      .done {
        display: flex;
        gap: 10px;
        max-inline-size: min(100%, 66ch);
        padding-inline: 16px 8px;
        font-size: 0.875rem;
        color: var(--zt-muted);
      }
      .seen .icon,
      .done .icon {
        margin-block-start: 1px;
      }
      .contact {
        display: flex;
        gap: 10px;
        justify-self: stretch;
        max-inline-size: 100%;
        margin-block-start: 12px;
        padding-block: 12px;
        border-block-start: 1px solid var(--zt-line-strong);
      }
      .reply {
        margin-block-start: 2px;
        color: var(--zt-color);
        font-size: 1rem;
      }
      .learnt {
        color: var(--zt-good);
        font-weight: 600;
      }
      .coach {
        justify-self: stretch;
        max-inline-size: none;
      }
      .letter {
        justify-self: stretch;
        max-inline-size: none;
        padding: 18px 20px;
        border: 1px solid var(--zt-line);
        border-radius: var(--zt-radius);
        background: var(--zt-surface);
      }
      .letter.own {
        border-inline-start: 5px solid var(--zt-own);
        color: inherit;
      }
      .letter.newest {
        border-color: var(--zt-line-strong);
      }
      .letter .who {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 4px 16px;
        padding-block-end: 10px;
        margin-block-end: 12px;
        border-block-end: 1px solid var(--zt-line);
      }
      .letter p + p {
        margin-block-start: 10px;
      }
      .fresh {
        animation: rise calc(var(--zt-motion, 1) * 320ms) cubic-bezier(0.2, 0.8, 0.2, 1) backwards;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      @media (max-width: 900px) {
        li {
          max-inline-size: 94%;
        }
      }
      @media (forced-colors: active) {
        .bubble,
        .letter {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) unit: Conversation | undefined;
  @property({ attribute: false }) world: World | undefined;
  @property({ attribute: false }) entries: readonly LogEntry[] = [];
  /** How the employee addresses the customer. */
  @property() customer = '';
  /** All that was said, not only the last exchange. */
  @property({ type: Boolean }) unfolded = false;

  override render(): TemplateResult {
    const isLast = lastExchange(this.entries);
    const newest = this.entries.findLastIndex(isCustomer);
    return html`<div role="log" aria-label=${workTexts.talk.log}>
      <ol>
        ${this.entries.map((entry, index) => this.renderEntry(entry, !this.unfolded && !isLast(index), index === newest))}
      </ol>
    </div>`;
  }

  /** Moves the focus to what the customer said last, or to the last line when the customer said nothing. */
  focusNewest(): void {
    const lines = [...this.renderRoot.querySelectorAll<HTMLElement>('li')];
    const newest = lines.find((line) => line.classList.contains('newest')) ?? lines.at(-1);
    newest?.focus();
  }

  private renderEntry(entry: LogEntry, hidden: boolean, newest: boolean): TemplateResult {
    const look = newest ? 'newest' : '';
    switch (entry.kind) {
      case 'line':
        return this.renderLine(entry.line, hidden, look, entry.turn === this.unit?.turns[0]?.id);
      case 'contact':
        return html`<li class="contact fresh" tabindex="-1" ?hidden=${hidden}>
          ${icon(entry.channel, 18)}
          <div>
            <p class="bold">
              ${this.world ? channelName(this.world, entry.channel) : nothing}, ${entry.moment}
            </p>
            ${entry.between === undefined ? nothing : html`<p>${entry.between}</p>`}
          </div>
        </li>`;
      case 'consequence':
        return html`<li class="seen fresh" tabindex="-1" ?hidden=${hidden}>
          ${icon('clock', 18)}<span>${entry.text}</span>
        </li>`;
      case 'said':
        return html`<li class="bubble own fresh" tabindex="-1" ?hidden=${hidden}>
          <p class="who tiny bold">${workTexts.talk.you}</p>
          <p>${entry.text}</p>
        </li>`;
      case 'sent':
        return this.renderSent(entry, hidden);
      case 'desk':
        return this.renderDesk(entry, hidden);
      case 'coach':
        return html`<li class="note coach fresh" tabindex="-1" ?hidden=${hidden}>
          ${icon('coach')}<span><span class="bold">${t.common.coach}:</span> ${entry.text}</span>
        </li>`;
    }
  }

  private renderLine(
    { speaker, mood, text }: Line,
    hidden: boolean,
    look: string,
    first: boolean,
  ): TemplateResult {
    const tone = mood ? html`<span class="mood"> · ${mood}</span>` : nothing;
    switch (speaker) {
      case 'KLANT':
        return this.isWritten
          ? html`<li class="letter fresh ${look}" tabindex="-1" ?hidden=${hidden}>
              <p class="who small muted">
                <span class="bold">${capital(this.customer)}${tone}</span
                >${first ? html`<span>${this.unit?.moment}</span>` : nothing}
              </p>
              <p>${text}</p>
            </li>`
          : bubble(`customer ${look}`, html`${capital(this.customer)}${tone}`, text, hidden);
      case 'COLLEGA':
        return bubble('colleague', html`${t.common.colleague}${tone}`, text, hidden);
      case 'JIJ':
        return bubble('own', workTexts.talk.you, text, hidden);
      case 'BUREAU':
        return html`<li class="seen fresh" tabindex="-1" ?hidden=${hidden}>
          ${icon('eye', 18)}<span>${text}</span>
        </li>`;
    }
  }

  private renderSent(entry: SentEntry, hidden: boolean): TemplateResult {
    const filled = entry.parts.filter((part) => part.text !== '');
    return html`<li class="letter own fresh" tabindex="-1" ?hidden=${hidden}>
      <p class="who small bold">${workTexts.talk.you}</p>
      ${filled.length > 0 ? filled.map((part) => html`<p>${part.text}</p>`) : html`<p>${workTexts.compose.nothing}</p>`}
    </li>`;
  }

  private renderDesk(entry: DeskEntry, hidden: boolean): TemplateResult {
    const { world, unit } = this;
    if (!world || !unit) return html`<li hidden></li>`;
    const kind = entry.key.slice(0, entry.key.indexOf(':'));
    const reply = deskReply(world, entry);
    const learnt = (entry.change.facts ?? []).map((fact) => unit.facts[fact] ?? fact);
    const minutes = entry.change.minutes;
    return html`<li class="done fresh" tabindex="-1" ?hidden=${hidden}>
      ${icon(DESK_ICONS[kind] ?? 'folder', 18)}
      <div>
        <p>${deskLine(world, entry)}${minutes ? ` · ${t.common.minutes(decimal(minutes))}` : nothing}</p>
        ${reply ? html`<p class="reply">${reply}</p>` : nothing}
        ${learnt.map((label) => html`<p class="learnt">${workTexts.desk.learnt}: ${label}</p>`)}
      </div>
    </li>`;
  }

  private get isWritten(): boolean {
    return this.unit?.channel === 'e-mail' || this.unit?.channel === 'brief';
  }
}

const DESK_ICONS: Readonly<Record<string, IconName>> = {
  klant: 'user',
  zaak: 'folder',
  artikel: 'book',
  bellen: 'telefoon',
  kanaal: 'swap',
  notitie: 'note',
};

function bubble(look: string, who: unknown, text: string, hidden: boolean): TemplateResult {
  return html`<li class="bubble fresh ${look}" tabindex="-1" ?hidden=${hidden}>
    <p class="who tiny bold muted">${who}</p>
    <p>${text}</p>
  </li>`;
}

const isCustomer = (entry: LogEntry): boolean => entry.kind === 'line' && entry.line.speaker === 'KLANT';

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
