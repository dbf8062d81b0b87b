import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { BackofficeDesk } from '../../content/schema/municipality.js';
import type { Talk } from '../conversation/talk.js';
import { ZtCommandEvent } from '../events.js';
import { workTexts } from '../texts/nl-work.js';
import { baseStyles } from '../ui/base-styles.js';
import { FollowingElement } from '../ui/following.js';
import { icon, type IconName } from '../ui/icons.js';
import { tabList, tabStyles } from '../ui/tabs.js';
import { actionsPanel } from './actions.js';
import { casesOf, casesPanel } from './cases.js';
import './handover.js';
import type { ZtHandOverEvent, ZtHandover } from './handover.js';
import { knowledgePanel } from './knowledge.js';
import { lookingAt, NOTHING, type Desk, type DeskTab, type Looking } from './looking.js';
import { recordPanel } from './record.js';
import { caseStyles } from './case-styles.js';
import { identityStyles } from './identity-styles.js';
import { paneStyles } from './pane-styles.js';
import { deskStyles } from './styles.js';

export type DeskSize = 'normal' | 'large' | 'closed';

export const DESK_TABS: readonly { readonly id: DeskTab; readonly icon: IconName }[] = [
  { id: 'customer', icon: 'user' },
  { id: 'knowledge', icon: 'book' },
  { id: 'cases', icon: 'folder' },
  { id: 'actions', icon: 'users' },
];

/** The desk wants another tab or size; its owner decides. */
export class ZtDeskViewEvent extends Event {
  constructor(readonly change: { readonly tab?: DeskTab; readonly size?: DeskSize }) {
    super('zt-desk-view', { bubbles: true });
  }
}

/** The answer of an article is to be given: its owner points out the choice that it belongs to. */
export class ZtUseAnswerEvent extends Event {
  /** Set by who handles it: there is such a choice now. */
  found = false;
  constructor(readonly key: string) {
    super('zt-use-answer', { bubbles: true });
  }
}

/**
 * The employee's desk: customer records, knowledge base, cases, and what you can do. Opening something the first time is an
 * action of the conversation and costs simulated minutes, which are said beforehand.
 *
 * @fires zt-command - a desk action
 * @fires zt-desk-view - another tab or size
 * @fires zt-use-answer - the answer of an article
 */
@customElement('zt-desk')
export class ZtDesk extends FollowingElement {
  static override following = ['talk'];
  static override followsFirst = true;
  static override styles = [...baseStyles, tabStyles, paneStyles, deskStyles, caseStyles, identityStyles];

