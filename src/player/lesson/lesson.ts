import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Code, Lesson, LessonPage } from '../../content/module.js';
import { unitState, type Session } from '../../engine/session.js';
import { act, latestRun } from '../act.js';
import { unitTexts } from '../texts/nl-units.js';
import { t } from '../texts/texts.js';
import { baseStyles } from '../ui/base-styles.js';
import { icon } from '../ui/icons.js';
import { marksStyles, progressMarks } from '../ui/progress-marks.js';
import { wayOn } from '../ui/way-on.js';
import { block } from './blocks.js';
import { lessonStyles } from './styles.js';
import { chosenOption, currentPage, doneCodes, missingOn } from './view-model.js';

/**
 * A lesson, one page a screen: read, answer, open; then go on.
 *
 * @fires zt-command - what the learner opened, answered and left
 * @fires zt-navigate - from the last screen
 */
@customElement('zt-lesson')
export class ZtLesson extends LitElement {
  static override styles = [
    ...baseStyles,
    marksStyles,
    lessonStyles,
    css`
      .end {
        justify-items: center;
        text-align: center;
        padding-block: 36px;
      }
      .end .way-on {
        justify-content: center;
      }
      .end .tile {
        inline-size: 72px;
        block-size: 72px;
        border-radius: 50%;
        background: var(--zt-good-soft);
        color: var(--zt-good);
      }
      .foot {
        min-block-size: 44px;
      }
    `,
  ];

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) unit!: Lesson;
  @state() private page = 0;
  @state() private ended = false;
  /** What was done in this sitting, beside what the journal holds: a page shows it at once. */
  @state() private local: ReadonlySet<Code> = new Set();
  @state() private shown: ReadonlyMap<Code, Code> = new Map();
  @state() private missing: readonly string[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('unit') || changed.get('unit')?.code === this.unit.code) return;
    const read = doneCodes(latestRun(this.session, this.unit)?.actions ?? []);
    this.local = read;
    // The next lesson may come straight from the end of this one.
    this.ended = false;
    this.missing = [];
    this.page = this.isFinished ? 0 : currentPage(this.unit, read);
    this.shown = this.openFrom(read);
  }

  override render(): TemplateResult {
    const page = this.unit.pages[this.page];
    if (!page || this.ended) return this.renderEnd();
    return html`<div class="page narrow stack gap16">
      ${progressMarks(unitTexts.lesson.page(this.page + 1, this.unit.pages.length), this.page + 1, this.unit.pages.length)}
      <article class="card sheet stack gap24">
        <h1 tabindex="-1">${page.title}</h1>
        ${page.blocks.map((part) =>
          block(part, {
            terms: this.session.module.terms,
            done: this.local,
            shown: this.shown,
            show: (owner, code) => this.show(owner, code),
          }),
        )}
      </article>
      <div role="status">
        ${
          this.missing.length > 0
            ? html`<div class="note warn">
                ${icon('alert')}
                <p>${unitTexts.lesson.missing(unitTexts.list(this.missing))}</p>
              </div>`
            : nothing
        }
      </div>
      <div class="row between foot">
        ${
          this.page > 0
            ? html`<button class="button" @click=${() => this.turn(this.page - 1)}>
                ${icon('arrow-left', 18)}${t.common.back}
              </button>`
            : html`<span></span>`
        }
        <button class="button primary" @click=${() => this.leave(page)}>
          ${this.isLast ? unitTexts.lesson.finish : t.common.on}${icon('arrow-right', 18)}
        </button>
      </div>
    </div>`;
  }

  private renderEnd(): TemplateResult {
    return html`<div class="page narrow">
      <div class="card sheet stack gap16 end">
        <span class="tile">${icon('check', 36)}</span>
        <h1 tabindex="-1">${unitTexts.lesson.done}</h1>
        <p class="measure">${unitTexts.lesson.doneText(this.unit.title)}</p>
        ${wayOn(this, this.unit)}
      </div>
    </div>`;
  }

  private get isLast(): boolean {
    return this.page === this.unit.pages.length - 1;
  }

  private get isFinished(): boolean {
    return unitState(this.session, this.unit.code).finished;
  }

  private show(owner: Code, code: Code): void {
    this.shown = new Map(this.shown).set(owner, code);
    this.missing = [];
    this.done(code);
    // On a phone the words stand under the picture of the desk.
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('.told')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  /** Shown at once; the journal hears of it while the run goes on. */
  private done(code: Code): void {
    if (this.local.has(code)) return;
    this.local = new Set(this.local).add(code);
    if (!this.isFinished) act(this, this.unit, { code });
  }

  private leave(page: LessonPage): void {
    // Nothing is locked: who wants on without looking presses again.
    const warned = this.missing.length > 0;
    this.missing = missingOn(page, this.local);
    if (this.missing.length > 0 && !warned) return;
    this.done(page.code);
    if (!this.isLast) {
      this.turn(this.page + 1);
      return;
    }
    this.ended = true;
    void this.focusHeading();
  }

  private turn(page: number): void {
    this.page = page;
    this.missing = [];
    void this.focusHeading();
  }

  private async focusHeading(): Promise<void> {
    await this.updateComplete;
    window.scrollTo(0, 0);
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }

  /** After a resume: each question shows the feedback of its answer again. */
  private openFrom(done: ReadonlySet<Code>): ReadonlyMap<Code, Code> {
    const answers = this.unit.pages
      .flatMap((page) => page.blocks)
      .flatMap((part) => {
        const chosen = part.kind === 'question' ? chosenOption(part, done) : undefined;
        return part.kind === 'question' && chosen !== undefined ? [[part.code, chosen] as const] : [];
      });
    return new Map(answers);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-lesson': ZtLesson;
  }
}
