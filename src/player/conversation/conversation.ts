import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Conversation } from '../../content/module.js';
import { COACH } from '../../engine/action.js';
import { foresee, type Session } from '../../engine/session.js';
import '../desk/desk.js';
import type { ZtDesk, ZtDeskViewEvent, ZtUseAnswerEvent } from '../desk/desk.js';
import type { DeskTab } from '../desk/looking.js';
import { ZtAnnounceEvent, ZtCommandEvent, ZtNavigateEvent } from '../events.js';
import { afterPaint } from '../../after-paint.js';
import { workTexts } from '../texts/nl-work.js';
import { baseStyles } from '../ui/base-styles.js';
import { icon } from '../ui/icons.js';
import { Media } from '../ui/media.js';
import { tabStyles } from '../ui/tabs.js';
import './compose.js';
import type { ZtCompose, ZtPickEvent, ZtSendEvent } from './compose.js';
import { band, callStrip, safety } from './customer-band.js';
import { newsSince } from './news.js';
import { ZtOptions, type ZtChooseEvent, type ZtConsiderEvent } from './options.js';
import { conversationStyles } from './styles.js';
import { itemsOf, offersOf, slotFrom, talkOf, type Talk } from './talk.js';
import type { ZtTalkLog } from './talk-log.js';
import {
  coachOffer,
  endPanel,
  foldSwitch,
  metersStrip,
  modeNote,
  skipLinks,
  viewSwitch,
  type View,
} from './workplace-parts.js';

/**
 * The workplace: the customer and the conversation on one side, the desk on the other, the four outcomes above.
 * Under 900 px one thing at a time, with a view switch.
 *
 * @fires zt-command - options, letters, the coach, and everything done at the desk
 * @fires zt-announce - what an action changed and brought, in one message
 * @fires zt-navigate - to the debrief
 */
