/** What came of a quiz: the score, the competences, what was missed to try again, and every question to look back on; pure. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Module, QuizItem } from '../../content/module.js';
import type { Answers } from '../../engine/item-share.js';
import type { Run } from '../../engine/journal.js';
import { unitTexts } from '../texts/nl-units.js';
import { icon } from '../ui/icons.js';
import '../ui/radar.js';
import type { Axis } from '../ui/radar.js';
import { scoreBadge } from '../ui/score-badge.js';
import { reviewOf } from './reviewed.js';

/** The items that were not all right. */
export const missedOf = (items: readonly QuizItem[], answers: Answers): readonly QuizItem[] =>
  items.filter(({ code }) => (answers[code]?.share ?? 0) < 1);

/**
 * The run with what was right in front, and how much that is: from there only what was missed is asked again. Answers of a quiz
 * have no order, so it is the same run. A run 'from here' counts for nothing: the explanations were read.
 */
export function fromMissed(
  run: Run,
  items: readonly QuizItem[],
  answers: Answers,
): { readonly run: Run; readonly from: number } {
  const missed = new Set(missedOf(items, answers).map(({ code }) => code));
  const own = run.actions.filter(({ code }) => items.some((item) => item.code === code));
  const right = own.filter(({ code }) => !missed.has(code));
  return {
    run: { ...run, actions: [...right, ...own.filter(({ code }) => missed.has(code))] },
    from: right.length,
  };
}

export interface QuizResult {
  readonly module: Module;
  readonly items: readonly QuizItem[];
  readonly answers: Answers;
  readonly mode: Run['mode'];
  /** 0..100 */
  readonly score: number;
  readonly axes: readonly Axis[];
  readonly order: (item: QuizItem) => readonly string[];
  readonly open: (article: string) => void;
  /** Undefined where there is nothing to try again by itself. */
  readonly retry: (() => void) | undefined;
}

export function quizResult(result: QuizResult): TemplateResult {
  const { items, answers, mode } = result;
  const texts = unitTexts.quiz;
  const missed = missedOf(items, answers).length;
  const isTry = mode === 'from-here';
  return html`<section class="card row wrap gap24 scored">
      <div class="grow stack gap8">
        <h1 tabindex="-1">${isTry ? texts.tried(missed) : texts.resultHead(result.score / 100)}</h1>
        <p>${texts.resultText(items.length - missed, items.length)}</p>
        <p class="small muted">${isTry ? texts.triedNote : texts.again}</p>
        ${
          result.retry
            ? html`<p>
                <button class="button" @click=${result.retry}>
                  ${icon('redo', 18)}${texts.retry(missed)}
                </button>
              </p>`
            : nothing
        }
      </div>
      ${isTry ? nothing : scoreBadge(result.score)}
    </section>
    <section class="card stack" aria-labelledby="skills">
      <h2 id="skills">${texts.skills}</h2>
      <zt-radar .axes=${result.axes} counted=${texts.counted}></zt-radar>
    </section>
    <section class="card stack gap8" aria-labelledby="all">
      <h2 id="all">${texts.all}</h2>
      <ul class="reviews">
        ${items.map((item, at) => {
          const answer = answers[item.code];
          return answer
            ? reviewOf(result.module, { item, at, answer, order: result.order(item), open: result.open })
            : nothing;
        })}
      </ul>
    </section>`;
}
