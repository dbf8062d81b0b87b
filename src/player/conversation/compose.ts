import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Code, ComposeTurn, Option, Slot, Step } from '../../content/module.js';
import type { ComposeForm } from '../../content/vocabulary.js';
import { composeResponse, slotsNow } from '../../engine/conversation/compose.js';
import type { Situation } from '../../engine/conversation/rules.js';
import type { ConversationState } from '../../engine/conversation/state.js';
import { shuffled } from '../../engine/random.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import { baseStyles } from '../ui/base-styles.js';
import { icon } from '../ui/icons.js';
import { openWindow } from '../ui/open-dialog.js';
import { composeStyles } from './compose-styles.js';

/** A slot with what may stand in it now, and what was chosen of that. */
interface OpenSlot {
  readonly slot: Slot;
  readonly blocks: readonly Option[];
  readonly chosen: Option | undefined;
}

export class ZtSendEvent extends Event {
  constructor(
    readonly code: Code,
    readonly response: string,
  ) {
    super('zt-send', { bubbles: true });
  }
}

export class ZtPickEvent extends Event {
  constructor(readonly code: Code) {
    super('zt-pick', { bubbles: true });
  }
}

/**
 * Writing from blocks: named slots in a fixed order, one open at a time. What is not needed may stay empty; then it counts
 * as left out, which the customer notices.
 *
 * @fires zt-pick - a block for its slot, or leaving it empty
 * @fires zt-send - the whole letter
 */
@customElement('zt-compose')
export class ZtCompose extends LitElement {
  static override styles = [...baseStyles, composeStyles];

  @property({ attribute: false }) turn: ComposeTurn | undefined;
  @property({ attribute: false }) situation: Situation | undefined;
  @property({ attribute: false }) steps: readonly Step[] = [];
  /** What is picked so far: slot id -> code of the block. */
  @property({ attribute: false }) draft: ConversationState['draft'] = {};
  /** Names the run: the order of blocks hangs on it. */
  @property() seed = '';
  /** Whom it goes to. */
  @property() customer = '';
  @state() private active = 0;
  /** True once sending was tried with a needed slot empty. */
  @state() private tried = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  private slots: readonly OpenSlot[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const fresh = changed.has('turn') || changed.has('seed');
    if (fresh) this.tried = false;
    this.slots = this.openSlots();
    if (fresh) this.active = this.slots.findIndex((slot) => !slot.chosen);
  }

  override render(): TemplateResult {
    const words = this.slots.flatMap(({ chosen }) => chosen?.text.split(/\s+/) ?? []);
    const open = this.slots.filter(({ chosen }) => !chosen).length;
    const missing = this.tried ? this.missing : [];
    return html`<section class="stack" aria-labelledby="yours">
        <h2 id="yours">${this.words.yours}</h2>
        <ol class="slots">
          ${this.slots.map((offered, index) => this.renderSlot(offered, index))}
        </ol>
      </section>
      ${
        missing.length > 0
          ? html`<p class="note bad missing" id="missing">
              ${icon('alert')}<span
                >${workTexts.compose.needed(missing.map(({ slot }) => slot.label).join(', '))}</span
              >
            </p>`
          : nothing
      }
      <div class="row wrap foot">
        <span class="chip outline num">${workTexts.compose.words(words.filter(Boolean).length)}</span>
        ${
          open > 0
            ? html`<span class="chip warn">${icon('alert', 14)}${workTexts.compose.left(open)}</span>`
            : html`<span class="chip good">${icon('check', 14)}${workTexts.compose.full}</span>`
        }
        <div class="row wrap buttons">
          <button class="button" @click=${() => openWindow(this.dialog)}>
            ${icon('eye', 18)}${workTexts.compose.readAll}
          </button>
          ${this.renderSend()}
        </div>
      </div>
      ${this.renderPreview()}`;
  }

  private renderSlot(offered: OpenSlot, index: number): TemplateResult {
    const { slot, chosen } = offered;
    const active = index === this.active;
    const text = chosen?.text ?? '';
    const look = active ? 'active' : text ? '' : 'empty';
    return html`<li class="slot ${look}">
      <div class="head">
        <span class="label small bold muted">${slot.label}</span>
        <span class="text ${text ? '' : 'muted'}">${text || emptyText(offered)}</span>
        <span class="way">
          ${
            active
              ? html`<span class="chip solid">${workTexts.compose.now}</span>`
              : html`<button
                  class="button ${text ? 'quiet' : ''}"
                  aria-label=${text ? workTexts.compose.changeFor(slot.label) : workTexts.compose.chooseFor(slot.label)}
                  @click=${() => this.open(index)}
                >
                  ${text ? icon('note', 18) : html`${icon('plus', 18)}${workTexts.compose.choose}`}
                </button>`
          }
        </span>
      </div>
      ${active ? this.renderBlocks(offered, index) : nothing}
    </li>`;
  }

