import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Code, QuizItem, Test } from '../../content/module.js';
import { optionsOf } from '../../engine/item-share.js';
import type { Session } from '../../engine/session.js';
import { act, latestRun } from '../act.js';
import { ZtCommandEvent } from '../events.js';
import { draftOf, emptyDraft, missingIn, responseOf, withGiven, type Draft } from '../quiz/answers.js';
import '../quiz/article-dialog.js';
import type { ZtArticleDialog } from '../quiz/article-dialog.js';
import { itemForm } from '../quiz/item-form.js';
import { shownOrder } from '../quiz/order.js';
import { formStyles } from '../quiz/form-styles.js';
import { quizStyles } from '../quiz/styles.js';
import { testTexts } from '../texts/nl-test.js';
import { unitTexts } from '../texts/nl-units.js';
import { baseStyles } from '../ui/base-styles.js';
import { icon } from '../ui/icons.js';
import { scoreStyles } from '../ui/score-badge.js';
import { resultScreen } from './result.js';
import { testStyles } from './styles.js';
import { itemState, playedOf, type Played } from './view-model.js';

/** `intro`, an item (by its index in this run's order), the look over all, or the result. */
type Place = 'intro' | 'review' | 'result' | number;

/**
 * A knowledge test, one item a screen. Every answer is kept as soon as it is whole and may change until all are handed in;
 * nothing tells how it goes before that.
 *
 * @fires zt-command - the answers; `seen` with the result
 * @fires zt-navigate - from the result
 */
