import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Code, Quiz, QuizItem } from '../../content/module.js';
import { optionsOf } from '../../engine/item-share.js';
import type { Session } from '../../engine/session.js';
import { act, latestRun } from '../act.js';
import { ZtCommandEvent } from '../events.js';
import { unitTexts } from '../texts/nl-units.js';
import { t } from '../texts/texts.js';
import { baseStyles } from '../ui/base-styles.js';
import { icon } from '../ui/icons.js';
import { marksStyles, progressMarks } from '../ui/progress-marks.js';
import { scoreStyles } from '../ui/score-badge.js';
import { wayOn } from '../ui/way-on.js';
import { emptyDraft, firstOpen, missingIn, responseOf, withGiven, type Draft } from './answers.js';
import './article-dialog.js';
import type { ZtArticleDialog } from './article-dialog.js';
import { itemForm } from './item-form.js';
import { shownOrder } from './order.js';
import { formStyles } from './form-styles.js';
import { fromMissed, missedOf, quizResult } from './result.js';
import { explanation, reviewedRows } from './reviewed.js';
import { skillsIn, standingIn, type QuizStanding } from './standing.js';
import { quizStyles } from './styles.js';

/** `intro`, an item being answered or explained (by its index), or the result. */
type Place = 'intro' | 'result' | number;

/**
 * A quiz, one question a screen. 'Controleer' may always be pressed; the explanation comes at once.
 *
 * @fires zt-command - the answers; `seen` with the result
 * @fires zt-navigate - from the result
 */