  private renderBlocks({ slot, blocks, chosen }: OpenSlot, index: number): TemplateResult {
    return html`<fieldset>
      <legend class="sr-only">${slot.label}, ${workTexts.compose.part(index + 1, this.slots.length)}</legend>
      ${blocks.map(
        (block) =>
          html`<label class="choice">
            <input
              type="radio"
              name=${slot.id}
              .checked=${block === chosen}
              @change=${() => this.dispatchEvent(new ZtPickEvent(block.code))}
            />
            <span>${block.text || workTexts.compose.skip}</span>
          </label>`,
      )}
      ${
        index + 1 < this.slots.length
          ? html`<button class="button" @click=${() => this.open(index + 1)}>
              ${t.common.on}: ${this.slots[index + 1]?.slot.label}${icon('chevron-down', 18)}
            </button>`
          : nothing
      }
    </fieldset>`;
  }

  private renderSend(): TemplateResult {
    return html`<button
      class="button primary"
      aria-describedby=${this.tried && this.missing.length > 0 ? 'missing' : nothing}
      @click=${this.send}
    >
      ${icon(this.turn?.form === 'notitie' ? 'note' : 'send', 18)}${this.words.send}
    </button>`;
  }

  private renderPreview(): TemplateResult {
    const texts = this.slots.map(({ chosen }) => chosen?.text ?? '').filter(Boolean);
    return html`<dialog aria-labelledby="preview">
      <h2 id="preview">${this.words.preview}</h2>
      <div class="paper">
        ${
          this.turn?.form === 'notitie'
            ? nothing
            : html`<p class="small muted">${workTexts.compose.to}: ${this.customer}</p>`
        }
        ${texts.length > 0 ? texts.map((text) => html`<p>${text}</p>`) : html`<p>${workTexts.compose.nothing}</p>`}
      </div>
      <div class="row wrap dialog-foot">
        <button class="button" @click=${() => this.dialog.close()}>${t.common.back}</button>
        ${this.renderSend()}
      </div>
    </dialog>`;
  }

  /** Opens the slot with this id. */
  pointOut(slot: string): void {
    const index = this.slots.findIndex((one) => one.slot.id === slot);
    if (index >= 0) void this.open(index);
  }

  /** What it is called: a message goes out, a note is put into the case. */
  private get words(): (typeof workTexts.compose.forms)[ComposeForm] {
    return workTexts.compose.forms[this.turn?.form ?? 'bericht'];
  }

  private get missing(): readonly OpenSlot[] {
    return this.slots.filter(({ slot, chosen }) => !chosen && !slot.empty);
  }

  private openSlots(): readonly OpenSlot[] {
    const { turn, situation } = this;
    if (!turn || !situation) return [];
    return slotsNow(turn, situation, this.draft, this.steps).map(({ slot, blocks }) => {
      const offered = blocks.filter((block) => block.offered).map((block) => block.option);
      const order = shuffled(`${this.seed}/${turn.id}/${slot.id}`, offered);
      const all = slot.empty ? [...order, slot.empty] : order;
      return { slot, blocks: all, chosen: all.find((block) => block.code === this.draft[slot.id]) };
    });
  }

  private async open(index: number): Promise<void> {
    this.active = index;
    await this.updateComplete;
    const inputs = [...this.renderRoot.querySelectorAll<HTMLInputElement>('.active input')];
    (inputs.find((input) => input.checked) ?? inputs[0])?.focus();
  }

  private send(): void {
    this.dialog.close();
    this.tried = true;
    const first = this.missing[0];
    if (first) {
      void this.open(this.slots.indexOf(first));
      return;
    }
    if (!this.turn) return;
    this.dispatchEvent(new ZtSendEvent(this.turn.send.code, composeResponse(this.turn, this.draft)));
  }
}

function emptyText({ slot, chosen }: OpenSlot): string {
  if (chosen) return workTexts.compose.skipped;
  return slot.empty ? workTexts.compose.empty : workTexts.compose.mustFill;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-compose': ZtCompose;
  }
  interface HTMLElementEventMap {
    'zt-pick': ZtPickEvent;
    'zt-send': ZtSendEvent;
  }
}
