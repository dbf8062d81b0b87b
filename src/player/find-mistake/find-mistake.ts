import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Code, FindMistake, Mistake, MistakeOption } from '../../content/module.js';
import { mistakesOf, type FindMistakeState } from '../../engine/find-mistake.js';
import { runSeed, shuffled } from '../../engine/random.js';
import { unitState, type Session } from '../../engine/session.js';
import { act, latestRun } from '../act.js';
import { ZtCommandEvent } from '../events.js';
import { unitTexts } from '../texts/nl-units.js';
import { t } from '../texts/texts.js';
import { baseStyles } from '../ui/base-styles.js';
import { icon } from '../ui/icons.js';
import { marksStyles, progressMarks } from '../ui/progress-marks.js';
import { scoreBadge, scoreStyles } from '../ui/score-badge.js';
import { wayOn } from '../ui/way-on.js';
import { answered, lookedAt } from './result.js';
import { findMistakeStyles } from './styles.js';
import { transcript } from './transcript.js';

/** Marking, what the marks were worth, a mistake being explained (by its index), or the result. */
type Place = 'mark' | 'marked' | 'result' | number;

/**
 * A finished conversation with mistakes in it: mark them, say why, and find better words.
 *
 * @fires zt-command - marks, reasons, better words; `seen` with the result
 * @fires zt-navigate - from the result
 */