@customElement('zt-conversation')
export class ZtConversation extends LitElement {
  static override styles = [...baseStyles, tabStyles, ...conversationStyles];

  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) unit: Conversation | undefined;
  /** Under 900 px: what is on screen. */
  @state() private view: View = 'talk';
  @state() private tab: DeskTab = 'customer';
  @state() private size: 'normal' | 'large' | 'closed' = 'normal';
  @state() private unfolded = false;
  @query('zt-talk-log') private log!: ZtTalkLog | null;
  @query('zt-options, zt-compose') private options!: ZtOptions | ZtCompose | null;
  @query('zt-desk') private desk!: ZtDesk | null;
  private readonly narrow = new Media(this, '(max-width: 899px)');
  private readonly wide = new Media(this, '(min-width: 1200px)');
  private talk: Talk | undefined;
  /** Of the session as it is now, while the screen still shows the one before. */
  private coming: { readonly session: Session | undefined; readonly talk: Talk } | undefined;
  /** True between a choice and its answer: the answer then takes the focus. */
  private awaitsAnswer = false;
  /** How often the coach was asked before it was asked now: what it says takes the focus, as its button goes. */
  private coachedBefore = Infinity;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A tablet is turned: hidden with its desk, an open window would block the page unseen.
    if (this.narrow.matches && this.view === 'talk' && this.desk?.isCovering) this.view = this.tab;
    if (!changed.has('session') && !changed.has('unit')) return;
    const { talk: before, coming, session } = this;
    this.coming = undefined;
    this.talk = coming && coming.session === session ? coming.talk : this.talkNow();
    if (before && this.talk && before.seed === this.talk.seed) this.announceSince(before, this.talk);
  }

  protected override updated(): void {
    if (this.awaitsAnswer) void this.showAnswer();
    if ((this.talk?.state.coached.length ?? 0) > this.coachedBefore) void this.showCoach();
  }

  /** An answer waits for nothing but its words: they are drawn at once, all that follows from them in the next frame. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.awaitsAnswer && this.log) await this.sayFirst(this.log);
    await super.scheduleUpdate();
  }

  private async sayFirst(log: ZtTalkLog): Promise<void> {
    const { session, talk: shown } = this;
    const talk = this.talkNow();
    if (!talk || talk.seed !== shown?.seed || talk.run === shown.run) {
      // What was asked was not possible: nothing is answered, and the focus stays.
      this.awaitsAnswer = false;
      return;
    }
    this.coming = { session, talk };
    log.items = talk.items;
    this.renderRoot.querySelector('.answer')?.classList.add('past');
    await log.updateComplete;
    log.focusNewest();
    await new Promise<void>((painted) => afterPaint(window, 1)(painted));
  }

  private talkNow(): Talk | undefined {
    return this.session && this.unit && talkOf(this.session, this.unit);
  }

  override render(): TemplateResult | typeof nothing {
    const { talk } = this;
    if (!talk) return nothing;
    const narrow = this.narrow.matches;
    const atDesk = narrow && this.view !== 'talk';
    return html`<div class="work ${this.size} ${narrow ? 'narrow' : 'roomy'}">
      ${atDesk ? html`<h1 class="sr-only">${talk.unit.title}</h1>` : nothing}
      ${skipLinks(talk, (view) => void this.show(view))} ${metersStrip(talk, narrow)}
      ${narrow ? viewSwitch(this.view, (view) => void this.turnTo(view)) : nothing}
      <section
        id="talk"
        class="card talk on-${talk.state.channel}"
        aria-label=${workTexts.talk.log}
        ?hidden=${atDesk}
      >
        <div class="stage">
          ${band(talk, this.hasStage)}
          <div class="exchange">
            ${modeNote(talk)} ${narrow || this.size !== 'closed' ? nothing : this.renderOpenDesk()}
            ${talk.state.channel === 'telefoon' ? callStrip(talk) : nothing} ${safety(talk)}
            ${foldSwitch(talk, this.unfolded, () => (this.unfolded = !this.unfolded))}
            <zt-talk-log ?unfolded=${this.unfolded} .items=${talk.items} .setting=${talk}></zt-talk-log>
            ${this.renderAnswer(talk)}
          </div>
        </div>
      </section>
      <zt-desk
        id="desk"
        role="region"
        aria-label=${workTexts.talk.desk}
        .talk=${talk}
        .tab=${this.tab}
        .size=${this.size}
        .bare=${narrow}
        .closable=${!this.wide.matches}
        ?hidden=${narrow ? !atDesk : this.size === 'closed'}
        @zt-desk-view=${this.onDeskView}
        @zt-use-answer=${this.onUseAnswer}
      ></zt-desk>
    </div>`;
  }

  /** Room for the customer beside the talk. */
  private get hasStage(): boolean {
    if (this.narrow.matches) return false;
    return this.wide.matches ? this.size !== 'large' : this.size === 'closed';
  }

  private renderOpenDesk(): TemplateResult {
    return html`<button class="button open-desk" @click=${() => this.show('customer')}>
      ${icon('folder', 18)}${workTexts.desk.open}
    </button>`;
  }

  private renderAnswer(talk: Talk): TemplateResult {
    const { turn } = talk;
    if (!turn)
      return endPanel(talk, () =>
        this.dispatchEvent(new ZtNavigateEvent({ name: 'debrief', unit: talk.unit.code })),
      );
    const written = turn.kind === 'compose';
    return html`<div class="answer">
      ${
        written
          ? html`<zt-compose
              .turn=${turn}
              .situation=${talk.state}
              .steps=${talk.unit.steps}
              .draft=${talk.state.draft}
              .seed=${talk.seed}
              .customer=${talk.customer.naam}
              @zt-pick=${this.onPick}
              @zt-send=${this.onSend}
            ></zt-compose>`
          : html`<zt-options
              .offers=${offersOf(talk, turn)}
              .legend=${workTexts.skins.ask[talk.state.channel]}
              @zt-choose=${this.onChoose}
              @zt-consider=${this.onConsider}
            ></zt-options>`
      }
      ${coachOffer(talk, () => this.askCoach(talk))}
    </div>`;
  }

  private askCoach({ state }: Talk): void {
    if (this.isPast) return;
    this.coachedBefore = state.coached.length;
    this.act(COACH);
  }

  private onChoose({ option }: ZtChooseEvent): void {
    this.answer(option.code);
  }

  /** Between press and release, or while the learner reads, its answer is worked out: nothing is left to do but to show it. */
  private onConsider({ option }: ZtConsiderEvent): void {
    const { session, unit } = this;
    if (!session || !unit || this.isPast) return;
    const played = foresee(session, unit.code, { code: option.code });
    if (played?.kind === 'conversation') itemsOf(unit, played.state);
  }

  private onPick({ code }: ZtPickEvent): void {
    if (!this.isPast) this.act(code);
  }

  private onSend({ code, response }: ZtSendEvent): void {
    this.answer(code, response);
  }

  /** True while the options on the screen are those of the turn before. */
  private get isPast(): boolean {
    return this.coming !== undefined;
  }

  private answer(code: string, response?: string): void {
    if (this.isPast) return;
    this.awaitsAnswer = true;
    this.act(code, response);
  }

  private onDeskView({ change }: ZtDeskViewEvent): void {
    if (change.tab) {
      this.tab = change.tab;
      if (this.narrow.matches) this.view = change.tab;
    }
    if (change.size) {
      this.size = change.size;
      if (change.size === 'closed') void this.focusLater('.open-desk');
    }
  }

  /** From the article back to the talk, at the choice that it made possible. */
  private onUseAnswer(event: ZtUseAnswerEvent): void {
    const { talk } = this;
    if (!talk?.turn) return;
    const slot = talk.turn.kind === 'compose' ? slotFrom(talk, talk.turn, event.key) : undefined;
    const offer =
      talk.turn.kind === 'choice' &&
      offersOf(talk, talk.turn).some(({ source }) => source?.key === event.key);
    if (slot === undefined && !offer) return;
    event.found = true;
    void this.pointOut(event.key, slot);
  }

  private async pointOut(key: string, slot: string | undefined): Promise<void> {
    this.look('talk');
    await this.updateComplete;
    if (this.options instanceof ZtOptions) this.options.pointOut(key);
    else if (slot !== undefined) this.options?.pointOut(slot);
    this.dispatchEvent(new ZtAnnounceEvent(workTexts.handover.answer.fits));
  }

  private act(code: string, response?: string): void {
    const { unit } = this;
    if (!unit) return;
    const action = response === undefined ? { code } : { code, response };
    this.dispatchEvent(new ZtCommandEvent({ kind: 'act', unit: unit.code, action }));
  }

  private look(view: View): void {
    this.view = view;
    if (view !== 'talk') this.tab = view;
  }

  /** The view switch stays on screen: the talk comes back at what is asked now, the desk at its beginning. */
  private async turnTo(view: View): Promise<void> {
    this.look(view);
    await this.updateComplete;
    const shown = this.renderRoot.querySelector(view === 'talk' ? '.answer' : 'zt-desk');
    const isAbove = (shown?.getBoundingClientRect().top ?? 0) < 0;
    if (view === 'talk' || isAbove) shown?.scrollIntoView({ block: isAbove ? 'start' : 'nearest' });
  }

  /** The way of a skip link: shows the pane and goes into it. */
  private async show(view: View): Promise<void> {
    if (view !== 'talk' && this.size === 'closed') this.size = 'normal';
    this.look(view === 'talk' ? 'talk' : this.tab);
    await this.updateComplete;
    (view === 'talk' ? this.options : this.desk)?.focus();
  }

  private async showAnswer(): Promise<void> {
    this.awaitsAnswer = false;
    const answer = this.renderRoot.querySelector('.answer');
    answer?.classList.remove('past');
    await this.options?.updateComplete;
    // The new options come into view; where both do not fit, what the customer said wins.
    answer?.scrollIntoView({ block: 'nearest' });
    this.log?.showNewest();
  }

  private async showCoach(): Promise<void> {
    this.coachedBefore = Infinity;
    await this.log?.updateComplete;
    this.log?.focusLast();
  }

  private async focusLater(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private announceSince(before: Talk, now: Talk): void {
    const news = newsSince(before, now);
    if (news !== undefined) this.dispatchEvent(new ZtAnnounceEvent(news));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-conversation': ZtConversation;
  }
}