@customElement('zt-quiz')
export class ZtQuiz extends LitElement {
  static override styles = [...baseStyles, marksStyles, scoreStyles, quizStyles, formStyles];

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) unit!: Quiz;
  @state() private place: Place = 'intro';
  @state() private draft: Draft = { chosen: [], given: {} };
  @state() private missing: readonly string[] = [];
  @state() private said = '';
  /** Codes of what was kept for later, in that order; forgotten with the screen, for an open item comes back anyway. */
  @state() private later: readonly Code[] = [];
  @query('zt-article-dialog') private article!: ZtArticleDialog;
  private run = 0;
  /** Where the focus goes once it is drawn: the answer comes back from the session one update later. */
  private focusNext = '';

  override willUpdate(changed: PropertyValues<this>): void {
    const number = latestRun(this.session, this.unit)?.number ?? 0;
    const other = changed.has('unit') && changed.get('unit')?.code !== this.unit.code;
    // Also when 'opnieuw' began another run of the same unit.
    if (!other && (number === this.run || this.run === 0)) {
      this.run = number;
      return;
    }
    this.run = number;
    this.later = [];
    const { answers } = this.standing;
    const open = firstOpen(this.unit.items, answers);
    this.place = open === -1 ? 'result' : Object.keys(answers).length === 0 ? 'intro' : open;
    this.resetDraft();
  }

  protected override updated(changed: PropertyValues): void {
    this.moveFocus();
    if (changed.has('place') && this.place === 'result') {
      this.dispatchEvent(new ZtCommandEvent({ kind: 'seen', unit: this.unit.code }));
    }
  }

  override render(): TemplateResult {
    if (this.place === 'intro') return this.renderIntro();
    const item = typeof this.place === 'number' ? this.unit.items[this.place] : undefined;
    return html`<div class="page narrow stack gap16">
        ${item ? this.renderItem(item) : this.renderResult()}
      </div>
      <zt-article-dialog .terms=${this.session.module.terms}></zt-article-dialog>`;
  }

  private renderIntro(): TemplateResult {
    return html`<div class="page narrow">
      <div class="card stack gap16">
        <h1 tabindex="-1">${this.unit.title}</h1>
        <p class="measure">${this.unit.intro}</p>
        <p class="small muted">${unitTexts.quiz.about(this.unit.items.length, this.unit.minutes)}</p>
        <p>
          <button class="button primary" @click=${() => this.go(0)}>
            ${unitTexts.quiz.begin}${icon('arrow-right', 18)}
          </button>
        </p>
      </div>
    </div>`;
  }

  private renderItem(item: QuizItem): TemplateResult {
    const { answers, asked, mode } = this.standing;
    const answer = answers[item.code];
    const texts = unitTexts.quiz;
    const nth = asked.indexOf(item) + 1;
    return html`${progressMarks(texts.question(nth, asked.length), nth, asked.length)}
      ${mode === 'from-here' ? html`<p class="note">${icon('info')}<span>${texts.trying}</span></p>` : nothing}
      ${
        !answer && this.later.includes(item.code)
          ? html`<p class="note">${icon('bookmark')}<span>${texts.keptForLater}</span></p>`
          : nothing
      }
      ${texts.kinds[item.soort] === item.vraag ? nothing : html`<p class="small muted bold">${texts.kinds[item.soort]}</p>`}
      <h1 class="asked" id="asked" tabindex="-1">${item.vraag}</h1>
      ${item.situatie ? html`<p class="situation">${item.situatie}</p>` : nothing}
      ${
        answer
          ? html`${reviewedRows(item, answer.response, this.orderOf(item))}
            ${this.renderPanel(item, answer.share)}`
          : this.renderForm(item)
      }`;
  }

  private renderForm(item: QuizItem): TemplateResult {
    const texts = unitTexts.quiz;
    const options = optionsOf(item);
    const missing = this.missing.map((letter) => options.find((option) => option.id === letter)?.tekst ?? '');
    return html`<div role="group" aria-labelledby="asked" class="stack">
        ${item.soort === 'volgorde' ? html`<p class="small muted">${texts.orderHow}</p>` : nothing}
        ${itemForm(item, {
          draft: this.draft,
          order: this.orderOf(item),
          missing: this.missing,
          choose: (chosen) => this.change({ ...this.draft, chosen }),
          give: (letter, value) => this.change(withGiven(this.draft, letter, value)),
          moved: (letter, to, button) => this.onMoved(item, { letter, to, button }),
        })}
      </div>
      <p class="small muted" role="status">${this.said}</p>
      <div id="missing">
        ${
          missing.length > 0
            ? html`<p class="note warn">
                ${icon('alert')}<span
                  >${missing[0] === '' ? texts.chooseFirst : texts.missing(unitTexts.list(missing.map(quoted)))}</span
                >
              </p>`
            : nothing
        }
      </div>
      <div class="row wrap between">
        <span class="small muted num"
          >${
            item.soort === 'beoordelen' || item.soort === 'koppelen'
              ? texts.filled(Object.keys(this.draft.given).length, options.length)
              : nothing
          }</span
        >
        <span class="row wrap gap8">
          ${
            this.standing.open.some((one) => one !== item && !this.later.includes(one.code))
              ? html`<button class="button quiet" @click=${() => this.keepForLater(item)}>
                  ${icon('bookmark', 18)}${texts.forLater}
                </button>`
              : nothing
          }
          <button class="button primary" @click=${() => this.check(item)}>${t.common.check}</button>
        </span>
      </div>`;
  }

  private renderPanel(item: QuizItem, share: number): TemplateResult {
    const texts = unitTexts.quiz;
    const good = share === 1;
    const head = good ? texts.right : share >= 0.5 ? texts.almost : texts.notYet;
    const isLast = this.standing.open.length === 0;
    return html`<section class="card panel stack gap8 ${good ? 'good' : ''}" aria-labelledby="verdict">
        <h2 class="row gap8" id="verdict" tabindex="-1">${icon(good ? 'check' : 'info', 22)}${head}</h2>
        ${explanation(item, this.session.module, (id) => this.openArticle(id))}
      </section>
      <div class="row between">
        <span></span>
        <button class="button primary" @click=${() => this.next()}>
          ${isLast ? texts.toResult : texts.next}${icon('arrow-right', 18)}
        </button>
      </div>`;
  }

  private renderResult(): TemplateResult {
    const { answers, score, mode } = this.standing;
    const { items } = this.unit;
    const missed = missedOf(items, answers).length;
    return html`${quizResult({
      module: this.session.module,
      items,
      answers,
      mode,
      score,
      axes: skillsIn(this.session, this.unit),
      order: (item) => this.orderOf(item),
      open: (id) => this.openArticle(id),
      retry: missed > 0 && missed < items.length ? () => this.retry() : undefined,
    })}
    ${wayOn(this, this.unit, t.common.again)}`;
  }

  private get standing(): QuizStanding {
    return standingIn(this.session, this.unit);
  }

  private orderOf(item: QuizItem): readonly string[] {
    return shownOrder(this.session, this.unit, item);
  }

  private change(draft: Draft): void {
    this.draft = draft;
    this.missing = [];
  }

  private onMoved(
    item: QuizItem,
    { letter, to, button }: { letter: string; to: number; button: string },
  ): void {
    const text = optionsOf(item).find((option) => option.id === letter)?.tekst ?? '';
    this.said = unitTexts.quiz.moved(text, to + 1, optionsOf(item).length);
    // A moved node loses the focus; it goes back to the button that was pressed.
    this.focusNext = `#${button}`;
  }

  private check(item: QuizItem): void {
    this.missing = missingIn(item, this.draft);
    if (this.missing.length > 0) {
      const [first = ''] = this.missing;
      this.focusNext = first === '' ? 'input' : `[name="${first}"], #match-${first}`;
      this.requestUpdate();
      return;
    }
    this.focusNext = '#verdict';
    act(this, this.unit, { code: item.code, response: responseOf(item, this.draft) });
  }

  /** On to what is open; what was kept for later comes last. */
  private next(): void {
    const { open } = this.standing;
    const item = open.find(({ code }) => !this.later.includes(code)) ?? open[0];
    this.go(item ? this.unit.items.indexOf(item) : 'result');
  }

  private keepForLater({ code }: QuizItem): void {
    this.later = [...this.later.filter((one) => one !== code), code];
    this.next();
  }

  private retry(): void {
    const run = latestRun(this.session, this.unit);
    if (!run) return;
    const { unit } = this;
    this.focusNext = 'h1';
    this.dispatchEvent(
      new ZtCommandEvent({
        kind: 'from-here',
        unit: unit.code,
        ...fromMissed(run, unit.items, this.standing.answers),
      }),
    );
    window.scrollTo(0, 0);
  }

  private go(place: Place): void {
    this.place = place;
    this.resetDraft();
    this.focusNext = 'h1';
    window.scrollTo(0, 0);
  }

  private resetDraft(): void {
    const item = typeof this.place === 'number' ? this.unit.items[this.place] : undefined;
    this.draft = item ? emptyDraft(item, this.orderOf(item)) : { chosen: [], given: {} };
    this.missing = [];
    this.said = '';
  }

  private openArticle(id: string): void {
    const article = this.session.module.world.articles.find((one) => one.id === id);
    if (article) void this.article.show(article);
  }

  private moveFocus(): void {
    const target = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    if (!target) return;
    this.focusNext = '';
    target.focus();
    // The verdict with its explanation and the way on; where that does not fit, from its heading.
    const panel = target.closest('.panel');
    for (const part of [panel?.nextElementSibling, panel]) part?.scrollIntoView({ block: 'nearest' });
  }
}

const quoted = (text: string): string => `‘${text}’`;

declare global {
  interface HTMLElementTagNameMap {
    'zt-quiz': ZtQuiz;
  }
}