@customElement('zt-find-mistake')
export class ZtFindMistake extends LitElement {
  static override styles = [...baseStyles, marksStyles, scoreStyles, findMistakeStyles];

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) unit!: FindMistake;
  @state() private place: Place = 'mark';
  @state() private marks: readonly Code[] = [];
  @state() private warning = '';
  private shownRun: string | undefined;
  /** Where the focus goes once it is drawn: the answer comes back from the session one update later. */
  private focusNext = '';

  override willUpdate(): void {
    const run = `${this.unit.code}/${String(latestRun(this.session, this.unit)?.number ?? 1)}`;
    // Also when 'opnieuw' began another run of the same unit.
    if (run === this.shownRun) return;
    this.shownRun = run;
    const { phase, marks, asked } = this.played.state;
    this.marks = marks;
    this.warning = '';
    if (phase === 'mark') this.place = 'mark';
    else this.place = asked ? this.mistakes.indexOf(asked.mistake) : 'result';
  }

  protected override updated(changed: PropertyValues): void {
    this.moveFocus();
    if (changed.has('place') && this.place === 'result') {
      this.dispatchEvent(new ZtCommandEvent({ kind: 'seen', unit: this.unit.code }));
    }
  }

  override render(): TemplateResult {
    return html`<div class="page narrow stack gap16">${this.renderPlace()}</div>`;
  }

  private renderPlace(): TemplateResult | typeof nothing {
    switch (this.place) {
      case 'mark':
        return this.renderMark();
      case 'marked':
        return this.renderMarked();
      case 'result':
        return this.renderResult();
      default: {
        const mistake = this.mistakes[this.place];
        return mistake ? this.renderMistake(mistake, this.place) : nothing;
      }
    }
  }

  private renderMark(): TemplateResult {
    const texts = unitTexts.findMistake;
    const count = this.mistakes.length;
    return html`<section class="card intro row wrap gap20">
        <zt-portrait
          decorative
          .portrait=${this.customer?.portret}
          mood=${firstMood(this.unit)}
        ></zt-portrait>
        <div class="grow stack gap8">
          <h1 tabindex="-1">${this.unit.title}</h1>
          <p class="measure">${this.unit.intro}</p>
          <p class="bold">${texts.task(count)}</p>
        </div>
      </section>
      <section class="card" aria-label=${texts.talk}>
        ${transcript({
          unit: this.unit,
          customer: this.customer,
          marks: this.marks,
          toggle: (code) => this.toggle(code),
        })}
      </section>
      <div class="foot stack gap8">
        <div role="alert">
          ${this.warning ? html`<p class="note warn">${icon('alert')}<span>${this.warning}</span></p>` : nothing}
        </div>
        <div class="row between">
          <p class="small bold num" role="status">${texts.chosen(this.marks.length, count)}</p>
          <button class="button primary" @click=${() => this.commit()}>${t.common.check}</button>
        </div>
      </div>`;
  }

  private renderMarked(): TemplateResult {
    const texts = unitTexts.findMistake;
    const found = this.mistakes.filter((mistake) => this.marks.includes(mistake.line)).length;
    return html`<section class="card stack gap8">
        <h1 tabindex="-1">${texts.foundHead(found, this.mistakes.length)}</h1>
        <p>${texts.foundText}</p>
      </section>
      <section class="card" aria-label=${texts.talk}>
        ${transcript({ unit: this.unit, customer: this.customer, marks: this.marks })}
      </section>
      ${this.renderOn(texts.explain, 0)}`;
  }

  private renderMistake(mistake: Mistake, at: number): TemplateResult {
    const texts = unitTexts.findMistake;
    const answer = this.played.state.answers[mistake.line];
    const isLast = at === this.mistakes.length - 1;
    return html`${progressMarks(texts.mistake(at + 1, this.mistakes.length), at + 1, this.mistakes.length)}
      <section class="card stack gap16">
        <h1 tabindex="-1">${texts.wentWrong}</h1>
        ${this.renderContext(mistake)}
      </section>
      <section class="card stack">${this.renderQuestion(mistake, 'why', texts.why, answer?.why)}</section>
      ${
        answer
          ? html`<section class="card stack arrive">
              ${this.renderQuestion(mistake, 'better', texts.better, answer.better)}
            </section>`
          : nothing
      }
      ${
        answer?.better === undefined
          ? nothing
          : this.renderOn(isLast ? texts.toResult : texts.next, isLast ? 'result' : at + 1)
      }`;
  }

  /** The weak line after what the customer had just said. */
  private renderContext(mistake: Mistake): TemplateResult {
    const at = this.unit.lines.findIndex((line) => line.code === mistake.line);
    const before = this.unit.lines.slice(0, at).findLast((line) => line.speaker === 'KLANT');
    const texts = unitTexts.findMistake;
    return html`${
        before ? html`<p class="muted">${this.customer?.naam ?? ''}: ‘${before.text}’</p>` : nothing
      }
      <p class="weak-line">
        <span class="who">${texts.you}</span><br />‘${this.unit.lines[at]?.text ?? ''}’
      </p>`;
  }

  private renderQuestion(
    mistake: Mistake,
    kind: 'why' | 'better',
    question: string,
    answer: Code | undefined,
  ): TemplateResult {
    const options = this.ordered(mistake, kind);
    if (answer === undefined) {
      return html`<fieldset class="question">
        <legend>${question}</legend>
        <div class="stack gap8">
          ${options.map(
            (option, i) =>
              html`<button type="button" class="choice" @click=${() => this.answer(option, mistake, kind)}>
                <span class="key" aria-hidden="true">${i + 1}</span><span>${option.text}</span>
              </button>`,
          )}
        </div>
      </fieldset>`;
    }
    const chosen = options.find((option) => option.code === answer);
    const right = options.filter((option) => option.good && option !== chosen);
    return html`<h2 id=${`${kind}-${mistake.line}`} tabindex="-1">${question}</h2>
      <ul class="stack gap8">
        ${[...(chosen ? [chosen] : []), ...(chosen?.good ? [] : right)].map((option) =>
          answered(option, option === chosen),
        )}
      </ul>`;
  }

  private renderResult(): TemplateResult {
    const texts = unitTexts.findMistake;
    const { score, state } = this.played;
    const found = this.mistakes.filter((mistake) => state.marks.includes(mistake.line)).length;
    return html`<section class="card row wrap gap24 scored">
        <div class="grow stack gap8">
          <h1 tabindex="-1">${texts.foundHead(found, this.mistakes.length)}</h1>
          <p>${texts.resultText}</p>
        </div>
        ${scoreBadge(score ?? 0)}
      </section>
      <section class="card stack gap8" aria-labelledby="looked">
        <h2 id="looked">${texts.looked}</h2>
        <ul class="looked">
          ${this.mistakes.map((mistake) => lookedAt(this.unit, mistake, state))}
        </ul>
      </section>
      ${wayOn(this, this.unit, t.common.again)}`;
  }

  private renderOn(words: string, to: Place): TemplateResult {
    return html`<div class="row between">
      <span></span>
      <button class="button primary" @click=${() => this.go(to)}>${words}${icon('arrow-right', 18)}</button>
    </div>`;
  }

  private get mistakes(): readonly Mistake[] {
    return mistakesOf(this.unit);
  }

  private get customer() {
    return this.session.module.world.customers.find((one) => one.id === this.unit.customer);
  }

  private get played(): { readonly state: FindMistakeState; readonly score: number | null } {
    const played = unitState(this.session, this.unit.code);
    if (played.kind === 'find-mistake') return played;
    throw new TypeError(`zt-find-mistake cannot show a ${played.kind}`);
  }

  /** The order in which options are shown: fixed by the run. */
  private ordered(mistake: Mistake, kind: 'why' | 'better'): readonly MistakeOption[] {
    const run = latestRun(this.session, this.unit) ?? { number: 1, mode: 'scored' as const, actions: [] };
    const seed = runSeed(this.session.journal.attempt, this.unit.code, run);
    return shuffled(`${seed}/${mistake.line}/${kind}`, mistake[kind]);
  }

  private toggle(code: Code): void {
    this.warning = '';
    this.marks = this.marks.includes(code) ? this.marks.filter((one) => one !== code) : [...this.marks, code];
  }

  private commit(): void {
    const count = this.mistakes.length;
    if (this.marks.length !== count) {
      this.warning = unitTexts.findMistake.exactly(count, this.marks.length);
      return;
    }
    const { marks } = this.played.state;
    for (const code of this.marks) if (!marks.includes(code)) act(this, this.unit, { code });
    this.go('marked');
  }

  private answer(option: MistakeOption, mistake: Mistake, kind: 'why' | 'better'): void {
    this.focusNext = `#${kind}-${mistake.line}`;
    act(this, this.unit, { code: option.code });
  }

  private go(place: Place): void {
    this.place = place;
    this.focusNext = 'h1';
    window.scrollTo(0, 0);
  }

  private moveFocus(): void {
    const target = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    if (!target) return;
    this.focusNext = '';
    target.focus();
  }
}

/** How the customer looks at the start. */
const firstMood = (unit: FindMistake): string =>
  unit.lines.find((line) => line.speaker === 'KLANT')?.mood ?? 'neutraal';

declare global {
  interface HTMLElementTagNameMap {
    'zt-find-mistake': ZtFindMistake;
  }
}