@customElement('zt-test')
export class ZtTest extends LitElement {
  static override styles = [...baseStyles, scoreStyles, quizStyles, formStyles, testStyles];

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) unit!: Test;
  @state() private place: Place = 'intro';
  /** What is filled in here, also where it is no whole answer yet. */
  @state() private drafts: ReadonlyMap<Code, Draft> = new Map();
  @state() private said = '';
  @query('dialog.confirm') private confirm!: HTMLDialogElement;
  @query('zt-article-dialog') private article!: ZtArticleDialog;
  private run = 0;
  private focusNext = '';

  override willUpdate(changed: PropertyValues<this>): void {
    const number = latestRun(this.session, this.unit)?.number ?? 0;
    const isOther = changed.has('unit') && changed.get('unit')?.code !== this.unit.code;
    const isNewRun = isOther || (number !== this.run && this.run !== 0);
    this.run = number;
    if (isNewRun) this.begin();
    // What was handed in comes back from the session one update later.
    else if (this.place === 'review' && this.played.finished) this.go('result');
  }

  protected override updated(changed: PropertyValues): void {
    const target = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    if (target) {
      this.focusNext = '';
      target.focus();
    }
    if (changed.has('place') && this.place === 'result')
      this.dispatchEvent(new ZtCommandEvent({ kind: 'seen', unit: this.unit.code }));
  }

  override render(): TemplateResult {
    return html`<div class="page narrow stack gap16">${this.renderPlace()}</div>
      <zt-article-dialog></zt-article-dialog>`;
  }

  private renderPlace(): TemplateResult {
    const { state } = this.played;
    if (this.place === 'intro') return this.renderIntro();
    if (this.place === 'review') return this.renderReview();
    if (this.place === 'result')
      return resultScreen(this, this.played, (article) => this.openArticle(article));
    const item = state.items[this.place];
    return item ? this.renderItem(item, this.place) : this.renderReview();
  }

  private renderIntro(): TemplateResult {
    const { unit } = this;
    return html`<div class="card stack gap16">
      <h1 tabindex="-1">${unit.title}</h1>
      <p class="measure">${unit.intro}</p>
      <ul class="dots measure">
        ${testTexts.rules.map((rule) => html`<li>${rule}</li>`)}
      </ul>
      <p class="small muted">${testTexts.about(this.played.state.items.length, unit.minutes)}</p>
      <p>
        <button class="button primary" @click=${() => this.go(0)}>
          ${testTexts.begin}${icon('arrow-right', 18)}
        </button>
      </p>
    </div>`;
  }

  private renderItem(item: QuizItem, at: number): TemplateResult {
    const { items, answers } = this.played.state;
    const done = Object.keys(answers).length;
    const isLast = at === items.length - 1;
    return html`<div class="stack gap8">
        <p class="row wrap between small muted num">
          <span class="bold">${testTexts.question(at + 1, items.length)}</span>
          <span>${testTexts.progress(done, items.length)}</span>
        </p>
        <progress max=${items.length} value=${done} aria-hidden="true"></progress>
      </div>
      ${unitTexts.quiz.kinds[item.soort] === item.vraag ? nothing : html`<p class="small muted bold">${unitTexts.quiz.kinds[item.soort]}</p>`}
      <h1 class="asked" id="asked" tabindex="-1">${item.vraag}</h1>
      ${item.situatie ? html`<p class="situation">${item.situatie}</p>` : nothing}
      <div role="group" aria-labelledby="asked" class="stack">
        ${
          item.soort === 'volgorde'
            ? html`<p class="small muted">${unitTexts.quiz.orderHow} ${testTexts.orderSaved}</p>`
            : nothing
        }
        ${this.renderForm(item)}
      </div>
      <p class="small muted" role="status" id="missing">${this.said}</p>
      <div class="row wrap between steps">
        <button class="button" ?disabled=${at === 0} @click=${() => this.leave(item, at - 1)}>
          ${icon('arrow-left', 18)}${testTexts.previous}
        </button>
        <button class="button quiet" @click=${() => this.leave(item, 'review')}>
          ${icon('list', 18)}${testTexts.toReview}
        </button>
        <button class="button primary" @click=${() => this.leave(item, isLast ? 'review' : at + 1)}>
          ${testTexts.next}${icon('arrow-right', 18)}
        </button>
      </div>`;
  }

  private renderForm(item: QuizItem): TemplateResult {
    return itemForm(item, {
      draft: this.draftFor(item),
      order: shownOrder(this.session, this.unit, item),
      missing: [],
      choose: (chosen) => this.change(item, { ...this.draftFor(item), chosen }),
      give: (letter, value) => this.change(item, withGiven(this.draftFor(item), letter, value)),
      moved: (letter, to, button) => {
        const text = optionsOf(item).find((option) => option.id === letter)?.tekst ?? '';
        this.said = unitTexts.quiz.moved(text, to + 1, optionsOf(item).length);
        // A moved node loses the focus; it goes back to the button that was pressed.
        this.focusNext = `#${button}`;
      },
    });
  }

  private renderReview(): TemplateResult {
    const { state } = this.played;
    const open = this.openCount;
    return html`<section class="card stack gap16">
        <h1 tabindex="-1">${testTexts.review}</h1>
        <p>${testTexts.reviewText(open)}</p>
        <ul class="all">
          ${state.items.map((item, at) => {
            const now = itemState(item, state, this.drafts);
            return html`<li>
              <button
                class="button ${now}"
                aria-label=${testTexts.item(at + 1, now)}
                @click=${() => this.go(at)}
              >
                ${at + 1}${now === 'done' ? icon('check', 14) : nothing}
              </button>
            </li>`;
          })}
        </ul>
        <p class="row wrap small muted" aria-hidden="true">
          <span class="row gap8"
            ><i class="sample done">${icon('check', 12)}</i>${testTexts.legend.done}</span
          >
          <span class="row gap8"><i class="sample"></i>${testTexts.legend.open}</span>
        </p>
      </section>
      <div class="row wrap between">
        <button class="button" @click=${() => this.go(Math.max(0, this.firstOpen))}>
          ${icon('arrow-left', 18)}${testTexts.back}
        </button>
        <button class="button primary" @click=${() => this.askToHandIn()}>
          ${icon('send', 18)}${testTexts.handIn}
        </button>
      </div>
      ${this.renderConfirm(open)}`;
  }

  private renderConfirm(open: number): TemplateResult {
    const { confirm } = testTexts;
    return html`<dialog class="confirm" aria-labelledby="confirm-title" aria-describedby="confirm-text">
      <div class="stack gap16">
        <h2 id="confirm-title">${confirm.title}</h2>
        <div id="confirm-text" class="stack gap8">
          ${open > 0 ? html`<p class="note warn">${icon('alert')}<span>${confirm.open(open)}</span></p>` : nothing}
          <p>${confirm.text}</p>
        </div>
        <div class="row wrap">
          <button class="button primary" @click=${() => this.handIn()}>${confirm.yes}</button>
          <button class="button" @click=${() => this.confirm.close()}>${confirm.no}</button>
        </div>
      </div>
    </dialog>`;
  }

  private get played(): Played {
    return playedOf(this.session, this.unit);
  }

  private get openCount(): number {
    const { items, answers } = this.played.state;
    return items.length - Object.keys(answers).length;
  }

  /** Index of the first item without an answer, or -1. */
  private get firstOpen(): number {
    const { items, answers } = this.played.state;
    return items.findIndex(({ code }) => answers[code] === undefined);
  }

  /** Where this run stands: at its start, at the first open item, or at its end. */
  private begin(): void {
    const { finished, state } = this.played;
    const isNew = Object.keys(state.answers).length === 0;
    this.drafts = new Map();
    this.said = '';
    this.place = finished ? 'result' : isNew ? 'intro' : this.firstOpen === -1 ? 'review' : this.firstOpen;
  }

  private draftFor(item: QuizItem): Draft {
    const kept = this.drafts.get(item.code);
    if (kept) return kept;
    const answer = this.played.state.answers[item.code];
    return answer
      ? draftOf(item, answer.response)
      : emptyDraft(item, shownOrder(this.session, this.unit, item));
  }

  private change(item: QuizItem, draft: Draft): void {
    this.drafts = new Map([...this.drafts, [item.code, draft]]);
    this.keep(item, draft);
  }

  /** A whole answer is stored at once; one that is no longer whole is taken back. */
  private keep(item: QuizItem, draft: Draft): void {
    const response = missingIn(item, draft).length > 0 ? '' : responseOf(item, draft);
    const before = this.played.state.answers[item.code]?.response ?? '';
    if (response !== before) act(this, this.unit, { code: item.code, response });
  }

  /** An order that was looked at and left is an answer. */
  private leave(item: QuizItem, to: Place): void {
    if (item.soort === 'volgorde') this.keep(item, this.draftFor(item));
    this.go(to);
  }

  /** What cannot be undone is not what a second Enter does. */
  private askToHandIn(): void {
    this.confirm.showModal();
    this.confirm.querySelector<HTMLElement>('button:not(.primary)')?.focus();
  }

  private handIn(): void {
    this.confirm.close();
    act(this, this.unit, { code: this.unit.handIn });
  }

  private go(place: Place): void {
    this.place = place;
    this.said = '';
    this.focusNext = 'h1';
    window.scrollTo(0, 0);
  }

  private openArticle(id: string): void {
    const article = this.session.module.world.articles.find((one) => one.id === id);
    if (article) void this.article.show(article);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-test': ZtTest;
  }
}