  @property({ attribute: false }) talk: Talk | undefined;
  @property() tab: DeskTab = 'customer';
  @property() size: DeskSize = 'normal';
  /** True where the tabs stand elsewhere (the view switch of a narrow screen). */
  @property({ type: Boolean }) bare = false;
  /** True where the desk is a drawer that can be put away. */
  @property({ type: Boolean }) closable = false;
  @state() private looking: Looking = NOTHING;
  @state() private noteCase: string | undefined;
  @query('zt-handover') private handover!: ZtHandover | null;
  /** Mark of what takes the focus as soon as it is drawn; it may take a round by way of the session. */
  private awaits: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('talk');
    // Another run is another contact: nothing lies open any more.
    if (changed.has('talk') && before?.seed !== this.talk?.seed) {
      this.looking = { ...NOTHING, customer: this.talk?.customer.id ?? '' };
    }
  }

  protected override updated(): void {
    if (this.awaits === undefined) return;
    const mark = this.renderRoot.querySelector<HTMLElement>(`[data-mark="${this.awaits}"]`);
    if (!mark) return;
    this.awaits = undefined;
    mark.focus();
  }

  /** True while a window of the desk covers the page. */
  get isCovering(): boolean {
    return this.handover?.isOpen ?? false;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-selected=true], #panel button, #panel input')?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { talk } = this;
    if (!talk) return nothing;
    const desk = this.deskOf(talk);
    return html`<div class="card desk">
      ${this.bare ? nothing : this.renderHead()}
      <div
        id="panel"
        role=${this.bare ? nothing : 'tabpanel'}
        aria-labelledby=${this.bare ? nothing : `tab-${this.tab}`}
      >
        ${this.renderPanel(desk)}
      </div>
      <zt-handover
        .talk=${talk}
        .file=${casesOf(desk).find((one) => one.id === this.noteCase)}
        @zt-hand-over=${(event: ZtHandOverEvent) => this.act(talk, event.key)}
      ></zt-handover>
    </div>`;
  }

  private renderHead(): TemplateResult {
    const large = this.size === 'large';
    const label = large ? workTexts.desk.smaller : workTexts.desk.larger;
    return html`<div class="stack gap8 head">
      <div class="row between">
        <p class="bold grow">${workTexts.desk.title}</p>
        ${this.renderSize(large ? 'minimize' : 'maximize', label, large ? 'normal' : 'large')}
        ${this.closable ? this.renderSize('x', workTexts.desk.putAway, 'closed') : nothing}
      </div>
      ${tabList<DeskTab>({
        label: workTexts.talk.desk,
        tabs: DESK_TABS.map((tab) => ({ ...tab, label: workTexts.desk.tabs[tab.id] })),
        selected: this.tab,
        panel: 'panel',
        select: (tab) => this.show({ tab }),
      })}
    </div>`;
  }

  private renderSize(name: IconName, label: string, size: DeskSize): TemplateResult {
    return html`<button
      class="button quiet square"
      aria-label=${label}
      title=${label}
      @click=${() => this.show({ size })}
    >
      ${icon(name, 18)}
    </button>`;
  }

  private renderPanel(desk: Desk): TemplateResult {
    switch (this.tab) {
      case 'customer':
        return recordPanel(desk);
      case 'knowledge':
        return knowledgePanel(desk);
      case 'cases':
        return casesPanel(desk);
      case 'actions':
        return actionsPanel(desk);
    }
  }

  private deskOf(talk: Talk): Desk {
    return {
      talk,
      looking: this.looking,
      open: (key) => {
        this.awaits = key;
        this.set(lookingAt(key));
        if (!talk.state.opened.includes(key)) this.act(talk, key);
      },
      close: (key) => {
        this.awaits = `to ${key}`;
        this.set(key.startsWith('zaak') ? { caseId: undefined } : { article: undefined });
      },
      set: (change) => this.set(change),
      isDone: (key) => talk.state.opened.includes(key),
      isOpen: talk.turn !== undefined,
      go: (tab, change) => {
        this.set(change);
        this.show({ tab });
        const key = `zaak:${change.caseId ?? ''}`;
        this.awaits = !change.caseId ? 'note' : talk.state.opened.includes(key) ? key : `to ${key}`;
      },
      handOver: (bureau) => void this.openHandover(talk, bureau),
      useAnswer: (key) => {
        const event = new ZtUseAnswerEvent(key);
        this.dispatchEvent(event);
        this.set({ kept: event.found ? undefined : key });
      },
    };
  }

  private set(change: Partial<Looking>): void {
    this.looking = { ...this.looking, ...change };
  }

  /** A note goes into a case of that desk; else into the first that takes one. */
  private async openHandover(talk: Talk, bureau: BackofficeDesk): Promise<void> {
    const open = casesOf(this.deskOf(talk)).filter(
      (one) => talk.desk.get(`notitie:${one.id}`)?.done === false,
    );
    this.noteCase = (open.find((one) => one.bureau === bureau.id) ?? open[0])?.id;
    await this.updateComplete;
    await this.handover?.show(bureau);
  }

  private act(talk: Talk, key: string): void {
    const action = talk.desk.get(key);
    if (!action || !talk.turn) return;
    const command = { kind: 'act', unit: talk.unit.code, action: { code: action.code } } as const;
    this.dispatchEvent(new ZtCommandEvent(command));
  }

  private show(change: ZtDeskViewEvent['change']): void {
    this.dispatchEvent(new ZtDeskViewEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-desk': ZtDesk;
  }
  interface HTMLElementEventMap {
    'zt-desk-view': ZtDeskViewEvent;
    'zt-use-answer': ZtUseAnswerEvent;
  }
}
