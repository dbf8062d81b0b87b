import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { BackofficeDesk, CaseFile } from '../../content/schema/municipality.js';
import type { Talk } from '../conversation/talk.js';
import { deskReply, moodOf } from '../conversation/words.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import { baseStyles } from '../ui/base-styles.js';
import { decimal, euro } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import { handoverStyles } from './handover-styles.js';

type FieldId = keyof typeof workTexts.handover.fields;
type Way = 'call' | 'note';
const FIELDS: readonly FieldId[] = ['who', 'question', 'known', 'feeling', 'promise'];

/** The learner hands over: the desk action with this key is to be done. */
export class ZtHandOverEvent extends Event {
  constructor(readonly key: string) {
    super('zt-hand-over', { bubbles: true });
  }
}

/**
 * Handing over to the back office: how, what to tell, whether that is complete, and the price before it is done.
 * A native dialog: Escape leaves, the focus goes back to the opener. What is typed is practice: it is kept nowhere.
 *
 * @fires zt-hand-over - a call, or a note in the case
 */
@customElement('zt-handover')
export class ZtHandover extends LitElement {
  static override styles = [...baseStyles, handoverStyles];

  @property({ attribute: false }) talk: Talk | undefined;
  /** The case that a note may go into. */
  @property({ attribute: false }) file: CaseFile | undefined;
  @state() private bureau: BackofficeDesk | undefined;
  @state() private way: Way = 'call';
  @state() private told: Readonly<Partial<Record<FieldId, string>>> = {};
  /** Key of what was done in this dialog: its outcome is shown. */
  @state() private done: string | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;
  /** The outcome comes by way of the session, a round later; then it takes the focus. */
  private awaitsOutcome = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('talk');
    if (before && before.seed !== this.talk?.seed) this.told = {};
  }

  protected override updated(): void {
    if (!this.awaitsOutcome) return;
    const outcome = this.renderRoot.querySelector<HTMLElement>('#outcome');
    if (!outcome) return;
    this.awaitsOutcome = false;
    outcome.focus();
  }

  /** False also before it is drawn for the first time. */
  get isOpen(): boolean {
    return this.hasUpdated && this.renderRoot.querySelector('dialog')?.open === true;
  }

  /** Opens on a desk; what was typed for another one stays. */
  async show(bureau: BackofficeDesk): Promise<void> {
    this.bureau = bureau;
    this.done = undefined;
    this.way = this.isOffered('call') ? 'call' : 'note';
    await this.updateComplete;
    this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('input:checked')?.focus();
  }

  override render(): TemplateResult {
    const { talk, bureau } = this;
    return html`<dialog aria-labelledby="title">
      ${
        talk && bureau
          ? html`${this.renderHead(talk, bureau)}
            ${this.done === undefined ? this.renderForm(talk, bureau) : this.renderOutcome(talk, bureau, this.done)}`
          : nothing
      }
    </dialog>`;
  }

  private renderHead(talk: Talk, bureau: BackofficeDesk): TemplateResult {
    return html`<header class="row between top">
      <div>
        <h2 id="title">${workTexts.handover.title(bureau.naam)}</h2>
        <p class="small muted">${workTexts.handover.opening(bureau.open, chanceOf(talk, bureau))}</p>
      </div>
      <button class="button quiet square" aria-label=${t.common.close} @click=${() => this.dialog.close()}>
        ${icon('x')}
      </button>
    </header>`;
  }

  private renderForm(talk: Talk, bureau: BackofficeDesk): TemplateResult {
    const words = workTexts.handover;
    return html`<div class="body">
        <div class="stack gap16">
          ${this.renderWays()}
          <p>
            <button class="button" @click=${this.fill}>${icon('note', 18)}${words.fill}</button>
          </p>
          ${FIELDS.map((field) => this.renderField(field))}
          <p class="tiny muted">${words.private}</p>
        </div>
        ${this.renderCheck()}
      </div>
      <footer class="row wrap between">
        <p class="small num">${this.priceOf(talk, bureau)}</p>
        <div class="row wrap gap8">
          <button class="button" @click=${() => this.dialog.close()}>${t.common.cancel}</button>
          <button class="button primary" ?disabled=${!this.isOffered(this.way)} @click=${this.confirm}>
            ${icon(this.way === 'call' ? 'telefoon' : 'note', 18)}${this.way === 'call' ? words.call(bureau.naam) : words.save}
          </button>
        </div>
      </footer>`;
  }

  private renderWays(): TemplateResult {
    const words = workTexts.handover;
    return html`<fieldset>
      <legend class="small bold">${words.how}</legend>
      <div class="ways">
        ${(['call', 'note'] as const).map((way) => {
          const [name, about] = words.ways[way];
          return html`<label class="choice ${this.isOffered(way) ? '' : 'off'}">
            <input
              type="radio"
              name="way"
              .checked=${this.way === way}
              ?disabled=${!this.isOffered(way)}
              @change=${() => (this.way = way)}
            />
            <span><span class="bold">${name}</span><br /><span class="small muted">${about}</span></span>
          </label>`;
        })}
      </div>
    </fieldset>`;
  }

  private renderField(field: FieldId): TemplateResult {
    const [label] = workTexts.handover.fields[field];
    const onInput = (event: Event) =>
      (this.told = { ...this.told, [field]: (event.target as HTMLInputElement | HTMLTextAreaElement).value });
    const hint = field === 'promise' ? workTexts.handover.promiseHint : undefined;
    return html`<div class="stack gap4">
      <label class="small bold" for=${field}>${label}</label>
      ${
        field === 'known'
          ? html`<textarea
              id=${field}
              class="field"
              rows="3"
              .value=${this.told[field] ?? ''}
              @input=${onInput}
            ></textarea>`
          : html`<input
              id=${field}
              class="field"
              autocomplete="off"
              aria-describedby=${hint ? `${field}-hint` : nothing}
              .value=${this.told[field] ?? ''}
              @input=${onInput}
            />`
      }
      ${hint ? html`<p class="tiny muted" id="${field}-hint">${hint}</p>` : nothing}
    </div>`;
  }

  private renderCheck(): TemplateResult {
    const words = workTexts.handover;
    const ready = FIELDS.filter((field) => isTold(this.told[field]));
    return html`<aside class="stack gap16" aria-label=${words.complete}>
      <div class="check stack gap8">
        <p class="bold" aria-hidden="true">${words.complete}</p>
        <p class="small bold num" role="status">
          <span class="sr-only">${words.complete}</span> ${words.count(ready.length, FIELDS.length)}
        </p>
        <ul class="stack gap8 small">
          ${FIELDS.map((field) => {
            const isReady = ready.includes(field);
            return html`<li class="row gap8 top ${isReady ? 'ready' : 'open'}">
              ${icon(isReady ? 'check' : 'alert', 18)}<span
                ><span class="sr-only">${isReady ? words.done : words.missing}</span
                >${words.fields[field][1]}</span
              >
            </li>`;
          })}
        </ul>
      </div>
      <p class="note">${icon('idea', 18)}<span>${words.tip}</span></p>
    </aside>`;
  }

  private renderOutcome(talk: Talk, bureau: BackofficeDesk, key: string): TemplateResult {
    const words = workTexts.handover;
    const entry = talk.state.log.findLast((one) => one.kind === 'desk' && one.key === key);
    if (entry?.kind !== 'desk') return html`<div class="body"></div>`;
    const isNote = key.startsWith('notitie');
    const head = isNote ? words.saved : entry.answered ? words.answered(bureau.naam) : words.silent;
    const text = isNote ? words.savedHelp : entry.answered ? deskReply(talk.world, entry) : words.silentHelp;
    const facts = (entry.change.facts ?? []).map((fact) => talk.unit.facts[fact] ?? fact);
    return html`<div class="body outcome">
        <div class="stack gap16">
          <h3 id="outcome" tabindex="-1" class="row gap8">
            ${icon(isNote || entry.answered ? 'check' : 'alert')}${head}
          </h3>
          <p class="said">${text}</p>
          ${
            facts.length > 0
              ? html`<p class="note good">
                  ${icon('idea')}<span
                    ><span class="bold">${workTexts.desk.learnt}:</span> ${facts.join('; ')}</span
                  >
                </p>`
              : nothing
          }
        </div>
      </div>
      <footer class="row wrap">
        <button class="button primary" @click=${() => this.dialog.close()}>${words.back}</button>
      </footer>`;
  }

  private keyOf(way: Way): string {
    return way === 'call' ? `bellen:${this.bureau?.id ?? ''}` : `notitie:${this.file?.id ?? ''}`;
  }

  private isOffered(way: Way): boolean {
    const action = this.talk?.desk.get(this.keyOf(way));
    return action !== undefined && !action.done && this.talk?.turn !== undefined;
  }

  /** Minutes of both at the desk; the call itself is paid only when somebody answers. */
  private priceOf(talk: Talk, bureau: BackofficeDesk): string {
    const minutes = talk.desk.get(this.keyOf(this.way))?.effects.minutes ?? 0;
    const rate = this.way === 'call' ? bureau['tarief-per-minuut'] : 0;
    return workTexts.handover.price(
      decimal(minutes),
      euro(minutes * (talk.world.norms['tarief-per-minuut'] + rate)),
    );
  }

  /** Only what this contact already told, and only where nothing was typed. */
  private fill(): void {
    const { talk } = this;
    if (!talk) return;
    const { customer, unit, state: now } = talk;
    const isKnown = now.opened.includes(`klant:${customer.id}`);
    const found = now.facts.map((fact) => unit.facts[fact] ?? fact);
    const known: Readonly<Partial<Record<FieldId, string>>> = {
      who: isKnown ? `${customer.naam}, ${customer.adres}` : customer.naam,
      question: unit.question,
      known: found.join('\n'),
      feeling: t.common.mood(moodOf(now.log)),
    };
    const typed = Object.fromEntries(Object.entries(this.told).filter(([, text]) => text.trim() !== ''));
    this.told = { ...known, ...typed };
  }

  private confirm(): void {
    const key = this.keyOf(this.way);
    this.dispatchEvent(new ZtHandOverEvent(key));
    this.done = key;
    this.awaitsOutcome = true;
  }
}

const isTold = (text: string | undefined): boolean => (text?.trim().length ?? 0) > 1;

/** How likely it is that somebody answers, in words. */
export function chanceOf(talk: Talk, bureau: BackofficeDesk): string {
  const chance = talk.desk.get(`bellen:${bureau.id}`)?.listed?.chance ?? bureau['neemt-op'];
  const words = workTexts.desk.actions;
  if (chance <= 0) return words.never;
  return chance >= 1 ? words.certain : words.chance(Math.round(chance * 100));
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-handover': ZtHandover;
  }
  interface HTMLElementEventMap {
    'zt-hand-over': ZtHandOverEvent;
  }
}
